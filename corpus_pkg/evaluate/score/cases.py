"""Texts in which every part is right."""

from __future__ import annotations

from corpus_pkg.evaluate.gold.quotes import QuotedText, Reported
from corpus_pkg.evaluate.score import speakers
from corpus_pkg.evaluate.score.indirect import hull
from corpus_pkg.evaluate.score.quotations import cue_agrees, pieces
from corpus_pkg.evaluate.stretches import Stretch, matched


def all_right(document: QuotedText, predicted: list[Reported]) -> bool:
    """Whether a text's speech is as gold has it, and nothing else was found.

    Every quoted stretch is exact, of the right type, with the speaker's exact mention (none where gold has none) and a
    cue that shares a word with gold's where gold's has words. Every indirect attribution is matched by an indirect one
    with the speaker's exact mention.
    """
    return _quoted_right(document, predicted) and _indirect_right(document, predicted)


def _quoted_right(document: QuotedText, predicted: list[Reported]) -> bool:
    ours, theirs = pieces(document.text, document.reported), pieces(document.text, predicted)
    return len(ours) == len(theirs) and all(
        _bare(document.text, one.stretch) == _bare(document.text, two.stretch)
        and one.speech.type == two.speech.type
        and speakers.exact(one.speech.speaker, two.speech.speaker)
        and cue_agrees(one.speech, two.speech)
        for one, two in zip(ours, theirs, strict=True)
    )


def _bare(text: str, stretch: Stretch) -> Stretch:
    """Without the marks that close a sentence: gold sets differ on whether a question mark belongs to what is said."""
    start, end = stretch
    while end > start and text[end - 1] in "?!":
        end -= 1
    return start, end


def _indirect_right(document: QuotedText, predicted: list[Reported]) -> bool:
    ours, theirs = (
        [each for each in reported if each.type == "indirect"] for reported in (document.reported, predicted)
    )
    pairs = matched([hull(document.text, each) for each in ours], [hull(document.text, each) for each in theirs])
    return len(pairs) == len(ours) == len(theirs) and all(
        speakers.exact(ours[i].speaker, theirs[j].speaker) for i, j in pairs
    )
