"""What `corpus stats` counts is what is there."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus_pkg.describe.statistics import columns_read, statistics
from corpus_pkg.loading import load
from corpus_pkg.model.tables import TABLES, table

DATA = Path(__file__).parents[2] / "data"


def test_counts_spreads_and_what_is_not_known_add_up() -> None:
    corpus = load(DATA)
    found, articles = statistics(corpus), list(corpus)
    claims = [each for article in articles for each in article.claims]
    for name in ("source", "month", "language"):
        assert found.spread[name].total() == len(articles)
    assert found.spread["month"]["2025-11"] == sum(str(each.date)[:7] == "2025-11" for each in articles) == 2
    assert found.spread["unit"].total() == sum(each.unit is not None for each in claims)
    assert found.unknown["claims.unit"] == (sum(each.unit is None for each in claims), len(claims))
    assert found.unknown["articles.authors"] == (sum(not each.authors for each in articles), len(articles))
    assert found.unknown["quotes.speaker"][1] == found.counts["quotes"]
    assert found.as_json()["unknown"]["articles.title"]["of"] == len(articles)


@pytest.mark.parametrize("config", [each.name for each in TABLES])
def test_every_column_that_is_read_is_one_of_its_config(config: str) -> None:
    read = columns_read(config, [])
    assert read
    assert set(read) <= {each.name for each in table(config).fields}
