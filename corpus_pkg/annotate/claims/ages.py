"""Ages: `34-year-old`, `aged 34`, `34 years of age`, and the bare number behind a name (`Marta Nyland, 34,`)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from corpus_pkg.annotate.claims.function_words import BREAKS, MONTHS, PREPOSITIONS, WEEKDAYS
from corpus_pkg.annotate.claims.units import Unit
from corpus_pkg.annotate.claims.word_lists import listed

if TYPE_CHECKING:
    from corpus_pkg.annotate.claims.quantity import Quantity
    from corpus_pkg.annotate.claims.words import Words

_AGED = frozenset({"aged", "age", "ages"})
_SPANS = frozenset({"year", "month", "week", "day"})
_BEHIND = frozenset({",", ";", ".", "of", "from", "who", "and", "was", "is", "said", "told", "has", ")"})
_PEOPLE = listed("children people women men girls boys adults those anyone everyone kids")
_COPULAS = listed("is was turned turns will would")
_CLOSERS = listed("by when in at and with years on this next last")
_NO_NAMES = MONTHS | WEEKDAYS | PREPOSITIONS
_OLDEST = 115
_YOUNGEST = 3


def as_age(words: Words, quantity: Quantity) -> Quantity | None:
    """Read a quantity as an age.

    Args:
        words: The sentence.
        quantity: The quantity.

    Returns:
        The quantity with an age for its unit, or None where it is none.
    """
    unit = quantity.unit
    if unit is not None:
        return _with_old(words, quantity, unit) if unit.name in _SPANS else None
    before = words.at(quantity.first - 1)
    spelled = before == "of" and words.at(quantity.first - 2) in {"age", "ages"}
    between = before in {"between", "from", "over", "under"} and words.at(quantity.first - 2) in _AGED
    grouped = before in {"under", "over"} and words.at(quantity.first - 2) in _PEOPLE
    grouped = grouped and (words.at(quantity.last) in BREAKS or not words.alpha(quantity.last))
    if grouped:
        return replace(quantity, unit=Unit("year", "age", "age"))
    if words.at(quantity.last) == "yo" and words.alpha(quantity.last + 1):
        return replace(quantity, last=quantity.last + 1, unit=Unit("year", "age", "age"))
    if (
        before in _AGED
        or spelled
        or between
        or (words.at(quantity.last), words.at(quantity.last + 1)) == ("years", "old")
    ):
        return replace(quantity, unit=Unit("year", "age", "age"))
    aged = _apposition(words, quantity) or _predicate(words, quantity)
    return replace(quantity, unit=Unit("year", "age", "age")) if aged else None


def _with_old(words: Words, quantity: Quantity, unit: Unit) -> Quantity | None:
    """Take in `old` or `of age` behind a span of time."""
    last = quantity.last
    place = last + 1 if words.hyphen(last) else last
    if words.at(place) in {"old", "olds", "yo"}:
        last = place + 1
    elif words.at(place) == "of" and words.at(place + 1) == "age":
        last = place + 2
    else:
        return None
    return replace(quantity, last=last, unit=Unit(unit.name, "age", "age"), unit_last=last)


def _predicate(words: Words, quantity: Quantity) -> bool:
    """Whether a bare number is what somebody is or turned: `She was 34.`, `He will be 35 by then`."""
    value, last = quantity.value, quantity.last
    if value is None or value.denominator != 1 or not _YOUNGEST <= value <= _OLDEST or quantity.ranged:
        return False
    place = quantity.first - 1
    while words.at(place) in {"only", "just", "now", "about", "nearly", "almost", "be", "already"}:
        place -= 1
    ended = not words.alpha(last) or words.at(last) in _CLOSERS
    if not ended or words.at(last) in {"-", "–", "%", "/", ":"} or (words.glued(last) and words.alpha(last)):
        return False
    return words.at(place) in _COPULAS and words.at(place - 1) in {"he", "she", "who"}


def _apposition(words: Words, quantity: Quantity) -> bool:
    """Whether a plain number stands behind a person's name between commas or in brackets."""
    first, last = quantity.first, quantity.last
    value = quantity.value
    if value is None or not words.form(first).isdecimal() or last - first != 1 or not _YOUNGEST <= value <= _OLDEST:
        return False
    name = words.at(first - 2)
    named = words.capital(first - 2) and words.alpha(first - 2) and name not in _NO_NAMES
    if not named or quantity.ranged:
        return False
    if words.at(first - 1) == "(":
        return words.at(last) == ")"
    return words.at(first - 1) == "," and words.at(last) in _BEHIND - {")"} and not words.digit(last + 1)
