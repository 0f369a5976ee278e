"""The text level by columns: paragraphs, sentences, expressions of time, what is quoted without being a quotation."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pyarrow.compute as pc

from corpus_pkg.findings.rules import text as rules
from corpus_pkg.validate.columns.breach import Breach
from corpus_pkg.validate.columns.frame import Batch, Items, Mask, truth
from corpus_pkg.validate.columns.surfaces import surface_breach
from corpus_pkg.validate.columns.texts import Texts
from corpus_pkg.validate.columns.timex import unsound_values

_COUNTED = r"(?i)\b(?:ago|last|past|this|next|coming|previous|following|current)\b"


def structure_breaches(batch: Batch) -> Iterator[Breach]:
    """Paragraphs and sentences: in order, inside the text, covering it."""
    for name in ("paragraphs", "sentences"):
        spans = batch.listed(name)
        start, end = spans.ints("start"), spans.ints("end")
        bad = ~batch.texts.inside(spans.rows, start, end)
        bad |= before_last(spans)
        yield Breach(rules.STRUCTURE, spans, bad, "[{start}, {end}) is out of order, empty, or outside the text")
    sentences, paragraphs = batch.listed("sentences"), batch.listed("paragraphs")
    outside = ~contained(batch.texts, sentences, paragraphs)
    yield Breach(rules.STRUCTURE, sentences, outside, "sentence [{start}, {end}) lies in no paragraph")


def before_last(spans: Items) -> Mask:
    """Where a span begins before the one above it ends."""
    start, end = spans.ints("start"), spans.ints("end")
    bad = np.zeros(len(spans), dtype=bool)
    bad[1:] = (spans.rows[1:] == spans.rows[:-1]) & (start[1:] < end[:-1])
    return bad


def contained(texts: Texts, inner: Items, outer: Items) -> Mask:
    """Where a span lies in one of the outer spans of its article, which are in order and do not overlap."""
    if not len(outer):
        return np.zeros(len(inner), dtype=bool)
    begins = texts.bases[outer.rows] + outer.ints("start")
    ends = texts.bases[outer.rows] + outer.ints("end")
    base = texts.bases[inner.rows]
    at = np.searchsorted(begins, base + inner.ints("start"), side="right") - 1
    safe = np.maximum(at, 0)
    mask: Mask = (at >= 0) & (base + inner.ints("end") <= ends[safe]) & (outer.rows[safe] == inner.rows)
    return mask


def coverage_breaches(batch: Batch) -> Iterator[Breach]:
    """Every word lies in a paragraph and in a sentence."""
    for name in ("paragraphs", "sentences"):
        spans = batch.listed(name)
        bare = batch.texts.gaps(spans.rows, spans.ints("start"), spans.ints("end"))
        yield Breach(rules.TEXT_UNCOVERED, batch.articles, bare, f"{name} leave words out", name)


def time_breaches(batch: Batch) -> Iterator[Breach]:
    """Expressions of time: their words, order, values, and what they hang on."""
    dates = batch.listed("dates")
    yield surface_breach(rules.DATE_MENTION_MISMATCH, batch, dates)
    yield Breach(rules.DATE_ORDER, dates, before_last(dates), "[{start}, {end}) does not stand after the one above it")
    yield Breach(rules.DATE_VALUE, dates, unsound_values(dates.column("value")), "{value!r} for {text!r}", "value")
    undated = ~batch.articles.has("date")[dates.rows]
    hanging = undated & truth(pc.match_substring_regex(dates.column("value"), r"^\d")) & dates.one_of("type", "DATE")
    if hanging.any():
        hanging &= ~truth(pc.match_substring_regex(dates.column("text"), r"\d"))
        # The nineties are what they are on any day; a decade ago is not.
        years = truth(pc.match_substring_regex(dates.column("value"), r"^\d{4}"))
        hanging &= years | truth(pc.match_substring_regex(dates.column("text"), _COUNTED))
    yield Breach(rules.DATE_UNRESOLVED, dates, hanging, "{text!r} is {value}, and the article has no date", "resolved")
    yield surface_breach(rules.SCARE_MISMATCH, batch, batch.listed("scare"))
