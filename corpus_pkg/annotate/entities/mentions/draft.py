"""The mentions of a text while rules repair them: found by place, without overlap."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from corpus_pkg.annotate.gazetteer import Gazetteer
from corpus_pkg.model.vocabulary import EntityType, MentionProvenance

TYPES: dict[str, EntityType] = {
    "PERSON": "PERSON", "PER": "PERSON", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC", "NORP": "MISC",
    "EVENT": "MISC", "PRODUCT": "MISC", "WORK_OF_ART": "MISC", "LAW": "MISC", "LANGUAGE": "MISC", "MISC": "MISC",
}  # fmt: skip
"""Coarse types of the labels that models use; labels of dates and numbers name no entity."""

_LOWER_WORD = re.compile(r"(?<![\w’'-])[a-z][a-zà-ÿ]+(?![\w’'-])")
_OPENERS = " \t\"“‘'«„([-–—*•"
_ENDS = ".!?:\n"


@dataclass(frozen=True, slots=True)
class Named:
    """A stretch that names something: code points into the text, coarse type, the model's label, what found it."""

    start: int
    end: int
    type: EntityType
    label: str | None
    provenance: MentionProvenance


class Draft:
    """The mentions found so far in one text."""

    def __init__(self, text: str, gazetteer: Gazetteer) -> None:
        self.text = text
        self.gazetteer = gazetteer
        self._found: dict[int, Named] = {}
        self._starts: list[int] = []
        self._fixed: set[int] = set()
        self._lower: frozenset[str] | None = None

    def __iter__(self) -> Iterator[Named]:
        """The mentions, by start; changing them meanwhile does no harm."""
        return iter([self._found[start] for start in self._starts])

    def __len__(self) -> int:
        return len(self._starts)

    def surface(self, named: Named) -> str:
        """A mention as one line."""
        surface = self.text[named.start : named.end]
        return " ".join(surface.split()) if "\n" in surface else surface

    def meeting(self, start: int, end: int) -> list[Named]:
        """The mentions that share a code point with a stretch."""
        index = bisect_left(self._starts, end)
        met: list[Named] = []
        while index > 0 and self._found[self._starts[index - 1]].end > start:
            index -= 1
            met.append(self._found[self._starts[index]])
        return met[::-1]

    def at(self, start: int, end: int) -> Named | None:
        """The mention of exactly that stretch."""
        named = self._found.get(start)
        return named if named is not None and named.end == end else None

    def put(self, named: Named) -> None:
        """Adds a mention, in the place of those that it meets."""
        for each in self.meeting(named.start, named.end):
            self.drop(each)
        self._found[named.start] = named
        insort(self._starts, named.start)

    def put_if_free(self, named: Named) -> bool:
        """Adds a mention where none stands yet; whether it did."""
        if self.meeting(named.start, named.end):
            return False
        self.put(named)
        return True

    def drop(self, named: Named) -> None:
        """Takes a mention out."""
        del self._found[named.start]
        del self._starts[bisect_left(self._starts, named.start)]

    def retype(self, named: Named, entity_type: EntityType, provenance: MentionProvenance = "rule") -> None:
        """Gives a mention another type, unless it is fixed; what gave it is its provenance from then on."""
        if named.type != entity_type and named.start not in self._fixed:
            self._found[named.start] = replace(named, type=entity_type, provenance=provenance)

    def fix(self, named: Named) -> None:
        """Adds a mention whose type no later rule may change."""
        self.put(named)
        self._fixed.add(named.start)

    def is_fixed(self, named: Named) -> bool:
        """Whether no rule may change a mention's type."""
        return named.start in self._fixed

    def by_surface(self) -> dict[str, list[Named]]:
        """The mentions, by what they read."""
        groups: defaultdict[str, list[Named]] = defaultdict(list)
        for each in self:
            groups[self.surface(each)].append(each)
        return groups

    @property
    def lower_words(self) -> frozenset[str]:
        """The words that the text writes in lower case."""
        if self._lower is None:
            self._lower = frozenset(_LOWER_WORD.findall(self.text))
        return self._lower

    def opens_sentence(self, start: int) -> bool:
        """Whether a capital at that place says nothing, since a sentence or a line starts there."""
        index = start - 1
        while index >= 0 and self.text[index] in _OPENERS:
            index -= 1
        return index < 0 or self.text[index] in _ENDS
