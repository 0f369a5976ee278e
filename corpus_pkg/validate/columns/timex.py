"""TIMEX3 values (ISO 24617-1), as the news needs them: days, weeks, months, parts of a year and a day, durations."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache
from typing import Any

import numpy as np

from corpus_pkg.validate.columns.frame import Mask

_YEAR = r"(?P<{}>\d{{4}}|XXXX)"
_ZONE = r"(?:Z|[+-](?:0\d|1[0-3]):[0-5]\d|[+-]14:00)?"
_CLOCK = rf"T(?:(?:(?:[01]\d|2[0-3])(?::[0-5]\d(?::(?:[0-5]\d|60))?)?|24(?::00(?::00)?)?){_ZONE}|MO|MI|AF|EV|NI|DT)"
_AMOUNT = r"(?:\d+(?:\.\d+)?|X+)"
_VALUE = re.compile(
    rf"(?:{_YEAR.format('year')}-(?P<month>\d{{2}}|XX)-(?P<day>\d{{2}}|XX)(?:{_CLOCK})?"
    rf"|{_YEAR.format('week_year')}-W(?P<week>\d{{2}}|XX)(?:-(?:WE|[1-7]|X))?(?:{_CLOCK})?"
    rf"|{_YEAR.format('of')}-(?:0[1-9]|1[0-2]|Q[1-4X]|H[12X]|SP|SU|FA|WI)"
    rf"|\d{{2,4}}|XXXX|{_CLOCK}|PRESENT_REF|PAST_REF|FUTURE_REF"
    rf"|P{_AMOUNT}(?:Y|M|W|D|Q|DE|CE|WE)|PT{_AMOUNT}(?:H|M|S)"
    rf"|P(?=.)(?:{_AMOUNT}Y)?(?:{_AMOUNT}M)?(?:{_AMOUNT}W)?(?:{_AMOUNT}D)?"
    rf"(?:T(?=.)(?:{_AMOUNT}H)?(?:{_AMOUNT}M)?(?:{_AMOUNT}S)?)?)\Z",
    re.ASCII,
)
_LONGEST_YEAR = 2004
"""Stands for a year that is not stated: it has a 29 February, and 53 weeks."""


def unsound_values(column: Any) -> Mask:  # noqa: ANN401  Arrow arrays have no types
    """Where a value is no TIMEX3 value, or one that no calendar or clock has; null is sound."""
    coded = column.dictionary_encode()
    bad = np.array([not is_timex(each) for each in coded.dictionary.to_pylist()], dtype=bool)
    if not bad.any():
        return np.zeros(len(column), dtype=bool)
    indices = coded.indices.fill_null(-1).to_numpy(zero_copy_only=False)
    mask: Mask = (indices >= 0) & bad[indices]
    return mask


@lru_cache(maxsize=1 << 14)
def is_timex(value: str) -> bool:
    """Whether a value is one of TIMEX3, and one of the calendar and of the clock where it names a day, week or time."""
    found = _VALUE.match(value)
    if not found:
        return False
    year, month, day, week = (found[name] or "X" for name in ("year", "month", "day", "week"))
    try:
        if "X" not in week:
            dt.date.fromisocalendar(_year(found["week_year"]), int(week), 1)
        if found["day"]:
            dt.date(_year(year), 1 if "X" in month else int(month), 1 if "X" in day else int(day))
    except ValueError:
        return False
    return True


def _year(stated: str) -> int:
    return _LONGEST_YEAR if "X" in stated else int(stated)
