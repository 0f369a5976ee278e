"""Quantities: values, units and bounds, matched one to one inside a text, and where they stand.

The measures are those of the paper on CQE (Almasian and others 2023): in each text, a gold quantity takes the first
prediction that agrees and is still free.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from corpus_pkg.evaluate.gold.quantities import QuantifiedText, Quantity
from corpus_pkg.evaluate.outcome import Figure, Mistake, around
from corpus_pkg.evaluate.score.rates import f1
from corpus_pkg.evaluate.score.units import unit_name
from corpus_pkg.evaluate.stretches import overlap

_RELATIVE, _ABSOLUTE = 1e-5, 1e-8


def same_value(gold: Quantity, predicted: Quantity) -> bool:
    """Whether both are the same number, or ranges with the same ends."""
    if (gold.value is None) != (predicted.value is None):
        return False
    if gold.value is not None:
        return _close(gold.value, predicted.value)
    return _close(gold.low, predicted.low) and _close(gold.high, predicted.high)


def _close(one: float | None, two: float | None) -> bool:
    return one is not None and two is not None and math.isclose(one, two, rel_tol=_RELATIVE, abs_tol=_ABSOLUTE)


def same_unit(gold: Quantity, predicted: Quantity) -> bool:
    """Whether both have the same unit, or none."""
    return unit_name(gold.unit) == unit_name(predicted.unit)


def same_modifier(gold: Quantity, predicted: Quantity) -> bool:
    """Whether both state the same bound or direction."""
    return gold.modifier == predicted.modifier


def overlaps(gold: Quantity, predicted: Quantity) -> bool:
    """Whether both stand at the same place, at least in part."""
    return gold.stretch is not None and predicted.stretch is not None and overlap(gold.stretch, predicted.stretch) > 0


_MEASURES: dict[str, Callable[[Quantity, Quantity], bool]] = {
    "value_f1": same_value,
    "value_unit_f1": lambda gold, predicted: same_value(gold, predicted) and same_unit(gold, predicted),
    "value_modifier_f1": lambda gold, predicted: same_value(gold, predicted) and same_modifier(gold, predicted),
    "span_overlap_f1": overlaps,
}
_STATED: dict[str, Callable[[Quantity], bool]] = {
    "value_f1": lambda gold: gold.value is not None or gold.low is not None or gold.high is not None,
    "value_unit_f1": lambda gold: gold.unit is not None,
    "value_modifier_f1": lambda gold: gold.modifier is not None,
    "span_overlap_f1": lambda gold: gold.stretch is not None,
}


def paired(
    gold: Sequence[Quantity], predicted: Sequence[Quantity], same: Callable[[Quantity, Quantity], bool]
) -> list[tuple[int, int]]:
    """Indices of gold quantities, and of the first free prediction that is the same."""
    taken = set[int]()
    pairs = []
    for i, one in enumerate(gold):
        j = next((j for j, two in enumerate(predicted) if j not in taken and same(one, two)), None)
        if j is not None:
            taken.add(j)
            pairs.append((i, j))
    return pairs


@dataclass(slots=True)
class QuantityScore:
    """Counts over the quantities of a set.

    Attributes:
        gold: gold quantities.
        predicted: predicted ones.
        right: agreeing ones by measure.
        stated: whether gold states what a measure compares, by measure.
        bounds: whether any prediction states a bound; a system that states none is not measured by them.
        mistakes: what is not as gold has it.
    """

    gold: int = 0
    predicted: int = 0
    right: dict[str, int] = field(default_factory=lambda: dict.fromkeys(_MEASURES, 0))
    stated: dict[str, bool] = field(default_factory=lambda: dict.fromkeys(_MEASURES, False))
    bounds: bool = False
    mistakes: list[Mistake] = field(default_factory=list)

    def add(self, document: QuantifiedText, predicted: list[Quantity]) -> None:
        """Takes in a text with the quantities that were found in it."""
        gold = document.quantities
        self.gold += len(gold)
        self.predicted += len(predicted)
        self.bounds = self.bounds or any(each.modifier is not None for each in predicted)
        for name, same in _MEASURES.items():
            self.right[name] += len(paired(gold, predicted, same))
            self.stated[name] = self.stated[name] or any(map(_STATED[name], gold))
        self.mistakes += _mistakes(document, predicted)

    def figures(self) -> dict[str, Figure]:
        """The F1 figures, 0 to 100; None where the set's gold never states what is compared."""
        bounded = self.bounds or not self.predicted
        return {name: f1(right, self.predicted, self.gold)
                if self.stated[name] and (bounded or name != "value_modifier_f1") else None
                for name, right in self.right.items()}  # fmt: skip


def _mistakes(document: QuantifiedText, predicted: list[Quantity]) -> list[Mistake]:
    """What differs, quantities being told by their place or, where gold has none, by their value."""
    gold = document.quantities
    pairs = paired(gold, predicted, lambda one, two: overlaps(one, two) if one.stretch else same_value(one, two))
    found, explained = {i for i, _ in pairs}, {j for _, j in pairs}
    differing = [(gold[i], predicted[j], kind) for i, j in pairs for kind in _differences(gold[i], predicted[j])]
    missed = [(each, None, "missed") for i, each in enumerate(gold) if i not in found]
    spurious = [(None, each, "spurious") for j, each in enumerate(predicted) if j not in explained]
    return [_mistake(document, *each) for each in (*differing, *missed, *spurious)]


def _differences(gold: Quantity, predicted: Quantity) -> list[str]:
    kinds = []
    if _STATED["value_f1"](gold) and not same_value(gold, predicted):
        kinds.append("value")
    if gold.unit is not None and not same_unit(gold, predicted):
        kinds.append("unit")
    if gold.modifier is not None and not same_modifier(gold, predicted):
        kinds.append("modifier")
    return kinds


def _mistake(document: QuantifiedText, gold: Quantity | None, predicted: Quantity | None, kind: str) -> Mistake:
    stretch = next((each.stretch for each in (gold, predicted) if each and each.stretch), (0, 0))
    return Mistake(document.id, kind, _shown(gold), _shown(predicted), around(document.text, stretch[0]))


def _shown(quantity: Quantity | None) -> str | None:
    if quantity is None:
        return None
    number = f"{quantity.low} to {quantity.high}" if quantity.value is None else f"{quantity.value}"
    return " | ".join(each for each in (number, quantity.unit, quantity.modifier) if each)
