"""Relative expressions to calendar values, from a publication date; underspecified values where there is none."""

from __future__ import annotations

import calendar
import datetime as dt
import re

from corpus_pkg.annotate.dates.lexicon import WEEKDAYS, month_number

_FUTURE = re.compile(
    r"\b(?:will|would|shall|to be held|is to|are to|was to|were to|due|plan(?:s|ned|ning)?|scheduled?|expect(?:s|ed)?|"
    r"set to|should|next|upcoming)\b",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"\b(?:until|till|by|before|ahead of)\s+(?:the\s+)?(?:end of\s+)?\Z", re.IGNORECASE)
_SINCE = re.compile(r"\b(?:since|after|from)\s+(?:the\s+)?\Z", re.IGNORECASE)
_SAID = re.compile(r"\b(?:said|told|announced|reported|added|confirmed)\b[^.]{0,14}\Z", re.IGNORECASE)
_WINDOW = 60
_FAR = 60


def day(value: dt.date) -> str:
    """2025-02-13."""
    return value.isoformat()


def week(value: dt.date) -> str:
    """2025-W07."""
    year, number, _ = value.isocalendar()
    return f"{year}-W{number:02d}"


def month(value: dt.date, shift: int = 0) -> str:
    """2025-02, so many months away."""
    months = value.year * 12 + value.month - 1 + shift
    return f"{months // 12}-{months % 12 + 1:02d}"


def quarter(value: dt.date, shift: int = 0) -> str:
    """2025-Q1, so many quarters away."""
    quarters = value.year * 4 + (value.month - 1) // 3 + shift
    return f"{quarters // 4}-Q{quarters % 4 + 1}"


def exists(year: int, month_of_year: int, day_of_month: int) -> bool:
    """Whether the calendar has the day."""
    return (dt.MINYEAR <= year <= dt.MAXYEAR and 1 <= month_of_year <= 12  # noqa: PLR2004  months
            and 1 <= day_of_month <= calendar.monthrange(year, month_of_year)[1])  # fmt: skip


def ahead(text: str, start: int) -> bool:
    """Whether the words before an expression point to the future, and not to a speaker's word on the day."""
    before = text[max(0, start - _WINDOW) : start]
    before = before[max(before.rfind(". "), before.rfind("\n")) + 1 :]
    if _SAID.search(before) or _SINCE.search(before):
        return False
    return bool(_FUTURE.search(before) or _UNTIL.search(before))


def weekday(name: str, anchor: dt.date | None, *, future: bool, lead: str = "") -> str:
    """The day that a weekday names, by the news rule: on Thursday, copy says "on Thursday" of the same day."""
    number = WEEKDAYS[name.lower()]
    if anchor is None:
        return f"XXXX-WXX-{number + 1}"
    back = (anchor.weekday() - number) % 7
    if lead == "next" or (future and back and lead != "last"):
        return day(anchor + dt.timedelta((number - anchor.weekday()) % 7 or 7))
    return day(anchor - dt.timedelta(back or (7 if lead == "last" else 0)))


def day_of_month(month_name: str, number: int, anchor: dt.date | None, *, future: bool) -> str | None:
    """The nearest such day, in the past unless the words point ahead; None if no year has it."""
    month_of_year = month_number(month_name)
    if not exists(2024, month_of_year, number):  # a leap year has every day
        return None
    if anchor is None:
        return f"XXXX-{month_of_year:02d}-{number:02d}"
    years = [anchor.year + shift for shift in (-1, 0, 1) if exists(anchor.year + shift, month_of_year, number)]
    if not years:
        return f"XXXX-{month_of_year:02d}-{number:02d}"
    days = [dt.date(year, month_of_year, number) for year in years]
    nearest = min(days, key=lambda each: abs((each - anchor).days))
    earlier = [each for each in days if each <= anchor]
    if not future and (nearest - anchor).days > _FAR and earlier:
        nearest = earlier[-1]
    return day(nearest)


def bare_month(name: str, anchor: dt.date | None, *, future: bool) -> str:
    """A month without a year: the last one, or the next where the words point ahead."""
    number = month_number(name)
    if anchor is None:
        return f"XXXX-{number:02d}"
    year = anchor.year
    if number > anchor.month and not future:
        year -= 1
    elif number < anchor.month and future:
        year += 1
    return f"{year}-{number:02d}"
