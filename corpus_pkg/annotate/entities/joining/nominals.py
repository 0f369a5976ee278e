"""Nominal mentions of bodies: `the ministry`, `the company`, `the US daily`, where one body alone can be meant."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus_pkg.annotate.entities.joining.descriptions import DAILY, FIRM, KINDS, referents
from corpus_pkg.annotate.entities.mentions.companies import has_legal_form
from corpus_pkg.annotate.entities.mentions.heads import BEHIND
from corpus_pkg.annotate.gazetteer import Gazetteer, countries, demonyms
from corpus_pkg.model.annotations import Entity, Mention

_NOUNS = "|".join(sorted(DAILY | FIRM | KINDS))
_NOUN = re.compile(rf"\b[Tt]he ((?:[A-Z][\w.]*(?: [A-Z]\w*)?) )?({_NOUNS})\b")
# What may follow the noun where it stands for the body itself, and is not half of `the party leader`.
_ALONE = re.compile(
    r"['’]s\b|[.,;:)”\"]|\s*\Z|"
    r"[ \n](?:said|says|has|have|had|is|was|were|will|would|could|may|might|must|did|does|told|"
    r"also|and|or|but|in|on|at|to|for|from|with|by|that|which|who|when|as|after|before|because|since|into|over|under|"
    r"added|reported|announced|plans|expects|wants|hopes|believes|wrote|made|took|began|\w+ed)\b"
)


def add_nominals(text: str, entities: Sequence[Entity], gazetteer: Gazetteer) -> list[Entity]:
    """The entities with the places where a noun stands for one of them.

    Args:
        text: the article's text.
        entities: the article's entities.
        gazetteer: what is known by which name.
    """
    taken = {(each.start, each.end) for entity in entities for each in entity.mentions}
    found: dict[str, list[Mention]] = {}
    for match in _NOUN.finditer(text):
        start, end = match.span(2)
        if not _ALONE.match(text, end) or any(low < end and start < high for low, high in taken):
            continue
        meant = referents(f"the {match[2]}", match.start(), text, entities)
        if meant and _fits(meant[0], match[2], match[1], gazetteer):
            mention = Mention(start=start, end=end, text=match[2], kind="nominal", provenance="rule")
            found.setdefault(meant[0].id, []).append(mention)
    return [_with(each, found[each.id]) if each.id in found else each for each in entities]


def _with(entity: Entity, nominals: list[Mention]) -> Entity:
    return replace(entity, mentions=sorted([*entity.mentions, *nominals], key=lambda each: each.start))


def _fits(entity: Entity, noun: str, country: str | None, gazetteer: Gazetteer) -> bool:
    """Whether a noun, and the country before it, fit what is known of a body."""
    names = [entity.name, *entity.aliases]
    if country is not None:
        told = countries().get(country.strip()) or demonyms().get(country.strip())
        if told is None or told.country != entity.country:
            return False
    if noun not in FIRM:
        return True
    kinds = {entry.kind for name in names if (entry := gazetteer.get(name, "ORG"))}
    if kinds:
        return "company" in kinds
    return any(has_legal_form(name) for name in names) or any(BEHIND.get(name.split()[-1].lower()) == "ORG" and
               name.split()[-1].lower() not in KINDS for name in names)  # fmt: skip
