"""The figures as a table for people and as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from corpus_pkg.evaluate.outcome import Bin, Figure, Outcome


def as_text(outcomes: Mapping[str, Outcome], peers: Mapping[str, Mapping[str, Outcome | None]]) -> str:
    """One table of all sets, then one of the reliability of each set's records where they state a confidence.

    A row has words a CPU second, then figures by name; a dash is what the set's gold does not have.

    Args:
        outcomes: ours, by set.
        peers: those of peers, by set and peer, None for a peer that is not installed; empty where none were asked for.
    """
    rows = [["set", "words/s", "figures"]]
    for name, outcome in outcomes.items():
        rows.append(_row(name, outcome))
        rows += [_row(f"{name} by {peer}", other) for peer, other in peers.get(name, {}).items()]
    bins = {name: each.reliability for name, each in outcomes.items() if each.reliability is not None}
    notes = [f"{name}: {note}" for name, outcome in outcomes.items() for note in outcome.notes]
    return "\n\n".join(
        [
            _aligned(rows),
            *(["\n".join(notes)] if notes else []),
            *(_reliability(name, each) for name, each in bins.items()),
        ]
    )


def _reliability(name: str, bins: Sequence[Bin]) -> str:
    """How often the records of a set are right, by their confidence."""
    rows = [
        [f"{each.low:.2f} to {each.high:.2f}", str(each.records), _number(each.confidence, 3), _number(each.right, 1)]
        for each in bins
    ]
    return f"{name}: records by confidence\n" + _aligned([["confidence", "records", "mean", "right"], *rows])


def as_json(outcomes: Mapping[str, Outcome], peers: Mapping[str, Mapping[str, Outcome | None]]) -> str:
    """The figures by set; those of peers stand beside ours, null where a peer is not installed.

    Args:
        outcomes: ours, by set.
        peers: those of peers, by set and peer; empty where none were asked for.
    """
    value: dict[str, Any] = {name: outcome.as_json() for name, outcome in outcomes.items()}
    for name, others in peers.items():
        value[name]["peers"] = {peer: outcome.as_json() if outcome else None for peer, outcome in others.items()}
    return json.dumps(value, indent=1, ensure_ascii=False)


def _row(name: str, outcome: Outcome | None) -> list[str]:
    if outcome is None:
        return [name, "-", "not installed"]
    return [name, _number(outcome.words_per_second, 0), *_figures(outcome.figures)]


def _figures(figures: Mapping[str, Figure]) -> list[str]:
    return [f"{name.removesuffix('_f1')} {_number(value, 1)}" for name, value in figures.items()]


def _number(value: Figure, decimals: int) -> str:
    if value is None:
        return "-"
    return f"{value:,}" if isinstance(value, int) else f"{value:,.{decimals}f}"


def _aligned(rows: Sequence[Sequence[str]]) -> str:
    """Columns as wide as their widest cell; the last of a row is not padded."""
    columns = max(len(row) for row in rows)
    widths = [max((len(row[column]) for row in rows if column < len(row)), default=0) for column in range(columns)]
    lines = ("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=False)).rstrip() for row in rows)
    return "\n".join(lines)
