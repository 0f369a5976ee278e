"""How far a build is: told to whoever shows it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

Phase = Literal["reading", "annotating", "writing"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """Where a build stands.

    Attributes:
        phase: what it is at.
        done: articles of this phase so far.
        total: articles of this phase in all; None where that is not known yet.
        words: words of the articles so far.
        fresh: words that were annotated by this build, and not taken from kept work.
        rejected: how many units became no record so far.
    """

    phase: Phase
    done: int
    total: int | None
    words: int = 0
    fresh: int = 0
    rejected: int = 0


Report = Callable[[Progress], None]
