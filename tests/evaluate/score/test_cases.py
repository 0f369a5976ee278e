"""Texts in which every part is right."""

from __future__ import annotations

from dataclasses import replace

import pytest
from gold_support import quoted, speech

from corpus_pkg.evaluate.gold.quotes import Mention, Reported
from corpus_pkg.evaluate.score.cases import all_right

TEXT = "“The ferry leaves at six,” the envoy Anna Lindholm said. She added that “the sea” was calm."
FERRY = speech(TEXT, "The ferry leaves at six", "Anna Lindholm", "said")
CALM = speech(TEXT, "that “the sea” was calm", "She", "added", kind="indirect")
SEA = speech(TEXT, "the sea", None, None, kind="mixed")


def test_gold_itself_is_right() -> None:
    assert all_right(quoted(TEXT, FERRY, CALM, SEA), [SEA, FERRY, CALM])
    assert all_right(quoted(TEXT), [])


@pytest.mark.parametrize(
    "found",
    [
        [FERRY],
        [CALM],
        [FERRY, CALM, SEA],
        [replace(FERRY, type="mixed"), CALM],
        [replace(FERRY, cue="added"), CALM],
        [replace(FERRY, speaker=None), CALM],
        [
            replace(FERRY, speaker=Mention("the envoy Anna Lindholm", FERRY.speaker.spans if FERRY.speaker else ())),
            CALM,
        ],
        [speech(TEXT, "ferry leaves at six", "Anna Lindholm"), CALM],
        [FERRY, replace(CALM, speaker=FERRY.speaker)],
        [FERRY, CALM, speech(TEXT, "was calm", None, kind="indirect")],
    ],
)
def test_one_wrong_part_spoils_the_text(found: list[Reported]) -> None:
    assert not all_right(quoted(TEXT, FERRY, CALM), found)


def test_a_cue_without_words_asks_for_none() -> None:
    assert all_right(quoted(TEXT, replace(FERRY, cue=":")), [replace(FERRY, cue=None)])
    assert all_right(quoted(TEXT, replace(FERRY, cue=None)), [FERRY])
