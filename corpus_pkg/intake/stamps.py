"""Dates as records and feeds write them: a closed list of forms, each of which can be read in one way only.

ISO 8601 in its extended and basic forms, RFC 5322 (feeds), seconds or milliseconds since 1970, 26-FEB-1987 and
13/02/2025. What is written for people, and what could be two days (03/04/2025), is not among them.
"""

from __future__ import annotations

import datetime as dt
import math
import re
from email.utils import parsedate_to_datetime

_BASIC = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?(Z|[+-]\d\d:?\d\d)?)?\Z")
_EXTENDED = re.compile(
    r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d)?)(?:[.,](\d{1,9}))?\s?(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?\Z", re.IGNORECASE
)
_RFC = re.compile(r"(?:[A-Z][a-z]{2},\s*)?\d{1,2}\s+[A-Z][a-z]{2}\s+\d{4}\s+\d\d:\d\d(?::\d\d)?\s+\S{1,6}\Z")
_SLASHED = re.compile(r"(\d{1,2})([/.])(\d{1,2})\2(\d{4})(?:,? \d\d?:\d\d(?::\d\d)?)?\Z")
_SGML = re.compile(r"(\d{1,2})-([A-Z]{3})-(\d{4})(?: \d\d:\d\d:\d\d(?:\.\d+)?)?\Z", re.IGNORECASE)
_UNIX = re.compile(r"[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d{1,2}) \d\d:\d\d:\d\d(?: [A-Z]{1,5})? (\d{4})\Z")
_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
_MOST_MONTH, _MOST_DAY = 12, 31
_BEYOND = 10**15
_DIGITS = re.compile(r"\d{9,13}(?:\.0+)?\Z")
_SECONDS, _MILLISECONDS = range(100_000_000, 100_000_000_000), range(100_000_000_000, 100_000_000_000_000)
_YEARS = range(1700, 2200)
_ZONES = {"UTC", "GMT", "UT", "Z", "EST", "EDT", "CST", "CDT", "MST", "MDT", "PST", "PDT"}


def read_stamp(value: object) -> str | None:
    """A date or instant in the form that metadata are stated in; None if it is of none of the forms.

    Args:
        value: a string or number.

    Returns:
        `YYYY`, `YYYY-MM-DD` or RFC 3339; an instant without a zone has none.
    """
    if isinstance(value, int | float) and not isinstance(value, bool):
        if not math.isfinite(value) or abs(value) >= _BEYOND:
            return None
        # 20250213 and 202502131200 are written so by tables that know no dates.
        return (_iso(str(int(value))) if value == int(value) else None) or _epoch(value)
    text = " ".join(value.split()) if isinstance(value, str) else ""
    if _DIGITS.match(text):
        return _iso(text) or _epoch(float(text))
    return _iso(text) or _written(text) or (_rfc(text) if _RFC.match(text) else None)


def _written(text: str) -> str | None:
    """13/02/2025, in which no month is 13, 26-FEB-1987, Thu Feb 26 15:01:01 CET 1987; the time is left out.

    Nobody knows its zone: an abbreviation may be that of several.
    """
    if match := _SLASHED.match(text):
        one, two, year = int(match[1]), int(match[3]), match[4]
        if one == two <= _MOST_MONTH or (one > _MOST_MONTH) != (two > _MOST_MONTH):
            return f"{year}-{min(one, two):02}-{max(one, two):02}"
    elif (match := _SGML.match(text)) and match[2].upper() in _MONTHS:
        return f"{match[3]}-{_MONTHS.index(match[2].upper()) + 1:02}-{int(match[1]):02}"
    elif (match := _UNIX.match(text)) and match[1].upper() in _MONTHS:
        return f"{match[3]}-{_MONTHS.index(match[1].upper()) + 1:02}-{int(match[2]):02}"
    return None


def _iso(text: str) -> str | None:
    if match := _EXTENDED.match(text):
        day, clock, part, zone = match.groups()
        return f"{day}T{clock}{'.' + part[:6] if part else ''}{_zone(zone)}"
    match = _BASIC.match(text)
    if match and _is_day(*match.groups()[:3]):
        year, month, day, hour, minute, second, zone = match.groups()
        date = f"{year}-{month}-{day}"
        return f"{date}T{hour}:{minute}:{second or '00'}{_zone(zone)}" if hour else date
    return None


def _is_day(year: str, month: str, day: str) -> bool:
    """Whether digits may be a day: of others, such as seconds since 1970, nobody would think so."""
    return int(year) in _YEARS and 1 <= int(month) <= _MOST_MONTH and 1 <= int(day) <= _MOST_DAY


def _zone(zone: str | None) -> str:
    if not zone or zone.upper() in {"Z", "UTC", "GMT"}:
        return "Z" if zone else ""
    digits = zone[1:].replace(":", "").ljust(4, "0")
    return f"{zone[0]}{digits[:2]}:{digits[2:]}"


def _epoch(number: float) -> str | None:
    """Seconds or milliseconds since 1970; a small whole number is a year."""
    if number in _YEARS:
        return f"{int(number):04}"
    if int(number) in _MILLISECONDS:
        number /= 1000
    elif int(number) not in _SECONDS:
        return None
    return dt.datetime.fromtimestamp(int(number), dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _rfc(text: str) -> str | None:
    """RFC 5322; a zone that is none of its own leaves an instant without a zone."""
    try:
        instant = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if text.rsplit(maxsplit=1)[-1].upper() not in _ZONES and text.rsplit(maxsplit=1)[-1][0] not in "+-":
        instant = instant.replace(tzinfo=None)
    return instant.isoformat().replace("+00:00", "Z")
