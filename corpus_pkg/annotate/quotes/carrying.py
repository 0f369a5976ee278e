"""Speakers carried on to quotations that stand alone: the same one, or the other of two who talk."""

from __future__ import annotations

from dataclasses import dataclass, replace

from corpus_pkg.annotate.quotes.sentence import Attribution, Sentence
from corpus_pkg.annotate.quotes.verbs import LEMMAS
from corpus_pkg.text.quotation_marks import Stretch

_ANSWERS = ("reply", "answer", "respond", "retort", "counter")


@dataclass(slots=True)
class Carrying:
    """What a quotation without a clause of its own may be carried on from.

    Attributes:
        last: the attribution of the quotation, or of the reporting clause, just before.
        other: the speaker before that one, while two talk in turn.
        quoted: the last came with a quotation.
        asked: that quotation was a question.
        answered: it replied to the one before.
        continues: that quotation was left open for the next paragraph.
        utterance: the number of the utterance that it is part of.
    """

    last: Attribution | None = None
    other: Attribution | None = None
    quoted: bool = False
    asked: bool = False
    answered: bool = False
    continues: bool = False
    utterance: int = 0
    _asking: bool = False

    def pass_over(self, sentence: Sentence, *, new_paragraph: bool) -> None:
        """Takes in a sentence without quotations: its own speaker is likelier than an earlier quotation's."""
        reported = _colon_label(sentence) or sentence.reported()
        if reported or new_paragraph:
            self.last, self.quoted = reported, False
        self.other, self.continues = None, False

    def take(self, found: Attribution, source: str, stretch: Stretch) -> None:
        """Takes in a quotation and its attribution."""
        text = source[stretch.start : stretch.end]
        if self.last and self.quoted and found.speaker != self.last.speaker:
            self.other = self.last
        self.last, self.quoted, self.continues = found, True, stretch.continues
        lemma = LEMMAS.get(source[slice(*found.cue)].lower() if found.cue else "")
        self.answered, self._asking = lemma in _ANSWERS, lemma == "ask"
        self.asked = text.rstrip(" ’'”\"").endswith("?")

    def carried(
        self, *, alone: bool, opens: bool, new_paragraph: bool, found: Attribution | None
    ) -> Attribution | None:
        """The attribution that a quotation takes over; None where it has one of its own, or none can be taken over.

        Args:
            alone: nothing but quotations stands in its sentence, or it opens it.
            opens: it opens its sentence.
            new_paragraph: its sentence opens a paragraph.
            found: what its own sentence says.
        """
        if self.last is None:
            return None
        if found and found.speaker is None and found.rule.startswith("before-"):
            return replace(found, speaker=self.last.speaker)  # "Adding, “...”"
        weak = found is None or found.rule in ("subject", "parallel")
        # A quotation that opens its paragraph after one left open goes on with it.
        if not (weak and self.continues and opens) and not (found is None and alone):
            return None
        if new_paragraph and self.asked and self.other is None and self._asking and not self.continues:
            return None  # who was asked has no name yet
        talking = self.asked or self.answered or self.last.rule == "alternating"
        if new_paragraph and self.quoted and talking and self.other and not self.continues:
            return replace(self.other, rule="alternating")
        if self.quoted:
            rule = "continued" if self.continues else "carried-over" if new_paragraph else "carried-on"
        else:
            rule = "carried-" + self.last.rule
        return replace(self.last, rule=rule)


def _colon_label(sentence: Sentence) -> Attribution | None:
    """A paragraph that ends with a colon introduces the next: `And from chairwoman Rosa Winter:`."""
    if not sentence.tokens or sentence.tokens[-1].text != ":":
        return None
    found = sentence.reported(last=True) or sentence.introduced_by(len(sentence.tokens) - 1)
    return replace(found, rule="label") if found else None
