"""Who states a number, in which quotation, and when it holds."""

from __future__ import annotations

from corpus_pkg.annotate.stating.state import Context, state_claims

__all__ = ["Context", "state_claims"]
