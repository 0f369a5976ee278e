"""Whether numeric dates begin with the day or the month: by the text's own, else by where it was published."""

from __future__ import annotations

import re

from corpus_pkg.annotate.dates.reading import Order

_NUMERIC = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/\d{4}(?![\d/])")
_MONTHS = 12
# English-speaking regions of BCP 47 tags, and of the top-level domains, that write the day first; the United States and
# few others write the month first. Canada writes both.
_DAY_FIRST = frozenset("GB UK IE AU NZ ZA IN PK BD LK SG MY HK NG KE GH UG TZ ZW MT JM TT CY".split())
_MONTH_FIRST = frozenset({"US", "PH", "PR"})
_REGION = re.compile(r"-([A-Za-z]{2})(?:-|\Z)")
_HOST = re.compile(r"https?://[^/:?#]*\.([a-z]{2})(?=[/:?#]|\Z)", re.IGNORECASE)


def text_order(text: str) -> Order | None:
    """What the sure numeric dates of a text begin with (13/04/2025); None where there is none, or they differ."""
    orders: set[Order] = set()
    for match in _NUMERIC.finditer(text):
        first, second = int(match[1]), int(match[2])
        if first > _MONTHS >= second:
            orders.add("day")
        elif second > _MONTHS >= first:
            orders.add("month")
    return orders.pop() if len(orders) == 1 else None


def locale_order(language: str | None, url: str | None) -> Order | None:
    """What numeric dates begin with where a text was published; None where that is not known.

    Args:
        language: a BCP 47 tag; `en` alone tells nothing.
        url: where the text was published; `.com` tells nothing.
    """
    for found in (_REGION.search(language or ""), _HOST.match(url or "")):
        if found is not None:
            region = found[1].upper()
            return "day" if region in _DAY_FIRST else "month" if region in _MONTH_FIRST else None
    return None
