"""What stands around the body: the shapes that wires have."""

from __future__ import annotations

import datetime as dt

import pytest

from corpus_pkg.annotate.metadata.bylines import read_byline
from corpus_pkg.annotate.metadata.datelines import read_dateline
from corpus_pkg.annotate.metadata.layout import lay_out
from corpus_pkg.annotate.metadata.tails import read_tail
from corpus_pkg.annotate.metadata.written_dates import read_date

BODY = "The port reopened on Thursday after a week of storms, officials said. Ships left at noon."


def _parts(text: str) -> tuple[list[tuple[str, str]], str]:
    layout = lay_out(text, None)
    parts = [(part.role, text[part.start : part.end].strip()) for part in layout.parts]
    return parts, text[layout.body_start : layout.body_end].strip()


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (f" date 2025-02-13 {BODY}", [("header", "date 2025-02-13")]),
        (f"Date: 18 November 2024\n{BODY}", [("header", "Date: 18 November 2024")]),
        (f"2 September 2022\n\n{BODY}", [("header", "2 September 2022")]),
        (f"Port reopens\n\nBy Rosa Winter\n\n{BODY}", [("title", "Port reopens"), ("byline", "By Rosa Winter")]),
        (f"Port reopens\n{BODY}", [("title", "Port reopens")]),
        (f"MOMBASA, March 4, 2025 (Reuters) - {BODY}", [("dateline", "MOMBASA, March 4, 2025 (Reuters) -")]),
        (f"LISBON, Portugal (AP) — {BODY}", [("dateline", "LISBON, Portugal (AP) —")]),
        (f"{BODY}\n\nAFP", [("tail", "AFP")]),
        (f"{BODY}\n(Reporting by A B; Editing by C D)", [("tail", "(Reporting by A B; Editing by C D)")]),
        (f"{BODY}\n\n© 2025 AFP", [("tail", "© 2025 AFP")]),
        (f"Source: The Courier\nTitle: Port\n\n{BODY}", [("header", "Source: The Courier"), ("header", "Title: Port")]),
        (BODY, []),
        (f"{BODY}\n{BODY}", []),
    ],
)  # fmt: skip
def test_the_body_is_parted_from_what_stands_around(text: str, parts: list[tuple[str, str]]) -> None:
    found, body = _parts(text)
    assert found == parts
    assert body in (BODY, f"{BODY}\n{BODY}")


@pytest.mark.parametrize(
    "text",
    [
        "China said on Thursday\nthat it was happy.\nIt left.",
        "“We are ready,”\nOkoro said.",
        "The AFP reporter left.\n\nThe AFP office closed.",
        "By then the ship had left.\n\nIt came back.",
        "Date palms grow here.\n\nThey need water.",
    ],
)
def test_prose_is_not_taken_for_a_header_or_tail(text: str) -> None:
    assert _parts(text) == ([], text)


@pytest.mark.parametrize(
    ("text", "place", "agency", "month", "year"),
    [
        ("MOMBASA, March 4, 2025 (Reuters) - The port", "MOMBASA", "Reuters", 3, 2025),
        ("LISBON, Portugal (AP) — The port", "LISBON, Portugal", "AP", None, None),
        ("Paris, Feb 13 (AFP) - The port", "Paris", "AFP", 2, None),
        ("NEW YORK/LONDON, 4 Sept 2024 -- The port", "NEW YORK/LONDON", None, 9, 2024),
        ("GDANSK, Oct 8 (Nordwire) - The port", "GDANSK", "Nordwire", 10, None),
        (f"WELLINGTON — {BODY}", "WELLINGTON", None, None, None),
    ],
)
def test_datelines(text: str, place: str, agency: str | None, month: int | None, year: int | None) -> None:
    found = read_dateline(text, 0, len(text))
    assert found is not None
    assert (found.place, found.agency, found.month, found.year) == (place, agency, month, year)


@pytest.mark.parametrize(
    "text", [f"UPDATE - {BODY}", "STOCKS RISE - BONDS FALL", "We - that is, they - left. It rained.", BODY]
)
def test_what_is_no_dateline(text: str) -> None:
    assert read_dateline(text, 0, len(text)) is None


@pytest.mark.parametrize(
    ("line", "authors", "agency"),
    [
        ("By Rosa Winter", ("Rosa Winter",), None),
        ("By Rosa Winter and Karl Berg", ("Rosa Winter", "Karl Berg"), None),
        ("BY ROSA WINTER, REUTERS", ("ROSA WINTER",), "Reuters"),
        ("By Ana de la Cruz, Associated Press", ("Ana de la Cruz",), "Associated Press"),
    ],
)
def test_bylines(line: str, authors: tuple[str, ...], agency: str | None) -> None:
    found = read_byline(line)
    assert found is not None
    assert (found.authors, found.agency) == (authors, agency)


def test_the_credit_names_the_reporters_not_the_editors() -> None:
    tail = read_tail("(Reporting by Rosa Winter in Lagos and Karl Berg; Editing by Ann Moor)")
    assert tail is not None
    assert tail.authors == ("Rosa Winter", "Karl Berg")


def test_an_agency_is_known_by_what_it_once_signed_with() -> None:
    assert [each and each.agency for each in map(read_tail, (" Reuter", "REUTER...", "reuter"))] == ["Reuters"] * 3


@pytest.mark.parametrize("line", ["The AFP said so.", "He left.", "Rosa Winter", "(He left.)"])
def test_what_is_no_tail(line: str) -> None:
    assert read_tail(line) is None


@pytest.mark.parametrize(
    ("text", "day", "precision"),
    [
        ("2025-02-13", dt.date(2025, 2, 13), "day"),
        ("13 February 2025", dt.date(2025, 2, 13), "day"),
        ("Thursday, Feb. 13, 2025", dt.date(2025, 2, 13), "day"),
        ("November 2024", dt.date(2024, 11, 1), "month"),
    ],
)
def test_written_dates(text: str, day: dt.date, precision: str) -> None:
    found = read_date(text)
    assert found is not None
    assert (found.day, found.precision, found.end) == (day, precision, len(text))


@pytest.mark.parametrize(
    "text", ["2025-02-31", "31 June 2024", "02/03/2025", "yesterday", "20250213T103000Z", "13 Brumaire 2025"]
)
def test_what_is_no_date_is_not_guessed(text: str) -> None:
    assert read_date(text) is None


@pytest.mark.parametrize("written", ["0001-01-01T00:00:00+1400", "9999-12-31 23:00:00-02:00", "2025-02-13T10:30+25:00"])
def test_an_instant_outside_of_the_calendar_is_no_date(written: str) -> None:
    assert read_date(written) is None


def test_an_instant_needs_a_time_and_a_zone() -> None:
    zoned, local = read_date("2025-02-13T10:30:15.5+02:00"), read_date("2025-02-13T10:30:00")
    assert zoned is not None
    assert local is not None
    assert zoned.instant == dt.datetime(2025, 2, 13, 8, 30, 15, tzinfo=dt.UTC)
    assert local.instant is None
