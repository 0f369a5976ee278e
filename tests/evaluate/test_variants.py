"""Varied articles: other words at the same offsets, sound records, releases that differ as they say."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from corpus_pkg.evaluate.variants import Variants, releases
from corpus_pkg.loading import load
from corpus_pkg.model.article import Article
from corpus_pkg.model.rows import from_row, to_row

DATA = Path(__file__).parents[2] / "data"
DAY = dt.date(2024, 2, 29)
VARIANTS = Variants([to_row(each) for each in load(DATA)])


def test_every_surface_is_where_its_offsets_say_and_ids_hang_together() -> None:
    for number in range(30):
        article = from_row(Article, VARIANTS.row(number, DAY, 0))
        for each in (*article.quotes, *article.claims, *article.dates, *article.scare):
            assert article.text[each.start : each.end] == each.text
        for entity in article.entities:
            assert all(article.text[each.start : each.end] == each.text for each in entity.mentions)
        known = {each.id for each in article.entities}
        assert {each.speaker_entity for each in article.quotes} <= known | {None}
        assert {each.quote_id for each in article.claims} <= {each.id for each in article.quotes} | {None}


def test_no_two_articles_and_no_two_editions_say_the_same() -> None:
    rows = [VARIANTS.row(number, DAY, edition) for number in range(60) for edition in (0, 1)]
    assert len({row["text"] for row in rows}) == 120
    assert len({row["id"] for row in rows}) == 60
    assert VARIANTS.row(7, DAY, 1) == VARIANTS.row(7, DAY, 1)


def test_the_releases_differ_as_they_say() -> None:
    found = {name: list(rows) for name, rows in releases(VARIANTS, 400, seed=3)}
    texts = {name: {row["id"]: row["text"] for row in rows} for name, rows in found.items()}
    assert all(rows == sorted(rows, key=lambda row: (row["date"], row["id"])) for rows in found.values())
    first, inserted, edited = (texts[name] for name in ("first", "inserted", "edited"))
    assert first.items() < inserted.items()
    new = [row["date"] for row in found["inserted"] if row["id"] not in first]
    assert (len(new), len(set(new))) == (4, 1)
    assert len(first.keys() - edited.keys()) == 10
    assert edited.keys() < first.keys()
    assert sum(first[own] != text for own, text in edited.items()) == 5
