"""Which pronoun a person takes, as far as the text or the given name tells: evidence to rule a speaker out.

A given name is evidence, not proof: names that both women and men bear in numbers are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from corpus_pkg.annotate.entities.given_names import MEN, WOMEN
from corpus_pkg.annotate.entities.names import fold

Pronoun = Literal["he", "she"]
_BY_NAME: dict[str, Pronoun] = {**dict.fromkeys(MEN, "he"), **dict.fromkeys(WOMEN, "she")}
_MAN = re.compile(
    r"\b(?:Mr|Sir|Lord|King|Prince|chairman|spokesman|congressman|businessman|father|brother|son|husband)\b"
)
_WOMAN = re.compile(
    r"\b(?:Mrs|Ms|Miss|Dame|Lady|Queen|Princess|Baroness|chairwoman|spokeswoman|congresswoman|businesswoman|mother|"
    r"sister|daughter|wife|actress|seamstress)\b"
)


def pronoun_of(names: Iterable[str], surroundings: Iterable[str]) -> Pronoun | None:
    """The pronoun that a person takes; None where nothing tells, or the evidence disagrees.

    Args:
        names: the forms of the person's name, the fullest of which may open with a given name.
        surroundings: titles, roles and the words just before a mention.
    """
    words = list(surroundings)
    found: set[Pronoun] = set()
    if any(_MAN.search(each) for each in words):
        found.add("he")
    if any(_WOMAN.search(each) for each in words):
        found.add("she")
    if not found:
        given = (fold(name.split()[0]) for name in names if len(name.split()) > 1)
        found = {_BY_NAME[each] for each in given if each in _BY_NAME}
    return found.pop() if len(found) == 1 else None
