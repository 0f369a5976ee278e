"""Numbers and where each was seen, kept on disk: against dicts in memory."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus_pkg.validate.dataset.ids import IdLedger

_NUMBER = st.sampled_from([0, 1, 2**60 - 1, 2**60, 2**63, 2**64 - 1, 5 << 60, (5 << 60) + 1])
_SHIFT = 8


def _filled(ledger: IdLedger, numbers: list[int], places: list[int], piece: int = 3) -> None:
    for start in range(0, len(numbers), piece):
        part = slice(start, start + piece)
        ledger.add(np.array(numbers[part], np.uint64), np.array(places[part], np.int64))


@given(st.lists(_NUMBER, max_size=20), st.integers(1, 7))
@settings(max_examples=50)
def test_a_number_is_told_where_it_stands_again(numbers: list[int], piece: int) -> None:
    with IdLedger() as ledger:
        _filled(ledger, numbers, list(range(len(numbers))), piece)
        assert ledger.twice() == [place for place, each in enumerate(numbers) if each in numbers[:place]]


@given(st.lists(_NUMBER, max_size=9), st.lists(_NUMBER, max_size=9))
@settings(max_examples=50)
def test_what_was_never_added_is_missing(numbers: list[int], asked: list[int]) -> None:
    with IdLedger() as ledger:
        _filled(ledger, numbers, list(range(len(numbers))))
        assert ledger.missing(np.array(asked, np.uint64)).tolist() == [each not in numbers for each in asked]


def _across(pairs: list[tuple[int, int]]) -> list[int]:
    """The places of each number in every group but the first that it stands in."""
    groups: dict[int, int] = {}
    for number, place in sorted(pairs):
        groups.setdefault(number, place >> _SHIFT)
    return sorted(place for number, place in pairs if place >> _SHIFT != groups[number])


@given(st.lists(st.tuples(_NUMBER, st.integers(0, (4 << _SHIFT) - 1)), unique_by=lambda pair: pair[1], max_size=15))
@settings(max_examples=50)
def test_a_number_is_told_where_it_stands_in_another_group(pairs: list[tuple[int, int]]) -> None:
    with IdLedger() as ledger:
        _filled(ledger, [number for number, _ in pairs], [place for _, place in pairs])
        assert ledger.across(_SHIFT) == _across(pairs)


def test_every_place_in_a_later_group_is_told() -> None:
    with IdLedger() as ledger:
        _filled(ledger, [7, 7, 7], [0, 1 << _SHIFT, (1 << _SHIFT) + 1])
        assert ledger.across(_SHIFT) == [1 << _SHIFT, (1 << _SHIFT) + 1]


def test_more_numbers_than_are_held_in_memory() -> None:
    numbers = np.random.default_rng(7).integers(0, 2**64, 300_000, np.uint64, endpoint=False)
    numbers[200_000:200_005] = numbers[:5]
    with IdLedger() as ledger:
        for start in range(0, len(numbers), 10_000):
            ledger.add(numbers[start : start + 10_000], np.arange(start, start + 10_000))
        assert ledger.twice() == [200_000, 200_001, 200_002, 200_003, 200_004]
        ledger.add(numbers[-1:], np.array([400_000]))
        assert ledger.twice()[-1] == 400_000
        assert not ledger.missing(numbers).any()


def test_nothing_was_added() -> None:
    with IdLedger() as ledger:
        ledger.add(np.empty(0, np.uint64), np.empty(0, np.int64))
        assert ledger.twice() == ledger.across(_SHIFT) == []
        assert ledger.missing(np.array([0, 1], np.uint64)).all()
