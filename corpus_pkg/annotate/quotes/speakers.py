"""Mentions of speakers resolved to the article's entities: names, descriptions, pronouns; null where unsure."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from corpus_pkg.annotate.entities.joining.descriptions import referents
from corpus_pkg.annotate.entities.roles import HEADS
from corpus_pkg.annotate.quotes.gender import pronoun_of
from corpus_pkg.model.annotations import Entity
from corpus_pkg.model.vocabulary import SpeakerKind

_PRONOUNS = frozenset("he she they it i we you who which that".split())
_TITLES = frozenset("mr mrs ms miss dr sir dame lord lady sen rep gov gen col prof rev".split())
_NAMED = re.compile(r"[A-ZÀ-Ý][\w’'.-]*(?: (?:[A-ZÀ-Ý][\w’'.-]*|de|van|von|der|bin|al|la))*")
# A capital inside a sentence is a name's; at its beginning it may be anybody's.
_INNER = re.compile(r"[\w,] ([A-ZÀ-Ý][\w’'-]*)")
# "a spokesman for Okoro", "the mother of Mayor Okoro": the name says whose; but "Minister for Health Peter Okoro".
_OF = re.compile(r"\b(?:of|for|in|at|from|to|with|by|about) (?:the )?(?:(?:[A-Z][a-z]+\.|Mr|Mrs|Ms|Dr|" + "|".join(
    each.capitalize() for each in sorted(HEADS)) + r") )?\Z")  # fmt: skip
# "Okoro's lawyer" and "the Okoro administration" are not Okoro.
_ENDS = re.compile(r"\s*\Z|[,(]|\s+(?:\(|(?:of|in|from|at|for|and|on|near|with)\b)")
_LISTING = re.compile(r"(?:,|,?\s*(?:and|&))\s*(?:the\s+)?(?:(?:[A-Z][a-z]+\.|Mr|Mrs|Ms|Dr)\s+)?")
_MOST_NAME = 200
_NICKNAMED = re.compile(r"([A-ZÀ-Ý][\w’'.-]*) [“\"‘'][A-ZÀ-Ý][^”\"’'“‘]{0,20}[”\"’'] ([A-ZÀ-Ý][\w’'.-]*)")


@dataclass(frozen=True, slots=True)
class Who:
    """Who speaks.

    Attributes:
        name: the entity's name; as printed, without titles, where the article has no such entity.
        entity: the entity; None where no recogniser found one.
    """

    name: str
    entity: Entity | None


@dataclass(slots=True)
class Resolver:
    """Resolves the speakers of one article, in the order of its text.

    Attributes:
        text: the article's text.
        entities: its entities.
        last: the persons who spoke or acted, by name, the latest last, for pronouns.
        body: the body or group that spoke or acted last, for `they`; empty after a person.
    """

    text: str
    entities: Sequence[Entity]
    last: dict[str, Who] = field(default_factory=dict)
    body: list[Who] = field(default_factory=list)
    _mentions: list[tuple[int, int, Entity]] = field(default_factory=list)
    _gender: dict[str, str] = field(default_factory=dict)
    _persons: dict[str, Entity] = field(default_factory=dict)
    _inner: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._inner = set(_INNER.findall(self.text))
        self._mentions = sorted(
            (
                (mention.start, mention.end, entity)
                for entity in self.entities
                for mention in entity.mentions
                if mention.kind == "name"
            ),
            key=lambda each: each[:2],
        )
        for entity in self.entities:
            if entity.type == "PERSON":
                titles = [self.text[max(0, each.start - 6) : each.start] for each in entity.mentions]
                pronoun = pronoun_of([entity.name, *entity.aliases], [*entity.roles, *titles])
                if pronoun:
                    self._gender[entity.name] = pronoun
                self._persons |= dict.fromkeys((entity.name, *entity.aliases), entity)

    def resolve(self, start: int, end: int) -> tuple[SpeakerKind, list[Who]]:
        """What kind of mention the stretch is, and whom it names: several for `Sousa and Okoro`, none where unsure."""
        surface = self.text[start:end].strip().lower()
        if surface in ("who", "which", "that"):
            return "pronoun", self._before(start)
        if surface in _PRONOUNS:
            return "pronoun", self._pronoun(surface, start)
        named = self._named(start, end)
        if named:
            self._spoke(named)
            return "name", named
        described = [Who(each.name, each) for each in referents(surface, start, self.text, self.entities)]
        self._spoke(described)
        return "nominal", described

    def note(self, start: int, end: int) -> None:
        """Takes in who a sentence is about: a pronoun that follows is likelier theirs than the nearest name's."""
        named = self._named(start, end)
        # "Okoro's posts", "the Okoro campaign": nobody named, but he is whom the text is about.
        about = [] if named else [each[2] for each in self._inside(start, end) if each[2].type == "PERSON"][:1]
        for who in named or [Who(each.name, each) for each in about]:
            if who.entity is None or who.entity.type == "PERSON":
                self._speaks(who)
            else:
                self.body = [who]

    def mention(self, start: int, end: int) -> None:
        """Takes in whom a relative clause is about: a pronoun may be theirs if nobody else's."""
        for who in self._named(start, end):
            if who.name not in self.last:
                self.last = {who.name: who, **self.last}

    def _named(self, start: int, end: int) -> list[Who]:
        nicknamed = _NICKNAMED.search(self.text, start, min(end, start + _MOST_NAME))
        if nicknamed:
            name = f"{nicknamed[1]} {nicknamed[2]}"
            return [Who(name, self._persons.get(name))]
        if self.text[start:end].isupper():
            return self._shouted(self.text[start:end])
        known = self._head(start, end, self._inside(start, end))
        return [Who(each.name, each) for each in known] or self._printed(start, end)

    def _inside(self, start: int, end: int) -> list[tuple[int, int, Entity]]:
        index = bisect_left(self._mentions, start, key=lambda each: each[0])
        found = []
        while index < len(self._mentions) and self._mentions[index][0] < end:
            if self._mentions[index][1] <= end + 2:
                found.append(self._mentions[index])
            index += 1
        return found

    def _head(self, start: int, end: int, inside: Sequence[tuple[int, int, Entity]]) -> list[Entity]:
        """The entities that the phrase is about: the person in it, else the name that it ends with."""
        persons = [each for each in inside if each[2].type == "PERSON"]
        if persons:
            whose = _OF.search(self.text, start, persons[0][0]) or not _ENDS.match(
                self.text, min(persons[-1][1], end), end
            )
            return [] if whose else self._joined(persons)
        named = [each for each in inside if each[2].type in ("ORG", "LOC")]
        if not named or named[-1][1] < end - 1:
            return []
        opening = self.text[start : named[0][0]].strip().lower()
        if opening not in ("", "the"):
            return []
        # A recogniser may take one mention of a person for a place: who speaks is the person.
        person = self._persons.get(self.text[named[-1][0] : named[-1][1]]) if len(named) == 1 else None
        return [person] if person else self._joined(named)

    def _joined(self, mentions: Sequence[tuple[int, int, Entity]]) -> list[Entity]:
        """The names of a list (`China and Brazil`); of names that are not listed, the last."""
        listed = all(_LISTING.fullmatch(self.text, one[1], two[0]) for one, two in pairwise(mentions))
        if not listed and any(" and " in self.text[one[1] : two[0]] for one, two in pairwise(mentions)):
            return []  # "Okoro and his wife, Maria": more than one, and not all by name
        return list({each[2].id: each[2] for each in (mentions if listed else mentions[-1:])}.values())

    def _printed(self, start: int, end: int) -> list[Who]:
        """A name that no recogniser found, as printed: capitals throughout, and not merely those of the sentence."""
        if self.text[start:end].lower() in _PRONOUNS:
            return []
        words = self.text[start:end].split()
        while words and words[0].lower().rstrip(".") in _TITLES:
            words = words[1:]
        name = " ".join(words)
        if not _NAMED.fullmatch(name) or self._inside(start, end):
            return []
        if len(words) == 1 and (name not in self._inner or name.lower() in HEADS):
            return []
        return [Who(name, None)]

    def _shouted(self, label: str) -> list[Who]:
        """Whom a label in capitals names: the one person of that name or surname."""
        folded = label.casefold().split()
        fitting = {
            each.id: each for name, each in self._persons.items() if name.casefold().split()[-len(folded) :] == folded
        }
        return [Who(each.name, each) for each in fitting.values()] if len(fitting) == 1 else []

    def _before(self, start: int) -> list[Who]:
        """Whom `who` refers to: the name right before it."""
        index = bisect_left(self._mentions, start, key=lambda each: each[0])
        for first, end, entity in reversed(self._mentions[max(0, index - 1) : index]):
            if first < start and self.text[end:start].strip(" ,") == "":
                found = [Who(entity.name, entity)]
                self._spoke(found)
                return found
        return []

    def _spoke(self, found: Sequence[Who]) -> None:
        persons = [each for each in found if each.entity is None or each.entity.type == "PERSON"]
        for each in persons:
            self._speaks(each)
        self.body = list(found) if len(found) > 1 or not persons else []

    def _speaks(self, who: Who) -> None:
        self.last.pop(who.name, None)
        self.last[who.name] = who

    def _pronoun(self, pronoun: str, start: int) -> list[Who]:
        if pronoun == "they":
            return self.body
        if pronoun not in ("he", "she"):
            return []
        for who in reversed(self.last.values()):
            if self._takes(who) in (None, pronoun):
                self._gender[who.name] = pronoun
                return [who]
        # Nobody has spoken yet: the one person that the text has named so far, if it is one.
        named = {each[2].id: each[2] for each in self._mentions if each[0] < start and each[2].type == "PERSON"}
        fitting = [Who(each.name, each) for each in named.values() if self._gender.get(each.name, pronoun) == pronoun]
        return fitting if len(fitting) == 1 else []

    def _takes(self, who: Who) -> str | None:
        if who.name not in self._gender and who.entity is None:
            known = pronoun_of([who.name], [])
            if known:
                self._gender[who.name] = known
        return self._gender.get(who.name)
