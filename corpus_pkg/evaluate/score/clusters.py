"""Clusters of names: B-cubed over gold's names, within a text and across a set.

B-cubed (Bagga and Baldwin 1998): for each gold name, how many of its predicted cluster belong with it, and how many of
its gold cluster are there; the means over all names are precision and recall.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from corpus_pkg.evaluate.gold.names import Name, NamedText
from corpus_pkg.evaluate.outcome import Mistake, around
from corpus_pkg.evaluate.score.rates import harmonic
from corpus_pkg.evaluate.stretches import overlap

_Name: TypeAlias = tuple[str, int]
"""A gold name: the id of its text, and its number there."""


@dataclass(slots=True)
class ClusterScore:
    """The clusters of gold's names.

    A gold name takes the cluster of the predicted name that it overlaps most; without one it is alone. Within a text
    `cluster` is compared; across the set, `link` of the names that gold links.
    """

    _within: dict[_Name, tuple[Hashable, Hashable]] = field(default_factory=dict)
    _across: dict[_Name, tuple[Hashable, Hashable]] = field(default_factory=dict)
    _texts: dict[str, NamedText] = field(default_factory=dict)

    def add(self, document: NamedText, predicted: Sequence[Name]) -> None:
        """Takes in a text with the names that were found in it, each with its cluster and its link."""
        self._texts[document.id] = document
        for number, name in enumerate(document.names):
            own = (document.id, number)
            hit = max(predicted, key=lambda each: overlap(each.stretch, name.stretch), default=None)
            if hit is not None and overlap(hit.stretch, name.stretch) <= 0:
                hit = None
            alone = ("alone", *own)
            self._within[own] = (document.id, name.cluster), (document.id, hit.cluster) if hit else alone
            if name.link is not None:
                self._across[own] = name.link, hit.link if hit else alone

    def within(self) -> float | None:
        """B-cubed F1 within texts, 0 to 100; None where gold names nothing."""
        return _b_cubed(self._within)

    def across(self) -> float | None:
        """B-cubed F1 across the set, 0 to 100; None where gold links nothing."""
        return _b_cubed(self._across)

    def mistakes(self) -> list[Mistake]:
        """The gold names whose cluster is another one, within a text and across the set."""
        return [*self._wrong("cluster", self._within), *self._wrong("key", self._across)]

    def _wrong(self, kind: str, names: Mapping[_Name, tuple[Hashable, Hashable]]) -> list[Mistake]:
        gold, found = _sets(names)
        mistakes = []
        for own, (one, two) in names.items():
            if gold[one] != found[two]:
                text, stretch = self._texts[own[0]].text, self._stretch(own)
                mistakes.append(
                    Mistake(own[0], kind, self._surfaces(gold[one]), self._surfaces(found[two]),
                            around(text, stretch[0]))
                )  # fmt: skip
        return mistakes

    def _stretch(self, own: _Name) -> tuple[int, int]:
        return self._texts[own[0]].names[own[1]].stretch

    def _surfaces(self, names: set[_Name]) -> str:
        return " | ".join(sorted({self._texts[each[0]].text[slice(*self._stretch(each))] for each in names}))


def _sets(
    names: Mapping[_Name, tuple[Hashable, Hashable]],
) -> tuple[dict[Hashable, set[_Name]], dict[Hashable, set[_Name]]]:
    gold: dict[Hashable, set[_Name]] = defaultdict(set)
    found: dict[Hashable, set[_Name]] = defaultdict(set)
    for own, (one, two) in names.items():
        gold[one].add(own)
        found[two].add(own)
    return gold, found


def _b_cubed(names: Mapping[_Name, tuple[Hashable, Hashable]]) -> float | None:
    if not names:
        return None
    gold, found = _sets(names)
    precision = recall = 0.0
    for one, two in names.values():
        both = len(gold[one] & found[two])
        precision += both / len(found[two])
        recall += both / len(gold[one])
    return harmonic(precision / len(names), recall / len(names))
