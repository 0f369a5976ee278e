"""All rules of an article, level by level: an article that fails a level is not looked at by the next."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa

from corpus_pkg.findings import Finding, Place, Severity
from corpus_pkg.validate.columns import claims, entities, metadata, quotes, raw, structure, text, wording
from corpus_pkg.validate.columns.breach import Breach, Check, findings_of
from corpus_pkg.validate.columns.form import form_breaches
from corpus_pkg.validate.columns.frame import Batch, Ints

_LEVELS: tuple[tuple[Check, ...], ...] = (
    (structure.structure_breaches, raw.raw_breaches, text.text_breaches),
    (
        text.content_breaches,
        structure.coverage_breaches,
        structure.time_breaches,
        metadata.evidence_breaches,
        metadata.review_breaches,
        quotes.span_breaches,
        entities.mention_breaches,
        claims.place_breaches,
    ),
    (
        quotes.speaker_breaches,
        quotes.relation_breaches,
        quotes.mark_breaches,
        entities.entity_breaches,
        claims.number_breaches,
        claims.source_breaches,
        claims.printed_breaches,
        claims.kind_breaches,
        wording.number_word_breaches,
        wording.bound_word_breaches,
    ),
)


@dataclass(frozen=True, slots=True)
class Ground:
    """What articles are judged by, besides themselves.

    Attributes:
        schema: the frozen JSON Schema of an article.
        today: a publication date after it is impossible.
        licensed: whether the dataset states a licence.
        languages: the languages that the dataset declares; empty where it declares none.
    """

    schema: Mapping[str, Any]
    today: dt.date
    licensed: bool = False
    languages: frozenset[str] = frozenset()


def article_findings(rows: pa.RecordBatch, ground: Ground, place: Callable[[int], Place]) -> Iterator[Finding]:
    """What is wrong with a batch of articles.

    Args:
        rows: the articles, with the Arrow schema of their config.
        ground: what they are judged by.
        place: where an article stands, by its row in the batch.
    """
    numbers = np.arange(rows.num_rows)
    levels: list[tuple[Check, ...]] = [(lambda batch: form_breaches(batch, ground.schema),), *_LEVELS]
    levels[2] = (
        *levels[2],
        lambda batch: metadata.date_breaches(batch, ground.today),
        lambda batch: metadata.source_breaches(batch, ground.licensed),
        lambda batch: metadata.origin_breaches(batch, ground.languages),
    )
    batch = Batch(rows)
    for level in levels:
        broken = np.zeros(len(batch), dtype=bool)
        for breach in _breaches(level, batch):
            if breach.rule.severity is Severity.ERROR:
                broken[breach.items.rows[breach.mask]] = True
            yield from findings_of(breach, batch, _renumbered(place, numbers))
        if broken.any():
            batch, numbers = Batch(batch.rows.filter(pa.array(~broken))), numbers[~broken]
        if not len(batch):
            return


def _renumbered(place: Callable[[int], Place], numbers: Ints) -> Callable[[int], Place]:
    """Places by the row of a batch from which articles were left out."""
    return lambda row: place(int(numbers[row]))


def _breaches(level: tuple[Check, ...], batch: Batch) -> Iterator[Breach]:
    for check in level:
        for breach in check(batch):
            if breach.mask.any():
                yield breach
