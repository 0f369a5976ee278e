"""Whom a description (`the minister`, `the US daily`, `the company`) refers to: one entity, or nobody."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from corpus_pkg.annotate.entities.roles import HEADS
from corpus_pkg.model.annotations import Entity

_PRESS = re.compile(
    r"\b(?:Journal|Times|Post|Guardian|Herald|Tribune|Telegraph|News|Gazette|Courier|Daily|Globe|Mail|"
    r"Monde|Spiegel|Observer|Standard|Chronicle|Star|Mirror|Independent|Echo|Examiner|Dispatch)\b"
)
DAILY = frozenset("newspaper daily paper tabloid weekly magazine broadsheet outlet".split())
"""Nouns for newspapers and the like."""
FIRM = frozenset("company firm group airline carrier automaker manufacturer retailer operator producer".split())
"""Nouns for companies."""
KINDS = frozenset(
    "ministry bank union university agency party club court council commission committee association federation "
    "institute foundation museum hospital school police army navy parliament senate department bureau authority "
    "organisation organization campaign team office".split()
)
"""Nouns that bodies have in their names."""
_FULL = {"sen": "senator", "gov": "governor", "rep": "representative", "gen": "general", "prof": "professor",
         "congressman": "representative", "congresswoman": "representative", "spokesperson": "spokesman",
         "spokeswoman": "spokesman", "chairwoman": "chairman", "chairperson": "chairman"}  # fmt: skip
_APPOSITION = re.compile(r",? \(?(?:the |a |an |its |their |[A-Z][\w.]*[’']s )?([\w’'-]+(?: [\w’'-]+){0,6})")
_MOST_ROLE = 90


def referents(surface: str, start: int, text: str, entities: Sequence[Entity]) -> list[Entity]:
    """The one entity named before a description that it fits; nothing where none fits, or more than one.

    Args:
        surface: the description, in lower case.
        start: where it stands.
        text: the article's text.
        entities: the article's entities.
    """
    words = surface.split()
    if len(words) < 2 or words[0] != "the":  # noqa: PLR2004  an article and a noun
        return []
    head = words[-1]
    named = [each for each in entities if each.mentions and each.mentions[0].start < start]
    if head in DAILY:
        return _only(each for each in named if each.type == "ORG" and _PRESS.search(each.name))
    if head in FIRM:
        return _only(each for each in named if each.type == "ORG" and not _PRESS.search(each.name))
    if head in KINDS:
        return _only(each for each in named if each.type == "ORG" and head in each.name.lower().split())
    if head in HEADS:
        head = _FULL.get(head, head)
        return _only(each for each in named if each.type == "PERSON" and head in roles_of(each, text, start))
    return []


def roles_of(entity: Entity, text: str, limit: int) -> set[str]:
    """The nouns of a person's titles and functions that stand beside the name, in lower case.

    Args:
        entity: the person.
        text: the article's text.
        limit: only what stands before it.
    """
    words = {_FULL.get(word.rstrip("."), word) for role in entity.roles for word in role.lower().split()}
    for mention in entity.mentions:
        behind = _APPOSITION.match(text, mention.end, min(limit, mention.end + _MOST_ROLE))
        if behind and text[mention.end : mention.end + 1] == ",":
            words.update(_FULL.get(word, word) for word in behind[1].lower().split())
    return words & HEADS


def _only(fitting: Iterable[Entity]) -> list[Entity]:
    found = {each.id: each for each in fitting}
    return list(found.values()) if len(found) == 1 else []
