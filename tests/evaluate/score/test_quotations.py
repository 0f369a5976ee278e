"""Quoted stretches: exact, lenient, and what is said to be wrong."""

from __future__ import annotations

from dataclasses import replace

from gold_support import quoted, speech

from corpus_pkg.evaluate.gold.quotes import Reported
from corpus_pkg.evaluate.score.quotations import QuotationScore
from corpus_pkg.evaluate.score.reliability import Judged

TEXT = "“The ferry leaves at six,” Anna Lindholm said. Peter Okoro called it “a scandal of our time”."
FERRY = speech(TEXT, "The ferry leaves at six", "Anna Lindholm", confidence=0.9)
SCANDAL = speech(TEXT, "a scandal of our time", "Peter Okoro", "called", kind="mixed", confidence=0.4)


def _score(*found: Reported) -> QuotationScore:
    score = QuotationScore()
    score.add(quoted(TEXT, FERRY, SCANDAL), list(found))
    return score


def test_gold_itself_scores_a_hundred() -> None:
    score = _score(FERRY, SCANDAL)
    assert score.figures() == {"stretch_f1": 100, "end_to_end_f1": 100, "speaker_exact": 100}
    assert score.mistakes == []


def test_marks_and_commas_at_the_ends_do_not_count() -> None:
    assert _score(speech(TEXT, "“The ferry leaves at six,”", "Anna Lindholm"), SCANDAL).exact == 2


def test_part_of_a_stretch_is_not_exact_but_found() -> None:
    score = _score(speech(TEXT, "ferry leaves at six", "Lindholm"), SCANDAL)
    assert score.figures() == {"stretch_f1": 50, "end_to_end_f1": 100, "speaker_exact": 50}
    assert [each.kind for each in score.mistakes] == ["stretch", "mention"]


def test_what_is_missed_and_what_is_found_in_vain() -> None:
    score = _score(FERRY, speech(TEXT, "Peter Okoro", None))
    assert score.figures() == {"stretch_f1": 50, "end_to_end_f1": 50, "speaker_exact": 50}
    assert [(each.kind, each.gold, each.predicted) for each in score.mistakes] == [
        ("missed", "a scandal of our time", None), ("spurious", None, "Peter Okoro"),
    ]  # fmt: skip
    assert all(each.context in TEXT for each in score.mistakes)


def test_a_wrong_speaker_type_or_cue_is_named() -> None:
    other = replace(SCANDAL, type="direct", cue="said", speaker=FERRY.speaker)
    assert [(each.kind, each.gold, each.predicted) for each in _score(FERRY, other).mistakes] == [
        ("type", "mixed", "direct"), ("speaker", "Peter Okoro", "Anna Lindholm"), ("cue", "called", "said"),
    ]  # fmt: skip


def test_records_are_judged_by_stretch_and_speaker() -> None:
    unfounded = speech(TEXT, "said", None, confidence=0.5)
    found = _score(FERRY, replace(SCANDAL, speaker=None), unfounded, replace(FERRY, quoted=(), confidence=1.0))
    assert found.judged == [Judged(0.9, right=True), Judged(0.5, right=False), Judged(0.4, right=False)]


def test_without_gold_and_predictions_there_is_no_figure() -> None:
    assert set(QuotationScore().figures().values()) == {None}
