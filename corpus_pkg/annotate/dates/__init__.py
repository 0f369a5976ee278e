"""Expressions of time: found by patterns, resolved only from a trusted day of publication."""

from corpus_pkg.annotate.dates.tag import find_dates

__all__ = ["find_dates"]
