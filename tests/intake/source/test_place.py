"""Lines, columns and pointers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus_pkg.intake.source.json_source import read_json
from corpus_pkg.intake.source.place import Lines, Span, line_column


def test_lines_end_with_a_line_feed_alone() -> None:
    text = "a\r\nb\u2028c\rd\n"
    places = [line_column(text, offset) for offset in range(len(text) + 1)]
    assert places == [(1, 1), (1, 2), (1, 3), (2, 1), (2, 2), (2, 3), (2, 4), (2, 5), (2, 6), (3, 1)]


@given(st.text("ab\r\n\u2028😀", max_size=30), st.integers(-3, 40))
def test_both_ways_of_counting_agree_and_lead_back(text: str, offset: int) -> None:
    lines = Lines(text)
    assert lines.place(offset) == line_column(text, offset)
    assert lines.offset(*lines.place(offset)) == min(max(offset, 0), len(text))


@pytest.mark.parametrize(("line", "column", "offset"), [(0, 0, 0), (9, 9, 5), (1, 99, 5), (2, 2, 4)])
def test_places_outside_the_text_are_its_nearest_end(line: int, column: int, offset: int) -> None:
    assert Lines("ab\ncd").offset(line, column) == offset


def test_pointers_are_those_of_rfc_6901() -> None:
    text = '{"foo": ["bar", "baz"], "": 0, "a/b": 1, "m~n": 8, "~1": {"/": [[2]]}}'
    spans = read_json(text).spans
    pointers = ["", "/foo", "/foo/0", "/foo/1", "/", "/a~1b", "/m~0n", "/~01", "/~01/~1", "/~01/~1/0", "/~01/~1/0/0"]
    assert list(spans) == pointers
    assert len(spans) == len(pointers)
    assert text[slice(*spans["/~01/~1/0"])] == "[2]"


@pytest.mark.parametrize(
    "pointer", ["foo", "/foo/00", "/foo/-", "/foo/2", "/foo/-1", "/foo/²", "/foo/0/0", "/foo/" + "9" * 5000, "/none"]
)
def test_a_pointer_to_nothing_is_no_key(pointer: str) -> None:
    spans = read_json('{"foo": ["bar", "baz"]}').spans
    assert pointer not in spans
    assert spans.get(pointer) is None


def test_only_members_have_keys() -> None:
    assert dict(read_json('{"a": [1]}').keys) == {"/a": Span(1, 4)}
