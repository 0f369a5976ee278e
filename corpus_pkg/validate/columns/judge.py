"""All rules of an article, level by level: an article that fails a level is not looked at by the next."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pyarrow as pa

from corpus_pkg.findings import Finding, Place, Severity
from corpus_pkg.validate.columns import claims, entities, metadata, quotes, raw, structure, text, wording
from corpus_pkg.validate.columns.breach import Breach, Check, findings_of
from corpus_pkg.validate.columns.form import form_breaches
from corpus_pkg.validate.columns.frame import Batch, Ints, Mask
from corpus_pkg.validate.columns.withheld import lacks_words, missing_words, withheld_faults

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

_WORDLESS: tuple[Check, ...] = (
    metadata.evidence_breaches,
    metadata.review_breaches,
    quotes.speaker_breaches,
    quotes.relation_breaches,
    entities.entity_breaches,
    claims.number_breaches,
    claims.kind_breaches,
)
"""What is looked at in articles whose text is withheld: all that asks for no words."""


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
    dated: tuple[Check, ...] = (
        lambda batch: metadata.date_breaches(batch, ground.today),
        lambda batch: metadata.source_breaches(batch, ground.licensed),
        lambda batch: metadata.origin_breaches(batch, ground.languages),
    )
    left = _Left(Batch(rows), np.arange(rows.num_rows), place)
    yield from left.level((lambda batch: form_breaches(batch, ground.schema),))
    if left.batch.articles.column("text").null_count or lacks_words(left.batch.rows):
        without = left.without_words()
        yield from without.level((*_WORDLESS, *dated))
        yield from left.findings
    first, second, *others = _LEVELS
    for level in (first, (*second, *dated), *others):
        yield from left.level(level)


class _Left:
    """The articles of a batch that are still looked at."""

    def __init__(self, batch: Batch, numbers: Ints, place: Callable[[int], Place]) -> None:
        self.batch, self._numbers, self._place = batch, numbers, place
        self.findings: list[Finding] = []

    def level(self, checks: tuple[Check, ...]) -> Iterator[Finding]:
        """What some checks find; articles with an error are looked at no more."""
        if not len(self.batch):
            return
        broken = np.zeros(len(self.batch), dtype=bool)
        for breach in _breaches(checks, self.batch):
            if breach.rule.severity is Severity.ERROR:
                broken[breach.items.rows[breach.mask]] = True
            yield from findings_of(breach, self.batch, self._at)
        if broken.any():
            self._keep(~broken)

    def without_words(self) -> _Left:
        """The articles whose text is withheld, taken out; what is wrong with words is among the findings."""
        withheld = np.zeros(len(self.batch), dtype=bool)
        broken = np.zeros(len(self.batch), dtype=bool)
        for number, row in enumerate(self.batch.rows.to_pylist()):
            withheld[number] = row["text"] is None
            for rule, pointer, message in withheld_faults(row) if withheld[number] else missing_words(row):
                place = replace(self._at(number), pointer=pointer, record=row["id"])
                self.findings.append(Finding(rule, place, message))
                broken[number] = True
        taken = _Left(self.batch, self._numbers, self._place)
        taken._keep(withheld & ~broken)
        self._keep(~withheld & ~broken)
        return taken

    def _at(self, row: int) -> Place:
        return self._place(int(self._numbers[row]))

    def _keep(self, mask: Mask) -> None:
        self.batch, self._numbers = Batch(self.batch.rows.filter(pa.array(mask))), self._numbers[mask]


def _breaches(level: tuple[Check, ...], batch: Batch) -> Iterator[Breach]:
    for check in level:
        for breach in check(batch):
            if breach.mask.any():
                yield breach
