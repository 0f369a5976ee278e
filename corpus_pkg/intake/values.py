"""Stated metadata, read strictly: a value that cannot be read for what it should be is refused, never guessed."""

from __future__ import annotations

import datetime as dt
import re
import reprlib
from collections.abc import Callable, Mapping
from typing import Any, get_args

from corpus_pkg.findings import Finding, Place
from corpus_pkg.findings.rules.files import BAD_FIELD
from corpus_pkg.findings.rules.metadata import IMPOSSIBLE_DATE
from corpus_pkg.intake.raw import Given
from corpus_pkg.intake.rights import read_rights, rights_fault
from corpus_pkg.model.vocabulary import SourceKind

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)\Z")
_MONTH = re.compile(r"(\d{4})-(\d\d)\Z")
_YEAR = re.compile(r"(\d{4})\Z")
_INSTANT = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:?\d\d)?\Z")
_URL = re.compile(r"https?://[^\s<>\"]+\Z")
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*\Z")
_FIRST_YEAR = 1700
_SHOWN = 200
# Of a list of millions, or one that is nested deeply, only the beginning is written out.
_SHORT = reprlib.Repr()
_SHORT.maxstring = _SHORT.maxother = _SHOWN
Known = dict[str, Any]


def plausible(day: dt.date, today: dt.date) -> bool:
    """Whether a publication date lies between 1700 and the day of conversion (a day later for the date line)."""
    return dt.date(_FIRST_YEAR, 1, 1) <= day <= today + dt.timedelta(days=1)


def _text(value: object) -> Known | None:
    return {"": " ".join(value.split())} if isinstance(value, str) and value.strip() else None


def _matching(pattern: re.Pattern[str]) -> Callable[[object], Known | None]:
    return lambda value: {"": value} if isinstance(value, str) and pattern.match(value) else None


def _source_kind(value: object) -> Known | None:
    return {"": value} if value in get_args(SourceKind) else None


def _rights(value: object) -> Known | None:
    rights = read_rights(value)
    return {"": rights} if rights else None


def _authors(value: object) -> Known | None:
    names = [value] if isinstance(value, str) else value
    if not isinstance(names, list) or not all(isinstance(each, str) and each.strip() for each in names):
        return None
    return {"": tuple(" ".join(each.split()) for each in names)}


def _date(value: object) -> Known | None:
    """A date, month, year or instant; an instant without a zone is its day alone."""
    try:
        if isinstance(value, dt.datetime):
            return _instant(value)
        if isinstance(value, dt.date):
            return {"date": value, "date_precision": "day"}
        if not isinstance(value, str):
            return None
        value = value.strip()
        for pattern, precision in ((_DAY, "day"), (_MONTH, "month"), (_YEAR, "year")):
            match = pattern.match(value)
            if match:
                numbers = [*map(int, match.groups()), 1, 1][:3]
                return {"date": dt.date(*numbers), "date_precision": precision}
        return _instant(dt.datetime.fromisoformat(value)) if _INSTANT.match(value) else None
    except (ValueError, OverflowError):
        # The first and the last day of the calendar overflow when they are put into another zone.
        return None


def _instant(value: dt.datetime) -> Known:
    known: Known = {"date": value.date(), "date_precision": "day"}
    if value.tzinfo is None:
        return known
    value.astimezone(dt.UTC)  # raises for what is no instant of the calendar there
    # In the standard library's own types, whatever library it comes from: they say the same everywhere.
    return known | {"published_at": dt.datetime.fromisoformat(value.isoformat(timespec="microseconds"))}


READERS: dict[str, Callable[[object], Known | None]] = {
    "title": _text,
    "date": _date,
    "source": _text,
    "source_kind": _source_kind,
    "agency": _text,
    "url": _matching(_URL),
    "authors": _authors,
    "language": _matching(_LANGUAGE),
    "rights": _rights,
    "encoding": _text,
}
"""The metadata that can be stated, and how each value is read."""


def read_given(
    values: Mapping[str, object], place: Place, today: dt.date, where: Callable[[str], Place] | None = None
) -> tuple[Given, list[Finding]]:
    """Stated values as `Given`, and a finding for each that cannot be read.

    Args:
        values: by the names in `READERS`; null and empty values are not stated.
        place: where they stand.
        today: the day of conversion.
        where: where the value of a name stands, if that is known.
    """
    known: Known = {}
    findings = []
    for name, value in values.items():
        if value is None or value in ("", []):
            continue
        read = READERS[name](value)
        sound = read is not None and ("date" not in read or plausible(read["date"], today))
        if read is not None and sound:
            known |= {key or name: each for key, each in read.items()}
            continue
        if read is None:
            why = f": {rights_fault(value)}" if name == "rights" else ""
            rule, message = BAD_FIELD, f"{name} = {_SHORT.repr(value):.80} cannot be read and was left out{why}"
        else:
            rule = IMPOSSIBLE_DATE
            message = f"{name} = {value!s:.40} is not between {_FIRST_YEAR} and today, and was left out"
        at = where(name) if where else place
        findings.append(Finding(rule, at, message, {"field": name, "value": _written(value)}))
    return Given(**known), findings


def _written(value: object) -> str:
    return (str(value) if isinstance(value, str | dt.date) else _SHORT.repr(value))[:_SHOWN]
