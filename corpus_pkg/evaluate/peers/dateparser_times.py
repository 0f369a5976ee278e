"""The dates that dateparser 1.5.0 finds in a text, relative words counted from the day of publication."""

from __future__ import annotations

import datetime as dt
import warnings
from collections.abc import Callable
from typing import Any

from corpus_pkg.evaluate.gold.times import Time


class DateparserTimes:
    """Finds dates by `dateparser.search`."""

    def __init__(self) -> None:
        """Loads it.

        Raises:
            ImportError: dateparser is not installed.
        """
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            from dateparser.search import search_dates
        self._search: Callable[..., Any] = search_dates

    def find_times(self, text: str, published: dt.date | None) -> list[Time]:
        """The dates of a text; it gives their words, in order, and so their places are looked up one after another."""
        settings: dict[str, Any] = {"PREFER_DATES_FROM": "past"}
        if published is not None:
            settings["RELATIVE_BASE"] = dt.datetime.combine(published, dt.time())
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            found = self._search(text, languages=["en"], settings=settings) or []
        times, position = [], 0
        for words, moment in found:
            start = text.find(words, position)
            if start >= 0:
                times.append(Time((start, start + len(words)), moment.date().isoformat()))
                position = start + len(words)
        return times
