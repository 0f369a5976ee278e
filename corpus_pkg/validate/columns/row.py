"""One article's row judged as a batch of one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pyarrow as pa

from corpus_pkg.findings import Finding, Place
from corpus_pkg.findings.rules.schema import OUT_OF_RANGE
from corpus_pkg.intake.source.schema import schema_findings
from corpus_pkg.model.arrow import arrow_schema
from corpus_pkg.model.frozen import frozen_schema
from corpus_pkg.model.lift import lifted
from corpus_pkg.model.rows import Row, json_form
from corpus_pkg.model.tables import table
from corpus_pkg.model.version import SCHEMA_VERSION
from corpus_pkg.validate.columns.judge import Ground, article_findings

# The schema bounds no number and no instant from above; columns hold 32 or 64 bits.
_UNHELD = (pa.ArrowException, OverflowError, ValueError)
_MOST_SAID = 300


def row_findings(row: Row, ground: Ground) -> Iterator[Finding]:
    """What is wrong with an article's row.

    Args:
        row: the row, as `to_row` makes it.
        ground: what it is judged by.
    """
    yield from placed_findings(row, ground, Place(file=row["raw_path"]))


def placed_findings(row: Row, ground: Ground, place: Place) -> Iterator[Finding]:
    """The same, where the row stands elsewhere than in its raw file."""
    try:
        articles, version = table("articles"), row["schema_version"]
        batch = lifted(pa.RecordBatch.from_pylist([row], schema=arrow_schema(articles, version)), articles, version)
    except _UNHELD as error:
        yield Finding(OUT_OF_RANGE, place, f"a value is beyond what its column holds: {error}"[:_MOST_SAID])
        return
    yield from article_findings(batch, ground, lambda _: place)


def corrected_findings(row: Row) -> list[Finding]:
    """What is wrong with an article that people corrected, whatever dataset it is for."""
    found = list(schema_findings(json_form(row), SCHEMA_VERSION, "article", Place(file=row["raw_path"])))
    ground = Ground(frozen_schema(SCHEMA_VERSION, "article"), dt.datetime.now(dt.UTC).date(), licensed=True)
    return found or list(row_findings(row, ground))
