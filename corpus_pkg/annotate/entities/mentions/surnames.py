"""Surnames: a bare one is of the person whose full name the text gives."""

from __future__ import annotations

import re

from corpus_pkg.annotate.entities.mentions.companies import short_names
from corpus_pkg.annotate.entities.mentions.draft import Draft, Named
from corpus_pkg.annotate.entities.mentions.evidence import body_around
from corpus_pkg.annotate.entities.mentions.spread import mark_occurrences
from corpus_pkg.model.vocabulary import EntityType

_LONGEST_INITIALS = 2
# "In May", "since April": Theresa May is not meant.
_MONTHS = frozenset("January February March April May June July August September October November December".split())
_DATED = re.compile(r"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Ll]ast|[Nn]ext|[Ee]arly|[Ll]ate|[Tt]his|of|mid|\d)[ \n-]\Z")
_AT_PLACE = re.compile(r"\b(?:[Ff]rom|[Tt]o|[Aa]t|[Aa]round|[Ii]nto)[ \n]\Z")
_IN_PLACE = re.compile(r"\b(?:[Ii]n|[Nn]ear|[Oo]utside)[ \n]\Z")
_POSSESSIVE = re.compile(r" ?[’']s")
_REACH = 12
_SPEAKS = re.compile(r"(?<![\w’'-])([A-Z][\w’'-]*+) (?:said|told|added)\b")
_PARTICLES = frozenset("Van Von De Al El Le La".split())
_FULL = 2
_SUFFIXES = frozenset("Jr Jr. Sr Sr. II III IV".split())


def settle_surnames(draft: Draft) -> None:
    """A surname follows its full name: models take a bare one for a place or a body."""
    surnames = _surnames(draft)
    # Of a country and its people the name is too strong; a body may share its founder's (`Bloomberg`).
    bare = {each for each in surnames if draft.gazetteer.type_of(each) in (None, "ORG")}
    # Initials are no surnames, and a place may be meant where a place has the name.
    certain = {each for each in bare if len(each) > _LONGEST_INITIALS and not draft.gazetteer.get(each, "LOC")}
    certain -= _MONTHS
    mark_occurrences(draft, dict.fromkeys(sorted(certain), ("PERSON", None)))
    companies = short_names(draft)
    for each in draft:
        name = draft.surface(each)
        if name in _MONTHS and _DATED.search(draft.text, max(0, each.start - _REACH), each.start):
            draft.drop(each)
        elif name in bare:
            draft.retype(each, _meant(draft, each, surnames[name], companies.get(name)))


def _meant(draft: Draft, named: Named, person: int, company: int | None) -> EntityType:
    """What a surname means that is, or may be, a place's or a company's name too.

    Args:
        draft: the mentions so far.
        named: the surname alone.
        person: where the person is first named in full.
        company: where a company of that name first is; None where there is none.
    """
    inside = _IN_PLACE.search(draft.text, max(0, named.start - _REACH), named.start)
    if inside and not _POSSESSIVE.match(draft.text, named.end):
        return "LOC"
    if named.type == "LOC" and draft.gazetteer.get(draft.surface(named), "LOC"):
        return "LOC" if _AT_PLACE.search(draft.text, max(0, named.start - _REACH), named.start) else "PERSON"
    if company is None:
        return "PERSON"
    # Whoever alone has been named in full is meant; of two, what the model or the words around say.
    if (company < named.start) != (person < named.start):
        return "ORG" if company < named.start else "PERSON"
    return "ORG" if named.type == "ORG" or body_around(draft, named) else "PERSON"


def _with_particles(words: list[str]) -> list[str]:
    """A surname with the particles before it, as inside a sentence and as at its beginning: `Von der Leyen`."""
    first = len(words) - 1
    while first > 1 and (words[first - 1][0].islower() or words[first - 1] in _PARTICLES):
        first -= 1
    surname = " ".join(words[first:])
    return [surname, surname[0].upper() + surname[1:]] if first < len(words) - 1 else []


def _surnames(draft: Draft) -> dict[str, int]:
    """The surnames of the persons that a text names in full, each with where it first does so."""
    speaking = set(_SPEAKS.findall(draft.text))
    surnames: dict[str, int] = {}
    for surface, group in draft.by_surface().items():
        words = [word for word in surface.split() if word not in _SUFFIXES]
        if len(words) < _FULL or all(each.type != "PERSON" for each in group):
            continue
        forms = [words[-1], *_with_particles(words)]
        # A family name that comes first stands alone where it speaks: "Guo said".
        first = words[0]
        if len(first) <= len(words[-1]) and first in speaking and draft.gazetteer.type_of(first) is None:
            forms.append(first)
        for form in forms:
            surnames[form] = min(group[0].start, surnames.get(form, group[0].start))
    return surnames
