"""The metadata of an article: every source of evidence proposes, the strongest is taken, agreement is counted."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TypeVar

from corpus_pkg.annotate.gazetteer import agencies, bodies
from corpus_pkg.annotate.metadata.datelines import Dateline
from corpus_pkg.annotate.metadata.layout import Layout
from corpus_pkg.annotate.metadata.markup import StatedDate, stated_dates, stated_names, stated_url
from corpus_pkg.annotate.metadata.markup import stated as markup
from corpus_pkg.annotate.metadata.written_dates import month_number
from corpus_pkg.findings import Finding, Place
from corpus_pkg.findings.rules.metadata import DATES_DISAGREE, IMPOSSIBLE_DATE
from corpus_pkg.intake.raw import Given, Statement
from corpus_pkg.intake.values import plausible
from corpus_pkg.model.provenance import DateProposal
from corpus_pkg.model.vocabulary import (
    DateJudgement,
    DatePrecision,
    DateProvenance,
    RegionRole,
    SourceKind,
    SourceProvenance,
)

RegionStarts = Mapping[RegionRole, Sequence[int | None]]
_WIDTHS = {"year": 4, "month": 7, "day": 10}
_URL_DATES = (
    re.compile(r"/(?P<y>(?:19|20)\d\d)[/-](?P<m>\d\d)[/-](?P<d>\d\d)(?:/|[-_]|\Z)"),
    re.compile(
        r"/(?P<y>(?:19|20)\d\d)/(?P<m>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/(?P<d>\d\d)(?:/|\Z)",
        re.IGNORECASE,
    ),
    re.compile(r"[/_-](?P<y>(?:19|20)\d\d)(?P<m>0[1-9]|1[0-2])(?P<d>[0-3]\d)(?=[/._-]|\Z)"),
    re.compile(r"/(?P<y>(?:19|20)\d\d)/(?P<m>0[1-9]|1[0-2])/(?!\d\d?/)"),
)


@dataclass(frozen=True, slots=True)
class DateEvidence:
    """One statement of the day of publication.

    `text` is what states it, as printed; `where` the markup that does; `start` where that stands in the raw characters.
    """

    provenance: DateProvenance
    day: dt.date
    precision: DatePrecision
    instant: dt.datetime | None = None
    text: str | None = None
    where: str | None = None
    start: int | None = None


@dataclass(frozen=True, slots=True)
class DateVerdict:
    """The date that was taken, how many sources of evidence state it, and what each of them proposes."""

    taken: DateEvidence | None
    agreement: int
    proposals: list[DateProposal] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class SourceVerdict:
    """Who published the article, and who supplied the copy."""

    source: str | None
    kind: SourceKind | None
    provenance: SourceProvenance
    agency: str | None


def _evidence(
    given: Given, layout: Layout, statements: Sequence[Statement], starts: RegionStarts
) -> list[DateEvidence]:
    """What states a date, the strongest first."""
    found, marked = [], list(stated_dates(statements))
    if given.date is not None:
        found.append(DateEvidence("given", given.date, given.date_precision or "day", given.published_at))
    found += [_marked(each) for each in marked if each.marked]
    headers, bylines = _with_starts(layout.headers, starts, "header"), _with_starts(layout.bylines, starts, "byline")
    found += [DateEvidence("header", each.date.day, each.date.precision, each.date.instant, each.value, start=start)
              for each, start in headers if each.date is not None]  # fmt: skip
    found += [DateEvidence("byline", each.date.day, each.date.precision, each.date.instant, each.dated, start=start)
              for each, start in bylines if each.date is not None]  # fmt: skip
    if layout.dateline is not None and layout.dateline.date is not None:
        start = next(iter(starts.get("dateline", [])), None)
        found.append(DateEvidence("dateline", layout.dateline.date, "day", text=layout.dateline.dated, start=start))
    url = address(given, layout, statements)
    found += [stated] if url and (stated := _in_url(url)) else []
    return [*found, *(_marked(each) for each in marked if not each.marked)]


T = TypeVar("T")


def _with_starts(parts: Sequence[T], starts: RegionStarts, role: RegionRole) -> list[tuple[T, int | None]]:
    """Parts of the layout with where they stand, which is known of all of a role or of none."""
    known = starts.get(role, [])
    return list(zip(parts, known if len(known) == len(parts) else [None] * len(parts), strict=True))


def _marked(stated: StatedDate) -> DateEvidence:
    return DateEvidence(
        "markup", stated.day, stated.precision, stated.instant, stated.words, stated.where, stated.start
    )


def address(given: Given, layout: Layout, statements: Sequence[Statement] = ()) -> str | None:
    """Where the article was published: as given, as its markup or as a header states."""
    header = next((each.value for each in layout.headers if each.key == "url"), None)
    return given.url or stated_url(statements) or header


def _in_url(url: str) -> DateEvidence | None:
    """The date that an address states; an impossible day in it is a number, not a date."""
    match = next((found for each in _URL_DATES if (found := each.search(url))), None)
    if match is None:
        return None
    parts = match.groupdict()
    month = int(parts["m"]) if parts["m"].isdigit() else month_number(parts["m"])
    with suppress(ValueError):
        day = dt.date(int(parts["y"]), month, int(parts.get("d") or 1))
        return DateEvidence("url", day, "day" if parts.get("d") else "month", text=match[0].strip("/_-"))
    return None


def judge_date(  # noqa: PLR0913, PLR0917  each kind of evidence is one of them
    given: Given, layout: Layout, place: Place, today: dt.date, statements: Sequence[Statement] = (),
    starts: RegionStarts | None = None,
) -> tuple[DateVerdict, list[Finding]]:  # fmt: skip
    """The day of publication, and what contradicts it.

    Args:
        given: what the contributor states.
        layout: what the text states.
        place: the article, for findings.
        today: the day of conversion; a later date is refused.
        statements: what the markup states.
        starts: where the regions of each role begin in the raw characters.
    """
    starts = starts or {}
    evidence = _evidence(given, layout, statements, starts)
    taken = _strongest([each for each in evidence if plausible(each.day, today)])
    proposals = [_proposal(each, taken, today) for each in evidence]
    proposals += _yearless(layout.dateline, taken, next(iter(starts.get("dateline", [])), None))
    findings = [_refused(each, place) for each in proposals if each.verdict == "refused"]
    against = [f"{each.provenance} {each.value}" for each in proposals if each.verdict == "differs"]
    if taken is not None and against:
        message = f"{taken.provenance} {taken.day} was taken, against {', '.join(against)}"
        findings.append(Finding(DATES_DISAGREE, place, message, {"taken": str(taken.day), "against": against}))
    agreement = sum(each.verdict in {"taken", "agrees"} for each in proposals)
    return DateVerdict(taken, agreement, proposals), findings


def _strongest(evidence: Sequence[DateEvidence]) -> DateEvidence | None:
    """What is given; else what most kinds of evidence agree on, and of that the strongest, and of that the exactest."""
    if not evidence or evidence[0].provenance == "given":
        return evidence[0] if evidence else None
    support = [len({_kind_of(other) for other in evidence if _agrees(each, other)}) for each in evidence]
    first = evidence[support.index(max(support))]
    same = [each for each in evidence if each.provenance == first.provenance and _agrees(first, each)]
    return max(same, key=lambda each: (_WIDTHS[each.precision], each.instant is not None))


def _kind_of(evidence: DateEvidence) -> str:
    """What kind of evidence it is: two fields of meta are one hand's work, JSON-LD and meta are two."""
    return evidence.provenance + (evidence.where or "").partition(" ")[0]


def _proposal(evidence: DateEvidence, taken: DateEvidence | None, today: dt.date) -> DateProposal:
    """A statement of a date with what was made of it."""
    verdict: DateJudgement = "refused"
    if plausible(evidence.day, today) and taken is not None:
        verdict = "taken" if evidence is taken else "agrees" if _agrees(taken, evidence) else "differs"
    value = str(evidence.day)[: _WIDTHS[evidence.precision]]
    return DateProposal(
        provenance=evidence.provenance,
        value=value,
        text=evidence.text,
        where=evidence.where,
        start=evidence.start,
        verdict=verdict,
    )


def _yearless(dateline: Dateline | None, taken: DateEvidence | None, start: int | None) -> list[DateProposal]:
    """What a dateline without a year says to a date that another source states."""
    if dateline is None or dateline.year is not None or dateline.month is None or dateline.day is None:
        return []
    known = taken is not None and taken.precision == "day"
    same = known and taken is not None and (dateline.month, dateline.day) == (taken.day.month, taken.day.day)
    verdict: DateJudgement = "agrees" if same else "differs" if known else "incomplete"
    value = f"--{dateline.month:02}-{dateline.day:02}"
    return [
        DateProposal(provenance="dateline", value=value, text=dateline.dated, where=None, start=start, verdict=verdict)
    ]


def _refused(proposal: DateProposal, place: Place) -> Finding:
    message = f"the {proposal.provenance} states {proposal.value}, which is not between 1700 and today; left out"
    return Finding(IMPOSSIBLE_DATE, place, message, {"date": proposal.value, "from": proposal.provenance})


def _agrees(taken: DateEvidence, other: DateEvidence) -> bool:
    """Whether two statements are one date, at the coarser precision of the two."""
    width = min(_WIDTHS[taken.precision], _WIDTHS[other.precision])
    return str(taken.day)[:width] == str(other.day)[:width]


def judge_source(given: Given, layout: Layout, statements: Sequence[Statement] = ()) -> SourceVerdict:
    """Who published the article: the outlet where known, else the agency."""
    agency, agency_provenance = _agency(given, layout, statements)
    stated: list[tuple[str | None, SourceProvenance]] = [
        (given.source, "given"),
        (next(iter(markup(statements, "source")), None), "markup"),
        (next((each.value for each in layout.headers if each.key == "source"), None), "header"),
        (next((each.source for each in layout.bylines if each.source), None), "byline"),
        (agency, agency_provenance),
    ]
    for source, provenance in stated:
        if source is not None:
            kind = given.source_kind if provenance == "given" and given.source_kind else _kind(source)
            # An agency that publishes itself is its own supplier, whatever short form of it stands elsewhere.
            agency = source if kind == "agency" else agency
            return SourceVerdict(source, kind, provenance, agency)
    return SourceVerdict(None, None, "none", None)


def _agency(given: Given, layout: Layout, statements: Sequence[Statement]) -> tuple[str | None, SourceProvenance]:
    marked = next(iter(markup(statements, "agency")), None)
    header = next((each.value for each in layout.headers if each.key == "agency"), None)
    byline = next((each.agency for each in layout.bylines if each.agency), None)
    dateline = layout.dateline.agency if layout.dateline else None
    tail = next((each.agency for each in layout.tails if each.agency), None)
    stated: list[tuple[str | None, SourceProvenance]] = [
        (given.agency, "given"), (marked, "markup"), (header, "header"), (byline, "byline"), (dateline, "dateline"),
        (tail, "tail"),
    ]  # fmt: skip
    return next((each for each in stated if each[0] is not None), (None, "none"))


def _kind(source: str) -> SourceKind | None:
    """What kind of source a known name is; null for a name that is not known."""
    if source in agencies():
        return "agency"
    body = bodies().get(source) or bodies().get(source.removeprefix("The "))
    return "outlet" if body is not None and body.kind == "outlet" else None


def authors(given: Given, layout: Layout, statements: Sequence[Statement] = ()) -> list[str]:
    """The names of the byline, in the markup or the text; of the closing credit where there is no byline."""
    if known := list(given.authors) or stated_names(statements):
        return known
    stated = [name for each in layout.headers if each.key == "authors" for name in _split(each.value)]
    bylines = stated + [name for each in layout.bylines for name in each.authors]
    credit = [name for each in reversed(layout.tails) for name in each.authors]
    return list(dict.fromkeys(bylines or credit))


def _split(names: str) -> list[str]:
    return [each.strip() for each in re.split(r",|;|\band\b|&", names) if each.strip()]
