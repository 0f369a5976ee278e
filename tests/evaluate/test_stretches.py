"""Stretches trimmed, compared and matched."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus_pkg.evaluate.stretches import matched, shared_part, trimmed


@pytest.mark.parametrize(
    ("text", "words"), [("“Go home,” he", "Go home"), ("‘ no! ’ x", "no!"), ("…", ""), ("– yes –", "yes")]
)
def test_marks_at_the_ends_do_not_count(text: str, words: str) -> None:
    end = text.rindex(" ") if " " in text else len(text)
    start, last = trimmed(text, (0, end))
    assert text[start:last] == words


@pytest.mark.parametrize(
    ("one", "two", "part"),
    [((0, 10), (0, 10), 1.0), ((0, 10), (5, 15), 1 / 3), ((0, 5), (5, 9), 0.0), ((3, 3), (3, 3), 0)],
)
def test_the_shared_part_is_of_what_both_cover(one: tuple[int, int], two: tuple[int, int], part: float) -> None:
    assert shared_part(one, two) == shared_part(two, one) == pytest.approx(part)


def test_those_that_share_most_are_matched_first() -> None:
    assert sorted(matched([(0, 10), (10, 20)], [(0, 14), (9, 20)])) == [(0, 0), (1, 1)]
    assert matched([(0, 10)], [(0, 9), (0, 10)]) == [(0, 1)]
    assert matched([(0, 10)], [(8, 18)]) == []


_STRETCHES = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 9)).map(lambda each: (each[0], each[0] + each[1])))


@given(_STRETCHES, _STRETCHES)
def test_no_stretch_is_matched_twice(gold: list[tuple[int, int]], predicted: list[tuple[int, int]]) -> None:
    pairs = matched(gold, predicted)
    assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs)
    assert all(shared_part(gold[i], predicted[j]) >= 0.5 for i, j in pairs)
