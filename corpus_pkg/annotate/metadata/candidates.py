"""What every source of evidence states of an article, with its place, and which of it was taken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from corpus_pkg.annotate.metadata.layout import Layout
from corpus_pkg.intake.languages import language_tag
from corpus_pkg.intake.raw import Given, RawArticle
from corpus_pkg.model.provenance import Candidate, Region
from corpus_pkg.model.vocabulary import CandidateField, CandidateProvenance, RegionRole

_FIELDS: tuple[CandidateField, ...] = ("title", "source", "agency", "authors", "url", "language")
Taken = Mapping[CandidateField, str | list[str] | None]


@dataclass(frozen=True, slots=True)
class _Proposed:
    """A candidate of a field that may state nothing."""

    field: CandidateField
    value: str | None
    provenance: CandidateProvenance
    where: str | None = None
    start: int | None = None


def candidates(raw: RawArticle, layout: Layout, regions: Iterable[Region], taken: Taken) -> list[Candidate]:
    """Every candidate, by field, and of a field the strongest first: as given, by markup, by what is printed.

    Args:
        raw: the raw article.
        layout: what stands around its body.
        regions: the same as records, with their places.
        taken: what the record says.
    """
    found = [*_given(raw.given), *_markup(raw), *_layout(layout, region_starts(regions, raw))]
    return [_candidate(each, each.value, taken.get(field)) for field in _FIELDS for each in found
            if each.field == field and each.value]  # fmt: skip


def _candidate(found: _Proposed, value: str, taken: str | list[str] | None) -> Candidate:
    listed = taken if isinstance(taken, list) else [taken]
    words = _plain(found.field, value)
    same = any(each is not None and _plain(found.field, each) in _within(found, words) for each in listed)
    return Candidate(field=found.field, value=value, provenance=found.provenance, where=found.where,
                     start=found.start, taken=same)  # fmt: skip


def _within(found: _Proposed, words: str) -> set[str] | str:
    """What a value states: a byline may name several, and a headline in markup may end with the site's name."""
    loose = found.provenance == "markup" and found.field in {"title", "authors"}
    return words if loose or found.field == "authors" else {words}


def _plain(field: CandidateField, value: str) -> str:
    words = (language_tag(value) or value) if field == "language" else value
    return " ".join(words.split()).casefold()


def _given(given: Given) -> Iterator[_Proposed]:
    yield _Proposed("title", given.title, "given")
    yield _Proposed("source", given.source, "given")
    yield _Proposed("agency", given.agency, "given")
    yield from (_Proposed("authors", each, "given") for each in given.authors)
    yield _Proposed("url", given.url, "given")
    yield _Proposed("language", given.language, "given")


def _markup(raw: RawArticle) -> Iterator[_Proposed]:
    known: dict[str, CandidateField] = {each: each for each in _FIELDS}
    for each in raw.statements:
        if each.field in known:
            yield _Proposed(known[each.field], each.value, "markup", each.where, each.start)


def region_starts(regions: Iterable[Region], raw: RawArticle) -> dict[RegionRole, list[int | None]]:
    """Where the regions of each role begin; unknown where the characters are not the file's own."""
    starts: dict[RegionRole, list[int | None]] = {}
    for each in regions:
        starts.setdefault(each.role, []).append(each.raw_start if raw.extraction is None else None)
    return starts


def _layout(layout: Layout, starts: Mapping[RegionRole, list[int | None]]) -> Iterator[_Proposed]:
    known: dict[str, CandidateField] = {each: each for each in _FIELDS}
    for header, start in zip(layout.headers, starts.get("header", []), strict=True):
        if header.key in known:
            yield _Proposed(known[header.key], header.value, "header", None, start)
    if layout.title:
        yield _Proposed("title", layout.title, "title", None, next(iter(starts.get("title", [])), None))
    for byline, start in zip(layout.bylines, starts.get("byline", []), strict=True):
        own = _Proposed("source", byline.source, "byline", None, start)
        yield from (own, replace(own, field="agency", value=byline.agency))
        yield from (replace(own, field="authors", value=each) for each in byline.authors)
    for start in starts.get("dateline", []):
        yield _Proposed("agency", layout.dateline.agency if layout.dateline else None, "dateline", None, start)
    # Tails are taken from the bottom.
    for tail, start in zip(reversed(layout.tails), starts.get("tail", []), strict=True):
        yield _Proposed("agency", tail.agency, "tail", None, start)
        yield from (_Proposed("authors", each, "tail", None, start) for each in tail.authors)
