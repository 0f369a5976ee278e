"""The text level of an article: structure, edits, regions, and the way back to the raw bytes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from itertools import pairwise

from corpus_pkg.findings import Finding, Place
from corpus_pkg.findings.rules_record import (
    DATE_MENTION_MISMATCH,
    EDITS_UNSOUND,
    RAW_NOT_RESTORED,
    REGION_MISMATCH,
    STRUCTURE,
)
from corpus_pkg.model.annotations import Span
from corpus_pkg.model.article import Article
from corpus_pkg.text.edits import restore, sound
from corpus_pkg.text.normalize import normalize


def text_findings(article: Article, place: Place) -> Iterator[Finding]:
    """What is wrong with the text and its structure."""
    yield from _structure(article, place)
    for index, each in enumerate(article.dates):
        surface = article.text[each.start : each.end]
        if surface != each.text:
            own = _at(place, f"/dates/{index}")
            yield Finding(
                DATE_MENTION_MISMATCH, own, f"text is {each.text!r}, text[{each.start}:{each.end}] is {surface!r}"
            )
    if not sound(article.text, article.edits):
        yield Finding(EDITS_UNSOUND, _at(place, "/edits"), "edits overlap, are out of order, or reach beyond the text")
        return
    raw = restore(article.text, article.edits)
    yield from _raw(article, raw, place)
    for index, region in enumerate(article.regions):
        stated = normalize(raw[region.raw_start : region.raw_end]).text
        if stated != region.text:
            message = f"text is {region.text!r:.80}, the raw characters say {stated!r:.80}"
            yield Finding(REGION_MISMATCH, _at(place, f"/regions/{index}"), message)


def _at(place: Place, pointer: str) -> Place:
    return Place(file=place.file, row=place.row, pointer=pointer, record=place.record)


def _structure(article: Article, place: Place) -> Iterator[Finding]:
    length = len(article.text)
    for name, spans in (("paragraphs", article.paragraphs), ("sentences", article.sentences)):
        fault = _fault(spans, length)
        if fault is not None:
            span = spans[fault]
            message = f"[{span.start}, {span.end}) is out of order, empty, or outside the text of {length} code points"
            yield Finding(STRUCTURE, _at(place, f"/{name}/{fault}"), message)
            return
    paragraphs = iter(article.paragraphs)
    current = next(paragraphs, None)
    for index, sentence in enumerate(article.sentences):
        while current is not None and current.end <= sentence.start:
            current = next(paragraphs, None)
        if current is None or not (current.start <= sentence.start and sentence.end <= current.end):
            message = f"sentence [{sentence.start}, {sentence.end}) lies in no paragraph"
            yield Finding(STRUCTURE, _at(place, f"/sentences/{index}"), message)
            return


def _fault(spans: Sequence[Span], length: int) -> int | None:
    """Index of the first span that is out of order, empty or outside."""
    for index, span in enumerate(spans):
        if not 0 <= span.start < span.end <= length:
            return index
    return next((index + 1 for index, (one, two) in enumerate(pairwise(spans)) if two.start < one.end), None)


def _raw(article: Article, raw: str, place: Place) -> Iterator[Finding]:
    """For a text file the way back leads to its very bytes; a JSON line holds more than the text."""
    if article.raw_media_type != "text/plain":
        return
    try:
        digest = hashlib.sha256(raw.encode(article.raw_encoding)).hexdigest()
    except (UnicodeEncodeError, LookupError) as error:
        yield Finding(RAW_NOT_RESTORED, _at(place, "/raw_encoding"), f"cannot be encoded again: {error}")
        return
    if digest != article.raw_sha256:
        message = f"the restored bytes have sha256 {digest}, the record states {article.raw_sha256}"
        yield Finding(RAW_NOT_RESTORED, _at(place, "/raw_sha256"), message)
