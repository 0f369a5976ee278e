"""One article's row judged as a batch of one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pyarrow as pa

from corpus_pkg.findings import Finding, Place
from corpus_pkg.model.arrow import arrow_schema
from corpus_pkg.model.frozen import frozen_schema
from corpus_pkg.model.rows import Row
from corpus_pkg.model.tables import table
from corpus_pkg.model.version import SCHEMA_VERSION
from corpus_pkg.validate.columns.judge import Ground, article_findings


def row_findings(row: Row, ground: Ground) -> Iterator[Finding]:
    """What is wrong with an article's row.

    Args:
        row: the row, as `to_row` makes it.
        ground: what it is judged by.
    """
    batch = pa.RecordBatch.from_pylist([row], schema=arrow_schema(table("articles")))
    yield from article_findings(batch, ground, lambda _: Place(file=row["raw_path"]))


def corrected_findings(row: Row) -> list[Finding]:
    """What is wrong with an article that people corrected, whatever dataset it is for."""
    ground = Ground(frozen_schema(SCHEMA_VERSION, "article"), dt.datetime.now(dt.UTC).date(), licensed=True)
    return list(row_findings(row, ground))
