"""Mentions of speakers resolved to the article's entities: names, descriptions, pronouns; null where unsure."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from corpus_pkg.annotate.quotes.gender import pronoun_of
from corpus_pkg.model.annotations import Entity
from corpus_pkg.model.vocabulary import SpeakerKind

_PRONOUNS = frozenset("he she they it i we you who".split())
_DAILY = re.compile(r"\b(?:newspaper|daily|paper|tabloid|weekly|magazine|broadsheet)\Z", re.IGNORECASE)
_PRESS = re.compile(
    r"\b(?:Journal|Times|Post|Guardian|Herald|Tribune|Telegraph|News|Gazette|Courier|Daily|Globe|Mail|"
    r"Monde|Spiegel|Observer|Standard|Chronicle|Star|Mirror|Independent)\b"
)


@dataclass(slots=True)
class Resolver:
    """Resolves the speakers of one article, in the order of its text.

    Attributes:
        text: the article's text.
        entities: its entities.
        last: the persons who spoke or acted, the latest last, for pronouns.
    """

    text: str
    entities: Sequence[Entity]
    last: list[Entity] = field(default_factory=list)
    _mentions: list[tuple[int, int, Entity]] = field(default_factory=list)
    _gender: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._mentions = sorted(
            ((mention.start, mention.end, entity) for entity in self.entities for mention in entity.mentions),
            key=lambda each: each[:2],
        )
        for entity in self.entities:
            if entity.type == "PERSON":
                titles = [self.text[max(0, each.start - 6) : each.start] for each in entity.mentions]
                pronoun = pronoun_of([entity.name, *entity.aliases], [*entity.roles, *titles])
                if pronoun:
                    self._gender[entity.id] = pronoun

    def resolve(self, start: int, end: int) -> tuple[SpeakerKind, list[Entity]]:
        """What kind of mention the stretch is, and whom it names: several for `Sousa and Okoro`, none where unsure."""
        surface = self.text[start:end].strip().lower()
        if surface in _PRONOUNS:
            return "pronoun", self._pronoun(surface, start)
        inside = self._inside(start, end)
        head = self._head(start, end, inside)
        if head:
            for entity in head:
                if entity.type == "PERSON":
                    self._speaks(entity)
            return "name", head
        return "nominal", self._nominal(surface, start)

    def note(self, start: int, end: int) -> None:
        """Takes in who a sentence is about: a pronoun that follows is likelier theirs than the nearest name's."""
        for entity in self._head(start, end, self._inside(start, end)):
            if entity.type == "PERSON":
                self._speaks(entity)

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
            return self._joined(persons)
        named = [each for each in inside if each[2].type in ("ORG", "LOC")]
        if not named or named[-1][1] < end - 1:
            return []
        opening = self.text[start : named[0][0]].strip().lower()
        return self._joined(named) if opening in ("", "the") else []

    def _joined(self, mentions: Sequence[tuple[int, int, Entity]]) -> list[Entity]:
        """The names of a list (`China and Brazil`); of names that are not listed, the last."""
        listed = all(
            re.fullmatch(r",?\s*(?:and|&)?\s*(?:the\s+)?", self.text[one[1] : two[0]])
            for one, two in pairwise(mentions)
        )
        return list({each[2].id: each[2] for each in (mentions if listed else mentions[-1:])}.values())

    def _speaks(self, entity: Entity) -> None:
        self.last = [*(each for each in self.last if each.id != entity.id), entity]

    def _pronoun(self, pronoun: str, start: int) -> list[Entity]:
        if pronoun not in ("he", "she"):
            return []
        for entity in reversed(self.last):
            if self._gender.get(entity.id, pronoun) == pronoun:
                self._gender[entity.id] = pronoun
                return [entity]
        # Nobody has spoken yet: the one person that the text has named so far, if it is one.
        named = {each[2].id: each[2] for each in self._mentions if each[0] < start and each[2].type == "PERSON"}
        fitting = [each for each in named.values() if self._gender.get(each.id, pronoun) == pronoun]
        return fitting if len(fitting) == 1 else []

    def _nominal(self, surface: str, start: int) -> list[Entity]:
        """`the US daily`: the one newspaper that the article has named so far."""
        if not surface.startswith("the ") or not _DAILY.search(surface):
            return []
        papers = {each[2].id: each[2] for each in self._mentions
                  if each[0] < start and each[2].type == "ORG" and _PRESS.search(each[2].name)}  # fmt: skip
        return list(papers.values()) if len(papers) == 1 else []
