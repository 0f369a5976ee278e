"""Articles stand by date, those without one first, then by id; each split for itself."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from shard_support import SCHEMA, write_shards

from corpus_pkg.validate.dataset.order import Order, of_length
from corpus_pkg.validate.dataset.stream import Stream

_DAYS = st.none() | st.sampled_from(
    [dt.date(1, 1, 1), dt.date(1969, 12, 31), dt.date(1970, 1, 1), dt.date(2025, 1, 1), dt.date(9999, 12, 31)]
)
_IDS = st.sampled_from(["a" + each * 16 for each in "0789f"])
_ARTICLES = st.lists(st.tuples(_DAYS, _IDS), max_size=7)
Article = tuple[dt.date | None, str]


def _rows(articles: list[Article]) -> list[dict[str, object]]:
    return [{"date": day, "id": own} for day, own in articles]


def _key(article: Article) -> tuple[dt.date | int, ...]:
    return (-1 if article[0] is None else article[0].toordinal(), int(article[1][1:], 16))


def _late(articles: list[Article]) -> list[int]:
    return [row for row in range(1, len(articles)) if _key(articles[row]) < _key(articles[row - 1])]


@given(_ARTICLES, _ARTICLES)
@settings(max_examples=30)
def test_an_article_after_a_later_one_is_told(tmp_path: Path, one: list[Article], two: list[Article]) -> None:
    whole = [("articles/train-0.parquet", row) for row in range(len(one))]
    whole += [("articles/train-1.parquet", row) for row in range(len(two))]
    order, found = Order(), write_shards(tmp_path, {"train-0": _rows(one), "train-1": _rows(two)})
    told = [
        (each.place.file, each.place.row, each.place.record)
        for rows in Stream(found, SCHEMA)
        for each in order.take(rows)
    ]
    assert told == [(*whole[row], [*one, *two][row][1]) for row in _late([*one, *two])]


def test_each_split_begins_anew(tmp_path: Path) -> None:
    late, early = (dt.date(2025, 1, 2), "a" + "1" * 16), (dt.date(2025, 1, 1), "a" + "2" * 16)
    order, found = Order(), write_shards(tmp_path, {"test-0": _rows([late]), "train-0": _rows([early])})
    assert [each for rows in Stream(found, SCHEMA) for each in order.take(rows)] == []


def test_ids_that_are_none_stop_nothing(tmp_path: Path) -> None:
    articles = [(None, "a" + "1" * 16), (None, "short")]
    order, found = Order(), write_shards(tmp_path, {"train-0": _rows(articles)})
    rows = next(iter(Stream(found, SCHEMA)))
    assert not of_length(rows.batch.column("id"))
    assert list(order.take(rows)) == []
