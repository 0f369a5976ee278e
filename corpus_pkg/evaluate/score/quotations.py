"""Quoted stretches: found exactly, and end to end with the right speaker."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from corpus_pkg.evaluate.gold.quotes import Mention, QuotedText, Reported
from corpus_pkg.evaluate.outcome import Figure, Mistake, around
from corpus_pkg.evaluate.score import speakers
from corpus_pkg.evaluate.score.rates import f1
from corpus_pkg.evaluate.score.reliability import Judged
from corpus_pkg.evaluate.score.speech_words import words
from corpus_pkg.evaluate.stretches import Stretch, matched, trimmed

_WORD = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Piece:
    """One quoted stretch, trimmed, and the speech that it belongs to."""

    stretch: Stretch
    speech: Reported


def pieces(text: str, reported: list[Reported]) -> list[Piece]:
    """The quoted stretches that hold a word, by their place."""
    found = [Piece(trimmed(text, stretch), each) for each in reported for stretch in each.quoted]
    kept = [each for each in found if _WORD.search(text, *each.stretch)]
    return sorted(kept, key=lambda each: each.stretch)


def cue_agrees(gold: Reported, predicted: Reported) -> bool:
    """Whether the cues share a word; any cue does where gold's has no words."""
    wanted = words(gold.cue)
    return not wanted or not wanted.isdisjoint(words(predicted.cue))


@dataclass(slots=True)
class QuotationScore:
    """Counts over the quoted stretches of a set.

    Attributes:
        gold: gold stretches.
        predicted: predicted ones.
        exact: found from the first to the last word.
        lenient: found in the main, the speaker's mention overlapping gold's or the same name.
        mention: found in the main, the speaker's mention in gold's words.
        mistakes: what is not as gold has it.
        judged: the records with a confidence.
    """

    gold: int = 0
    predicted: int = 0
    exact: int = 0
    lenient: int = 0
    mention: int = 0
    mistakes: list[Mistake] = field(default_factory=list)
    judged: list[Judged] = field(default_factory=list)

    def add(self, document: QuotedText, predicted: list[Reported]) -> None:
        """Takes in a text with what was found in it."""
        ours, theirs = pieces(document.text, document.reported), pieces(document.text, predicted)
        gold_stretches, stretches = [each.stretch for each in ours], [each.stretch for each in theirs]
        self.gold += len(ours)
        self.predicted += len(theirs)
        self.exact += (Counter(gold_stretches) & Counter(stretches)).total()
        pairs = matched(gold_stretches, stretches)
        right = set[int]()
        for i, j in pairs:
            if speakers.lenient(ours[i].speech.speaker, theirs[j].speech.speaker):
                right.add(j)
            self.mention += speakers.exact(ours[i].speech.speaker, theirs[j].speech.speaker)
            self.mistakes += _differences(document, ours[i], theirs[j])
        self.lenient += len(right)
        self._unmatched(document, ours, theirs, pairs)
        self.judged += [Judged(each.speech.confidence, j in right) for j, each in enumerate(theirs)
                        if each.speech.confidence is not None]  # fmt: skip

    def figures(self) -> dict[str, Figure]:
        """The F1 figures, 0 to 100."""
        return {
            "stretch_f1": f1(self.exact, self.predicted, self.gold),
            "end_to_end_f1": f1(self.lenient, self.predicted, self.gold),
            "speaker_exact": f1(self.mention, self.predicted, self.gold),
        }

    def _unmatched(
        self, document: QuotedText, ours: list[Piece], theirs: list[Piece], pairs: list[tuple[int, int]]
    ) -> None:
        found, explained = {i for i, _ in pairs}, {j for _, j in pairs}
        for i, each in enumerate(ours):
            if i not in found:
                surface, context = document.text[slice(*each.stretch)], around(document.text, each.stretch[0])
                self.mistakes.append(Mistake(document.id, "missed", surface, None, context))
        for j, each in enumerate(theirs):
            if j not in explained:
                surface, context = document.text[slice(*each.stretch)], around(document.text, each.stretch[0])
                self.mistakes.append(Mistake(document.id, "spurious", None, surface, context))


def _differences(document: QuotedText, gold: Piece, predicted: Piece) -> list[Mistake]:
    """What differs between a gold stretch and the one that was found for it."""
    one, two = gold.speech, predicted.speech
    found: list[tuple[str, str | None, str | None]] = []
    if gold.stretch != predicted.stretch:
        found.append(("stretch", document.text[slice(*gold.stretch)], document.text[slice(*predicted.stretch)]))
    if one.type != two.type:
        found.append(("type", one.type, two.type))
    if not speakers.lenient(one.speaker, two.speaker):
        found.append(("speaker", _words(one.speaker), _words(two.speaker)))
    elif not speakers.exact(one.speaker, two.speaker):
        found.append(("mention", _words(one.speaker), _words(two.speaker)))
    if not cue_agrees(one, two):
        found.append(("cue", one.cue, two.cue))
    context = around(document.text, gold.stretch[0])
    return [Mistake(document.id, kind, ours, theirs, context) for kind, ours, theirs in found]


def _words(mention: Mention | None) -> str | None:
    return mention.text if mention else None
