"""The link level: both ends are there, in order, once, and of the kind that the relation asks for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from corpus_pkg.findings import Finding, Rule
from corpus_pkg.findings.rules import links as rules
from corpus_pkg.model.arrow import arrow_schema
from corpus_pkg.model.frozen import frozen_schema
from corpus_pkg.model.manifest import Manifest
from corpus_pkg.model.tables import table
from corpus_pkg.store.digest import ContentDigest
from corpus_pkg.validate.columns.breach import Breach, findings_of
from corpus_pkg.validate.columns.form import form_breaches
from corpus_pkg.validate.columns.frame import Batch, Mask
from corpus_pkg.validate.columns.references import id_numbers
from corpus_pkg.validate.dataset.ids import IdLedger
from corpus_pkg.validate.dataset.shards import shards
from corpus_pkg.validate.dataset.stream import Stream

_LINKS = table("links")
_WORDS = "kind {kind}, from_article {from_article}, from_id {from_id}, to_article {to_article}, to_id {to_id}"
_COLUMNS = ("kind", "from_article", "from_id", "to_article", "to_id")


def link_findings(
    dataset: Path, manifest: Manifest, ids: dict[str, IdLedger], digest: ContentDigest
) -> Iterator[Finding]:
    """What is wrong with the links.

    Args:
        dataset: the directory.
        manifest: its manifest.
        ids: the ids that were seen, by config.
        digest: takes the rows.
    """
    seen: set[tuple[Any, ...]] = set()
    stream = Stream(shards(dataset, manifest, "links"), arrow_schema(_LINKS, manifest.schema_version))
    schema = frozen_schema(manifest.schema_version, "links")
    for rows in stream:
        digest.add(rows.batch)
        batch = Batch(rows.batch)
        broken = False
        for breach in form_breaches(batch, schema):
            broken = True
            yield from findings_of(breach, batch, rows.place)
        if not broken:
            for breach in _breaches(batch, ids, seen):
                yield from findings_of(breach, batch, rows.place)
    yield from stream.findings


def _breaches(batch: Batch, ids: dict[str, IdLedger], seen: set[tuple[Any, ...]]) -> Iterator[Breach]:
    links = batch.articles
    for end in ("from", "to"):
        unknown = ids["articles"].missing(id_numbers(links.column(f"{end}_article")))
        yield _breach(rules.LINK_ARTICLE, batch, unknown, f"{end}_article")
        there = links.has(f"{end}_id")
        numbers = id_numbers(links.column(f"{end}_id"))
        lost = there & np.logical_and.reduce([ids[name].missing(numbers) for name in ("quotes", "entities", "claims")])
        yield _breach(rules.LINK_RECORD, batch, lost, f"{end}_id")
    quoted = links.one_of("kind", "same_quote")
    both, none = links.has("from_id") & links.has("to_id"), ~links.has("from_id") & ~links.has("to_id")
    yield _breach(rules.LINK_ENDS, batch, np.where(quoted, ~both, ~none), "kind")
    one, two = (id_numbers(links.column(name), letters=False) for name in ("from_article", "to_article"))
    yield _breach(rules.LINK_ORDER, batch, one >= two, "from_article")
    twice = np.zeros(len(batch), dtype=bool)
    for row, key in enumerate(zip(*(links.column(name).to_pylist() for name in _COLUMNS), strict=True)):
        twice[row] = key in seen
        seen.add(key)
    yield _breach(rules.LINK_TWICE, batch, twice, "")


def _breach(rule: Rule, batch: Batch, mask: Mask, field: str) -> Breach:
    return Breach(rule, batch.articles, mask, _WORDS, field)
