"""The dates that dateparser's search finds, paragraph by paragraph.

It gives words and an instant, neither a place nor how exact the instant is: the words are looked for behind those
before, and its parser says of them whether they are a year, a month or a day. It has no durations and no sets.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from corpus_pkg.evaluate.gold.times import Time
from corpus_pkg.evaluate.peers.reading import midnight, placed
from corpus_pkg.text.paragraphs import paragraphs

_LANGUAGES = ["en"]
_FORMS = {"year": "%Y", "month": "%Y-%m"}
_DAY = "%Y-%m-%d"


class DateparserTimes:
    """Finds dates by dateparser's search, in English."""

    def __init__(self) -> None:
        """Loads the language.

        Raises:
            ImportError: dateparser is not installed.
        """
        from dateparser.date import DateDataParser
        from dateparser.search import search_dates

        self._parser, self._search = DateDataParser, search_dates
        self.find_times("Today", None)

    def find_times(self, text: str, published: dt.date | None) -> list[Time]:
        """The dates of a text, relative ones resolved from the day of publication."""
        settings = {"RELATIVE_BASE": midnight(published)}
        parser = self._parser(languages=_LANGUAGES, settings=settings)
        times = []
        for block in paragraphs(text):
            paragraph = text[block.start : block.end]
            found = self._search(paragraph, languages=_LANGUAGES, settings=settings) or []
            starts = _starts(paragraph, [words for words, _ in found])
            for (words, instant), start in zip(found, starts, strict=True):
                first = block.start + start
                stretch = placed(text, first, first + len(words), words)
                if stretch:
                    form = _FORMS.get(parser.get_date_data(words).period, _DAY)
                    times.append(Time(stretch, instant.strftime(form)))
        return times


def _starts(text: str, found: list[str]) -> Iterator[int]:
    """Where words stand, each behind those before, as whole words if they do; -1 where they do not stand.

    Args:
        text: the text.
        found: words of it, in its order.
    """
    place = 0
    for words in found:
        whole = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)").search(text, place)
        start = whole.start() if whole else text.find(words, place)
        place = max(place, start + len(words)) if start >= 0 else place
        yield start
