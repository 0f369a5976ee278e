"""Stretches of text: trimmed of quotation marks, compared, and matched one to one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

Stretch: TypeAlias = tuple[int, int]
"""Start and end in code points, half-open."""

LEAST_SHARE = 0.5
"""Two stretches are the same one when they share at least this part of what they cover together."""

_MARKS = frozenset(" \t\r\n“”\"«»„‟‘’'`,.;:…-–—")


def trimmed(text: str, stretch: Stretch) -> Stretch:
    """The stretch without the marks and white space at its ends: gold sets differ on whether marks belong to it."""
    start, end = stretch
    while start < end and text[start] in _MARKS:
        start += 1
    while end > start and text[end - 1] in _MARKS:
        end -= 1
    return start, end


def overlap(one: Stretch, two: Stretch) -> int:
    """How many code points two stretches share; not positive where they share none."""
    return min(one[1], two[1]) - max(one[0], two[0])


def shared_part(one: Stretch, two: Stretch) -> float:
    """Intersection over union of two stretches, 0 to 1."""
    both = overlap(one, two)
    return both / (max(one[1], two[1]) - min(one[0], two[0])) if both > 0 else 0.0


def matched(gold: Sequence[Stretch], predicted: Sequence[Stretch]) -> list[tuple[int, int]]:
    """Matches stretches one to one, those that share most first.

    Args:
        gold: gold stretches.
        predicted: predicted ones.

    Returns:
        Pairs of indices into both, for stretches that share at least `LEAST_SHARE`.
    """
    candidates = sorted(
        ((shared_part(one, two), i, j) for i, one in enumerate(gold) for j, two in enumerate(predicted)), reverse=True
    )
    taken_gold, taken_predicted = set[int](), set[int]()
    pairs = []
    for share, i, j in candidates:
        if share < LEAST_SHARE:
            break
        if i not in taken_gold and j not in taken_predicted:
            taken_gold.add(i)
            taken_predicted.add(j)
            pairs.append((i, j))
    return pairs
