"""Surnames: a bare one is of the person whose full name the text gives."""

from __future__ import annotations

import re

from corpus_pkg.annotate.entities.mentions.companies import short_names
from corpus_pkg.annotate.entities.mentions.draft import Draft, Named
from corpus_pkg.annotate.entities.mentions.evidence import body_around
from corpus_pkg.annotate.entities.mentions.spread import mark_occurrences
from corpus_pkg.model.vocabulary import EntityType

_LONGEST_INITIALS = 2
_AT_PLACE = re.compile(r"\b(?:[Ff]rom|[Tt]o|[Aa]t|[Aa]round|[Ii]nto)[ \n]\Z")
_IN_PLACE = re.compile(r"\b(?:[Ii]n|[Nn]ear|[Oo]utside)[ \n]\Z")
_POSSESSIVE = re.compile(r" ?[’']s")
_REACH = 12
_SUFFIXES = frozenset("Jr Jr. Sr Sr. II III IV".split())


def settle_surnames(draft: Draft) -> None:
    """A surname follows its full name: models take a bare one for a place or a body."""
    surnames = _surnames(draft)
    # Of a country and its people the name is too strong; a body may share its founder's (`Bloomberg`).
    bare = {each for each in surnames if draft.gazetteer.type_of(each) in (None, "ORG")}
    # Initials are no surnames, and a place may be meant where a place has the name.
    certain = {each for each in bare if len(each) > _LONGEST_INITIALS and not draft.gazetteer.get(each, "LOC")}
    mark_occurrences(draft, dict.fromkeys(sorted(certain), ("PERSON", None)))
    companies = short_names(draft)
    for each in draft:
        name = draft.surface(each)
        if name in bare:
            draft.retype(each, _meant(draft, each, company=name in companies))


def _meant(draft: Draft, named: Named, *, company: bool) -> EntityType:
    """What a surname means that is, or may be, a place's or a company's name too."""
    inside = _IN_PLACE.search(draft.text, max(0, named.start - _REACH), named.start)
    if inside and not _POSSESSIVE.match(draft.text, named.end):
        return "LOC"
    if named.type == "LOC" and draft.gazetteer.get(draft.surface(named), "LOC"):
        return "LOC" if _AT_PLACE.search(draft.text, max(0, named.start - _REACH), named.start) else "PERSON"
    return "ORG" if company and (named.type == "ORG" or body_around(draft, named)) else "PERSON"


def _surnames(draft: Draft) -> set[str]:
    surnames: set[str] = set()
    for each in draft:
        words = [word for word in draft.surface(each).split() if word not in _SUFFIXES]
        if each.type == "PERSON" and len(words) > 1:
            surnames.add(words[-1])
            if words[-2][0].islower() or words[-2] in ("Van", "Von", "De", "Al", "El", "Le", "La"):
                surnames.add(" ".join(words[-2:]))
            if _family_first(draft, words):
                surnames.add(words[0])
    return surnames


def _family_first(draft: Draft, words: list[str]) -> bool:
    """Whether the text itself uses the first word alone where a surname stands (Guo said)."""
    if len(words[0]) > len(words[-1]) or draft.gazetteer.type_of(words[0]):
        return False
    pattern = rf"(?<![\w’'-]){re.escape(words[0])} (?:said|told|added)\b"
    return re.search(pattern, draft.text) is not None
