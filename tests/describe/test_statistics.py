"""What `corpus stats` counts is what is there."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from corpus_pkg.convert.blobs import blobs_at
from corpus_pkg.describe.plots import plots
from corpus_pkg.describe.statistics import columns_read, statistics
from corpus_pkg.loading import Corpus, load
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


def test_counts_that_are_kept_are_the_same_and_each_shard_is_read_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    corpus, kept = load(DATA), blobs_at(tmp_path)
    expected = statistics(corpus)
    assert statistics(corpus, kept) == expected
    monkeypatch.setattr(pq, "ParquetFile", None)
    assert statistics(corpus, kept) == expected
    assert list(plots(statistics(corpus, kept))) == list(plots(expected)), "whatever order they were kept in"


def test_a_shard_of_other_bytes_is_counted_anew(tmp_path: Path) -> None:
    corpus, kept = load(DATA), blobs_at(tmp_path)
    statistics(corpus, kept)
    before = sum(1 for _ in tmp_path.rglob("??/*"))
    files = [replace(each, sha256="0" * 64) if each.path.startswith("claims/") else each
             for each in corpus.manifest.files]  # fmt: skip
    other = Corpus(corpus.path, replace(corpus.manifest, files=files))
    assert statistics(other, kept) == statistics(corpus)
    assert sum(1 for _ in tmp_path.rglob("??/*")) == before + len(corpus.shards("claims"))


@pytest.mark.parametrize("config", [each.name for each in TABLES])
def test_every_column_that_is_read_is_one_of_its_config(config: str) -> None:
    read = columns_read(config, [])
    assert read
    assert set(read) <= {each.name for each in table(config).fields}
