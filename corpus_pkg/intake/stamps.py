"""Dates as records and feeds write them: a closed list of forms, each of which can be read in one way only.

ISO 8601 in its extended and basic forms, RFC 5322 (feeds), and seconds or milliseconds since 1970. What is written for
people, and what could be two days (03/04/2025), is not among them.
"""

from __future__ import annotations

import datetime as dt
import re
from email.utils import parsedate_to_datetime

_BASIC = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?(Z|[+-]\d\d:?\d\d)?)?\Z")
_EXTENDED = re.compile(
    r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d)?)(?:[.,](\d{1,9}))?\s?(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?\Z", re.IGNORECASE
)
_RFC = re.compile(r"(?:[A-Z][a-z]{2},\s*)?\d{1,2}\s+[A-Z][a-z]{2}\s+\d{4}\s+\d\d:\d\d(?::\d\d)?\s+\S{1,6}\Z")
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
        return _epoch(value)
    text = " ".join(value.split()) if isinstance(value, str) else ""
    return _epoch(float(text)) if _DIGITS.match(text) else _iso(text) or (_rfc(text) if _RFC.match(text) else None)


def _iso(text: str) -> str | None:
    if match := _EXTENDED.match(text):
        day, clock, part, zone = match.groups()
        return f"{day}T{clock}{'.' + part[:6] if part else ''}{_zone(zone)}"
    if match := _BASIC.match(text):
        year, month, day, hour, minute, second, zone = match.groups()
        date = f"{year}-{month}-{day}"
        return f"{date}T{hour}:{minute}:{second or '00'}{_zone(zone)}" if hour else date
    return None


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
