"""Raw articles on their way from the readers to the annotator, kept on disk: what holds of all must be known before."""

from __future__ import annotations

import pickle
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

import pyarrow as pa

from corpus_pkg.intake.raw import RawArticle

_SIZE = 8


class Spool:
    """Raw articles in, the same in their order out; memory holds one."""

    def __init__(self, folder: Path) -> None:
        self._stream = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115  closed by __exit__
        self._codec = pa.Codec("zstd", compression_level=1)
        self._count = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with suppress(OSError):  # of a full disk, which was told; nothing is to be kept
            self._stream.close()

    def __len__(self) -> int:
        return self._count

    def add(self, article: RawArticle) -> None:
        """Takes an article."""
        content = pickle.dumps(article, protocol=pickle.HIGHEST_PROTOCOL)
        packed = self._codec.compress(content, asbytes=True)
        self._stream.write(len(content).to_bytes(_SIZE) + len(packed).to_bytes(_SIZE) + packed)
        self._count += 1

    def __iter__(self) -> Iterator[RawArticle]:
        self._stream.seek(0)
        while head := self._stream.read(2 * _SIZE):
            size, packed = int.from_bytes(head[:_SIZE]), int.from_bytes(head[_SIZE:])
            article: RawArticle = pickle.loads(  # noqa: S301  written above
                self._codec.decompress(self._stream.read(packed), decompressed_size=size, asbytes=True)
            )
            yield article
