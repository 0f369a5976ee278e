"""Expressions of time: spans, TIMEX3 values, and nothing resolved from an unknown day."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus_pkg.annotate.dates import find_dates, locale_order
from corpus_pkg.validate.columns.timex import is_timex

THURSDAY = dt.date(2025, 2, 13)


def _found(text: str, anchor: dt.date | None = THURSDAY) -> list[tuple[str, str | None, str]]:
    return [(each.text, each.value, each.type) for each in find_dates(text, anchor)]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("2025-02-13T10:30:00Z", "2025-02-13T10:30:00Z"),
        ("2025-02-13 10:30", "2025-02-13T10:30"),
        ("2025-02-13T10:30:05.123+01:00", "2025-02-13T10:30:05+01:00"),
        ("2025-02-13T10:30-0530", "2025-02-13T10:30-05:30"),
        ("0001-01-01T00:00:00+1400", "0001-01-01T00:00:00+14:00"),
        ("2025-02-13T10:30+1500", None),
        ("2025-02-13T24:30Z", None),
    ],
)
def test_instants_are_written_as_timex3_has_them(written: str, value: str | None) -> None:
    assert [each for _, each, _ in _found(f"Logged {written} there.")] == ([value] if value else [])
    assert value is None or is_timex(value)


@pytest.mark.parametrize(
    ("text", "expression", "value"),
    [
        ("It opened on 13 February 2025.", "13 February 2025", "2025-02-13"),
        ("It opened on February 13, 2025.", "February 13, 2025", "2025-02-13"),
        ("It opened on 2025-02-13.", "2025-02-13", "2025-02-13"),
        ("It opened on 13/04/2025.", "13/04/2025", "2025-04-13"),
        ("It opened in February 2024.", "February 2024", "2024-02"),
        ("It opened in 2022.", "2022", "2022"),
        ("It opened in the 1990s.", "the 1990s", "199"),
        ("It opened in the first quarter of 2024.", "the first quarter of 2024", "2024-Q1"),
        ("It opened in summer 2019.", "summer 2019", "2019-SU"),
    ],
)
def test_calendar_dates_are_resolved_whatever_the_anchor(text: str, expression: str, value: str) -> None:
    for anchor in (None, THURSDAY):
        (found,) = find_dates(text, anchor)
        assert (found.text, found.value, found.resolved) == (expression, value, True)


@pytest.mark.parametrize(
    ("text", "expression", "value", "unresolved"),
    [
        ("China said on Thursday.", "Thursday", "2025-02-13", "XXXX-WXX-4"),
        ("They spoke on Wednesday.", "Wednesday", "2025-02-12", "XXXX-WXX-3"),
        ("They will meet on Friday.", "Friday", "2025-02-14", "XXXX-WXX-5"),
        ("A report of February 10 said so.", "February 10", "2025-02-10", "XXXX-02-10"),
        ("It began in November.", "November", "2024-11", "XXXX-11"),
        ("It will begin in November.", "November", "2025-11", "XXXX-11"),
        ("It fell yesterday.", "yesterday", "2025-02-12", None),
        ("It fell last week.", "last week", "2025-W06", None),
        ("It fell last year.", "last year", "2024", None),
        ("It fell three days ago.", "three days ago", "2025-02-10", None),
        ("It rose in the fourth quarter.", "the fourth quarter", "2024-Q4", "XXXX-Q4"),
    ],
)
def test_relative_dates_hang_on_the_day_of_publication(
    text: str, expression: str, value: str, unresolved: str | None
) -> None:
    (found,) = find_dates(text, THURSDAY)
    assert (found.text, found.value, found.resolved) == (expression, value, True)
    (open_one,) = find_dates(text, None)
    assert (open_one.text, open_one.value, open_one.resolved) == (expression, unresolved, False)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("It took three days.", [("three days", "P3D", "DURATION")]),
        ("It took half an hour.", [("half an hour", "PT0.5H", "DURATION")]),
        ("It lasted several months.", [("several months", "PXM", "DURATION")]),
        ("They meet every Monday.", [("every Monday", "XXXX-WXX-1", "SET")]),
        ("It is paid annually.", [("annually", "P1Y", "SET")]),
        ("The two-year plan ended.", [("two-year", "P2Y", "DURATION")]),
    ],
)
def test_durations_and_sets(text: str, wanted: list[tuple[str, str, str]]) -> None:
    assert _found(text) == wanted
    assert all(each.resolved for each in find_dates(text, None))


def test_a_clock_time_stands_on_the_day_that_the_sentence_names() -> None:
    assert _found("It closed at 10:30 GMT on Wednesday.")[0] == ("10:30 GMT", "2025-02-12T10:30Z", "TIME")
    assert _found("It closed at 2 p.m.")[0] == ("2 p.m.", "2025-02-13T14:00", "TIME")
    (alone,) = find_dates("It closed at 2 p.m.", None)
    assert (alone.value, alone.resolved) == ("T14:00", False)


def test_an_ambiguous_date_stays_open_and_an_impossible_one_is_none() -> None:
    (found,) = find_dates("It opened on 03/04/2025.", THURSDAY)
    assert (found.value, found.resolved) == ("2025-XX-XX", False)
    assert find_dates("It was 2025-02-31 by mistake.", THURSDAY) == []


@pytest.mark.parametrize(
    "text",
    [
        "It may rain.",
        "They march on.",
        "It cost $2,025.",
        "Some 2000 people came.",
        "The US daily said so.",
        "It weighed 1,995 kg.",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert find_dates(text, THURSDAY) == []


@given(
    st.one_of(st.text(max_size=80), st.text("1203-/: ,.MayThursdlsweknxof’s\n", max_size=60)), st.none() | st.dates()
)
def test_any_text_gives_sound_spans(text: str, anchor: dt.date | None) -> None:
    found = find_dates(text, anchor)
    assert all(text[each.start : each.end] == each.text for each in found)
    assert all(one.end <= two.start for one, two in pairwise(found))


def test_a_hundred_thousand_characters_on_one_line() -> None:
    for unit in ("1", " ", "last ", "May 1 ", "the "):
        assert isinstance(find_dates(unit * (100_000 // len(unit)), THURSDAY), list)


@pytest.mark.parametrize(
    ("text", "language", "url", "value", "alternatives"),
    [
        ("It opened on 03/04/2025.", None, None, "2025-XX-XX", ["2025-03-04", "2025-04-03"]),
        ("It opened on 03/04/2025.", "en", "https://example.com/a", "2025-XX-XX", ["2025-03-04", "2025-04-03"]),
        ("It opened on 03/04/2025.", "en-GB", None, "2025-04-03", []),
        ("It opened on 03/04/2025.", "en-US", None, "2025-03-04", []),
        ("It opened on 03/04/2025.", "en-CA", None, "2025-XX-XX", ["2025-03-04", "2025-04-03"]),
        ("It opened on 03/04/2025.", None, "https://www.example.co.uk/a", "2025-04-03", []),
        # What the text itself shows goes before where it was published.
        ("It opened on 03/04/2025 and shut on 25/04/2025.", "en-US", None, "2025-04-03", []),
        ("It opened on 04/04/2025.", None, None, "2025-04-04", []),
        # Two sure dates that contradict each other tell nothing of the third.
        ("On 03/04/2025, 25/04/2025 and 04/25/2025.", None, None, "2025-XX-XX", ["2025-03-04", "2025-04-03"]),
        ("It opened on 13/04/2025.", "en-US", None, "2025-04-13", []),
    ],
)
def test_the_order_of_a_numeric_date_comes_from_the_text_or_the_place_of_publication_or_stays_open(
    text: str, language: str | None, url: str | None, value: str, alternatives: list[str]
) -> None:
    first, *_ = find_dates(text, None, locale_order(language, url))
    assert (first.value, first.alternatives) == (value, alternatives)
    assert first.resolved == (not alternatives)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They expect to finish by year-end.", "2025-12-31"),
        ("The total has doubled since year end.", "2024-12-31"),
        ("The bridge will open by the month-end.", "2025-02-28"),
        ("She lost two friends on 9/11.", "2001-09-11"),
    ],
)
def test_the_ends_of_units_and_the_day_that_is_a_name(text: str, value: str) -> None:
    assert [each.value for each in find_dates(text, dt.date(2025, 2, 13))] == [value]
