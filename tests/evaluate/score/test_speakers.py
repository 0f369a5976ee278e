"""Mentions of speakers: the same by words, or by place."""

from __future__ import annotations

import pytest

from corpus_pkg.evaluate.gold.quotes import Mention
from corpus_pkg.evaluate.score.speakers import bare, exact, lenient


@pytest.mark.parametrize(
    ("mention", "words"),
    [("Mr. Okoro", "okoro"), ("the envoy's", "envoy"), ("Anna Lindholm, who left", "anna lindholm"),
     ("Lee (D-Ohio)", "lee"), ("The A", ""), ("", "")],
)  # fmt: skip
def test_what_does_not_count_is_taken_off(mention: str, words: str) -> None:
    assert bare(mention) == words


def _mention(text: str, start: int) -> Mention:
    return Mention(text, ((start, start + len(text)),))


def test_none_is_right_where_gold_has_none() -> None:
    assert exact(None, None)
    assert lenient(None, None)
    assert not exact(_mention("Okoro", 0), None)
    assert not lenient(None, _mention("Okoro", 0))


def test_an_overlap_is_enough_and_so_is_the_same_name_elsewhere() -> None:
    gold = _mention("Peter Okoro", 10)
    assert lenient(gold, _mention("Okoro", 16))
    assert not exact(gold, _mention("Okoro", 16))
    assert lenient(gold, _mention("Peter Okoro", 90))
    assert not lenient(gold, _mention("Okoro", 90))


def test_the_same_pronoun_elsewhere_is_somebody_else() -> None:
    assert exact(_mention("She", 10), _mention("she", 90))
    assert not lenient(_mention("She", 10), _mention("she", 90))
