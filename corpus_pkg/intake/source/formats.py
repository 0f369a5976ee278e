"""The formats that the schemas use, the same for every validator: without a format checker bad dates pass."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import Final

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}\Z", re.ASCII)
_INSTANT = re.compile(r"\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(\.\d{1,6})?([Zz]|[+-]\d{2}:\d{2})\Z", re.ASCII)


def is_date(value: str) -> bool:
    """Whether a text is YYYY-MM-DD and a day of the calendar (RFC 3339, full-date)."""
    return bool(_DATE.match(value)) and _read(value)


def is_instant(value: str) -> bool:
    """Whether a text is a date and a time with a zone (RFC 3339, date-time), to the microsecond.

    In UTC it lies in the years 1 to 9999, as columns and Python hold instants.
    """
    return bool(_INSTANT.match(value)) and _read(value.upper())


def _read(value: str) -> bool:
    try:
        moment = dt.datetime.fromisoformat(value)
        if moment.tzinfo:
            moment.astimezone(dt.UTC)
    except (ValueError, OverflowError):
        return False
    return True


FORMATS: Final[dict[str, Callable[[str], bool]]] = {"date": is_date, "date-time": is_instant}
