"""Mechanical mending of stated metadata: only what can be meant in one way is put into its proper form."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable
from difflib import get_close_matches
from typing import get_args

from corpus_pkg.intake.values import READERS, plausible
from corpus_pkg.model.vocabulary import SourceKind

_NAMES = "january february march april may june july august september october november december".split()
_MONTHS = {form: number for number, name in enumerate(_NAMES, 1) for form in (name, name[:3])} | {"sept": 9}
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)})\.?"
_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>[0-9]{4})"
_WRITTEN = [
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_DAY} {_MONTH},? {_YEAR}",
        rf"{_MONTH} {_DAY},? {_YEAR}",
        r"(?P<year>[0-9]{4})(?P<mark>[/.])(?P<month>[0-9]{2})(?P=mark)(?P<day>[0-9]{2})",
    )
]
"""03/04/2025 is not among them: it is one day to some and another to others."""
_CUTOFF = 0.75
_LONGEST = 60


def mended_key(key: str, free: Iterable[str]) -> str | None:
    """The known key that an unknown one is a slip of; None if none is near."""
    return _close(key.replace("-", "_"), free)


def mended_value(field: str, value: object, today: dt.date) -> str | None:
    """What a value that cannot be read is meant to be; None if that is not plain.

    Args:
        field: its name in `READERS`.
        value: the value as stated.
        today: the day of conversion.
    """
    if field not in _MENDERS or not isinstance(value, str) or len(value) > _LONGEST or not value.isprintable():
        return None
    new = _MENDERS[field](" ".join(value.split()))
    read = READERS[field](new) if new else None
    if new == value or not read or ("date" in read and not plausible(read["date"], today)):
        return None
    return new


def _close(word: str, known: Iterable[str]) -> str | None:
    return next(iter(get_close_matches(word[:_LONGEST].lower(), known, n=1, cutoff=_CUTOFF)), None)


def _date(value: str) -> str | None:
    match = next(filter(None, (pattern.fullmatch(value) for pattern in _WRITTEN)), None)
    if match is None:
        return None
    month = _MONTHS.get(match["month"].lower()) or int(match["month"])
    return f"{match['year']}-{month:02}-{int(match['day']):02}"


def _url(value: str) -> str | None:
    return f"https://{value}" if value.startswith("www.") else None


_MENDERS: dict[str, Callable[[str], str | None]] = {
    "date": _date,
    "url": _url,
    "source_kind": lambda value: _close(value, get_args(SourceKind)),
    "language": lambda value: value.replace("_", "-"),
}
