"""Datelines: `MOMBASA, March 4, 2025 (Reuters) - `, `LISBON, Portugal (AP) — `, `Paris, Feb 13 (AFP) - `."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from corpus_pkg.annotate.gazetteer import agencies
from corpus_pkg.annotate.metadata.written_dates import MONTH, month_number

_CAPITALS = r"[A-ZÀ-Ý][A-ZÀ-Ý.'’-]+(?:[ /][A-ZÀ-Ý][A-ZÀ-Ý.'’-]*){0,4}"
_MIXED = r"[A-ZÀ-Ý][\w.'’-]+(?:[ /][A-ZÀ-Ý][\w.'’-]*){0,3}"
_REGION = r"(?:,[ ](?!(?i:" + MONTH + r")[ ]\d)[A-ZÀ-Ý][\w.'’-]*(?:[ ][A-ZÀ-Ý][\w.'’-]*){0,3})?"
_DATE = (
    rf"(?:,?[ ](?:(?P<m1>(?i:{MONTH}))[ ](?P<d1>\d{{1,2}})|(?P<d2>\d{{1,2}})[ ](?P<m2>(?i:{MONTH})))"
    r"(?:,?[ ](?P<y>\d{4}))?)?"
)
_AGENCY = r"(?:,?[ ]\((?P<agency>[A-Z][\w.'’ -]{1,40})\))"
# Agencies of the 1990s sent an underscore for the dash.
_DASH = r"[ ]?(?:--|—|–|-|_)[ ]+"
_CAPITAL_FORM = re.compile(rf"(?P<place>{_CAPITALS}{_REGION}){_DATE}{_AGENCY}?{_DASH}(?=[\S])")
_MIXED_FORM = re.compile(rf"(?P<place>{_MIXED}{_REGION}){_DATE}{_AGENCY}?{_DASH}(?=[\S])")
_MOST_WORDS, _MOST_PLACE_WORDS = 3, 4
# Words in capitals that begin headlines and slugs as a place begins a dateline.
_NO_PLACE = frozenset("UPDATE CORRECTED CORRECTION EXCLUSIVE BREAKING ANALYSIS OPINION FACTBOX WRAPUP MARKETS WATCH "
                      "VIDEO PHOTOS LIVE TIMELINE INSIGHT FEATURE EXPLAINER INTERVIEW COLUMN NEWSMAKER URGENT FLASH "
                      "ALERT REFILE RPT TEXT GLOBAL FOREX PREVIEW BRIEF ADVISORY EDITORIAL".split())  # fmt: skip


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where copy was filed, and when and by whom, where it says so; `dated` is its date as printed."""

    end: int
    place: str
    month: int | None
    day: int | None
    year: int | None
    agency: str | None
    dated: str | None = None

    @property
    def date(self) -> dt.date | None:
        """The date, where the dateline has a year and the day exists."""
        if self.year is None or self.month is None or self.day is None:
            return None
        try:
            return dt.date(self.year, self.month, self.day)
        except ValueError:
            return None


def read_dateline(text: str, start: int, end: int) -> Dateline | None:
    """The dateline that a body opens with; None if there is none.

    Args:
        text: the whole text.
        start: where the body starts.
        end: where its first paragraph ends.
    """
    match = _CAPITAL_FORM.match(text, start, end) or _MIXED_FORM.match(text, start, end)
    if match is None or match["place"].split()[0].strip(".,") in _NO_PLACE:
        return None
    named = match["agency"]
    if named is not None and named not in agencies() and not _may_be_agency(named, match["place"]):
        named = None
    month = match["m1"] or match["m2"]
    sure = named is not None or (month is not None and not _headline(text, match.end(), end))
    if not sure and not (_is_place(match["place"].split(",")[0]) and _sentence(text[match.end() : end])):
        return None
    day, year = match["d1"] or match["d2"], match["y"]
    dated = f"{match['m1']} {day}" if match["m1"] else f"{day} {month}"
    dated = f"{dated} {year}" if year else dated
    return Dateline(match.end(), match["place"], month_number(month) if month else None, int(day) if day else None,
                    int(year) if year else None, named, dated if month else None)  # fmt: skip


def _is_place(words: str) -> bool:
    """Whether words in capitals are a place, with nothing else to tell: a heading has more of them."""
    return words.isupper() and len(words.split()) <= _MOST_PLACE_WORDS


def _headline(text: str, start: int, end: int) -> bool:
    """Whether what follows the dash is the second half of a headline in capitals, above a text that is not."""
    rest, below = text[start:end], text[end:]
    return rest.isupper() and bool(below.strip()) and not below.isupper()


def _may_be_agency(name: str, place: str) -> bool:
    """Whether a name in the agency's place, behind a place in capitals, is that of an agency that is not known."""
    words = name.split()
    return (
        place.split(",", maxsplit=1)[0].isupper()
        and len(words) <= _MOST_WORDS
        and all(each[0].isupper() for each in words)
    )


def _sentence(rest: str) -> bool:
    """Whether prose follows the dash, as after a dateline, and not the second half of a headline."""
    return len(rest) > 60 and re.search(r"[.!?][”\"')\]]*(?:\s|\Z)", rest) is not None  # noqa: PLR2004  a short sentence
