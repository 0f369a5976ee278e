"""Mentions of names: what the model labelled, repaired by what the whole document says."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from corpus_pkg.annotate.entities.names import strip_titles, trim_name
from corpus_pkg.annotate.entities.recognizer import Labelled
from corpus_pkg.annotate.gazetteer import agencies, bodies, countries, demonyms
from corpus_pkg.model.vocabulary import EntityType, MentionProvenance

TYPES: dict[str, EntityType] = {
    "PERSON": "PERSON", "PER": "PERSON", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC", "NORP": "MISC",
    "EVENT": "MISC", "PRODUCT": "MISC", "WORK_OF_ART": "MISC", "LAW": "MISC", "LANGUAGE": "MISC", "MISC": "MISC",
}  # fmt: skip
"""Coarse types of the labels that models use; labels of dates and numbers name no entity."""

# Names of countries that are also names of persons, states or things: only the model may say which.
_AMBIGUOUS = frozenset(
    "Georgia Jordan Chad Turkey Guinea Niger Mali Israel China Cuba Grenada Dominica Holland Kenya".split()
)
_NOT_PERSON = frozenset("Jordan Chad Georgia Israel Kenya China Holland".split())
_WORD = re.compile(r"[^\W\d_][\w’'.-]*")
_LEAST_MAJORITY = 3
_LEAST_LETTERS = 4


@dataclass(frozen=True, slots=True)
class Named:
    """A stretch that names something: code points into the text, coarse type, the model's label, what found it."""

    start: int
    end: int
    type: EntityType
    label: str | None
    provenance: MentionProvenance


def find_mentions(text: str, labelled: Iterable[Labelled]) -> list[Named]:
    """The mentions of a text, by start and without overlap.

    Args:
        text: the article's text.
        labelled: what the model labelled in it.
    """
    found = _Mentions(text)
    for each in labelled:
        if each.label in TYPES:
            found.add_labelled(each)
    found.add_gazetteer()
    found.settle_known()
    found.settle_persons()
    found.settle_majority()
    found.spread()
    return found.result()


class _Mentions:
    """The mentions found so far, by their stretch."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._found: dict[tuple[int, int], Named] = {}

    def result(self) -> list[Named]:
        return sorted(self._found.values(), key=lambda each: each.start)

    def _surface(self, named: Named) -> str:
        return self._text[named.start : named.end]

    def _free(self, start: int, end: int) -> bool:
        return not any(low < end and start < high for low, high in self._found)

    def _put(self, named: Named) -> None:
        self._found[named.start, named.end] = named

    def _retype(self, named: Named, entity_type: EntityType, provenance: MentionProvenance = "rule") -> None:
        if named.type != entity_type:
            self._put(replace(named, type=entity_type, provenance=provenance))

    def add_labelled(self, labelled: Labelled) -> None:
        """A model's stretch, trimmed; what runs over a line end is two things, and the first is kept."""
        break_at = self._text.find("\n", labelled.start, labelled.end)
        end = labelled.end if break_at < 0 else break_at
        start, end = trim_name(self._text, labelled.start, end)
        entity_type = TYPES[labelled.label]
        if entity_type == "PERSON":
            start = strip_titles(self._text, start, end)
        if start < end and any(each.isalpha() for each in self._text[start:end]) and self._free(start, end):
            self._put(Named(start, end, entity_type, labelled.label, "model"))

    def add_gazetteer(self) -> None:
        """Countries, their people, agencies and bodies that the model passed over."""
        taken = sorted(self._found)
        for match in _gazetteer_pattern().finditer(self._text):
            start, end = match.span()
            if _overlaps(taken, start, end):
                continue
            name = match[0]
            if name in _AMBIGUOUS or (name.isupper() and self._in_capitals(start)):
                continue
            self._put(Named(start, end, _known_type(name) or "ORG", None, "gazetteer"))

    def _in_capitals(self, start: int) -> bool:
        """Whether the line is all capitals, where an acronym is any word."""
        line = self._text[self._text.rfind("\n", 0, start) + 1 :][:200].partition("\n")[0]
        return line.isupper()

    def settle_known(self) -> None:
        """What the gazetteer knows has the gazetteer's type."""
        for each in list(self._found.values()):
            name = self._surface(each)
            known = _known_type(name)
            if known and not (each.type == "PERSON" and name in _NOT_PERSON):
                self._retype(each, known, "gazetteer")

    def settle_persons(self) -> None:
        """A surname follows its full name: the model takes a bare surname for a place or a body."""
        surnames: set[str] = set()
        for each in self._found.values():
            words = self._surface(each).split()
            if each.type == "PERSON" and len(words) > 1:
                surnames.add(words[-1])
                if self._family_first(words):
                    surnames.add(words[0])
        for each in list(self._found.values()):
            name = self._surface(each)
            if name in surnames and _known_type(name) is None:
                self._retype(each, "PERSON")
        self._occurrences({each: ("PERSON", None) for each in surnames if len(each) > 2 and _known_type(each) is None})  # noqa: PLR2004  initials are no surnames

    def _family_first(self, words: Sequence[str]) -> bool:
        """Whether the text itself uses the first word alone where a surname stands (Guo said)."""
        if len(words[0]) > len(words[-1]) or words[0] in _known_names():
            return False
        pattern = rf"(?<![\w’'-]){re.escape(words[0])} (?:said|told|added)\b"
        return re.search(pattern, self._text) is not None

    def settle_majority(self) -> None:
        """One string, one type, where most of its mentions agree."""
        counts: defaultdict[str, Counter[EntityType]] = defaultdict(Counter)
        for each in self._found.values():
            counts[self._surface(each)][each.type] += 1
        for each in list(self._found.values()):
            ranked = counts[self._surface(each)].most_common(2)
            if len(ranked) > 1 and ranked[0][1] >= max(_LEAST_MAJORITY, 2 * ranked[1][1]):
                self._retype(each, ranked[0][0])

    def spread(self) -> None:
        """A name of several words, or one found twice, is a name wherever it stands."""
        counts = Counter(self._surface(each) for each in self._found.values())
        first = {self._surface(each): (each.type, each.label) for each in reversed(self.result())}
        self._occurrences(
            {
                name: kind
                for name, kind in first.items()
                if len(name) >= _LEAST_LETTERS and name[0].isupper() and (" " in name or counts[name] > 1)
            }
        )

    def _occurrences(self, names: dict[str, tuple[EntityType, str | None]]) -> None:
        """Marks the places where one of the names stands unmarked; longer names first."""
        if not names:
            return
        ordered = sorted(names, key=lambda name: (-len(name), name))
        pattern = re.compile(r"(?<![\w’'-])(?:" + "|".join(map(re.escape, ordered)) + r")(?![\w-])")
        taken = sorted(self._found)
        for match in pattern.finditer(self._text):
            if not _overlaps(taken, *match.span()):
                entity_type, label = names[match[0]]
                self._put(Named(match.start(), match.end(), entity_type, label, "rule"))


def _overlaps(taken: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether a stretch meets one of the sorted, disjoint ones."""
    index = bisect_left(taken, (end, 0))
    return index > 0 and taken[index - 1][1] > start


@cache
def _known_names() -> frozenset[str]:
    return frozenset(countries().keys() | demonyms().keys() | bodies().keys())


def _known_type(name: str) -> EntityType | None:
    if name in countries():
        return "LOC"
    if name in demonyms():
        return "MISC"
    return "ORG" if name in bodies() or name in agencies() else None


@cache
def _gazetteer_pattern() -> re.Pattern[str]:
    names = sorted(_known_names(), key=lambda name: (-len(name), name))
    return re.compile(r"(?<![\w’'.-])(?:" + "|".join(map(re.escape, names)) + r")(?![\w-]|[’'][a-rt-z])")
