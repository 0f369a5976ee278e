"""What the markup of a raw file states, read for what it should be: dates, headlines, names, addresses."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from corpus_pkg.annotate.metadata.datelines import read_dateline
from corpus_pkg.annotate.metadata.written_dates import read_date
from corpus_pkg.intake.languages import language_tag
from corpus_pkg.intake.raw import StatedField, Statement
from corpus_pkg.intake.stamps import read_stamp
from corpus_pkg.intake.values import READERS
from corpus_pkg.model.vocabulary import DatePrecision

# A `time` that does not say what it dates may be that of a comment or of another story.
UNMARKED = "time"
"""What states a date without saying of what."""
_SUFFIX = re.compile(r"\s+[|·–—-]\s+([^|·–—]{2,60})\Z")
_LABEL = re.compile(r"\A(?:by|von|par|por|di|af|av|door)\s+(?=\w)", re.IGNORECASE)
_ASIDE = re.compile(r"\s*[(\[][^)\]]*[)\]]\s*")
_NO_NAME = re.compile(r"https?://|www\.|[@\d]|\A[a-z]+(?:[-_][a-z]+)+\Z")
_PARTS = re.compile(r"\s*(?:,\s+(?:and|und|et|y|e)\s+|,|;|\||\s+(?:and|und|et|y|&)\s+)\s*")
_PERSON = re.compile(
    r"[^\W\d_a-z][\w.'’-]*(?:\s+(?:[^\W\d_a-z][\w.'’-]*|d[aei]l?|de[nrs]|d[iou]s?|v[ao]n|l[ae]|al|bin|ibn|ter|zu|y)){1,5}\Z"
)
_MOST_NAME, _MOST_LIST = 60, 400


@dataclass(frozen=True, slots=True)
class StatedDate:
    """A day of publication that markup states, and whether it says that this is what it is."""

    day: dt.date
    precision: DatePrecision
    instant: dt.datetime | None
    words: str
    where: str
    marked: bool
    start: int | None = None


def stated_dates(statements: Iterable[Statement]) -> Iterator[StatedDate]:
    """The days that markup states, in its order; what cannot be read in one way only states none."""
    for each in statements:
        read = read_stated(each) if each.field == "date" else None
        if read is not None:
            yield read


def read_stated(statement: Statement) -> StatedDate | None:
    """The day that a statement states; None if it cannot be read, or in more ways than one."""
    words, marked = statement.value, statement.where != UNMARKED
    known = READERS["date"](read_stamp(words) or words)
    if known is not None:
        day, precision = known["date"], known["date_precision"]
        instant = known.get("published_at")
        return StatedDate(day, precision, instant, words, statement.where, marked, statement.start)
    written = read_date(words)
    if written is None or words[written.end :].strip(" .,;|"):
        return None
    return StatedDate(written.day, written.precision, written.instant, words, statement.where, marked, statement.start)


def stated(statements: Iterable[Statement], field: StatedField) -> list[str]:
    """What markup states of a field, the strongest first."""
    return [each.value for each in statements if each.field == field]


def stated_title(statements: Sequence[Statement]) -> str | None:
    """The headline that markup states, without the name of the site behind it."""
    sites = {_plain(each) for each in stated(statements, "source")}
    for each in statements:
        if each.field == "title":
            found = _SUFFIX.search(each.value)
            named = found is not None and any(_same(_plain(found[1]), site) for site in sites)
            return each.value[: found.start()] if found and named else each.value
    return None


def stated_names(statements: Iterable[Statement]) -> list[str]:
    """The authors that the strongest kind of markup names which names any.

    The name of the site is one only where nothing names anybody else; addresses are none.
    """
    every = list(statements)
    sites = {_plain(each) for each in stated(every, "source")}
    by_kind: dict[str, list[str]] = {}
    for each in every:
        if each.field == "authors":
            by_kind.setdefault(each.where, []).extend(name for name in _names(each.value) if _plain(name))
    persons = ([name for name in names if _plain(name) not in sites] for names in by_kind.values())
    found = next(filter(None, persons), None) or next(filter(None, by_kind.values()), [])
    return list(dict.fromkeys(found))


def stated_language(statements: Iterable[Statement]) -> str | None:
    """The language that markup states, as a BCP 47 tag."""
    return next((tag for each in stated(statements, "language") if (tag := language_tag(each))), None)


def stated_url(statements: Iterable[Statement]) -> str | None:
    """The address that markup states."""
    return next((each for each in stated(statements, "url") if READERS["url"](each)), None)


def stated_place(statements: Iterable[Statement]) -> str | None:
    """Where the copy was filed, as markup states it; a date and an agency beside it are left out."""
    line = next(iter(stated(statements, "dateline")), None)
    if line is None:
        return None
    whole = f"{line} - "
    read = read_dateline(f"{whole}x", 0, len(whole) + 1)
    return read.place if read else line


def _names(words: str) -> list[str]:
    """The names in a statement: of a list the persons it begins with, else the whole; initials in brackets left out."""
    line = _LABEL.sub("", _ASIDE.sub(" ", words).strip(), count=1)
    if len(line) > _MOST_LIST or _NO_NAME.search(line):
        return []
    parts = _PARTS.split(line)
    persons = list(takewhile(_PERSON.match, parts)) if len(parts) > 1 else []
    return persons or ([line] if len(line) <= _MOST_NAME else [])


def _plain(words: str) -> str:
    return re.sub(r"\W+", "", words).casefold()


def _same(one: str, two: str) -> bool:
    return bool(one) and bool(two) and (one in two or two in one)
