"""Surnames: a bare one is of the person whose full name the text gives."""

from __future__ import annotations

import re

from corpus_pkg.annotate.entities.mentions.draft import Draft, Named
from corpus_pkg.annotate.entities.mentions.spread import mark_occurrences

_LONGEST_INITIALS = 2
_AT_PLACE = re.compile(r"\b(?:[Ii]n|[Nn]ear|[Ff]rom|[Tt]o|[Aa]t|[Oo]utside|[Aa]round|[Ii]nto)[ \n]\Z")
_SUFFIXES = frozenset("Jr Jr. Sr Sr. II III IV".split())


def settle_surnames(draft: Draft) -> None:
    """A surname follows its full name: models take a bare one for a place or a body."""
    surnames = _surnames(draft)
    open_names = {each for each in surnames if draft.gazetteer.type_of(each) is None}
    for each in draft:
        if draft.surface(each) in open_names and not _place(draft, each):
            draft.retype(each, "PERSON")
    # Initials are no surnames, and a place may be meant where a place has the name.
    bare = {each for each in open_names if len(each) > _LONGEST_INITIALS and not draft.gazetteer.get(each, "LOC")}
    mark_occurrences(draft, dict.fromkeys(sorted(bare), ("PERSON", None)))


def _place(draft: Draft, named: Named) -> bool:
    """Whether a surname that is a place's name too means the place here (`Lincoln`, `in Lincoln`)."""
    if named.type != "LOC" or not (named.label == "FAC" or draft.gazetteer.get(draft.surface(named), "LOC")):
        return False
    return bool(_AT_PLACE.search(draft.text, max(0, named.start - 12), named.start))


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
