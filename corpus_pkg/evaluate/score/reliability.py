"""Whether records are right as often as their confidence says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus_pkg.evaluate.outcome import Bin
from corpus_pkg.evaluate.score.rates import percent

_EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0)


@dataclass(frozen=True, slots=True)
class Judged:
    """A record's confidence, 0 to 1, and whether the record is right."""

    confidence: float
    right: bool


def reliability(records: Sequence[Judged]) -> list[Bin]:
    """The records of a set by their confidence.

    Args:
        records: in any order.

    Returns:
        One bin a range of confidence, from the lowest on; empty ones too.
    """
    bins = []
    for low, high in pairwise(_EDGES):
        inside = [each for each in records if low <= each.confidence and (each.confidence < high or high == _EDGES[-1])]
        mean = round(sum(each.confidence for each in inside) / len(inside), 3) if inside else None
        bins.append(Bin(low, high, len(inside), mean, percent(sum(each.right for each in inside), len(inside))))
    return bins
