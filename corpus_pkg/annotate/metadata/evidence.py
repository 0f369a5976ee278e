"""The metadata of an article: every source of evidence proposes, the strongest is taken, agreement is counted."""

from __future__ import annotations

import datetime as dt
import re
from contextlib import suppress
from dataclasses import dataclass

from corpus_pkg.annotate.gazetteer import agencies, bodies
from corpus_pkg.annotate.metadata.layout import Layout
from corpus_pkg.findings import Finding, Place
from corpus_pkg.findings.rules_input import DATES_DISAGREE, IMPOSSIBLE_DATE
from corpus_pkg.intake.raw import Given
from corpus_pkg.intake.values import plausible
from corpus_pkg.model.vocabulary import DatePrecision, DateProvenance, SourceKind, SourceProvenance

_URL_DATE = re.compile(r"/((?:19|20)\d\d)[/-](\d\d)[/-](\d\d)(?:/|[-_]|\Z)")


@dataclass(frozen=True, slots=True)
class DateEvidence:
    """One statement of the day of publication."""

    provenance: DateProvenance
    day: dt.date
    precision: DatePrecision
    instant: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class DateVerdict:
    """The date that was taken, and how many sources of evidence state it."""

    taken: DateEvidence | None
    agreement: int


@dataclass(frozen=True, slots=True)
class SourceVerdict:
    """Who published the article, and who supplied the copy."""

    source: str | None
    kind: SourceKind | None
    provenance: SourceProvenance
    agency: str | None


def _proposals(given: Given, layout: Layout) -> list[DateEvidence]:
    """What states a date, the strongest first."""
    found = []
    if given.date is not None:
        found.append(DateEvidence("given", given.date, given.date_precision or "day", given.published_at))
    written = [header.date for header in layout.headers if header.date is not None]
    found += [DateEvidence("header", each.day, each.precision, each.instant) for each in written]
    if layout.dateline is not None and layout.dateline.date is not None:
        found.append(DateEvidence("dateline", layout.dateline.date, "day"))
    url = given.url or next((each.value for each in layout.headers if each.key == "url"), None)
    match = _URL_DATE.search(url) if url else None
    if match:
        with suppress(ValueError):  # an impossible day in an address is a number, not a date
            found.append(DateEvidence("url", dt.date(*map(int, match.groups())), "day"))
    return found


def judge_date(given: Given, layout: Layout, place: Place, today: dt.date) -> tuple[DateVerdict, list[Finding]]:
    """The day of publication, and what contradicts it.

    Args:
        given: what the contributor states.
        layout: what the text states.
        place: the article, for findings.
        today: the day of conversion; a later date is refused.
    """
    findings, possible = [], []
    for each in _proposals(given, layout):
        if plausible(each.day, today):
            possible.append(each)
        else:
            message = f"the {each.provenance} states {each.day}, which is not between 1700 and today; left out"
            findings.append(Finding(IMPOSSIBLE_DATE, place, message, {"date": str(each.day), "from": each.provenance}))
    if not possible:
        return DateVerdict(None, 0), findings
    taken = possible[0]
    agreement = sum(_agrees(taken, each) for each in possible)
    against = [f"{each.provenance} {each.day}" for each in possible if not _agrees(taken, each)]
    yearless = layout.dateline if layout.dateline and layout.dateline.year is None and layout.dateline.month else None
    if yearless and taken.precision == "day":
        same = (yearless.month, yearless.day) == (taken.day.month, taken.day.day)
        agreement += same
        against += [] if same else [f"dateline {yearless.month:02}-{yearless.day:02}"]
    if against:
        message = f"{taken.provenance} {taken.day} was taken, against {', '.join(against)}"
        findings.append(Finding(DATES_DISAGREE, place, message, {"taken": str(taken.day), "against": against}))
    return DateVerdict(taken, agreement), findings


def _agrees(taken: DateEvidence, other: DateEvidence) -> bool:
    """Whether two statements are one date, at the coarser precision of the two."""
    widths = {"year": 4, "month": 7, "day": 10}
    width = min(widths[taken.precision], widths[other.precision])
    return str(taken.day)[:width] == str(other.day)[:width]


def judge_source(given: Given, layout: Layout) -> SourceVerdict:
    """Who published the article: the outlet where known, else the agency."""
    agency, agency_provenance = _agency(given, layout)
    stated: list[tuple[str | None, SourceProvenance]] = [
        (given.source, "given"),
        (next((each.value for each in layout.headers if each.key == "source"), None), "header"),
        (next((each.source for each in layout.bylines if each.source), None), "byline"),
        (agency, agency_provenance),
    ]
    for source, provenance in stated:
        if source is not None:
            kind = given.source_kind if provenance == "given" and given.source_kind else _kind(source)
            agency = source if agency is None and kind == "agency" else agency
            return SourceVerdict(source, kind, provenance, agency)
    return SourceVerdict(None, None, "none", None)


def _agency(given: Given, layout: Layout) -> tuple[str | None, SourceProvenance]:
    header = next((each.value for each in layout.headers if each.key == "agency"), None)
    byline = next((each.agency for each in layout.bylines if each.agency), None)
    dateline = layout.dateline.agency if layout.dateline else None
    tail = next((each.agency for each in layout.tails if each.agency), None)
    stated: list[tuple[str | None, SourceProvenance]] = [
        (given.agency, "given"), (header, "header"), (byline, "byline"), (dateline, "dateline"), (tail, "tail")
    ]  # fmt: skip
    return next((each for each in stated if each[0] is not None), (None, "none"))


def _kind(source: str) -> SourceKind | None:
    """What kind of source a known name is; null for a name that is not known."""
    if source in agencies():
        return "agency"
    body = bodies().get(source) or bodies().get(source.removeprefix("The "))
    return "outlet" if body is not None and body.kind == "outlet" else None


def authors(given: Given, layout: Layout) -> list[str]:
    """The names of the byline; of the closing credit where there is no byline."""
    if given.authors:
        return list(given.authors)
    stated = [name for each in layout.headers if each.key == "authors" for name in _split(each.value)]
    bylines = stated + [name for each in layout.bylines for name in each.authors]
    credit = [name for each in reversed(layout.tails) for name in each.authors]
    return list(dict.fromkeys(bylines or credit))


def _split(names: str) -> list[str]:
    return [each.strip() for each in re.split(r",|;|\band\b|&", names) if each.strip()]
