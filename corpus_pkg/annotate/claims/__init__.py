"""Numeric claims of English news, found by patterns: how much of what, with bound, change and base."""

from __future__ import annotations

from corpus_pkg.annotate.claims.extract import find_claims
from corpus_pkg.annotate.claims.spans import ClaimSpan
from corpus_pkg.annotate.claims.syntax import refine, wants_parse
from corpus_pkg.annotate.claims.when import times_without_claims

__all__ = ["ClaimSpan", "find_claims", "refine", "times_without_claims", "wants_parse"]
