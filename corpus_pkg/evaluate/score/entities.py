"""Named entities: the same stretch and the same type, strictly, but for a leading article and a possessive."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TypeAlias

from corpus_pkg.evaluate.gold.names import Name, NamedText
from corpus_pkg.evaluate.outcome import Figure, Mistake, around
from corpus_pkg.evaluate.score.rates import f1
from corpus_pkg.evaluate.stretches import Stretch

LABELS = ("PERSON", "ORG", "LOC")
"""The types that are scored; sets do not agree on what else is a name."""

_ARTICLE = re.compile(r"(?:the|a|an)\s+", re.IGNORECASE)
_POSSESSIVES = ("'s", "’s", "'", "’")
_Labelled: TypeAlias = tuple[Stretch, str]


def bare(text: str, stretch: Stretch) -> Stretch:
    """The stretch of a name without a leading article and a trailing possessive: sets differ on both."""
    start, end = stretch
    article = _ARTICLE.match(text, start, end)
    if article is not None and article.end() < end:
        start = article.end()
    surface = text[start:end]
    ending = next((each for each in _POSSESSIVES if surface.endswith(each) and len(surface) > len(each)), "")
    end -= len(ending)
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


@dataclass(slots=True)
class EntityScore:
    """Counts over the names of a set, by type.

    Attributes:
        gold: gold names.
        predicted: predicted ones, without those that gold calls optional.
        right: those that are in both.
        mistakes: what is in one only.
    """

    gold: Counter[str] = field(default_factory=Counter)
    predicted: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    mistakes: list[Mistake] = field(default_factory=list)

    def add(self, document: NamedText, predicted: list[Name]) -> None:
        """Takes in a text with the names that were found in it."""
        text = document.text
        wanted = _labelled(text, [each for each in document.names if not each.optional])
        found = _labelled(text, predicted) - _labelled(text, [each for each in document.names if each.optional])
        self.gold.update(label for _, label in wanted)
        self.predicted.update(label for _, label in found)
        self.right.update(label for _, label in wanted & found)
        for (start, end), label in sorted(wanted - found):
            named = f"{text[start:end]} {label}"
            self.mistakes.append(Mistake(document.id, "missed", named, None, around(text, start)))
        for (start, end), label in sorted(found - wanted):
            named = f"{text[start:end]} {label}"
            self.mistakes.append(Mistake(document.id, "spurious", None, named, around(text, start)))

    def figures(self) -> dict[str, Figure]:
        """The F1 figures, 0 to 100: of all types together, and of each."""
        by_type = {f"{each.lower()}_f1": f1(self.right[each], self.predicted[each], self.gold[each]) for each in LABELS}
        return {"f1": f1(self.right.total(), self.predicted.total(), self.gold.total()), **by_type}


def _labelled(text: str, names: list[Name]) -> set[_Labelled]:
    return {(bare(text, each.stretch), each.label) for each in names if each.label in LABELS}
