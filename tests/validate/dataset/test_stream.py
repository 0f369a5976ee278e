"""Rows of shards in batches, and taken by exact number."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shard_support import SCHEMA, write_shards

from corpus_pkg.validate.dataset import stream as module
from corpus_pkg.validate.dataset.shards import Shard
from corpus_pkg.validate.dataset.stream import Pull, Stream


def _ids(*numbers: int) -> list[dict[str, str]]:
    return [{"id": f"a{number:016x}"} for number in numbers]


def _numbers(column: list[str]) -> list[int]:
    return [int(each[1:], 16) for each in column]


@pytest.fixture
def found(tmp_path: Path) -> list[Shard]:
    """Three shards of 7, 1 and 5 articles, in groups of 3."""
    return write_shards(tmp_path, {"a": _ids(*range(7)), "b": _ids(7), "c": _ids(*range(8, 13))})


def test_rows_come_in_order_with_their_places(found: list[Shard]) -> None:
    stream = Stream(found, SCHEMA)
    places = [
        (rows.place(row).file, rows.place(row).row, each)
        for rows in stream
        for row, each in enumerate(_numbers(rows.batch.column("id").to_pylist()))
    ]
    assert places == [
        *(("articles/a.parquet", row, row) for row in range(7)),
        ("articles/b.parquet", 0, 7),
        *(("articles/c.parquet", row, row + 8) for row in range(5)),
    ]
    assert stream.findings == []


@given(st.lists(st.integers(0, 9), max_size=9))
@settings(max_examples=40)
def test_rows_are_taken_by_exact_number(found: list[Shard], counts: list[int]) -> None:
    pull, done = Pull(Stream(found, SCHEMA)), 0
    for count in [*counts, 20, 1]:
        rows, place = pull.take(count)
        rows.validate(full=True)
        expected = list(range(done, min(done + count, 13)))
        assert rows.schema.equals(SCHEMA)
        assert _numbers(rows["id"].to_pylist()) == expected
        if expected:
            file, row = ("a", done) if done < 7 else ("b", 0) if done == 7 else ("c", done - 8)
            assert place is not None
            assert (place.file, place.row) == (f"articles/{file}.parquet", row)
        done += len(expected)
    assert pull.take(5)[1] is None


def test_a_damaged_shard_is_told_and_the_others_are_read(found: list[Shard]) -> None:
    raw = found[0].path.read_bytes()
    found[0].path.write_bytes(raw[:200] + b"\xff" * 400 + raw[600:])
    found[1].path.write_bytes(b"PAR1")
    stream = Stream(found, SCHEMA)
    assert _numbers(
        [each for rows in stream if rows.shard is found[2] for each in rows.batch.column("id").to_pylist()]
    ) == [
        8,
        9,
        10,
        11,
        12,
    ]
    assert {(each.rule.code, each.place.file) for each in stream.findings} == {
        ("D010", "articles/a.parquet"), ("D010", "articles/b.parquet"),
    }  # fmt: skip


def test_a_shard_that_unfolds_beyond_its_budget_is_stopped(found: list[Shard], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "budget", lambda _: 10)
    stream = Stream(found, SCHEMA)
    assert list(stream) == []
    assert {(each.place.file, each.place.row) for each in stream.findings} == {(each.name, 0) for each in found}


def test_no_shards_and_no_rows(tmp_path: Path) -> None:
    assert Pull(Stream([], SCHEMA)).take(3)[0].num_rows == 0
    empty = write_shards(tmp_path, {"a": [], "b": _ids(1), "c": []})
    rows, place = Pull(Stream(empty, SCHEMA)).take(3)
    assert _numbers(rows["id"].to_pylist()) == [1]
    assert place is not None
    assert place.file == "articles/b.parquet"
