"""Acronyms in brackets behind the name that they stand for: `Harbour Workers Union (HWU)`."""

from __future__ import annotations

import re

from corpus_pkg.annotate.entities.mentions.draft import Draft, Named
from corpus_pkg.annotate.entities.mentions.heads import head_type
from corpus_pkg.annotate.entities.mentions.spread import mark_occurrences
from corpus_pkg.model.vocabulary import EntityType

_BRACKET = re.compile(r"[ \n]\([\"“'‘]?([A-Z][A-Za-z&.-]*[A-Z])[\"”'’]?\)")
_WORD = re.compile(r"[^\W\d_][\w’'&.-]*")
_SMALL = frozenset("of the and for in on to de la du des und et y & at".split())
_REACH = 120
_MOST_LETTERS = 8


def initials_match(words: list[str], acronym: str) -> bool:
    """Whether an acronym's letters are the initials of a name's words; small words may count or not."""
    letters = [each for each in acronym.upper() if each.isalpha()]
    big = [word[0].upper() for word in words if word.lower() not in _SMALL]
    every = [word[0].upper() for word in words]
    return letters in (big, every) or _syllables(words, "".join(letters))


def _syllables(words: list[str], letters: str) -> bool:
    """Whether the acronym also takes letters from inside words: `Interpol`-like, first letters in order, all used."""
    big = [word.upper() for word in words if word.lower() not in _SMALL]
    if not big or len(letters) <= len(big) or any(not word for word in big):
        return False
    position = 0
    for word in big:
        if position >= len(letters) or letters[position] != word[0]:
            return False
        position += 1
        inside = 1
        while (
            position < len(letters)
            and (found := word.find(letters[position], inside)) >= 0
            and _spare(letters, position, big, word)
        ):
            position, inside = position + 1, found + 1
    return position == len(letters)


def _spare(letters: str, position: int, big: list[str], word: str) -> bool:
    """Whether enough letters are left for the words that follow."""
    return len(letters) - position > len(big) - 1 - big.index(word)


def add_acronyms(draft: Draft) -> None:
    """Marks acronyms in brackets as bodies, with the names before them where nothing has marked these."""
    defined: dict[str, tuple[EntityType, str | None]] = {}
    for match in _BRACKET.finditer(draft.text):
        acronym = match[1]
        if not 1 < len(acronym) <= _MOST_LETTERS or draft.gazetteer.type_of(acronym) not in (None, "ORG"):
            continue
        full = _full_name(draft.text, match.start(), acronym)
        if full is None:
            continue
        met = draft.meeting(*full)
        named = draft.at(match.start(1), match.end(1))
        told = head_type([word.lower() for word in draft.text[full[0] : full[1]].split()])
        labels = {each.type for each in (*met, *([named] if named else []))} - {"PERSON"}
        kind = told or ("ORG" if "ORG" in labels else next(iter(sorted(labels)), None))
        if kind is None or kind == "MISC":
            continue
        if not (len(met) == 1 and (met[0].start, met[0].end) == full):
            draft.put(Named(*full, kind, met[0].label if met else None, "rule"))
        else:
            draft.retype(met[0], kind)
        draft.put(Named(match.start(1), match.end(1), kind, None, "rule"))
        defined.setdefault(acronym, (kind, None))
    mark_occurrences(draft, defined)


def defined_acronyms(text: str) -> dict[str, str]:
    """What a text's acronyms in brackets stand for, by acronym."""
    found: dict[str, str] = {}
    for match in _BRACKET.finditer(text):
        full = _full_name(text, match.start(), match[1])
        if full is not None:
            found.setdefault(match[1], " ".join(text[full[0] : full[1]].split()))
    return found


def _full_name(text: str, end: int, acronym: str) -> tuple[int, int] | None:
    """The capitalised words that end at a place and have the acronym's initials."""
    words = list(_WORD.finditer(text, max(0, end - _REACH), end))
    if not words or words[-1].end() != end:
        return None
    for first in range(len(words) - 1, max(-1, len(words) - 2 * len(acronym) - 1), -1):
        if not words[first][0][0].isupper():
            if words[first][0].lower() not in _SMALL:
                return None
            continue
        name = [each[0] for each in words[first:]]
        # The place that a body is of need not count: the Water Board of Norwood (WB).
        if initials_match(name, acronym) or ("of" in name and initials_match(name[: name.index("of")], acronym)):
            return words[first].start(), end
    return None
