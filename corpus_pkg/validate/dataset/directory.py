"""Judges a dataset: level by level, a level only where the lower ones passed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from corpus_pkg.errors import UsageError
from corpus_pkg.findings import Finding, Place
from corpus_pkg.findings.rules.dataset import PARQUET_DAMAGED, VERSION_UNKNOWN
from corpus_pkg.model.article import Article
from corpus_pkg.model.manifest import Manifest
from corpus_pkg.model.rows import CHILD_TABLES, Row, from_row, json_form
from corpus_pkg.model.tables import TABLES, Table
from corpus_pkg.validate.article_records import record_findings
from corpus_pkg.validate.article_text import text_findings
from corpus_pkg.validate.card import card_findings
from corpus_pkg.validate.files import file_findings, read_manifest
from corpus_pkg.validate.record_schema import schema_findings
from corpus_pkg.validate.tables import Rows, compare_nested, shard_findings


def validate_dataset(dataset: Path) -> Iterator[Finding]:
    """Everything that is wrong with a dataset directory, in a fixed order.

    Args:
        dataset: the directory.

    Raises:
        UsageError: it is no directory.
    """
    if not dataset.is_dir():
        raise UsageError(str(dataset), "no such directory", "Give the directory that `corpus convert` wrote.")
    manifest = read_manifest(dataset)
    if isinstance(manifest, list):
        yield from manifest
        return
    yield from file_findings(dataset, manifest)
    yield from card_findings(dataset, manifest)
    sound = True
    for config in TABLES:
        faults = list(shard_findings(dataset, manifest, config))
        yield from faults
        sound = sound and not faults
    if sound:
        yield from _rows(dataset, manifest)


def _rows(dataset: Path, manifest: Manifest) -> Iterator[Finding]:
    readable = True
    for config in TABLES:
        rows = Rows(dataset, manifest, config)
        for place, row in rows:
            yield from _row(config, row, place, manifest)
        faults = list(rows.finish())
        yield from faults
        readable = readable and not any(each.rule is PARQUET_DAMAGED for each in faults)
    if readable:
        for child in CHILD_TABLES:
            yield from compare_nested(dataset, manifest, child)


def _row(config: Table, row: Row, place: Place, manifest: Manifest) -> Iterator[Finding]:
    """One row: its schema first, and what its values say only if that is sound."""
    name = "article" if config.record is Article else config.name
    version = row.get("schema_version", manifest.schema_version)
    if version != manifest.schema_version:
        message = f"the record declares {version}, the manifest {manifest.schema_version}"
        yield Finding(VERSION_UNKNOWN, place, message)
        return
    faults = list(schema_findings(json_form(row), manifest.schema_version, name, place))
    yield from faults
    if config.record is Article and not faults:
        article: Article = from_row(Article, row)
        yield from text_findings(article, place)
        yield from record_findings(article, place)
