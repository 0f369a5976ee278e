from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus_pkg.annotate.dates import find_dates

THURSDAY = dt.date(2025, 2, 13)
Found = list[tuple[str, str | None, str, bool]]


def found(text: str, anchor: dt.date | None = THURSDAY) -> Found:
    mentions = find_dates(text, anchor)
    assert all(text[each.start : each.end] == each.text for each in mentions)
    return [(each.text, each.value, each.type, each.resolved) for each in mentions]


def values(text: str, anchor: dt.date | None = THURSDAY) -> list[tuple[str, str | None]]:
    return [(surface, value) for surface, value, _, _ in found(text, anchor)]


@pytest.mark.parametrize(
    ("surface", "value"),
    [
        ("2025-02-13", "2025-02-13"),
        ("2025/02/13", "2025-02-13"),
        ("13 February 2025", "2025-02-13"),
        ("February 13, 2025", "2025-02-13"),
        ("Feb. 13, 2025", "2025-02-13"),
        ("Sept. 9, 2021", "2021-09-09"),
        ("the 13th of March 2024", "2024-03-13"),
        ("Thursday, 13 March 2025", "2025-03-13"),
        ("JUNE 12, 2024", "2024-06-12"),
        ("29 February 2024", "2024-02-29"),
        ("February 2025", "2025-02"),
        ("mid-March 2023", "2023-03"),
        ("the end of March 2023", "2023-03"),
        ("2022", "2022"),
        ("early 2022", "2022"),
        ("the end of 2022", "2022"),
        ("the year 2000", "2000"),
        ("fiscal 2025", "2025"),
        ("the 1990s", "199"),
        ("the early '80s", "198"),
        ("the nineties", "199"),
        ("the 20th century", "19"),
        ("the first quarter of 2024", "2024-Q1"),
        ("Q3 2024", "2024-Q3"),
        ("the second half of 2023", "2023-H2"),
        ("the summer of 2023", "2023-SU"),
        ("13/04/2025", "2025-04-13"),
        ("04/13/2025", "2025-04-13"),
        ("13.04.2025", "2025-04-13"),
    ],
)
@pytest.mark.parametrize("anchor", [THURSDAY, None])
def test_absolute_expressions_need_no_anchor(surface: str, value: str, anchor: dt.date | None) -> None:
    assert found(f"The ferry contract dates back to {surface} and was renewed.", anchor) == [
        (surface, value, "DATE", True)
    ]


@pytest.mark.parametrize(
    ("text", "surface", "known", "unknown"),
    [
        ("The mayor resigned on Thursday.", "Thursday", "2025-02-13", "XXXX-WXX-4"),
        ("The mayor resigned on Friday.", "Friday", "2025-02-07", "XXXX-WXX-5"),
        ("The mayor resigned on Wednesday.", "Wednesday", "2025-02-12", "XXXX-WXX-3"),
        ("Thursday's storm tore off roofs.", "Thursday", "2025-02-13", "XXXX-WXX-4"),
        ("The mayor resigned late Tuesday.", "late Tuesday", "2025-02-11", "XXXX-WXX-2"),
        ("It was signed on February 10.", "February 10", "2025-02-10", "XXXX-02-10"),
        ("It was signed on 10 February.", "10 February", "2025-02-10", "XXXX-02-10"),
        ("It was signed on Dec. 30.", "Dec. 30", "2024-12-30", "XXXX-12-30"),
        ("The congress will open on March 3.", "March 3", "2025-03-03", "XXXX-03-03"),
        ("The mill burned down in November.", "November", "2024-11", "XXXX-11"),
        ("The mill will reopen in May.", "May", "2025-05", "XXXX-05"),
        ("The mill burned down last March.", "last March", "2024-03", "XXXX-03"),
        ("Profits fell in the fourth quarter.", "the fourth quarter", "2024-Q4", "XXXX-Q4"),
        ("The mill shut last summer.", "last summer", "2024-SU", "XXXX-SU"),
        ("The mill shut last week.", "last week", "2025-W06", None),
        ("The mill shut earlier this month.", "earlier this month", "2025-02", None),
        ("The mill shut last month.", "last month", "2025-01", None),
        ("The mill shut last year.", "last year", "2024", None),
        ("The mill will shut next year.", "next year", "2026", None),
        ("The mill will shut by the end of this year.", "the end of this year", "2025", None),
        ("The mill shut today.", "today", "2025-02-13", None),
        ("The mill shut yesterday.", "yesterday", "2025-02-12", None),
        ("It shut the day before yesterday.", "the day before yesterday", "2025-02-11", None),
        ("The mill shut three days ago.", "three days ago", "2025-02-10", None),
        ("The mill shut about two years ago.", "about two years ago", "2023", None),
        ("The mill shut over the weekend.", "the weekend", "2025-W06-WE", None),
    ],
)
def test_relative_expressions_need_the_anchor(text: str, surface: str, known: str, unknown: str | None) -> None:
    assert found(text) == [(surface, known, "DATE", True)]
    assert found(text, None) == [(surface, unknown, "DATE", False)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The vote will be held on Wednesday.", "2025-02-19"),
        ("The vote is due on Wednesday.", "2025-02-19"),
        ("The vote on Wednesday will decide.", "2025-02-19"),
        ("The ministers have until Wednesday to answer.", "2025-02-19"),
        ("The vote will be held on Thursday.", "2025-02-13"),
        ("They said on Wednesday that the port will close.", "2025-02-12"),
        ("They have waited since Wednesday.", "2025-02-12"),
    ],
)
def test_a_weekday_points_ahead_only_where_words_say_so(text: str, value: str) -> None:
    assert [each for _, each in values(text)] == [value]


def test_next_last_and_this_weekday() -> None:
    assert values("Talks resume next Monday, broke off last Thursday, and pause this Friday.") == [
        ("next Monday", "2025-02-17"),
        ("last Thursday", "2025-02-06"),
        ("this Friday", "2025-02-14"),
    ]


def test_what_counts_from_the_story_stays_open() -> None:
    text = "She left the previous day, and two days later he followed; the following month they met."
    assert found(text) == [
        ("the previous day", None, "DATE", False),
        ("two days later", None, "DATE", False),
        ("the following month", None, "DATE", False),
    ]


@pytest.mark.parametrize(
    ("surface", "value"),
    [
        ("three days", "P3D"),
        ("two years", "P2Y"),
        ("an hour", "PT1H"),
        ("half an hour", "PT0.5H"),
        ("an hour and a half", "PT1.5H"),
        ("nearly five months", "P5M"),
        ("more than 40 hours", "PT40H"),
        ("twenty-four hours", "PT24H"),
        ("several weeks", "PXW"),
        ("a few minutes", "PTXM"),
        ("12 to 18 months", "PXM"),
        ("a hundred years", "P100Y"),
        ("the past two years", "P2Y"),
        ("the next few days", "PXD"),
        ("two decades", "P20Y"),
        ("hundreds of years", "PXY"),
        ("recent years", "PXY"),
        ("the past decade", "P10Y"),
        ("three-and-a-half years", "P3.5Y"),
        ("two and a half hours", "PT2.5H"),
    ],
)
@pytest.mark.parametrize("anchor", [THURSDAY, None])
def test_durations(surface: str, value: str, anchor: dt.date | None) -> None:
    assert found(f"The strike went on for {surface} without talks.", anchor) == [(surface, value, "DURATION", True)]


def test_a_hyphened_duration_and_an_age() -> None:
    assert found("A two-year lease for a 34-year-old crane") == [
        ("two-year", "P2Y", "DURATION", True),
        ("34-year-old", "P34Y", "DURATION", True),
    ]


@pytest.mark.parametrize(
    ("text", "surface", "value"),
    [
        ("The board meets every week.", "every week", "P1W"),
        ("The board meets each Monday.", "each Monday", "XXXX-WXX-1"),
        ("The board meets on Tuesdays.", "Tuesdays", "XXXX-WXX-2"),
        ("The board meets at 10 p.m. Tuesdays.", "10 p.m. Tuesdays", "XXXX-WXX-2T22:00"),
        ("The board meets daily.", "daily", "P1D"),
        ("The board meets every two years.", "every two years", "P2Y"),
        ("The board meets every other day.", "every other day", "P2D"),
        ("The board meets twice a year.", "a year", "P1Y"),
        ("The seat costs $40 a year.", "a year", "P1Y"),
        ("Marchers gather each July.", "each July", "XXXX-07"),
    ],
)
@pytest.mark.parametrize("anchor", [THURSDAY, None])
def test_sets(text: str, surface: str, value: str, anchor: dt.date | None) -> None:
    assert found(text, anchor) == [(surface, value, "SET", True)]


@pytest.mark.parametrize(
    ("text", "surface", "value"),
    [
        ("The port is now closed.", "now", "PRESENT_REF"),
        ("These days few ships call.", "These days", "PRESENT_REF"),
        ("The port closed recently.", "recently", "PAST_REF"),
        ("It happened several years ago.", "several years ago", "PAST_REF"),
        ("The port is a thing of the past.", "the past", "PAST_REF"),
        ("Ships may return in the near future.", "the near future", "FUTURE_REF"),
        ("Ships may return soon.", "soon", "FUTURE_REF"),
    ],
)
@pytest.mark.parametrize("anchor", [THURSDAY, None])
def test_vague_references(text: str, surface: str, value: str, anchor: dt.date | None) -> None:
    assert found(text, anchor) == [(surface, value, "DATE", True)]


@pytest.mark.parametrize(
    ("surface", "clock"),
    [
        ("10:30 a.m.", "T10:30"),
        ("10.30 am", "T10:30"),
        ("2pm", "T14:00"),
        ("12 a.m.", "T00:00"),
        ("12:15 p.m.", "T12:15"),
        ("1400 GMT", "T14:00Z"),
        ("14:05 UTC", "T14:05Z"),
        ("2:30 pm EST", "T14:30-05:00"),
        ("2:30 pm ET", "T14:30"),
        ("18:00 CEST", "T18:00+02:00"),
        ("18:45", "T18:45"),
        ("noon", "T12:00"),
        ("midnight", "T24:00"),
    ],
)
def test_clock_times(surface: str, clock: str) -> None:
    text = f"The doors closed at {surface} for good."
    assert found(text) == [(surface, f"2025-02-13{clock}", "TIME", True)]
    assert found(text, None) == [(surface, clock, "TIME", False)]


def test_a_clock_time_takes_the_day_of_its_sentence() -> None:
    assert values("It struck at 10:30 a.m. on Wednesday.") == [
        ("10:30 a.m.", "2025-02-12T10:30"),
        ("Wednesday", "2025-02-12"),
    ]
    assert found("It struck at 10:30 a.m. on 3 May 2024.", None)[0] == ("10:30 a.m.", "2024-05-03T10:30", "TIME", True)
    assert found("It struck at 10 p.m. Wednesday.") == [("10 p.m. Wednesday", "2025-02-12T22:00", "TIME", True)]
    assert found("It struck at 10 p.m. Wednesday.", None) == [("10 p.m. Wednesday", "XXXX-WXX-3T22:00", "TIME", False)]


def test_parts_of_days() -> None:
    assert found("They met this morning, last night and Monday evening.") == [
        ("this morning", "2025-02-13TMO", "TIME", True),
        ("last night", "2025-02-12TNI", "TIME", True),
        ("Monday evening", "2025-02-10TEV", "TIME", True),
    ]


@pytest.mark.parametrize("surface", ["2025-02-13T10:30:00Z", "2025-02-13T10:30+01:00"])
def test_iso_with_clock(surface: str) -> None:
    assert found(f"Logged {surface} by the tower", None) == [(surface, surface, "TIME", True)]


def test_a_date_in_either_order_stays_open() -> None:
    assert found("Signed 03/04/2025 in Oslo") == [("03/04/2025", "2025-XX-XX", "DATE", False)]
    assert found("Signed 04/04/2025 in Oslo") == [("04/04/2025", "2025-04-04", "DATE", True)]


@pytest.mark.parametrize(
    "text",
    [
        "Signed 2025-02-31 in Oslo",
        "Signed 31 February 2025 in Oslo",
        "Signed February 29, 2023 in Oslo",
        "Signed on February 30 in Oslo",
        "Signed 31/31/2025 in Oslo",
        "Signed 2025-13-01 in Oslo",
        "They may march to the square and may spring a surprise.",
        "March for peace, they cried. May I ask why?",
        "Some 1,995 crates cost $2,025 or 2025 euros.",
        "About 2000 people came; 1800 metres of fence fell; 2019km of road",
        "She slept in room 2014 and read page 1984.",
        "Ticket #2020, version 2.0.2019, file A2019, 2019th in line",
        "See https://harbour.example/2024/05/06/the-2023-report",
        "They won 3-2; the ratio was 3:20; she ran 2:05:12.",
        "USA Today and the Sunday Times wrote about Good Friday.",
        "April Lindholm met June Okoro. Jan Kowalczyk came too.",
        "The Winter Olympics, the Arab Spring, the fall of Carthage",
        "The second man took a quarter of it, as soon as he could.",
        "Turnout fell 2025%.",
        "Winter wheat and a summary",
        "Costs    1,400,000    Year",
        "",
    ],
)
@pytest.mark.parametrize("anchor", [THURSDAY, None])
def test_what_is_no_date(text: str, anchor: dt.date | None) -> None:
    assert found(text, anchor) == []


def test_days_that_share_a_month() -> None:
    assert values("From June 3-5, 2023 and between 12 and 14 June 2024.") == [
        ("June 3", "2023-06-03"),
        ("5, 2023", "2023-06-05"),
        ("12", "2024-06-12"),
        ("14 June 2024", "2024-06-14"),
    ]
    assert values("Between March and May 2023, or from December to 5 January, or November to March 2024") == [
        ("March", "2023-03"),
        ("May 2023", "2023-05"),
        ("December", "2024-12"),
        ("5 January", "2025-01-05"),
        ("November", "2023-11"),
        ("March 2024", "2024-03"),
    ]
    assert values("From 30 May to 5 June 2024", None) == [("30 May", "2024-05-30"), ("5 June 2024", "2024-06-05")]
    assert values("The 2023-24 season") == [("2023", "2023"), ("24", "2024")]


def test_march_and_may_where_a_month_fits() -> None:
    assert values("In March, May said she may go in May.", dt.date(2025, 4, 1)) == [
        ("March", "2025-03"),
        ("May", "2025-05"),
    ]


def test_a_blank_line_ends_an_expression() -> None:
    assert [surface for surface, _ in values("It closed on Thursday\n\nFebruary 3, 2024 was dry")] == [
        "Thursday",
        "February 3, 2024",
    ]
    assert [surface for surface, _ in values("It closed on February\n3, 2024")] == ["February\n3, 2024"]


@pytest.mark.parametrize("anchor", [dt.date.min, dt.date.max])
def test_the_ends_of_the_calendar(anchor: dt.date) -> None:
    text = (
        "Last week, next week, next month, last month, last year, next year, next decade, ten years ago, tomorrow, "
        "yesterday, next Monday, last Monday, February 3, in May, last May, next May, the weekend, the third quarter, "
        "the same month last year, last quarter, last summer, 900000000 days ago, the day before yesterday"
    )
    assert all(each.text == text[each.start : each.end] for each in find_dates(text, anchor))


WORDS = st.sampled_from(
    [
        *"a the last next this past early mid of in on by and to - , . ( ' two twenty hundred half few couple".split(),
        *"day days week weekend year years month quarter century decade hours second first third fourth ago".split(),
        *"earlier or so Thursday Mon. May March Feb. February Sept 13 31 2025 1995 2025-02-30 03/04/2025".split(),
        *"10:30 a.m. pm GMT 13th today tonight yesterday night summer Q1 H2 1990s '80s every each Tuesdays".split(),
        *"daily now future same will be said end old more period fiscal noon midnight 1,500 2.5 9999999999".split(),
        *["Q\u00b9", "\n", "\n\n", "\u0130", "ß", "\uff16", "\ud800", "\x00", "%", "$"],
    ]
)
ANCHORS = st.none() | st.dates()


@given(st.lists(WORDS, max_size=25).map(" ".join) | st.text(max_size=60), ANCHORS)
def test_any_text(text: str, anchor: dt.date | None) -> None:
    mentions = find_dates(text, anchor)
    for each in mentions:
        assert 0 <= each.start < each.end <= len(text)
        assert text[each.start : each.end] == each.text == each.text.strip()
        assert each.type in {"DATE", "TIME", "DURATION", "SET"}
        assert each.value is None or each.value.isascii()
        assert each.value is not None or not each.resolved
        if anchor is not None and each.value and each.value.startswith("XXXX-") and each.type != "SET":
            # February 29 far from any leap year
            assert "02-29" in each.value
    assert all(one.end <= two.start for one, two in pairwise(mentions))
    assert mentions == find_dates(text, anchor)


@given(st.lists(WORDS, max_size=25).map(" ".join), st.dates())
def test_the_anchor_changes_values_and_not_spans(text: str, anchor: dt.date) -> None:
    known, unknown = find_dates(text, anchor), find_dates(text, None)
    assert [(each.start, each.end, each.type) for each in known] == [
        (each.start, each.end, each.type) for each in unknown
    ]
    for one, two in zip(known, unknown, strict=True):
        assert one.value == two.value or not two.resolved


@given(st.dates())
def test_every_day_is_read_in_every_form(day: dt.date) -> None:
    if day.year < 1900 or day.year > 2099:
        return
    american = f"{day:%B} {day.day}, {day.year}"
    forms = [day.isoformat(), f"{day.day} {day:%B} {day.year}", american, f"{day:%A}, {american}"]
    for form in forms:
        assert found(f"It was signed on {form} by both", None) == [(form, day.isoformat(), "DATE", True)]


@given(st.dates(dt.date(1900, 1, 10), dt.date(2099, 12, 20)), st.integers(0, 6))
def test_a_weekday_of_the_past_is_the_nearest_up_to_the_anchor(anchor: dt.date, back: int) -> None:
    day = anchor - dt.timedelta(days=back)
    assert values(f"She resigned on {day:%A} in tears", anchor) == [(f"{day:%A}", day.isoformat())]


GROWING = ["1", " ", "\n", "\n ", "1,", "1-", "one ", "hundred ", "the ", "last ", "May ", "2025 ", "May 3, ", "10:30 "]
GROWING += ["a", "'", "Thursday ", "noon ", "of ", "a.m. ", "two years ago ", "https://", "early-", "and a half "]
GROWING += ["the end of ", "today at noon "]


@pytest.mark.parametrize("unit", GROWING)
def test_a_hundred_thousand_characters_are_survived(unit: str) -> None:
    text = (unit * 100_000)[:100_000]
    for each in find_dates(text, THURSDAY):
        assert text[each.start : each.end] == each.text
