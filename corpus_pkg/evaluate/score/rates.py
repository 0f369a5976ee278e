"""Rates of a hundred, rounded to two decimals: what is printed is what is pinned and compared."""

from __future__ import annotations


def f1(right: int, predicted: int, gold: int) -> float | None:
    """The harmonic mean of precision and recall.

    Args:
        right: how many are right.
        predicted: how many a system gave.
        gold: how many there are.

    Returns:
        0 to 100; None where there is neither gold nor prediction.
    """
    if not predicted and not gold:
        return None
    precision = right / predicted if predicted else 0.0
    recall = right / gold if gold else 0.0
    return harmonic(precision, recall)


def harmonic(precision: float, recall: float) -> float:
    """The harmonic mean of two parts of one, of a hundred."""
    return round(200 * precision * recall / (precision + recall), 2) if precision + recall else 0.0


def percent(part: int, whole: int) -> float | None:
    """How many of a hundred; None of nothing."""
    return round(100 * part / whole, 2) if whole else None
