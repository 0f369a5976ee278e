"""Indirect speech: only cues of speech count."""

from __future__ import annotations

from dataclasses import replace

import pytest
from gold_support import quoted, speech

from corpus_pkg.evaluate.gold.quotes import Reported
from corpus_pkg.evaluate.score.indirect import IndirectScore
from corpus_pkg.evaluate.score.reliability import Judged

TEXT = "Anna Lindholm said the ferry would leave at six. Peter Okoro hoped that it would not sink."
SAID = speech(TEXT, "the ferry would leave at six", "Anna Lindholm", kind="indirect", confidence=0.8)
HOPED = speech(TEXT, "that it would not sink", "Peter Okoro", "hoped", kind="indirect", confidence=0.7)


def _score(*found: Reported) -> IndirectScore:
    score = IndirectScore()
    score.add(quoted(TEXT, SAID, HOPED), list(found))
    return score


@pytest.mark.parametrize(
    ("found", "right", "predicted", "figure"),
    [
        ([SAID], 1, 1, 100.0),
        ([SAID, HOPED], 1, 1, 100.0),
        ([HOPED], 0, 0, 0.0),
        ([], 0, 0, 0.0),
        ([speech(TEXT, "Peter Okoro hoped", None, "hoped", kind="indirect")], 0, 0, 0.0),
        ([SAID, speech(TEXT, "Peter Okoro hoped", None, "said", kind="indirect")], 1, 2, 66.67),
        ([SAID, speech(TEXT, "Peter Okoro hoped", None, None, kind="indirect")], 1, 2, 66.67),
    ],
)
def test_thought_is_neither_missed_nor_wrong(found: list[Reported], right: int, predicted: int, figure: float) -> None:
    score = _score(*found)
    assert (score.gold, score.right, score.predicted) == (1, right, predicted)
    assert score.figures() == {"indirect_f1": figure}


def test_there_is_no_figure_without_indirect_speech() -> None:
    score = IndirectScore()
    score.add(quoted(TEXT), [])
    assert score.figures() == {"indirect_f1": None}


def test_records_are_judged_by_content_and_speaker_and_ignored_ones_are_left_out() -> None:
    wrong = replace(SAID, speaker=HOPED.speaker)
    assert _score(SAID, HOPED).judged == [Judged(0.8, right=True)]
    score = _score(wrong)
    assert score.judged == [Judged(0.8, right=False)]
    assert [(each.kind, each.gold, each.predicted) for each in score.mistakes] == [
        ("indirect speaker", "Anna Lindholm", "Peter Okoro")
    ]


def test_missed_and_spurious_speech_is_named() -> None:
    score = _score(speech(TEXT, "Peter Okoro hoped", None, "said", kind="indirect"))
    assert [(each.kind, each.gold, each.predicted) for each in score.mistakes] == [
        ("missed indirect", "the ferry would leave at six", None), ("spurious indirect", None, "Peter Okoro hoped"),
    ]  # fmt: skip
