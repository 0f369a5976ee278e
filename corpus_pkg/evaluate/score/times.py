"""Expressions of time, as TempEval-3 scores them: strict and relaxed stretches, and values (TIMEX3, ISO 24617-1)."""

from __future__ import annotations

from dataclasses import dataclass, field

from corpus_pkg.evaluate.gold.times import Time, TimedText
from corpus_pkg.evaluate.outcome import Figure, Mistake, around
from corpus_pkg.evaluate.score.rates import f1, percent
from corpus_pkg.evaluate.stretches import overlap

_MIDNIGHT = "T00:00:00"


@dataclass(slots=True)
class TimeScore:
    """Counts over the expressions of time of a set.

    Attributes:
        gold: gold expressions.
        predicted: predicted ones.
        strict: found from the first to the last word.
        relaxed: found, at least in part.
        valued: found at least in part, and of the right value.
        mistakes: what is not as gold has it.
    """

    gold: int = 0
    predicted: int = 0
    strict: int = 0
    relaxed: int = 0
    valued: int = 0
    mistakes: list[Mistake] = field(default_factory=list)

    def add(self, document: TimedText, predicted: list[Time]) -> None:
        """Takes in a text with the expressions that were found in it; each answers for one of gold's at most."""
        self.gold += len(document.times)
        self.predicted += len(predicted)
        free = list(predicted)
        for one in document.times:
            two = next((each for each in free if overlap(one.stretch, each.stretch) > 0), None)
            if two is None:
                self._mistake(document, "missed", one, None)
                continue
            free.remove(two)
            self._compare(document, one, two)
        for each in free:
            self._mistake(document, "spurious", None, each)

    def figures(self) -> dict[str, Figure]:
        """F1 figures and, of what was found, how many of a hundred have the right value."""
        return {
            "strict_f1": f1(self.strict, self.predicted, self.gold),
            "relaxed_f1": f1(self.relaxed, self.predicted, self.gold),
            "relaxed_recall": percent(self.relaxed, self.gold),
            "value_f1": f1(self.valued, self.predicted, self.gold),
            "value_on_matched": percent(self.valued, self.relaxed),
        }

    def _compare(self, document: TimedText, gold: Time, predicted: Time) -> None:
        self.relaxed += 1
        if gold.stretch == predicted.stretch:
            self.strict += 1
        else:
            self._mistake(document, "stretch", gold, predicted)
        if _value(gold) == _value(predicted):
            self.valued += 1
        else:
            self._mistake(document, "value", gold, predicted)

    def _mistake(self, document: TimedText, kind: str, gold: Time | None, predicted: Time | None) -> None:
        start = next(each.stretch[0] for each in (gold, predicted) if each)
        text = document.text
        self.mistakes.append(
            Mistake(document.id, kind, _shown(text, gold), _shown(text, predicted), around(text, start))
        )


def _shown(text: str, time: Time | None) -> str | None:
    return f"{text[slice(*time.stretch)]} = {time.value}" if time else None


def _value(time: Time) -> str | None:
    """The value; midnight is how some sets write a whole day."""
    return time.value.replace(_MIDNIGHT, "") if time.value else None
