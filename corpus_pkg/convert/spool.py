"""What is told of many things on their way, kept on disk in their order: what holds of all must be known before."""

from __future__ import annotations

import pickle
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Generic, Self, TypeVar

T = TypeVar("T")


class Spool(Generic[T]):
    """Values in, the same in their order out; memory holds one.

    Args:
        folder: where a temporary file may lie.
    """

    def __init__(self, folder: Path) -> None:
        self._stream = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115  closed by __exit__

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with suppress(OSError):  # of a full disk, which was told; nothing is to be kept
            self._stream.close()

    def add(self, value: T) -> None:
        """Takes a value."""
        pickle.dump(value, self._stream, protocol=pickle.HIGHEST_PROTOCOL)

    def __iter__(self) -> Iterator[T]:
        end = self._stream.tell()
        self._stream.seek(0)
        while self._stream.tell() < end:
            value: T = pickle.load(self._stream)  # noqa: S301  written above
            yield value
