"""One utterance in two articles is told by what is aligned; others of the same speaker are others."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus_pkg.link.utterances import aligned, same, utterance

_PAIRS = [
    ("The bridge will be closed until the engineers have examined every cable, and nobody knows how long that takes.",
     "The bridge stays closed until engineers have examined each of the cables; nobody can say how long it takes."),
    ("We have asked the ministry for a licence to dredge the harbour and its canal before the storms arrive.",
     "asked the ministry for a licence to dredge the harbour and its canal"),
    ("Fishermen are the conscience of this coast.", "Fishermen were the conscience of our coast."),
]  # fmt: skip
_OTHERS = [
    ("The bridge will be closed until the engineers have examined every cable.",
     "The bridge was built by my grandfather, who never crossed it."),
    ("I am very happy to be here today.", "I am very happy with the result today."),
    ("We are very pleased with the results of the quarter.", "We are pleased with this decision of the court."),
    ("happy", "China is happy to see more dialogue between the two countries."),
]  # fmt: skip


@pytest.mark.parametrize(("one", "two"), _PAIRS)
def test_one_utterance_is_told_whatever_the_translation(one: str, two: str) -> None:
    found = same(utterance(one), utterance(two), speaker=True)
    assert found is not None
    assert found.score >= 0.6
    assert same(utterance(two), utterance(one), speaker=True) is not None


@pytest.mark.parametrize(("one", "two"), _OTHERS)
def test_another_utterance_of_the_same_speaker_is_another(one: str, two: str) -> None:
    assert same(utterance(one), utterance(two), speaker=True) is None


def test_without_a_speaker_only_long_and_verbatim_ones_are_told() -> None:
    (long, free), (whole, part), (short, other) = _PAIRS
    assert same(utterance(long), utterance(free), speaker=False) is None
    assert same(utterance(short), utterance(other), speaker=False) is None
    assert same(utterance(whole), utterance(part), speaker=False) is not None


@given(st.text(), st.text())
def test_what_is_aligned_stands_there_in_order(one: str, two: str) -> None:
    first, second = utterance(one), utterance(two)
    found = aligned(first, second)
    assert 0 <= found.score <= 1
    assert found.weight <= min(first.weight, second.weight) + 1e-9
    for start, end, other, last in found.spans:
        assert [each.stem for each in utterance(one[start:end]).words] == [
            each.stem for each in utterance(two[other:last]).words
        ]
    assert all(a[1] <= b[0] and a[3] <= b[2] for a, b in pairwise(found.spans))
    assert aligned(first, first).weight == pytest.approx(first.weight)


def test_the_heaviest_alignment_wins_and_is_one_stretch() -> None:
    one, two = "the council has rejected the harbour plan", "the plan: the council has rejected it"
    found = aligned(utterance(one), utterance(two))
    assert [(one[a:b], two[c:d]) for a, b, c, d in found.spans] == [
        ("the council has rejected", "the council has rejected")
    ]
