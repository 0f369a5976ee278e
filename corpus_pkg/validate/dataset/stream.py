"""The rows of a config in small batches under a budget of bytes: a file that unfolds without measure is stopped."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pyarrow as pa
import pyarrow.parquet as pq

from corpus_pkg.findings import Finding, Place
from corpus_pkg.findings.rules import dataset as rules
from corpus_pkg.intake.source.memory import bounded
from corpus_pkg.intake.source.parquet import DAMAGE, batches, budget
from corpus_pkg.validate.dataset.shards import Shard


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows that stand together in a shard.

    Attributes:
        batch: the rows.
        shard: the shard.
        first: the number of the first of them in the shard.
    """

    batch: pa.RecordBatch
    shard: Shard
    first: int

    def place(self, row: int) -> Place:
        """Where a row of the batch stands."""
        return Place(file=self.shard.name, row=self.first + row)


@dataclass(slots=True)
class Stream:
    """All rows of a config's shards, in order.

    Attributes:
        shards: the shards.
        findings: damage that stopped a shard; filled while the rows are read.
    """

    shards: list[Shard]
    schema: pa.Schema
    findings: list[Finding] = field(default_factory=list)

    def __iter__(self) -> Iterator[Rows]:
        for shard in self.shards:
            yield from self._shard(shard)

    def _shard(self, shard: Shard) -> Iterator[Rows]:
        done, unfolded, limit = 0, 0, budget(shard.path.stat().st_size)
        try:
            with pq.ParquetFile(shard.path, buffer_size=1 << 20) as file:
                for batch in batches(file):
                    with bounded():
                        batch.validate(full=True)
                    unfolded += batch.nbytes
                    if unfolded > limit:
                        message = (
                            f"{shard.path.stat().st_size:,} bytes unfold to more than {limit:,}; the rest is not read"
                        )
                        self.findings.append(Finding(rules.UNFOLDS, Place(file=shard.name, row=done), message))
                        return
                    yield Rows(batch, shard, done)
                    done += batch.num_rows
        except DAMAGE as error:
            message = f"{error}".partition("\n")[0][:300]
            self.findings.append(Finding(rules.PARQUET_DAMAGED, Place(file=shard.name, row=done), message))


class Pull:
    """Takes rows from a stream by exact number."""

    def __init__(self, stream: Stream) -> None:
        self._rows = iter(stream)
        self._waiting: list[Rows] = []
        self._schema = stream.schema

    def take(self, count: int) -> tuple[pa.Table, Place | None]:
        """The next rows, at most `count`, and where the first stands; None at the end."""
        while sum(each.batch.num_rows for each in self._waiting) < count:
            rows = next(self._rows, None)
            if rows is None:
                break
            self._waiting.append(rows)
        place = self._waiting[0].place(0) if self._waiting else None
        parts = []
        while count and self._waiting:
            rows = self._waiting.pop(0)
            part = rows.batch.slice(0, count)
            parts.append(part)
            count -= part.num_rows
            if part.num_rows < rows.batch.num_rows:
                rest = rows.batch.slice(part.num_rows)
                self._waiting.insert(0, Rows(rest, rows.shard, rows.first + part.num_rows))
        return pa.Table.from_batches(parts, self._schema), place
