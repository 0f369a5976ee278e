"""TIMEX3 values of calendar units, and steps between them."""

from __future__ import annotations

import calendar
import datetime as dt
from typing import Final

_MONTHS: Final = 12
_QUARTERS: Final = 4
_DAYS: Final = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}
_YEARS: Final = {"year": 1, "decade": 10, "century": 100}
_DIGITS: Final = {"year": 4, "decade": 3, "century": 2}
_MOST: Final = 10_000


def exists(year: int, month: int, day: int) -> bool:
    """Whether the calendar has the day."""
    return (
        dt.MINYEAR <= year <= dt.MAXYEAR and 1 <= month <= _MONTHS and 1 <= day <= calendar.monthrange(year, month)[1]
    )


def week(day: dt.date) -> str:
    """The ISO week of a day: 2025-W07."""
    year, number, _ = day.isocalendar()
    return f"{year:04d}-W{number:02d}"


def shifted(day: dt.date, days: int) -> dt.date | None:
    """The day so many days away; None beyond the calendar."""
    try:
        return day + dt.timedelta(days=days)
    except OverflowError:
        return None


def _of_day(day: dt.date, unit: str) -> str:
    """The day itself, or its week or weekend."""
    if unit in {"day", "fortnight"}:
        return day.isoformat()
    return week(day) + ("-WE" if unit == "weekend" else "")


def unit_value(anchor: dt.date, shift: int, unit: str) -> str | None:
    """The calendar unit that lies so many units from the one of `anchor`.

    Args:
        anchor: The day to count from.
        shift: Units ahead, negative for back.
        unit: A unit of time, from day to century.

    Returns:
        The value (2025-02-13, 2025-W07, 2025-W07-WE, 2025-02, 2025-Q1, 2025, 202, 20); None where there is none.
    """
    if abs(shift) > _MOST:
        return None
    if unit in _DAYS:
        there = shifted(anchor, shift * _DAYS[unit])
        return None if there is None else _of_day(there, unit)
    if unit in _YEARS:
        year = anchor.year + shift * _YEARS[unit]
        return f"{year:04d}"[: _DIGITS[unit]] if dt.MINYEAR <= year <= dt.MAXYEAR else None
    size = {"month": _MONTHS, "quarter": _QUARTERS}.get(unit)
    if size is None:
        return None
    year, place = divmod(anchor.year * size + (anchor.month - 1) * size // _MONTHS + shift, size)
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        return None
    return f"{year:04d}-{place + 1:02d}" if unit == "month" else f"{year:04d}-Q{place + 1}"
