"""Shards, made anywhere, put together as the configs of a dataset: numbered, and digested as they lie there."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pyarrow as pa
import pyarrow.dataset as ds
import pyarrow.parquet as pq

from corpus_pkg.model.manifest import ConfigEntry, FileEntry
from corpus_pkg.model.tables import TABLES
from corpus_pkg.store.digest import ContentDigest

_ROWS = 1024
READ_AHEAD: Final = {"batch_readahead": 4, "fragment_readahead": 2}
"""How far a scanner goes ahead of its reader, so that memory stays flat."""


class Digests:
    """The content digests of configs from their shards, in order."""

    def __init__(self) -> None:
        self._found = {each.name: ContentDigest() for each in TABLES}

    def add(self, config: str, shard: bytes) -> None:
        """Takes a shard."""
        with pq.ParquetFile(pa.BufferReader(shard)) as file:
            for batch in file.iter_batches(_ROWS):
                self._found[config].add(batch)

    def read(self, config: str, paths: Sequence[Path]) -> Counter[str]:
        """Takes the shards that lie at paths, while the next are being read; how many rows each has."""
        files = ds.dataset([str(each) for each in paths], format="parquet")
        rows, together = Counter[str](), list[pa.RecordBatch]()
        for read in files.scanner(batch_size=_ROWS, **READ_AHEAD).scan_batches():
            rows[read.fragment.path] += len(read.record_batch)
            together.append(read.record_batch)
            if sum(map(len, together)) >= _ROWS:
                self._found[config].add(pa.Table.from_batches(together).combine_chunks())
                together.clear()
        if together:
            self._found[config].add(pa.Table.from_batches(together).combine_chunks())
        return rows

    def entries(self) -> list[ConfigEntry]:
        """The configs that have rows."""
        return [ConfigEntry(name=name, rows=digest.rows, content_sha256=digest.hexdigest())
                for name, digest in self._found.items() if digest.rows]  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Placed:
    path: Path
    sha256: str
    size: int


class Assembly:
    """Takes shards in their order.

    Args:
        folder: where the dataset comes into being.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._digests = Digests()
        self._placed: dict[str, list[_Placed]] = {each.name: [] for each in TABLES}

    def add(self, config: str, shard: bytes) -> None:
        """Takes the next shard of a config."""
        placed = self._placed[config]
        path = self._folder / config / f"shard-{len(placed):05d}"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(shard)
        placed.append(_Placed(path, hashlib.sha256(shard).hexdigest(), len(shard)))

    def close(self) -> tuple[list[ConfigEntry], list[FileEntry]]:
        """Names the shards `train-00000-of-0000N.parquet`; the configs that have rows, and all files.

        What is digested is what was written.
        """
        files = []
        for config, placed in self._placed.items():
            rows = self._digests.read(config, [each.path for each in placed]) if placed else {}
            for number, each in enumerate(placed):
                name = f"train-{number:05d}-of-{len(placed):05d}.parquet"
                each.path.rename(each.path.with_name(name))
                files.append(
                    FileEntry(path=f"{config}/{name}", sha256=each.sha256, bytes=each.size, rows=rows[str(each.path)])
                )
        return self._digests.entries(), files
