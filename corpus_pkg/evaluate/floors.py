"""Floors: the figures that must not fall again, in a JSON file, by set and measure.

Only figures are pinned, cut to one decimal; speed and reliability are not. The file is also the list of the sets that
are pinned: those whose texts may be published.
"""

from __future__ import annotations

import json
import math
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import TypeAlias

from corpus_pkg.errors import UsageError
from corpus_pkg.evaluate.outcome import Figure, Outcome

Floors: TypeAlias = dict[str, dict[str, float]]
"""Least figures by set and measure."""

_SHAPE = 'Floors look like {"quotes/NAME": {"stretch_f1": 91.2}}; `--pin` writes them.'


def read_floors(path: Path) -> Floors:
    """The floors of a file.

    Raises:
        UsageError: there is no such file, or it holds something else.
    """
    try:
        value = json.loads(path.read_bytes())
    except OSError as error:
        raise UsageError(str(path), f"cannot be read: {error.strerror}", "Name a file that `--pin` wrote.") from error
    except ValueError as error:
        raise UsageError(str(path), f"is not JSON: {error}", _SHAPE) from error
    if not isinstance(value, dict) or not all(isinstance(each, dict) for each in value.values()):
        raise UsageError(str(path), "is not an object of objects", _SHAPE)
    for name, figures in value.items():
        for measure, floor in figures.items():
            if isinstance(floor, bool) or not isinstance(floor, int | float):
                raise UsageError(str(path), f"the floor {name} {measure} is no number", _SHAPE)
    return value


def refuse_unmeasured(path: Path, floors: Floors, measured: Collection[str]) -> None:
    """Refuses floors of sets that are not there: they would hold nothing.

    Raises:
        UsageError: a set that has floors is not among those measured.
    """
    absent = sorted(set(floors) - set(measured))
    if absent:
        raise UsageError(str(path), f"its sets are not in the gold folder: {', '.join(absent)}",
                         "Give a folder that holds them, or name with --sets those to compare.")  # fmt: skip


def below(outcomes: Mapping[str, Outcome], floors: Floors) -> list[str]:
    """What is below its floor, in words; a figure that a set no longer has is below.

    Args:
        outcomes: the figures reached, by set.
        floors: the floors of the same sets; those of other sets are passed over.
    """
    return [
        f"{name} {measure}: {_shown(outcomes[name].figures.get(measure))} is below its floor {floor}"
        for name, least in floors.items()
        if name in outcomes
        for measure, floor in least.items()
        if _short(outcomes[name].figures.get(measure), floor)
    ]


def pin(path: Path, outcomes: Mapping[str, Outcome], *, extend: bool, lower: bool) -> None:
    """Writes the figures reached as floors; the floors of sets that were not run stay as they are.

    Args:
        path: the file; if there is none, it is made and all sets are pinned.
        outcomes: the figures reached, by set.
        extend: whether sets that a present file does not name are pinned too.
        lower: whether floors may be lowered.

    Raises:
        UsageError: a floor would be lowered and may not be, or the file cannot be read or written.
    """
    former = read_floors(path) if path.exists() else {}
    extend = extend or not path.exists()
    falling = below(outcomes, former)
    if falling and not lower:
        raise UsageError(str(path), f"floors would be lowered: {'; '.join(falling)}", "Give --lower if that is meant.")
    reached = {name: _floors(outcome) for name, outcome in outcomes.items() if extend or name in former}
    try:
        path.write_text(json.dumps(dict(sorted({**former, **reached}.items())), indent=1) + "\n", "utf-8")
    except OSError as error:
        raise UsageError(
            str(path), f"cannot be written: {error.strerror}", "Name a file in a folder of yours."
        ) from error


def _floors(outcome: Outcome) -> dict[str, float]:
    return {measure: _cut(figure) for measure, figure in outcome.figures.items() if figure is not None}


def _cut(figure: float) -> float:
    """The figure cut to one decimal; a count stays whole."""
    # The figures have two decimals: rounding first undoes what ten times a binary fraction adds or loses.
    return figure if isinstance(figure, int) else math.floor(round(figure * 10, 6)) / 10


def _short(figure: Figure, floor: float) -> bool:
    return figure is None or figure < floor


def _shown(figure: Figure) -> str:
    return "no figure" if figure is None else str(figure)
