"""Shards, made anywhere, put together as the configs of a dataset: numbered, and digested as they lie there."""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from corpus_pkg.model.manifest import ConfigEntry, FileEntry
from corpus_pkg.model.tables import TABLES
from corpus_pkg.store.digest import ContentDigest

_ROWS = 1024
_THREADS, _FILES, _BYTES = 2, 8, 1 << 21


class Digests:
    """The content digests of configs from their shards, in order."""

    def __init__(self) -> None:
        self._found = {each.name: ContentDigest() for each in TABLES}

    def add(self, config: str, shard: bytes) -> None:
        """Takes a shard."""
        with pq.ParquetFile(pa.BufferReader(shard)) as file:
            for batch in file.iter_batches(_ROWS):
                self._found[config].add(batch)

    def read(self, config: str, shards: Sequence[Path]) -> Iterator[int]:
        """Takes the shards that lie at paths, while the next are being read; how many rows each has."""
        groups = _together(shards)
        with ThreadPoolExecutor(_THREADS) as threads:
            begun = deque(threads.submit(_rows_at, each) for each in islice(groups, _THREADS))
            while begun:
                rows, counts = begun.popleft().result()
                begun.extend(threads.submit(_rows_at, each) for each in islice(groups, 1))
                self._found[config].add(rows)
                yield from counts

    def entries(self) -> list[ConfigEntry]:
        """The configs that have rows."""
        return [ConfigEntry(name=name, rows=digest.rows, content_sha256=digest.hexdigest())
                for name, digest in self._found.items() if digest.rows]  # fmt: skip


def _together(shards: Sequence[Path]) -> Iterator[list[Path]]:
    """Shards, as many small ones at a time as are worth the calls, and no more than memory should hold."""
    group, size = list[Path](), 0
    for path in shards:
        group.append(path)
        size += path.stat().st_size
        if len(group) == _FILES or size >= _BYTES:
            yield group
            group, size = [], 0
    if group:
        yield group


def _rows_at(paths: list[Path]) -> tuple[pa.Table, list[int]]:
    """The rows of shards, and how many each has."""
    tables = []
    for path in paths:
        with pq.ParquetFile(path) as file:
            tables.append(file.read(use_threads=False))
    return pa.concat_tables(tables).combine_chunks(), list(map(len, tables))


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
            counts = self._digests.read(config, [each.path for each in placed])
            for number, (each, rows) in enumerate(zip(placed, counts, strict=True)):
                name = f"train-{number:05d}-of-{len(placed):05d}.parquet"
                each.path.rename(each.path.with_name(name))
                files.append(FileEntry(path=f"{config}/{name}", sha256=each.sha256, bytes=each.size, rows=rows))
        return self._digests.entries(), files
