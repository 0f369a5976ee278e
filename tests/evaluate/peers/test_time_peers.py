"""The peers for times, where they are installed: values from the day of publication, and places in code points."""

from __future__ import annotations

import datetime as dt
import importlib.util

import pytest
from gold_support import at

from corpus_pkg.evaluate.gold.times import Time
from corpus_pkg.evaluate.peers.dateparser_times import DateparserTimes
from corpus_pkg.evaluate.peers.recognizers import RecognizersTimes

PUBLISHED = dt.date(2008, 3, 5)
TEXT = "🙂 İzmir knows nothing.\n\nIt sank on May 7, 2006.\n\nAnna came yesterday; they met in June 2004."
DATES = {"May 7, 2006": "2006-05-07", "yesterday": "2008-03-04", "June 2004": "2004-06"}


def _without(module: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(importlib.util.find_spec(module) is None, reason="the extra `eval` is not installed")


@_without("recognizers_date_time")
def test_recognizers_text_gives_places_in_code_points() -> None:
    expected = [Time(at(TEXT, words), value) for words, value in DATES.items()]
    assert RecognizersTimes().find_times(TEXT, PUBLISHED) == expected


@_without("recognizers_date_time")
@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("Thursday", "2008-02-28"),
        ("Monday morning", "2008-03-03TMO"),
        ("January", "2008-01"),
        ("the third quarter", "2007-Q3"),
        ("last year", "2007"),
        ("next week", "2008-W11"),
        ("two hours", "PT2H"),
        ("every week", "P1W"),
        ("yesterday at 5 pm", "2008-03-04T17"),
        ("Monday at 5 pm", "2008-03-03T17:00"),
        ("5 pm", "T17"),
        ("now", "PRESENT_REF"),
    ],
)
def test_recognizers_text_gives_timex3_values(words: str, value: str) -> None:
    text = f"🙂 It is {words}, he said."
    assert RecognizersTimes().find_times(text, PUBLISHED) == [Time(at(text, words), value)]


@_without("dateparser")
def test_dateparser_gives_places_in_code_points() -> None:
    assert DateparserTimes().find_times(TEXT, PUBLISHED) == [
        Time(at(TEXT, "on May 7, 2006"), "2006-05-07"), Time(at(TEXT, "yesterday"), "2008-03-04"),
        Time(at(TEXT, "in June 2004"), "2004-06"),
    ]  # fmt: skip


@_without("dateparser")
def test_words_of_dateparser_stand_behind_those_before_and_not_inside_others() -> None:
    text = "🙂 Nowhere is it now. In 2004 they met, in 2004 they parted."
    found = DateparserTimes().find_times(text, PUBLISHED)
    now = text.index("now.")
    assert found == [
        Time((now, now + len("now")), "2008-03-05"), Time(at(text, "In 2004"), "2004"),
        Time(at(text, "in 2004"), "2004"),
    ]  # fmt: skip
