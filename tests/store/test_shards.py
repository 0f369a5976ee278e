"""Shards end where articles say so: a change touches those that it stands in, in every config at the same articles."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus_pkg.convert.build import Options, build
from corpus_pkg.describe.card import card_document
from corpus_pkg.describe.croissant import croissant_document
from corpus_pkg.evaluate.variants import Variants
from corpus_pkg.loading import load
from corpus_pkg.model.rows import Row, to_row
from corpus_pkg.store.parquet import LEAST_SHARD, ShardCut
from corpus_pkg.store.writer import write_dataset
from corpus_pkg.validate.judge import validate

DATA = Path(__file__).parents[2] / "data"


def _ids(count: int) -> list[str]:
    return [f"a{number * 2654435761 % 2**64:016x}" for number in range(count)]


def _shards(ids: list[str], articles: int) -> list[tuple[str, ...]]:
    cut, found = ShardCut(articles), [[]]
    for each in ids:
        if cut.before(each):
            found.append([])
        found[-1].append(each)
    return [tuple(each) for each in found]


def test_a_small_dataset_is_one_shard_and_a_large_one_has_some_hundred() -> None:
    assert len(_shards(_ids(LEAST_SHARD), LEAST_SHARD)) == 1
    for articles in (20_000, 100_000, 300_000):
        shards = _shards(_ids(articles), articles)
        assert 60 <= len(shards) <= 300
        assert min(map(len, shards[:-1])) >= LEAST_SHARD


@settings(max_examples=20)
@given(st.integers(0, 19_999), st.integers(0, 10**6))
def test_one_article_more_changes_few_shards(place: int, name: int) -> None:
    ids = _ids(20_000)
    before = set(_shards(ids, 20_000))
    after = set(_shards([*ids[:place], f"a{name:016x}", *ids[place:]], 20_001))
    assert len(before - after) <= 8
    assert len(before & after) >= len(before) - 8


def _written(folder: Path, rows: list[Row]) -> dict[str, bytes]:
    folder.mkdir()
    write_dataset(folder, sorted(rows, key=lambda row: (row["date"], row["id"])), load(DATA).manifest, ())
    return {str(each.relative_to(folder)): each.read_bytes() for each in sorted(folder.glob("*/*.parquet"))}


@pytest.fixture(scope="module")
def rows() -> list[Row]:
    variants = Variants([to_row(each) for each in load(DATA)])
    return [variants.row(number, dt.date(2024, 1, 1 + number % 28), 0) for number in range(700)]


def test_shards_end_at_the_same_articles_in_every_config(rows: list[Row], tmp_path: Path) -> None:
    _written(tmp_path / "one", rows)
    spans = {}
    for config, column in (("articles", "id"), ("quotes", "article_id"), ("claims", "article_id")):
        paths = sorted((tmp_path / "one" / config).glob("*.parquet"))
        spans[config] = [set(pq.read_table(path, columns=[column])[column].to_pylist()) for path in paths]
        assert paths[0].name == f"train-00000-of-{len(paths):05d}.parquet"
        for one, two in pairwise(spans[config]):
            assert not one & two
    assert len(spans["articles"]) > 2
    for config in ("quotes", "claims"):
        assert all(any(each <= whole for whole in spans["articles"]) for each in spans[config])


def test_articles_of_one_day_and_edits_leave_the_other_shards_as_they_were(rows: list[Row], tmp_path: Path) -> None:
    before = set(_written(tmp_path / "before", rows).values())
    variants = Variants([to_row(each) for each in load(DATA)])
    more = [variants.row(number, dt.date(2024, 1, 14), 0) for number in range(1000, 1007)]
    after = set(_written(tmp_path / "after", rows + more).values())
    assert len(before & after) >= len(before) / 2
    assert before - after


def test_statistics_are_kept_of_what_is_filtered_by_alone(rows: list[Row], tmp_path: Path) -> None:
    _written(tmp_path / "one", rows[:30])
    with pq.ParquetFile(tmp_path / "one" / "quotes" / "train-00000-of-00001.parquet") as file:
        group = file.metadata.row_group(0)
        columns = [group.column(each) for each in range(group.num_columns)]
    stated = {each.path_in_schema for each in columns if each.is_stats_set}
    assert stated >= {"kind", "speaker_name", "date", "source", "confidence"}
    assert not stated & {"text", "speaker.text", "cue.start"}


def test_a_dataset_of_many_shards_is_sound(tmp_path: Path) -> None:
    source = tmp_path / "seeds"
    source.mkdir()
    (source / "corpus.toml").write_bytes((DATA.parent / "seeds" / "corpus.toml").read_bytes())
    for number in range(300):
        text = f"Ferry {number} stayed in port on Monday, its owners said on the quay number {number}.\n"
        (source / f"ferry-{number}.txt").write_text(text, "utf-8")
    options = Options(ner="none", mode="fast", workers=1, documents=(card_document(), croissant_document))
    build([source], tmp_path / "out", options)
    assert len(list((tmp_path / "out" / "articles").glob("*.parquet"))) > 1
    assert [each for each in validate(tmp_path / "out") if each.severity.name == "ERROR"] == []
    assert len(load(tmp_path / "out").datasets("articles")) == 300
