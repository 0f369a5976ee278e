"""Two workers beside one, and a Dask cluster of two beside our own pool: whole conversions, in turn."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from corpus_pkg.evaluate.conversions import Spread, convert, spread
from corpus_pkg.evaluate.generated import write


@dataclass(frozen=True, slots=True)
class Scaling:
    """What was measured.

    Attributes:
        articles: how many were converted.
        one: seconds with one worker.
        two: seconds with two.
        dask: seconds with two of a local Dask cluster; None where it is not installed.
        gain: one by two, round by round.
        beside: Dask by two, round by round.
    """

    articles: int
    one: Spread
    two: Spread
    dask: Spread | None
    gain: Spread
    beside: Spread | None


def measure(articles: int, rounds: int, ner: str, progress: Callable[[str], None], *, dask: bool) -> Scaling:
    """Converts the same articles in each way, in turn.

    Args:
        articles: how many.
        rounds: how often each is run.
        ner: the recogniser.
        progress: is told each run before it is begun.
        dask: whether Dask is measured, too.
    """
    ways = {"one": ("--workers", "1"), "two": ("--workers", "2")} | ({"dask": ("--dask", "local:2")} if dask else {})
    seconds: dict[str, list[float]] = {each: [] for each in ways}
    with tempfile.TemporaryDirectory(prefix="scaling-") as name:
        folder = Path(name)
        source = write(folder / "in.jsonl", articles)
        for number in range(rounds):
            for way, options in ways.items():
                progress(f"{way}, round {number + 1} of {rounds}")
                run = convert(source, folder / "data", "--ner", ner, "--no-cache", *options)
                seconds[way].append(run.seconds)
    gain = [one / two for one, two in zip(seconds["one"], seconds["two"], strict=True)]
    beside = [each / two for each, two in zip(seconds["dask"], seconds["two"], strict=True)] if dask else []
    return Scaling(articles, spread(seconds["one"]), spread(seconds["two"]), spread(seconds["dask"]) if dask else None,
                   spread(gain), spread(beside) if dask else None)  # fmt: skip
