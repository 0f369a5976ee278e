"""Indirect speech: whole attributions, matched by what they report.

Measured on attributions whose cue is one of speech: those of thought and perception are neither missed nor wrong.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from corpus_pkg.evaluate.gold.quotes import QuotedText, Reported
from corpus_pkg.evaluate.outcome import Figure, Mistake, around
from corpus_pkg.evaluate.score import speakers
from corpus_pkg.evaluate.score.rates import f1
from corpus_pkg.evaluate.score.reliability import Judged
from corpus_pkg.evaluate.score.speech_words import reports_speech
from corpus_pkg.evaluate.stretches import Stretch, matched, trimmed


def hull(text: str, speech: Reported) -> Stretch:
    """The stretch from the first to the last word of what is reported."""
    return trimmed(text, (min(start for start, _ in speech.content), max(end for _, end in speech.content)))


@dataclass(slots=True)
class IndirectScore:
    """Counts over the indirect attributions of a set.

    Attributes:
        gold: gold attributions with a cue of speech.
        predicted: predicted ones, without those to be ignored.
        right: gold ones that were found, as speech of any type.
        mistakes: what is not as gold has it.
        judged: the predicted ones with a confidence.
    """

    gold: int = 0
    predicted: int = 0
    right: int = 0
    mistakes: list[Mistake] = field(default_factory=list)
    judged: list[Judged] = field(default_factory=list)

    def add(self, document: QuotedText, predicted: list[Reported]) -> None:
        """Takes in a text with what was found in it."""
        ours, text = document.reported, document.text
        pairs = matched([hull(text, each) for each in ours], [hull(text, each) for each in predicted])
        counted = {i for i, each in enumerate(ours) if each.type != "indirect" or reports_speech(each.cue)}
        by_prediction = {j: i for i, j in pairs}
        wanted = {i for i in counted if ours[i].type == "indirect"}
        found = {i for i, _ in pairs} & wanted
        self.gold += len(wanted)
        self.right += len(found)
        for i in sorted(wanted - found):
            self._mistake(document, "missed indirect", ours[i], None)
        for j, each in enumerate(predicted):
            own = by_prediction.get(j)
            if each.type == "indirect" and (_sayable(each) if own is None else own in counted):
                self.predicted += 1
                self._judge(document, None if own is None else ours[own], each)

    def figures(self) -> dict[str, Figure]:
        """The F1 figure, 0 to 100; None where there is no indirect speech in gold or prediction."""
        return {"indirect_f1": f1(self.right, self.predicted, self.gold)}

    def _judge(self, document: QuotedText, gold: Reported | None, predicted: Reported) -> None:
        right = gold is not None and speakers.lenient(gold.speaker, predicted.speaker)
        if predicted.confidence is not None:
            self.judged.append(Judged(predicted.confidence, right))
        if gold is None:
            self._mistake(document, "spurious indirect", None, predicted)
        elif not right:
            context = around(document.text, hull(document.text, predicted)[0])
            self.mistakes.append(Mistake(document.id, "indirect speaker", _named(gold), _named(predicted), context))

    def _mistake(self, document: QuotedText, kind: str, gold: Reported | None, predicted: Reported | None) -> None:
        text = document.text
        start = next(hull(text, each)[0] for each in (gold, predicted) if each)
        self.mistakes.append(
            Mistake(document.id, kind, _surface(text, gold), _surface(text, predicted), around(text, start))
        )


def _surface(text: str, speech: Reported | None) -> str | None:
    return text[slice(*hull(text, speech))] if speech else None


def _named(speech: Reported) -> str | None:
    return speech.speaker.text if speech.speaker else None


def _sayable(predicted: Reported) -> bool:
    """Whether what gold does not have counts as wrong: not where the prediction's own cue is none of speech."""
    return predicted.cue is None or reports_speech(predicted.cue)
