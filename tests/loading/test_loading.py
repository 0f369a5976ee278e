"""A dataset as records, and as the tables of other libraries."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import datasets
import polars as pl
import pytest

import corpus_pkg
from corpus_pkg.errors import DatasetError, UsageError, VersionMismatchError
from corpus_pkg.loading import Corpus
from corpus_pkg.model import Article, Quote, table
from corpus_pkg.model.features import features

CONFIGS = ["articles", "quotes", "entities", "claims"]


@pytest.fixture(scope="module")
def corpus(sound: Path) -> Corpus:
    return corpus_pkg.load(sound)


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(datasets.config, "HF_DATASETS_CACHE", tmp_path / "cache")


def test_records_are_typed_and_come_lazily(corpus: Corpus) -> None:
    articles = iter(corpus)
    assert isinstance(next(articles), Article)
    assert len(corpus) == 2
    assert corpus.configs == CONFIGS
    assert all(isinstance(each, Quote) for each in corpus.records("quotes"))
    assert [each.id for each in corpus.records("quotes")] == [each.id for a in corpus for each in a.quotes]


def test_an_article_is_found_by_its_id(corpus: Corpus) -> None:
    article = next(iter(corpus))
    assert corpus.article(article.id) == article
    with pytest.raises(UsageError, match="no article"):
        corpus.article("a" + "0" * 16)


def test_tables_of_other_libraries(corpus: Corpus) -> None:
    assert corpus.arrow("claims", ["text"]).column_names == ["text"]
    direct = corpus.pandas("quotes").query("kind == 'direct'")
    assert list(direct["speaker_name"])[:2] == ["Anna Lindholm", "Anna Lindholm"]
    frame = corpus.polars("quotes", ["kind", "text"])
    assert isinstance(frame, pl.DataFrame)
    assert frame.shape == (len(list(corpus.records("quotes"))), 2)


def test_a_config_that_is_not_there_names_those_that_are(corpus: Corpus) -> None:
    with pytest.raises(UsageError, match="has no rows"):
        corpus.arrow("links")
    with pytest.raises(UsageError, match=r"is no config.*articles, quotes"):
        list(corpus.records("quote"))


@pytest.mark.parametrize("config", CONFIGS)
@pytest.mark.parametrize("streaming", [False, True])
def test_load_dataset_opens_every_config(sound: Path, corpus: Corpus, config: str, streaming: bool) -> None:  # noqa: FBT001
    loaded = datasets.load_dataset(str(sound), config, split="train", streaming=streaming)
    assert loaded.features == features(table(config))
    assert [row["id"] for row in loaded] == corpus.arrow(config, ["id"]).column(0).to_pylist()


def test_load_dataset_opens_the_articles_by_default_and_takes_columns_and_filters(sound: Path, corpus: Corpus) -> None:
    assert datasets.load_dataset(str(sound), split="train")[0]["id"] == next(iter(corpus)).id
    kinds = corpus.datasets("quotes", columns=["kind"], filters=[("kind", "==", "partial")])
    assert (kinds.column_names, set(kinds["kind"])) == (["kind"], {"partial"})


def test_a_version_that_is_not_there_is_refused(sound: Path, tmp_path: Path) -> None:
    assert corpus_pkg.load(sound, version="0.0.0").manifest.dataset.version == "0.0.0"
    with pytest.raises(VersionMismatchError, match=r"holds version 0\.0\.0, not 1\.0\.0"):
        corpus_pkg.load(sound, version="1.0.0")
    newer = tmp_path / "newer"
    shutil.copytree(sound, newer)
    manifest = json.loads((newer / "manifest.json").read_text()) | {"schema_version": "9.0.0"}
    (newer / "manifest.json").write_text(json.dumps(manifest))
    with pytest.raises(DatasetError, match=r"follows schema 9\.0\.0"):
        corpus_pkg.load(newer)


@pytest.mark.parametrize("content", [None, "{", "{}", "[]"])
def test_what_is_no_dataset_is_refused(tmp_path: Path, content: str | None) -> None:
    if content is not None:
        (tmp_path / "manifest.json").write_text(content)
    with pytest.raises(DatasetError):
        corpus_pkg.load(tmp_path)


def test_an_unknown_attribute_of_the_package_is_one() -> None:
    with pytest.raises(AttributeError, match="no attribute 'laod'"):
        _ = corpus_pkg.laod
