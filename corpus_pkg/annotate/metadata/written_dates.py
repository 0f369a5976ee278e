"""Publication dates as headers write them: ISO 8601 and a closed list of English forms, nothing looser."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from corpus_pkg.model.vocabulary import DatePrecision

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December")  # fmt: skip
MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|"
    r"Sep(?:t(?:ember|\.)?|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_WEEKDAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?\s+)?"
_CLOCK = (
    r"(?:,?\s+(?:at\s+)?(?P<hour>\d{1,2})[:.](?P<minute>\d\d)(?::(?P<second>\d\d))?\s*(?P<half>[ap]\.?m\.?)?"
    r"\s*(?P<zone>GMT|UTC|Z)?)?"
)
_ISO = (
    r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)"
    r"(?:[T ](?P<hour>\d\d):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:\.\d+)?)?\s?(?P<zone>Z|GMT|UTC|[+-]\d\d:?\d\d)?)?"
)
_FORMS = (
    _ISO,
    rf"{_WEEKDAY}(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<m>{MONTH}),?\s+(?P<y>\d{{4}}){_CLOCK}",
    rf"{_WEEKDAY}(?P<m>{MONTH})\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y>\d{{4}}){_CLOCK}",
    rf"(?P<m>{MONTH})\s+(?P<y>\d{{4}})",
)
_PATTERNS = tuple(re.compile(form, re.IGNORECASE) for form in _FORMS)
_NOON = 12


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date as read, and where it ends in the text."""

    day: dt.date
    precision: DatePrecision
    instant: dt.datetime | None
    end: int


def read_date(text: str, start: int = 0) -> WrittenDate | None:
    """The date written at `start`; None if none of the forms stands there, or the day does not exist."""
    for pattern in _PATTERNS:
        match = pattern.match(text, start)
        if match and not text[match.end() : match.end() + 1].isalnum():
            return _date(match)
    return None


def month_number(name: str) -> int:
    """1 for January, by the first three letters."""
    return next(number for number, month in enumerate(_MONTHS, 1) if month[:3].lower() == name[:3].lower())


def _date(match: re.Match[str]) -> WrittenDate | None:
    parts = match.groupdict()
    month = int(parts["m"]) if parts["m"].isdigit() else month_number(parts["m"])
    try:
        day = dt.date(int(parts["y"]), month, int(parts.get("d") or 1))
        instant = _instant(day, parts)
    except (ValueError, OverflowError):
        return None
    return WrittenDate(day, "day" if parts.get("d") else "month", instant, match.end())


def _instant(day: dt.date, parts: dict[str, str | None]) -> dt.datetime | None:
    """The instant, where a time and a zone are written; a time without a zone is none."""
    hour, minute, zone = parts.get("hour"), parts.get("minute"), parts.get("zone")
    if hour is None or minute is None or zone is None:
        return None
    number, half = int(hour), (parts.get("half") or "").lower()
    if half:
        number = number % _NOON + (_NOON if half.startswith("p") else 0)
    clock = dt.time(number, int(minute), int(parts.get("second") or 0))
    offset = dt.UTC
    if zone.upper() not in ("Z", "GMT", "UTC"):
        sign = -1 if zone[0] == "-" else 1
        offset = dt.timezone(sign * dt.timedelta(hours=int(zone[1:3]), minutes=int(zone[-2:])))
    instant = dt.datetime.combine(day, clock, offset)
    instant.astimezone(dt.UTC)  # raises for what is no instant of the calendar there
    return instant
