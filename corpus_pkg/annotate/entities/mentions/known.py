"""What the gazetteer knows of the names in a text."""

from __future__ import annotations

import re

from corpus_pkg.annotate.entities.given_names import GIVEN_NAMES
from corpus_pkg.annotate.entities.mentions.draft import Draft, Named
from corpus_pkg.annotate.entities.mentions.ordinary import is_ticker
from corpus_pkg.annotate.entities.names import fold, slug, strip_titles
from corpus_pkg.annotate.gazetteer import Entry
from corpus_pkg.model.vocabulary import EntityType

# Names of countries that are also names of persons, states or things: only the model may say which.
_AMBIGUOUS = frozenset(
    "Georgia Jordan Chad Turkey Guinea Niger Mali Israel China Cuba Grenada Dominica Holland Kenya".split()
)
_LONGER = re.compile(r"[ \n][A-Z]")
# `Institute of Castleton`: part of a longer name.
_PART = re.compile(r"[A-Z]\w+ of (?:the )?\Z")
_REACH = 30
_NOT_PERSON = frozenset("Jordan Chad Georgia Israel Kenya China Holland".split())
_SCHEME = {"PERSON": "person", "ORG": "org", "LOC": "place", "MISC": "misc"}


def key_of(entry: Entry) -> str:
    """The key of what a gazetteer knows."""
    if entry.kind == "country":
        return f"country:{entry.country}"
    return f"people:{entry.country}" if entry.kind == "people" else f"{_SCHEME[entry.type]}:{slug(entry.name)}"


def add_known(draft: Draft) -> None:
    """Marks names that always mean one thing where nothing has marked them."""
    for start, end in draft.gazetteer.occurrences(draft.text):
        name = draft.text[start:end]
        kind = draft.gazetteer.type_of(name) or _place(draft, name, start, end)
        if kind is None or name in _AMBIGUOUS or is_ticker(draft, start, end):
            continue
        if name.isupper() and _in_capitals(draft.text, start):
            continue
        first = strip_titles(draft.text, start, end) if kind == "PERSON" else start
        if _open(draft, first, end, kind):
            draft.put(Named(first, end, kind, None, "gazetteer"))


def _open(draft: Draft, start: int, end: int, kind: EntityType) -> bool:
    """Whether nothing stands there yet, or parts of the name alone: a model may see two in Washington, D.C."""
    met = draft.meeting(start, end)
    if not met:
        return True
    parts = all(start <= each.start and each.end <= end for each in met)
    alike = kind != "PERSON" or all(each.type == "PERSON" for each in met)
    return alike and parts and draft.at(start, end) is None


def _place(draft: Draft, name: str, start: int, end: int) -> EntityType | None:
    """`LOC` for a place whose name nobody bears, and which is no ordinary word."""
    if [each.type for each in draft.gazetteer.all(name)] != ["LOC"] or fold(name) in GIVEN_NAMES:
        return None
    if " " not in name and (draft.opens_sentence(start) or name.lower() in draft.lower_words):
        return None
    longer = _LONGER.match(draft.text, end) or _PART.search(draft.text, max(0, start - _REACH), start)
    return None if longer else "LOC"


def settle_known(draft: Draft) -> None:
    """What always means one thing has its type."""
    for each in draft:
        name = draft.surface(each)
        known = draft.gazetteer.type_of(name)
        if known and not (each.type == "PERSON" and name in _NOT_PERSON):
            draft.retype(each, known, "gazetteer")


def _in_capitals(text: str, start: int) -> bool:
    """Whether the line is all capitals, where an acronym is any word."""
    line = text[text.rfind("\n", 0, start) + 1 :][:200].partition("\n")[0]
    return line.isupper()
