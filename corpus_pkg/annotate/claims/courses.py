"""A change that runs from one number to another with words between: `from $75 a barrel in October to $46`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from corpus_pkg.annotate.claims.changes import Stated, read_change
from corpus_pkg.annotate.claims.word_lists import listed

if TYPE_CHECKING:
    from corpus_pkg.annotate.claims.quantity import Quantity
    from corpus_pkg.annotate.claims.words import Words

_FARTHEST = 14
_UP_FROM = 3
_UPWARDS = frozenset({"up", "higher", "rising", "increasing"})
_WAYS = _UPWARDS | {"down", "lower", "falling", "decreasing"}
_BREAKS = frozenset({";", ":", "and", "but", "while", "from", "?", "!"})
# What spreads from one end to the other, and does not change.
_SPREADS = listed("range ranges ranged ranging vary varies varied varying anywhere everything prices")


def read_courses(words: Words, quantities: list[Quantity]) -> tuple[list[Quantity], dict[int, Stated]]:
    """Find the pairs of quantities that are the start and the end of one change.

    Args:
        words: The sentence.
        quantities: Its quantities, in order.

    Returns:
        The quantities, the end having the unit that only its start says, and the changes by index.
    """
    found = list(quantities)
    changes: dict[int, Stated] = {}
    for index, left in enumerate(found):
        end = _end(words, found, index)
        if end is None:
            continue
        right = found[end]
        if right.unit is None:
            right = found[end] = replace(right, unit=left.unit, per=left.per)
        stated = read_change(words, left, left.first, left.last)
        compared = Stated("up" if (right.value or 0) > (left.value or 0) else "down")
        stated = stated if stated.kind == "from" else compared
        changes[index] = replace(stated, kind="from")
        changes[end] = replace(stated, kind="to")
    for index in range(len(found) - 1):
        _step(words, found, index, changes)
    return found, changes


def _step(words: Words, found: list[Quantity], index: int, changes: dict[int, Stated]) -> None:
    """Read `by 25 basis points to 4.75 percent` and `424 ppm, up from 421 ppm`: what one tells of the other."""
    left, right = found[index], found[index + 1]
    between = words.lower[left.last : right.first]
    if between == ["to"] and index not in changes and index + 1 not in changes:
        stated = read_change(words, left, left.first, left.last)
        if stated.kind == "by" and right.unit is not None:
            changes[index + 1] = replace(stated, kind="to")
    elif len(between) >= _UP_FROM and between[-1] == "from" and between[-2] in _WAYS and between[-3] in {",", "("}:
        if right.unit is None and left.unit is not None:
            found[index + 1] = replace(right, unit=left.unit, per=left.per)
        stated = Stated("up" if between[-2] in _UPWARDS else "down", None, right.first - 2)
        changes.setdefault(index, replace(stated, kind="to"))
        changes[index + 1] = replace(stated, kind="from")


def _end(words: Words, quantities: list[Quantity], index: int) -> int | None:
    """The quantity that ends the change which one starts; what lies between may be a year."""
    for end in range(index + 1, min(index + 3, len(quantities))):
        if _runs(words, quantities[index], quantities[end]):
            return end
        if quantities[end].unit is not None:
            return None
    return None


def _runs(words: Words, left: Quantity, right: Quantity) -> bool:
    """Whether `from` stands before the left number, `to` before the right, and both are of one kind."""
    if words.at(left.first - 1) != "from" or words.at(right.first - 1) != "to" or left.value is None:
        return False
    if right.value is None or left.value == right.value or left.unit is None:
        return False
    if right.unit is not None and right.unit.name != left.unit.name:
        return False
    spread = any(word in _SPREADS for word in words.lower[max(0, left.first - 3) : left.first - 1])
    between = words.lower[left.last : right.first - 1]
    if right.unit is None and words.alpha(right.last) and not words.capital(right.last) and _counts(words, right.last):
        return False
    return not spread and len(between) <= _FARTHEST and not _BREAKS.intersection(between)


def _counts(words: Words, index: int) -> bool:
    """Whether the word behind a number is what it counts."""
    return words.at(index) not in _BEHIND


_BEHIND = listed("in for by on at this last next as after before when while and but with from")
