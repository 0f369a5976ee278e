"""One quantity said in two units: `3 dollars 50 cents`, `five pounds 40`, `6 feet 2 inches`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from corpus_pkg.annotate.units import units

if TYPE_CHECKING:
    from corpus_pkg.annotate.claims.quantity import Quantity
    from corpus_pkg.annotate.claims.words import Words

_LINKS: tuple[list[str], ...] = ([], ["and"], [","])
# How many of the smaller unit make one of the larger; what is less than one of the larger stands behind it.
_PARTS = {
    ("foot", "inch"): 12, ("stone", "pound"): 14, ("pound", "ounce"): 16, ("hour", "minute"): 60,
    ("minute", "second"): 60, ("degree", "minute of arc"): 60, ("year", "month"): 12, ("day", "hour"): 24,
    ("week", "day"): 7, ("metre", "centimetre"): 100, ("kilogram", "gram"): 1000,
}  # fmt: skip
_CENTS = 100
_CENT_DIGITS = 2


def sum_of_units(words: Words, left: Quantity, right: Quantity) -> Quantity | None:
    """Join a quantity and its smaller part into one, in the larger unit; None where they are two.

    Args:
        words: The sentence.
        left: A quantity.
        right: The quantity behind it.
    """
    if left.value is None or right.value is None or left.unit is None or left.per or left.ranged:
        return None
    if right.prefixed or words.lower[left.last : right.first] not in _LINKS:
        return None
    if left.unit.name == "foot" and right.unit is None and words.at(right.last) == "in" and left.last == right.first:
        return sum_of_units(words, left, replace(right, last=right.last + 1, unit=units()["inch"]))  # "5 ft 2 in"
    parts = _cents(words, left, right) if left.unit.kind == "money" else _smaller(words, left, right)
    if parts is None or not 0 < right.value < parts or left.value.denominator != 1:
        return None
    return replace(left, last=right.last, number_last=right.number_last, value=left.value + right.value / parts,
                   unit_last=right.last if left.unit_first > left.number_first else left.unit_last)  # fmt: skip


def _smaller(words: Words, left: Quantity, right: Quantity) -> int | None:
    """How many of the right unit make one of the left; None where they do not stand as one measure."""
    if left.unit is None or right.unit is None or words.lower[left.last : right.first] == [","]:
        return None
    return _PARTS.get((left.unit.name, right.unit.name))


def _cents(words: Words, left: Quantity, right: Quantity) -> int | None:
    """A hundred where the right number gives the cents of the left: named so, or two digits at the end of a phrase."""
    if left.unit is None or words.lower[left.last : right.first] == [","] or left.number.scaled:
        return None
    if right.unit is not None:
        return _CENTS if right.unit.dimension == "currency" and right.unit.name in _SUBUNITS else None
    two = len(words.form(right.number_first)) == _CENT_DIGITS and words.digit(right.number_first)
    ended = not words.alpha(right.last) and not words.digit(right.last)
    return _CENTS if two and ended and left.unit_first > left.number_first else None


_SUBUNITS = frozenset({"cent", "penny", "sen", "kopeck", "paisa"})
