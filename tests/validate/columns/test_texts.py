"""Texts addressed by code points, against slices of Python strings."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus_pkg.validate.columns.texts import Texts, buffers, byte_lengths

_TEXT = st.text(
    st.sampled_from("ab \n\t\x00\x7fé€\u0301“”\u2028\uffff\U0001f600\U0010ffff") | st.characters(codec="utf-8"),
    max_size=12,
)
_SPANS = st.lists(st.tuples(st.integers(0, 9), st.integers(-3, 15), st.integers(-3, 15)), max_size=12)
Ints = npt.NDArray[np.int64]


@st.composite
def _texts(draw: st.DrawFn, least: int = 0) -> list[str]:
    ascii_only = draw(st.booleans())
    each = st.text("ab \n", min_size=least, max_size=9) if ascii_only else _TEXT.filter(lambda one: len(one) >= least)
    return draw(st.lists(each, min_size=1, max_size=5))


def _sliced(values: list[str]) -> pa.Array:
    """An array that begins and ends inside another."""
    return pa.array(["before é", *values, "after"], pa.string())[1 : 1 + len(values)]


def _spans(texts: list[str], spans: list[tuple[int, int, int]]) -> tuple[Ints, Ints, Ints]:
    columns = np.array([(row % len(texts), start, end) for row, start, end in spans], np.int64).reshape(-1, 3).T
    return columns[0], columns[1], columns[2]


def _sound(texts: list[str], spans: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """The spans that lie in their text."""
    return [(row, start, end) for row, start, end in spans if 0 <= start <= end <= len(texts[row % len(texts)])]


@given(_texts())
def test_lengths_and_beginnings_are_in_code_points(texts: list[str]) -> None:
    for column in (pa.array(texts), _sliced(texts)):
        found = Texts(column)
        assert found.lengths.tolist() == [len(each) for each in texts]
        assert found.bases.tolist() == [sum(map(len, texts[:row])) for row in range(len(texts))]
        assert found.plain.tolist() == [each.isascii() for each in texts]
        assert found.ascii == "".join(texts).isascii()


@given(_texts(), _SPANS)
def test_a_span_is_inside_where_python_can_slice_it(texts: list[str], spans: list[tuple[int, int, int]]) -> None:
    rows, start, end = _spans(texts, spans)
    expected = [0 <= one < two <= len(texts[row]) for row, one, two in zip(rows, start, end, strict=True)]
    assert Texts(_sliced(texts)).inside(rows, start, end).tolist() == expected


@given(_texts(), _SPANS, st.data())
def test_a_span_says_what_the_slice_is(
    texts: list[str], spans: list[tuple[int, int, int]], data: st.DataObject
) -> None:
    rows, start, end = _spans(texts, spans)
    slices = [texts[row][max(one, 0) : max(two, 0)] for row, one, two in zip(rows, start, end, strict=True)]
    surfaces = [
        data.draw(st.sampled_from([each, each, each + "é", each[:-1], each[::-1], ""]) | _TEXT) for each in slices
    ]
    expected = [
        0 <= one < two <= len(texts[row]) and texts[row][one:two] == said
        for row, one, two, said in zip(rows, start, end, surfaces, strict=True)
    ]
    for column in (pa.array(surfaces, pa.string()), _sliced(surfaces)):
        assert Texts(_sliced(texts)).say(rows, start, end, column).tolist() == expected


@given(_texts(), _SPANS)
def test_cutting_is_slicing(texts: list[str], spans: list[tuple[int, int, int]]) -> None:
    rows, start, end = _spans(texts, _sound(texts, spans))
    found = Texts(_sliced(texts)).cut(rows, start, end)
    found.validate(full=True)
    assert found.to_pylist() == [texts[row][one:two] for row, one, two in zip(rows, start, end, strict=True)]


@given(_texts(), st.data())
def test_words_outside_of_spans_are_noticed(texts: list[str], data: st.DataObject) -> None:
    edges = [sorted(data.draw(st.lists(st.integers(0, len(each)), max_size=6))) for each in texts]
    spans = [(row, one, two) for row, each in enumerate(edges) for one, two in zip(each[::2], each[1::2], strict=False)]
    left = [list(each) for each in texts]
    for row, start, end in spans:
        left[row][start:end] = " " * (end - start)
    expected = [any(byte > 0x20 for byte in "".join(each).encode()) for each in left]
    assert Texts(_sliced(texts)).gaps(*_spans(texts, spans)).tolist() == expected


@given(_texts(), st.lists(st.tuples(st.integers(0, 9), st.integers(-3, 15)), max_size=9))
def test_a_code_point_is_looked_up_and_a_blank_stands_outside(texts: list[str], wanted: list[tuple[int, int]]) -> None:
    rows, offsets = np.array([(row % len(texts), at) for row, at in wanted], np.int64).reshape(-1, 2).T
    expected = [texts[row][at] if 0 <= at < len(texts[row]) else " " for row, at in zip(rows, offsets, strict=True)]
    # NumPy takes trailing zeros of a string for its end.
    assert Texts(_sliced(texts)).at(rows, offsets).tolist() == [each.rstrip("\x00") for each in expected]


@given(_texts(), st.sets(st.integers(0, 255), max_size=4))
def test_texts_that_hold_some_bytes(texts: list[str], wanted: set[int]) -> None:
    mask = np.zeros(256, dtype=bool)
    mask[sorted(wanted)] = True
    assert Texts(_sliced(texts)).holding(mask).tolist() == [bool(wanted & set(each.encode())) for each in texts]


@given(_texts(least=1))
def test_edges_are_the_first_and_last_bytes(texts: list[str]) -> None:
    first, last = Texts(_sliced(texts)).edges()
    assert bytes(first) == bytes(each.encode()[0] for each in texts)
    assert bytes(last) == bytes(each.encode()[-1] for each in texts)


@given(st.lists(st.none() | _TEXT, max_size=6))
def test_a_null_string_has_no_bytes(values: list[str | None]) -> None:
    column = pa.array(["é", *values, "x"], pa.string())[1 : 1 + len(values)]
    assert byte_lengths(column).tolist() == [len((each or "").encode()) for each in values]
    if values:
        offsets, data = buffers(column)
        assert bytes(data[offsets[0] : offsets[-1]]) == "".join(each or "" for each in values).encode()


_EMPTY = (pa.array([], pa.string()), pa.array(["é", "x"])[1:1], pa.array(["a"])[:0],
          pa.chunked_array([], pa.string()).combine_chunks())  # fmt: skip


@pytest.mark.parametrize("column", _EMPTY)
def test_no_texts(column: pa.Array) -> None:
    none = np.empty(0, np.int64)
    found = Texts(column)
    assert [len(found.lengths), len(found.bases), len(found.plain), len(byte_lengths(column))] == [0, 0, 0, 0]
    assert len(found.say(none, none, none, column)) == len(found.cut(none, none, none)) == 0
    assert len(found.gaps(none, none, none)) == len(found.at(none, none)) == 0
    assert [len(each) for each in found.edges()] == [0, 0]
    assert len(found.holding(np.ones(256, dtype=bool))) == 0


def test_offsets_that_no_text_reaches_are_outside() -> None:
    found, huge = Texts(pa.array(["abc"])), np.array([2**63 - 1, -(2**63), 2**40], np.int64)
    rows = np.zeros(3, np.int64)
    assert not found.inside(rows, rows, huge).any()
    assert not found.inside(rows, huge, huge).any()
    assert not found.say(rows, huge, huge, pa.array(["a", "b", "c"])).any()
    assert found.at(rows, huge).tolist() == [" ", " ", " "]
