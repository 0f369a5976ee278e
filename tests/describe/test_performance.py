"""The card says how fast articles are converted, as it was measured."""

from __future__ import annotations

import pytest

from corpus_pkg.describe import performance
from corpus_pkg.describe.performance import speed


def _spread(value: float) -> dict[str, float]:
    return {"median": value, "least": value - 1, "most": value + 1, "rounds": 5}


def test_the_sentence_says_what_was_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    names = ("--mode full", "--mode fast", "--ner none --mode fast", "bare: ner", "bare: tagger, parser, ner")
    pace = {name: _spread(1000.4 * (index + 1)) for index, name in enumerate(names)}
    figures = {"throughput": {"machine": "A, 2 cores", "articles": 1200, "pace": pace,
                              "ratio": {"--mode full": _spread(0.5)}}}  # fmt: skip
    monkeypatch.setattr(performance, "performance", lambda: figures)
    assert speed() == (
        "On one core of a machine (A, 2 cores) a CPU second converts 1,000 words in the full mode, 2,001 in the fast "
        "one and 3,001 without a recogniser, reading and Parquet included; spaCy alone, with the same weights, reads "
        "4,002 with its recogniser and 5,002 with tagger and parser besides. Median of 5 rounds over 1,200 made-up "
        "articles."
    )


def test_the_figures_that_are_shipped_are_those_of_one_machine() -> None:
    shipped = performance.performance()
    assert {"throughput", "scaling", "memory", "increments", "beside"} <= set(shipped)
    for name, found in shipped.items():
        assert "cores" in found["machine"], name
    assert speed().startswith(f"On one core of a machine ({shipped['throughput']['machine']})")
