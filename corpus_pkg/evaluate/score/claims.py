"""Numeric claims with all that a record says: found or not, the phrase, and each field of what was found."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from corpus_pkg.evaluate.gold.claims import ClaimedText, StatedClaim
from corpus_pkg.evaluate.outcome import Figure, Mistake, around
from corpus_pkg.evaluate.score.rates import f1, percent
from corpus_pkg.evaluate.stretches import overlap

_ARTICLES = frozenset("the a an".split())


def plain(phrase: str | None) -> str | None:
    """A phrase in lower case, without an article before it and marks around it; None for none."""
    words = (phrase or "").lower().strip("“”\"' ,.").split()
    while words and words[0] in _ARTICLES:
        words = words[1:]
    return " ".join(words) or None


_LINKS = (" in ", " at ", " on ", " for ", " from ", " without ", " to ", " by ")


def noun(phrase: str | None) -> str | None:
    """A noun phrase without what a preposition hangs on it, `of` apart: readers differ in how much of it they take."""
    known = plain(phrase)
    if known is None:
        return None
    return known[: min([place for link in _LINKS if (place := known.find(link)) > 0], default=len(known))]


def _same_values(one: StatedClaim, two: StatedClaim) -> bool:
    return all(
        (a is None) == (b is None) and (a is None or b is None or math.isclose(a, b, rel_tol=1e-5))
        for a, b in zip(one.values, two.values, strict=True)
    )


# What is compared: how a claim states it, in a form that two readings share; None where it states nothing.
_FIELDS: dict[str, Callable[[StatedClaim], str | None]] = {
    "unit": lambda claim: claim.unit,
    "bound": lambda claim: None if claim.modifier in {"equal", "range"} else claim.modifier,
    "change": lambda claim: None if claim.change == "none" else f"{claim.change} {claim.change_kind}",
    "measured": lambda claim: noun(claim.measured),
    "of": lambda claim: plain(claim.of),
    "per": lambda claim: plain(claim.per),
    "asserted_by": lambda claim: plain(claim.asserted_by),
}


@dataclass(slots=True)
class ClaimScore:
    """Counts over the claims of a set.

    Attributes:
        gold: gold claims.
        predicted: predicted ones.
        found: those with the same number at the same place.
        phrases: those of them with the same phrase.
        empty: gold texts without a claim.
        silent: those of them in which none was found.
        counts: by field, how often gold states it, we do, and both do alike.
        mistakes: what is not as gold has it.
    """

    gold: int = 0
    predicted: int = 0
    found: int = 0
    phrases: int = 0
    empty: int = 0
    silent: int = 0
    counts: dict[str, list[int]] = field(default_factory=lambda: {name: [0, 0, 0] for name in _FIELDS})
    mistakes: list[Mistake] = field(default_factory=list)

    def add(self, document: ClaimedText, predicted: Sequence[StatedClaim]) -> None:
        """Takes in a text with the claims that were found in it."""
        self.gold += len(document.claims)
        self.predicted += len(predicted)
        self.empty += not document.claims
        self.silent += not document.claims and not predicted
        free = list(predicted)
        for one in document.claims:
            two = next(
                (each for each in free if overlap(one.number, each.number) > 0 and _same_values(one, each)), None
            )
            if two is not None:
                free.remove(two)
            self._compare(document, one, two)
        for each in free:
            self._compare(document, None, each)

    def figures(self) -> dict[str, Figure]:
        """F1 figures: of claims found, of their phrases, of each field; and texts without a claim that stay so."""
        return {
            "claim_f1": f1(self.found, self.predicted, self.gold),
            "phrase_f1": f1(self.phrases, self.predicted, self.gold),
            **{f"{name}_f1": f1(right, ours, gold) for name, (gold, ours, right) in self.counts.items()},
            "negatives_silent": percent(self.silent, self.empty),
        }

    def _compare(self, document: ClaimedText, gold: StatedClaim | None, predicted: StatedClaim | None) -> None:
        text, place = document.text, (gold or predicted)
        start = place.stretch[0] if place else 0
        if gold is None or predicted is None:
            kind = "spurious" if gold is None else "missed"
            self._mistake(document, kind, _shown(text, gold), _shown(text, predicted), start)
        else:
            self.found += 1
            self.phrases += gold.stretch == predicted.stretch
            if gold.stretch != predicted.stretch:
                self._mistake(document, "phrase", _shown(text, gold), _shown(text, predicted), start)
        for name, stated in _FIELDS.items():
            one, two = (stated(gold) if gold else None), (stated(predicted) if predicted else None)
            same = one is not None and two is not None and _same(name, one, two)
            for index, count in enumerate((one is not None, two is not None, same)):
                self.counts[name][index] += count
            if gold and predicted and one != two and not same:
                self._mistake(document, name, one, two, start)

    def _mistake(self, document: ClaimedText, kind: str, gold: str | None, predicted: str | None, start: int) -> None:
        self.mistakes.append(Mistake(document.id, kind, gold, predicted, around(document.text, start)))


def _same(name: str, one: str, two: str) -> bool:
    """Whether two readings agree; who states a number may be named with a title and with what they made of it."""
    if name != "asserted_by":
        return one == two
    short, long = sorted((f" {one} ", f" {two} "), key=len)
    return short in long


def _shown(text: str, claim: StatedClaim | None) -> str | None:
    return f"{text[slice(*claim.stretch)]} = {claim.values}" if claim else None
