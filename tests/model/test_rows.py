"""Records to rows and back."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from corpus_pkg.loading import load
from corpus_pkg.model import Article, table
from corpus_pkg.model.ids import article_id, record_id
from corpus_pkg.model.rows import child_rows, from_row, json_form, to_row


def test_a_record_survives_the_way_to_a_row_and_back(sound: Path) -> None:
    for article in load(sound):
        assert from_row(Article, to_row(article)) == article


def test_a_missing_field_is_not_filled_in(sound: Path) -> None:
    row = to_row(next(iter(load(sound))))
    del row["title"]
    with pytest.raises(KeyError, match="title"):
        from_row(Article, row)


def test_the_json_form_writes_dates_and_instants_as_strings() -> None:
    instant = dt.datetime(2025, 2, 13, 10, 30, tzinfo=dt.timezone(dt.timedelta(hours=2)))
    assert json_form({"a": dt.date(2025, 2, 13), "b": [instant]}) == {"a": "2025-02-13", "b": ["2025-02-13T08:30:00Z"]}


def test_child_rows_hold_the_nested_record_and_its_article(sound: Path) -> None:
    article = to_row(next(each for each in load(sound) if each.quotes))
    rows = child_rows(article, table("quotes"))
    assert [row["id"] for row in rows] == [each["id"] for each in article["quotes"]]
    assert {(row["article_id"], row["date"], row["source"]) for row in rows} == {
        (article["id"], article["date"], article["source"])
    }


def test_ids_depend_on_content_alone() -> None:
    assert article_id("0123456789abcdef" * 4) == "a0123456789abcdef"
    assert record_id("q", "a1", "quote", 3, 9) == record_id("q", "a1", "quote", 3, 9)
    assert record_id("q", "a1", "quote", 3, 9) != record_id("q", "a2", "quote", 3, 9)
    assert record_id("q", "a1", 1, 23) != record_id("q", "a1", 12, 3)
