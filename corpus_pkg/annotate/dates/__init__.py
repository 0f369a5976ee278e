"""Expressions of time in English news: found by patterns, resolved only from a trusted day of publication."""

from __future__ import annotations

from corpus_pkg.annotate.dates.order import locale_order
from corpus_pkg.annotate.dates.tag import find_dates

__all__ = ["find_dates", "locale_order"]
