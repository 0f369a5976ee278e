"""What became of one damage, done many times."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tally:
    """What became of one damage.

    Attributes:
        name: the damage.
        code: the rule that it breaks.
        done: how often it was done; 0 where there is nothing to damage.
        caught: how often it was found, with its code, at its place.
        missed: what was found instead, the first few times.
    """

    name: str
    code: str
    done: int
    caught: int
    missed: list[str]
