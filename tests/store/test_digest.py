"""The content digest: the same for the same rows however they are held, another for any other rows."""

from __future__ import annotations

import copy
import datetime as dt
import io
from itertools import pairwise
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from record_support import records

from corpus_pkg.model.arrow import arrow_schema
from corpus_pkg.model.tables import TABLES, table
from corpus_pkg.store.digest import ContentDigest
from corpus_pkg.validate.records.dates import with_dates

_PART = pa.struct([pa.field("start", pa.int64(), nullable=False), pa.field("text", pa.string())])
_SCHEMA = pa.schema(
    [
        pa.field("id", pa.string(), nullable=False),
        pa.field("title", pa.string()),
        pa.field("on", pa.date32()),
        pa.field("at", pa.timestamp("us", tz="UTC")),
        pa.field("score", pa.float64()),
        pa.field("sure", pa.bool_()),
        pa.field("names", pa.list_(pa.field("element", pa.string(), nullable=False)), nullable=False),
        pa.field("part", _PART),
        pa.field("parts", pa.list_(pa.field("element", _PART, nullable=False)), nullable=False),
        pa.field("lists", pa.list_(pa.list_(pa.int64()))),
    ]
)
_WORD = st.sampled_from(["", "a", "ab", "b", "é"])
_PARTS = st.fixed_dictionaries({"start": st.integers(0, 3), "text": st.none() | _WORD})
_ROW = st.fixed_dictionaries(
    {
        "id": _WORD,
        "title": st.none() | _WORD,
        "on": st.none() | st.dates(),
        "at": st.none() | st.datetimes(dt.datetime(1900, 1, 1), dt.datetime(2100, 1, 1), timezones=st.just(dt.UTC)),  # noqa: DTZ001
        "score": st.none() | st.floats(allow_nan=False).map(lambda value: value + 0.0),
        "sure": st.none() | st.booleans(),
        "names": st.lists(_WORD, max_size=3),
        "part": st.none() | _PARTS,
        "parts": st.lists(_PARTS, max_size=3),
        "lists": st.none() | st.lists(st.none() | st.lists(st.none() | st.integers(0, 2), max_size=2), max_size=2),
    }
)
_ROWS = st.lists(_ROW, min_size=1, max_size=6)
Row = dict[str, Any]


def _table(rows: list[Row]) -> pa.Table:
    return pa.Table.from_pylist(rows, schema=_SCHEMA)


def _digest(*parts: pa.Table | pa.RecordBatch) -> str:
    content = ContentDigest()
    for each in parts:
        content.add(each)
    return content.hexdigest()


@given(_ROWS, st.lists(st.integers(0, 6), max_size=4))
def test_batches_chunks_and_slices_do_not_matter(rows: list[Row], cuts: list[int]) -> None:
    whole = _table(rows)
    edges = sorted({0, len(rows), *(min(each, len(rows)) for each in cuts)})
    pieces = [whole.slice(start, end - start) for start, end in pairwise(edges)]
    one = _digest(whole)
    assert _digest(*pieces) == one
    assert _digest(pa.concat_tables([*pieces, whole.slice(0, 0)])) == one
    assert _digest(*(batch for each in pieces for batch in each.to_batches(max_chunksize=1))) == one
    around = _table([rows[-1], *rows, rows[0]]).combine_chunks()
    assert _digest(around.slice(1, len(rows))) == _digest(around.to_batches()[0].slice(1, len(rows))) == one


@given(
    rows=_ROWS,
    packed=st.sampled_from(["zstd", "snappy", "none"]),
    group=st.integers(1, 6),
    coded=st.booleans(),
    version=st.sampled_from(["1.0", "2.6"]),
)
def test_a_parquet_file_in_between_does_not_matter(
    rows: list[Row], packed: str, group: int, *, coded: bool, version: str
) -> None:
    file = io.BytesIO()
    pq.write_table(_table(rows), file, compression=packed, row_group_size=group, use_dictionary=coded, version=version)
    found = pq.ParquetFile(file)
    assert _digest(found.read()) == _digest(_table(rows))
    assert _digest(*found.iter_batches(batch_size=2)) == _digest(_table(rows))


@given(_ROWS, _ROWS)
def test_other_rows_have_another_digest(one: list[Row], two: list[Row]) -> None:
    assert (_digest(_table(one)) == _digest(_table(two))) == (one == two)


@given(_ROWS, st.data())
def test_any_changed_value_is_noticed(rows: list[Row], data: st.DataObject) -> None:
    changed = copy.deepcopy(rows)
    row, column = data.draw(st.sampled_from(changed)), data.draw(st.sampled_from(_SCHEMA.names))
    row[column] = data.draw(_ROW)[column]
    assume(changed != rows)
    assert _digest(_table(changed)) != _digest(_table(rows))


@given(_ROWS, st.data())
def test_the_order_is_noticed(rows: list[Row], data: st.DataObject) -> None:
    moved = data.draw(st.permutations(rows))
    assert (_digest(_table(moved)) == _digest(_table(rows))) == (moved == rows)


_TWINS: tuple[tuple[str, list[Any], list[Any]], ...] = (
    ("lists", [[[1], [2]]], [[[1, 2], []]]),
    ("lists", [[[1]], [[2]]], [[[1], [2]], []]),
    ("lists", [[[1]], [[2]]], [[], [[1], [2]]]),
    ("lists", [None], [[]]),
    ("lists", [[None]], [[[]]]),
    ("lists", [[None]], [[]]),
    ("lists", [[[None]]], [[[]]]),
    ("lists", [[[0]]], [[[None]]]),
    ("names", [["ab", "c"]], [["a", "bc"]]),
    ("names", [["a"], ["b"]], [["a", "b"], []]),
    ("names", [[""]], [[]]),
    ("title", ["ab", "c"], ["a", "bc"]),
    ("title", [None], [""]),
    ("title", [None, "a"], ["a", None]),
    ("title", ["e\u0301"], ["é"]),
    ("part", [None], [{"start": 0, "text": None}]),
    ("part", [{"start": 0, "text": ""}], [{"start": 0, "text": None}]),
    ("parts", [[{"start": 1, "text": "a"}], []], [[], [{"start": 1, "text": "a"}]]),
    ("score", [0.0], [None]),
    ("score", [1.0], [1.0000000000000002]),
    ("sure", [False], [None]),
    ("on", [dt.date(1970, 1, 1)], [None]),
    ("at", [dt.datetime(1970, 1, 1, tzinfo=dt.UTC)], [dt.datetime(1970, 1, 1, 0, 0, 0, 1, tzinfo=dt.UTC)]),
)
_PLAIN: Row = {"id": "x", "names": [], "parts": []}


@pytest.mark.parametrize(("column", "one", "two"), _TWINS)
def test_what_looks_alike_is_told_apart(column: str, one: list[Any], two: list[Any]) -> None:
    first, second = ([_PLAIN | {column: each} for each in values] for values in (one, two))
    assert _digest(_table(first)) != _digest(_table(second))


def test_a_value_in_another_column_is_noticed() -> None:
    schema = pa.schema([("a", pa.string()), ("b", pa.string())])
    one, two = (pa.Table.from_pylist([{name: "x"}], schema=schema) for name in "ab")
    assert _digest(one) != _digest(two)
    assert _digest(one) == _digest(one.select(["b", "a"]))


def test_no_rows_and_rows_without_a_value_are_told_apart() -> None:
    none = _table([])
    assert len({_digest(), _digest(_table([_PLAIN])), _digest(_table([_PLAIN] * 2))}) == 3
    assert _digest(none, none) == _digest(none)
    assert _digest(none, _table([_PLAIN]), none) == _digest(_table([_PLAIN]))


def test_garbage_under_nulls_does_not_matter() -> None:
    gone = pa.array([False, True, False]).buffers()[1]
    offsets = pa.py_buffer(np.array([0, 2, 3, 5], np.int32))
    word = pa.StringArray.from_buffers(3, offsets, pa.py_buffer(b"xxayy"), gone)
    number = pa.Array.from_buffers(pa.int64(), 3, [gone, pa.py_buffer(np.array([9, 1, 9]))])
    listed = pa.Array.from_buffers(pa.list_(pa.int64()), 3, [gone, offsets], children=[pa.array([7, 7, 5, 7, 7])])
    part = pa.StructArray.from_arrays([pa.array([9, 1, 9]), pa.array(["x", "a", "y"])], fields=list(_PART),
                                      mask=pa.array([True, False, True]))  # fmt: skip
    for found, plain in (
        (word, pa.array([None, "a", None])),
        (number, pa.array([None, 1, None])),
        (listed, pa.array([None, [5], None], pa.list_(pa.int64()))),
        (part, pa.array([None, {"start": 1, "text": "a"}, None], _PART)),
    ):
        assert found.equals(plain)
        assert _digest(pa.table({"a": found})) == _digest(pa.table({"a": plain}))
        assert _digest(pa.table({"a": found}).slice(1)) == _digest(pa.table({"a": plain}).slice(1))


@given(st.data())
@settings(max_examples=20)
def test_articles_have_one_digest_in_batches_of_any_size(data: st.DataObject) -> None:
    whole = pa.Table.from_pylist([with_dates(each) for each in records()], schema=arrow_schema(table("articles")))
    size = data.draw(st.integers(1, len(whole)))
    assert _digest(*whole.to_batches(max_chunksize=size)) == _digest(whole)


@pytest.mark.parametrize("name", [each.name for each in TABLES])
def test_every_config_can_be_digested_without_rows(name: str) -> None:
    assert len(_digest(arrow_schema(table(name)).empty_table())) == 64
