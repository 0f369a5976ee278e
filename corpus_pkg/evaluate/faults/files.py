"""Damages of files: of a dataset's shards, manifest and card, of records, of a contribution."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Literal

Ground = Literal["dataset", "records", "contribution"]


@dataclass(frozen=True, slots=True)
class FileSpot:
    """Where a damage was done.

    Attributes:
        file: how the finding's file ends.
        line: the line; None where it does not matter.
    """

    file: str
    line: int | None = None


@dataclass(frozen=True, slots=True)
class FileDamage:
    """One way to damage files.

    Attributes:
        name: its name.
        code: the rule that it breaks.
        ground: what it damages: a dataset directory, a file of records, a contribution.
        apply: damages the folder, and says where.
        along: what it cannot but break besides.
    """

    name: str
    code: str
    ground: Ground
    apply: Callable[[Path, Random], FileSpot]
    along: frozenset[str]


FILE_DAMAGES: list[FileDamage] = []
"""All damages of files, in the order of their modules."""


def damages(
    ground: Ground, code: str, name: str, along: str = ""
) -> Callable[[Callable[[Path, Random], FileSpot]], Callable[[Path, Random], FileSpot]]:
    """Registers a function as a damage of files."""

    def register(apply: Callable[[Path, Random], FileSpot]) -> Callable[[Path, Random], FileSpot]:
        FILE_DAMAGES.append(FileDamage(name, code, ground, apply, frozenset(along.split())))
        return apply

    return register
