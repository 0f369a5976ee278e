"""TIMEX3 values (ISO 24617-1), as the news needs them: days, weeks, months, parts of a year and a day, durations."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache
from typing import Any

import numpy as np

from corpus_pkg.validate.columns.frame import Mask

_YEAR = r"(?:\d{4}|XXXX)"
_CLOCK = r"T(?:\d{2}(?::\d{2}(?::\d{2})?)?(?:Z|[+-]\d{2}:\d{2})?|MO|MI|AF|EV|NI|DT)"
_AMOUNT = r"(?:\d+(?:\.\d+)?|X+)"
_VALUE = re.compile(
    rf"(?:(?P<day>{_YEAR}-(?:\d{{2}}|XX)-(?:\d{{2}}|XX))(?:{_CLOCK})?"
    rf"|{_YEAR}-W(?:\d{{2}}|XX)(?:-(?:WE|[1-7]|X))?(?:{_CLOCK})?"
    rf"|{_YEAR}-(?P<month>\d{{2}})|{_YEAR}-(?:Q[1-4X]|H[12X]|SP|SU|FA|WI)"
    rf"|\d{{2,4}}|XXXX|{_CLOCK}|PRESENT_REF|PAST_REF|FUTURE_REF"
    rf"|P{_AMOUNT}(?:Y|M|W|D|Q|DE|CE|WE)|PT{_AMOUNT}(?:H|M|S)"
    rf"|P(?:{_AMOUNT}Y)?(?:{_AMOUNT}M)?(?:{_AMOUNT}W)?(?:{_AMOUNT}D)?(?:T(?:{_AMOUNT}H)?(?:{_AMOUNT}M)?(?:{_AMOUNT}S)?)?)\Z"
)
_LAST_MONTH = 12


def unsound_values(column: Any) -> Mask:  # noqa: ANN401  Arrow arrays have no types
    """Where a value is no TIMEX3 value, or a day that no calendar has; null is sound."""
    coded = column.dictionary_encode()
    bad = np.array([not is_timex(each) for each in coded.dictionary.to_pylist()], dtype=bool)
    if not bad.any():
        return np.zeros(len(column), dtype=bool)
    indices = coded.indices.fill_null(-1).to_numpy(zero_copy_only=False)
    mask: Mask = (indices >= 0) & bad[indices]
    return mask


@lru_cache(maxsize=1 << 14)
def is_timex(value: str) -> bool:
    """Whether a value is one of TIMEX3, and a day or month of the calendar where it names one."""
    found = _VALUE.match(value)
    if not found:
        return False
    if found["month"] and not 1 <= int(found["month"]) <= _LAST_MONTH:
        return False
    if found["day"] and "X" not in found["day"]:
        try:
            dt.date.fromisoformat(found["day"])
        except ValueError:
            return False
    return True
