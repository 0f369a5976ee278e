"""Shards, made anywhere, put together as the configs of a dataset: numbered, and digested as they lie there."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from corpus_pkg.model.manifest import ConfigEntry, FileEntry
from corpus_pkg.model.tables import TABLES
from corpus_pkg.store.digest import ContentDigest

_ROWS = 1024


class Digests:
    """The content digests of configs from their shards, in order."""

    def __init__(self) -> None:
        self._found = {each.name: ContentDigest() for each in TABLES}

    def add(self, config: str, shard: bytes) -> int:
        """Takes a shard; how many rows it has."""
        with pq.ParquetFile(pa.BufferReader(shard)) as file:
            for batch in file.iter_batches(_ROWS):
                self._found[config].add(batch)
            return int(file.metadata.num_rows)

    def entries(self) -> list[ConfigEntry]:
        """The configs that have rows."""
        return [ConfigEntry(name=name, rows=digest.rows, content_sha256=digest.hexdigest())
                for name, digest in self._found.items() if digest.rows]  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Placed:
    path: Path
    sha256: str
    size: int
    rows: int


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
        """Takes the next shard of a config; what is written is what is digested."""
        placed = self._placed[config]
        path = self._folder / config / f"shard-{len(placed):05d}"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(shard)
        rows = self._digests.add(config, shard)
        placed.append(_Placed(path, hashlib.sha256(shard).hexdigest(), len(shard), rows))

    def close(self) -> tuple[list[ConfigEntry], list[FileEntry]]:
        """Names the shards `train-00000-of-0000N.parquet`; the configs that have rows, and all files."""
        files = []
        for config, placed in self._placed.items():
            for number, each in enumerate(placed):
                name = f"train-{number:05d}-of-{len(placed):05d}.parquet"
                each.path.rename(each.path.with_name(name))
                files.append(FileEntry(path=f"{config}/{name}", sha256=each.sha256, bytes=each.size, rows=each.rows))
        return self._digests.entries(), files
