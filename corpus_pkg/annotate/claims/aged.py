"""Whose age a number is: `a 34-year-old teacher`, `Marta Nyland, 34`, `children aged 6 to 11`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus_pkg.annotate.claims.function_words import BREAKS, PRONOUNS
from corpus_pkg.annotate.claims.nouns import phrase_end

if TYPE_CHECKING:
    from corpus_pkg.annotate.claims.words import Words

_AGED = frozenset({"aged", "age", "ages"})
_LONGEST = 5


def read_aged(words: Words, first: int, last: int) -> str | None:
    """The noun phrase or name of who is so old; None where the words around the age name nobody.

    Args:
        words: The sentence.
        first: First token of the age, its bound included.
        last: The token behind it.
    """
    if words.alpha(last) and words.at(last) not in BREAKS and words.at(last - 1) in {"old", "yo"}:
        end = phrase_end(words, last, _LONGEST)
        return words.surface(last, end) if end > last else None
    place = first - 1
    while words.at(place) in _AGED or words.at(place) in {
        "between",
        "from",
        "over",
        "under",
        ",",
        "(",
        "who",
        "is",
        "was",
    }:
        place -= 1
    if place == first - 1 or not words.alpha(place) or words.at(place) in PRONOUNS:
        return None
    begin = place
    if words.capital(place):
        while begin > 0 and words.capital(begin - 1) and words.alpha(begin - 1) and place - begin < _LONGEST:
            begin -= 1
    return words.surface(begin, place + 1) if words.capital(begin) or words.at(begin) not in BREAKS else None
