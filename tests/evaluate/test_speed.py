"""The bench of speed: both run, and what is printed twice is read once."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus_pkg.errors import UsageError
from corpus_pkg.evaluate.speed import measure_claims, measure_entities
from corpus_pkg.evaluate.texts import read_texts


def test_ours_and_the_bare_pipeline_are_timed_over_the_same_words() -> None:
    told: list[str] = []
    texts = ["Anna Lindholm flew to Nairobi. The Harrow Institute paid.", "It rained in Kenya."]
    once, twice = measure_entities(texts, 1, told.append)
    assert (once.corpus, once.words, twice.words) == ("as it is", 13, 26)
    assert min(once.ours, once.bare, once.ratio, twice.ratio) > 0
    assert len(told) == 2


def test_texts_are_the_bodies_of_articles(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Date: 2 September 2022\n\nIt rained.\n")
    (tmp_path / "b.txt").write_text("It snowed.\n")
    (tmp_path / "c.bin").write_bytes(b"\x00\x01")
    assert read_texts([tmp_path], 9) == ["It rained.", "It snowed."]
    assert read_texts([tmp_path], 1) == ["It rained."]
    (tmp_path / "none").mkdir()
    with pytest.raises(UsageError, match="there is no article"):
        read_texts([tmp_path / "none"], 1)


def test_claims_are_timed_in_both_modes_beside_the_bare_parser() -> None:
    texts = ["Exports rose 5 percent. It rained. They sold 40 tonnes.", "A fine of $3 million was paid."]
    fast, full = measure_claims(texts, 1, lambda _round: None)
    assert (fast.corpus, full.corpus, fast.words, full.words) == ("claims, fast", "claims, full", 4, 4)
    assert min(fast.ours, full.ours, fast.bare, full.bare) > 0
    assert fast.ratio > full.ratio
