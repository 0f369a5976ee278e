"""Judges a dataset directory: level by level, a level only where the lower ones passed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from corpus_pkg.findings import Finding
from corpus_pkg.findings.rules.dataset import COMPRESSION, EMPTY_CONFIG, FILE_ROWS, GROUP_SIZE
from corpus_pkg.model.manifest import Manifest
from corpus_pkg.model.tables import TABLES
from corpus_pkg.validate.dataset.card import card_findings
from corpus_pkg.validate.dataset.croissant import croissant_findings
from corpus_pkg.validate.dataset.files import file_findings, manifest_findings, read_manifest
from corpus_pkg.validate.dataset.ledger import reject_findings
from corpus_pkg.validate.dataset.shards import name_findings, shard_findings, shards
from corpus_pkg.validate.dataset.walk import Walk
from corpus_pkg.validate.target import Steps

_NO_HINDRANCE = {COMPRESSION, EMPTY_CONFIG, FILE_ROWS, GROUP_SIZE}
"""What is wrong with a shard, and does not keep its rows from being read."""


def dataset_findings(dataset: Path, today: dt.date, steps: Steps) -> Iterator[Finding]:
    """Everything that is wrong with a dataset directory, in a fixed order.

    Args:
        dataset: the directory.
        today: a publication date after it is impossible.
        steps: counts what was looked at.
    """
    manifest = read_manifest(dataset)
    if isinstance(manifest, list):
        yield from manifest
        return
    steps.version(manifest.schema_version)
    steps.count("files", len(manifest.files))
    yield from manifest_findings(manifest)
    yield from file_findings(dataset, manifest)
    yield from card_findings(dataset, manifest)
    yield from croissant_findings(dataset, manifest)
    yield from reject_findings(dataset, manifest)
    readable = True
    for finding in _shards(dataset, manifest):
        yield finding
        readable = readable and finding.rule in _NO_HINDRANCE
    if readable:
        walk = Walk(dataset, manifest, today)
        yield from walk.findings()
        steps.count("articles", walk.articles)


def _shards(dataset: Path, manifest: Manifest) -> Iterator[Finding]:
    for config in TABLES:
        yield from name_findings(manifest, config.name)
        for shard in shards(dataset, manifest, config.name):
            yield from shard_findings(shard, config, manifest.schema_version)
