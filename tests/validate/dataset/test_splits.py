"""The same text in two splits is a leak, wherever it stands in them."""

from __future__ import annotations

from pathlib import Path

from shard_support import SCHEMA, write_shards

from corpus_pkg.findings.rules.dataset import LEAKAGE
from corpus_pkg.validate.dataset.splits import Splits
from corpus_pkg.validate.dataset.stream import Stream


def _told(tmp_path: Path, texts: dict[str, list[str]]) -> list[tuple[str, int | None]]:
    found = write_shards(tmp_path, {name: [{"text": each} for each in listed] for name, listed in texts.items()})
    with Splits(found) as splits:
        for rows in Stream(found, SCHEMA):
            splits.take(rows)
        findings = list(splits.findings())
    assert all(each.rule is LEAKAGE for each in findings)
    return [(each.place.file.removeprefix("articles/"), each.place.row) for each in findings]


def test_a_text_in_two_splits_is_told_at_its_later_place(tmp_path: Path) -> None:
    texts = {"test-0": ["a", "b"], "train-0": ["c", "d", "e", "f"], "train-1": ["g", "b", " a\n"]}
    assert _told(tmp_path, texts) == [("train-1.parquet", 1), ("train-1.parquet", 2)]


def test_a_text_in_three_splits_is_told_in_two(tmp_path: Path) -> None:
    assert _told(tmp_path, {"a-0": ["x"], "b-0": ["y", "x"], "c-0": ["x"]}) == [("b-0.parquet", 1), ("c-0.parquet", 0)]


def test_a_text_twice_in_one_split_is_no_leak(tmp_path: Path) -> None:
    assert _told(tmp_path, {"train-0": ["a", "a"], "train-1": ["a"]}) == []
    assert _told(tmp_path, {"train-0": ["a", "a"], "test-0": ["A"]}) == []


def test_no_articles_and_no_shards(tmp_path: Path) -> None:
    assert _told(tmp_path, {}) == []
    assert _told(tmp_path, {"a-0": [], "b-0": ["x"]}) == []


def test_every_place_in_a_later_split_is_told(tmp_path: Path) -> None:
    assert _told(tmp_path, {"test-0": ["x"], "train-0": ["x", "x"]}) == [("train-0.parquet", 0), ("train-0.parquet", 1)]
