"""What markup states, read for what it should be."""

from __future__ import annotations

import datetime as dt

import pytest

from corpus_pkg.annotate.metadata.markup import stated_dates, stated_language, stated_names, stated_title, stated_url
from corpus_pkg.intake.raw import StatedField, Statement


def _statements(field: StatedField, *values: str, where: str = "json-ld x") -> list[Statement]:
    return [Statement(field=field, value=each, where=where) for each in values]


@pytest.mark.parametrize(
    ("written", "day", "precision"),
    [
        ("2025-03-04T23:30:00+02:00", dt.date(2025, 3, 4), "day"),
        ("20250304T103000Z", dt.date(2025, 3, 4), "day"),
        ("Tue, 04 Mar 2025 10:30:00 GMT", dt.date(2025, 3, 4), "day"),
        ("4 March 2025", dt.date(2025, 3, 4), "day"),
        ("2025-03", dt.date(2025, 3, 1), "month"),
        ("2025", dt.date(2025, 1, 1), "year"),
        ("1741084200", dt.date(2025, 3, 4), "day"),
        ("1741084200000", dt.date(2025, 3, 4), "day"),
    ],
)
def test_dates_in_their_forms(written: str, day: dt.date, precision: str) -> None:
    (found,) = stated_dates(_statements("date", written))
    assert (found.day, found.precision) == (day, precision)


@pytest.mark.parametrize(
    "written", ["03/04/2025", "2025-02-31", "yesterday", "(c) 2019", "None", "0000-00-00", "today at 5"]
)
def test_what_is_no_date_in_one_way_only_is_none(written: str) -> None:
    assert list(stated_dates(_statements("date", written))) == []


def test_the_name_of_the_site_is_no_part_of_the_headline() -> None:
    source = _statements("source", "The Quay Post")
    assert stated_title([*_statements("title", "Ferry sails | The Quay Post"), *source]) == "Ferry sails"
    assert (
        stated_title([*_statements("title", "Ferry sails - quaypost.example"), *source])
        == "Ferry sails - quaypost.example"
    )
    assert stated_title([*_statements("title", "Ferry sails – and returns"), *source]) == "Ferry sails – and returns"
    assert stated_title(source) is None


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("By Anna Moor and Jon Reed", ["Anna Moor", "Jon Reed"]),
        ("Anna Moor, Jon Reed, and Li Wei", ["Anna Moor", "Jon Reed", "Li Wei"]),
        ("Anna Moor (amo)", ["Anna Moor"]),
        ("Anna Moor, Shipping Editor of the paper and much else besides", ["Anna Moor"]),
        ("Trudi Latour", ["Trudi Latour"]),
        ("山田太郎", ["山田太郎"]),
        ("https://example.org/moor", []),
        ("moor@example.org", []),
        ("anna-moor", []),
        ("The Quay Post", ["The Quay Post"]),
    ],
)
def test_names_of_authors(written: str, names: list[str]) -> None:
    assert stated_names([*_statements("authors", written), *_statements("source", "The Quay Post")]) == names


def test_a_person_named_elsewhere_comes_before_the_site() -> None:
    statements = [
        *_statements("source", "The Quay Post"),
        *_statements("authors", "The Quay Post"),
        *_statements("authors", "Anna Moor", where="meta author"),
    ]
    assert stated_names(statements) == ["Anna Moor"]


def test_languages_and_addresses() -> None:
    assert stated_language(_statements("language", "??", "en_GB")) == "en-GB"
    assert stated_url(_statements("url", "/a", "https://example.org/a")) == "https://example.org/a"
