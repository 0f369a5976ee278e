"""One writer for every config: zstd, fixed schema, content-defined shards, row groups and pages, page index.

A shard and a row group end before an article whose id says so (crc32 modulo a number), after a least number of them.
Articles inserted or edited in the next version then change the shards that they stand in, and no other: what a storage
already holds is not stored again. Shards end at the same articles in every config.
"""

from __future__ import annotations

import json
import math
import zlib
from collections.abc import Mapping
from dataclasses import is_dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from corpus_pkg.model.arrow import arrow_schema
from corpus_pkg.model.rows import Row
from corpus_pkg.model.tables import Table
from corpus_pkg.store.digest import ContentDigest

ABOUT = "corpus_pkg"
"""The key of a file's metadata under which it says what it is a part of."""
LEAST_ROWS, MODULUS, MOST_ROWS = 300, 700, 3000
LEAST_SHARD, MOST_SHARDS = 64, 256
MOST_SHARD_BYTES = 256 * 1024 * 1024
_PACKED = 64
_CHUNKING = {"min_chunk_size": 256 * 1024, "max_chunk_size": 1024 * 1024}


def starts_group(article: str, buffered: int) -> bool:
    """Whether a new row group starts before an article's rows.

    Args:
        article: the article's id.
        buffered: rows in the group so far.
    """
    cut = zlib.crc32(article.encode("ascii")) % MODULUS == 0
    return (buffered >= LEAST_ROWS and cut) or buffered >= MOST_ROWS


class ShardCut:
    """Says where shards end: after some hundred articles in a small dataset, after more in a large one.

    A power of two, so that a dataset that grows is cut anew only when it has doubled.

    Args:
        articles: how many the dataset has, at least roughly.
    """

    def __init__(self, articles: int) -> None:
        self._least = max(LEAST_SHARD, 1 << math.ceil(math.log2(max(1, articles / MOST_SHARDS / 2))))
        self._since = 0

    def before(self, article: str) -> bool:
        """Whether a shard ends before an article; to be asked once of each, in their order."""
        cut = self._since >= self._least and zlib.crc32(article.encode("ascii")) % self._least == 0
        self._since = 1 if cut else self._since + 1
        return cut


def _counted(table: Table) -> list[str]:
    """The columns that a reader may filter by: of others statistics only make the footer longer."""
    return [each.name for each in table.fields
            if not each.shape.repeated and not is_dataclass(each.shape.base) and each.name != "text"]  # fmt: skip


class TableWriter:
    """Writes the shards of one config: `train-00000-of-0000N.parquet`.

    Args:
        folder: where they are put.
        table: the config.
        about: what every file says of its making, under the key `corpus_pkg` of its metadata.
    """

    def __init__(self, folder: Path, table: Table, about: Mapping[str, Any] | None = None) -> None:
        self._folder, self._table = folder, table
        self._schema = arrow_schema(table)
        if about:
            self._schema = self._schema.with_metadata({ABOUT: json.dumps(about, sort_keys=True, ensure_ascii=False)})
        self._rows: list[Row] = []
        self._packed: list[pa.Table] = []
        self._buffered = 0
        self._writer: pq.ParquetWriter | None = None
        self._shards: list[tuple[Path, int]] = []
        self.digest = ContentDigest()

    def add(self, article: str, rows: list[Row]) -> None:
        """Takes the rows of one article; row groups do not part them."""
        if self._buffered and starts_group(article, self._buffered):
            self._flush()
        self._rows += rows
        self._buffered += len(rows)
        if len(self._rows) >= _PACKED:
            self._pack()

    def close(self) -> list[tuple[Path, int]]:
        """Writes what is left and gives the shards their names.

        Returns:
            Path and rows of each shard; empty for a config without rows, which leaves no folder.
        """
        if self._buffered:
            self._flush()
        self._close_shard()
        named = []
        for index, (path, rows) in enumerate(self._shards):
            final = path.with_name(f"train-{index:05d}-of-{len(self._shards):05d}.parquet")
            path.rename(final)
            named.append((final, rows))
        return named

    def _pack(self) -> None:
        """Rows of Python's own take many times the memory of those of Arrow."""
        packed = pa.Table.from_pylist(self._rows, schema=self._schema)
        self.digest.add(packed)
        self._packed.append(packed)
        self._rows = []

    def _flush(self) -> None:
        if self._writer is None:
            self._folder.mkdir(exist_ok=True)
            path = self._folder / f"shard-{len(self._shards):05d}"
            self._shards.append((path, 0))
            self._writer = pq.ParquetWriter(
                path, self._schema, compression="zstd", compression_level=3, write_page_index=True,
                use_content_defined_chunking=_CHUNKING, write_statistics=_counted(self._table),
            )  # fmt: skip
        # Bytes depend on how rows arrive unless each group is one chunk.
        self._pack()
        group = pa.concat_tables(self._packed).combine_chunks()
        self._packed = []
        self._writer.write_table(group, row_group_size=self._buffered)
        path, rows = self._shards[-1]
        self._shards[-1] = (path, rows + self._buffered)
        self._buffered = 0
        if path.stat().st_size >= MOST_SHARD_BYTES:
            self._close_shard()

    def _close_shard(self) -> None:
        if self._writer is not None:
            self._writer.close()
            self._writer = None
