"""What was judged: counted on the way, for the report."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field


@dataclass(slots=True)
class Steps:
    """What a run looked at.

    Attributes:
        counts: how many files, articles, records, corrections.
        declared: the oldest schema version that the data declares; None where nothing does.
    """

    counts: Counter[str] = field(default_factory=Counter)
    declared: str | None = None

    def count(self, what: str, number: int = 1) -> None:
        """Counts what was looked at."""
        self.counts[what] += number

    def version(self, declared: str) -> None:
        """Takes the version that data declares."""
        parts = [tuple(map(int, each.split("."))) for each in (declared, self.declared or declared)]
        self.declared = declared if parts[0] <= parts[1] else self.declared
