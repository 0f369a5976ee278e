"""A single Parquet file, outside of a dataset: its schema says which config it is of."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pyarrow.parquet as pq

from corpus_pkg.findings import Finding, Place
from corpus_pkg.findings.rules.dataset import ARROW_SCHEMA, PARQUET_DAMAGED
from corpus_pkg.intake.source.parquet import DAMAGE
from corpus_pkg.model.arrow import arrow_schema
from corpus_pkg.model.frozen import frozen_schema, published_versions
from corpus_pkg.model.lift import lifted
from corpus_pkg.model.tables import TABLES, Table
from corpus_pkg.model.version import SCHEMA_VERSION
from corpus_pkg.validate.columns.breach import findings_of
from corpus_pkg.validate.columns.form import form_breaches
from corpus_pkg.validate.columns.frame import Batch
from corpus_pkg.validate.columns.judge import Ground, article_findings
from corpus_pkg.validate.dataset.shards import Shard, shard_findings
from corpus_pkg.validate.dataset.stream import Rows, Stream
from corpus_pkg.validate.target import Steps

_HINDERING = {ARROW_SCHEMA, PARQUET_DAMAGED}


def parquet_findings(path: Path, today: dt.date, steps: Steps) -> Iterator[Finding]:
    """What is wrong with a Parquet file.

    Args:
        path: where it lies.
        today: a publication date after it is impossible.
        steps: counts what was looked at.
    """
    try:
        with pq.ParquetFile(path) as file:
            names, rows = file.schema_arrow.names, file.metadata.num_rows
    except DAMAGE as error:
        yield Finding(PARQUET_DAMAGED, Place(file=path.name), f"{error}".partition("\n")[0][:300])
        return
    # The config with which it shares most columns: a damaged schema is compared with the nearest.
    config = max(TABLES, key=lambda each: len({*names} & {one.name for one in each.fields}))
    shard = Shard(path, path.name, "train", rows)
    version = _version(config, names)
    steps.version(version)
    readable = True
    for finding in shard_findings(shard, config, version):
        yield finding
        readable = readable and finding.rule not in _HINDERING
    if readable:
        stream = Stream([shard], arrow_schema(config, version))
        for batch in stream:
            steps.count("records", batch.batch.num_rows)
            yield from _rows(batch, config, version, today)
        yield from stream.findings


def _version(config: Table, names: list[str]) -> str:
    """The newest schema version that has just these columns, or the newest of all."""
    versions = reversed(published_versions())
    return next((each for each in versions if arrow_schema(config, each).names == names), SCHEMA_VERSION)


def _rows(rows: Rows, config: Table, version: str, today: dt.date) -> Iterator[Finding]:
    if config.name == "articles":
        ground = Ground(frozen_schema(SCHEMA_VERSION, "article"), today, licensed=True)
        yield from article_findings(lifted(rows.batch, config, version), ground, rows.place)
        return
    batch = Batch(rows.batch)
    for breach in form_breaches(batch, frozen_schema(SCHEMA_VERSION, config.name)):
        yield from findings_of(breach, batch, rows.place)
