"""What is doubtful in what an article states of itself, and was left out or taken all the same."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from corpus_pkg.annotate.metadata.evidence import DateEvidence
from corpus_pkg.annotate.metadata.layout import Layout
from corpus_pkg.annotate.metadata.markup import UNMARKED, StatedDate, read_stated
from corpus_pkg.findings import Finding, Place
from corpus_pkg.findings.rules.metadata import DATE_UNREADABLE, MODIFIED_FIRST, RIGHTS_DISAGREE, SOURCES_DISAGREE
from corpus_pkg.intake.raw import Statement
from corpus_pkg.model.licences import is_open
from corpus_pkg.model.provenance import Candidate
from corpus_pkg.model.rights import Rights

_SHOWN = 60


def date_doubts(
    layout: Layout, statements: Sequence[Statement], taken: DateEvidence | None, place: Place
) -> Iterator[Finding]:
    """Dates of publication that cannot be read, and a modification before the publication.

    Args:
        layout: what the text states.
        statements: what the markup states.
        taken: the date that was taken.
        place: the article.
    """
    read = [(each, read_stated(each)) for each in statements if each.field in {"date", "modified"}]
    # A `time` that does not say what it dates may hold a length, or the clock alone.
    unread = [(each.where, each.value) for each, date in read
              if date is None and each.field == "date" and each.where != UNMARKED]  # fmt: skip
    unread += [("header", each.value) for each in layout.headers if each.key == "date" and each.date is None]
    for where, words in dict.fromkeys(unread):
        message = f"{where} states {words[:_SHOWN]!r}, which is no day, or more than one; left out"
        yield Finding(DATE_UNREADABLE, place, message, {"from": where, "value": words[:_SHOWN]})
    modified = [date for each, date in read if date is not None and each.field == "modified"]
    before = next((each for each in modified if taken is not None and _is_before(each, taken)), None)
    if before is not None and taken is not None:
        message = f"{before.where} says that it was modified on {before.day}, before it was published on {taken.day}"
        yield Finding(MODIFIED_FIRST, place, message, {"modified": str(before.day), "published": str(taken.day)})


def rights_doubts(rights: Rights | None, place: Place) -> Iterator[Finding]:
    """Rights that are open by one statement and closed by another.

    Args:
        rights: what was made of all statements.
        place: the article.
    """
    if rights is not None and rights.license and is_open(rights.license) and rights.redistributable is None:
        message = f"{rights.license} is stated, and something else that forbids to pass the text on"
        yield Finding(RIGHTS_DISAGREE, place, message, {"license": rights.license})


def candidate_doubts(candidates: Sequence[Candidate], place: Place) -> Iterator[Finding]:
    """Fields of which two kinds of evidence, such as sidecar and header, say two things.

    Variants within one kind are none: a page words its headline in several ways.

    Args:
        candidates: all of them, the strongest of a field first.
        place: the article.
    """
    for field in ("title", "source", "agency", "authors"):
        by_kind: dict[str, list[str]] = {}
        for each in candidates:
            if each.field == field:
                by_kind.setdefault(each.provenance, []).append(each.value)
        (kind, first), *others = by_kind.items() if by_kind else [("", [])]
        for other, values in others:
            if not any(_same(one, two) for one in first for two in values):
                message = f"{field} is {first[0][:_SHOWN]!r} by {kind}, and {values[0][:_SHOWN]!r} by {other}"
                yield Finding(SOURCES_DISAGREE, place, message, {"field": field, "taken": first[0][:200]})


def _same(one: str, two: str) -> bool:
    """Whether two values are one name, or one holds the other: AFP, and Agence France-Presse (AFP)."""
    words = ["".join(each for each in value.casefold() if each.isalnum()) for value in (one, two)]
    initials = ["".join(each[0] for each in value.replace("-", " ").split()).casefold() for value in (one, two)]
    return words[0] in words[1] or words[1] in words[0] or words[0] == initials[1] or words[1] == initials[0]


def _is_before(modified: StatedDate, taken: DateEvidence) -> bool:
    if modified.instant is not None and taken.instant is not None:
        # A draft that was saved some hours before is no contradiction.
        return taken.instant - modified.instant > dt.timedelta(days=1)
    return modified.precision == taken.precision == "day" and modified.day < taken.day
