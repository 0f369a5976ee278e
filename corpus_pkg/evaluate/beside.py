"""Whole conversions beside those of other libraries: articles a CPU second, in turn in one process."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from corpus_pkg.convert.build import Options, build
from corpus_pkg.convert.work import open_once
from corpus_pkg.describe.card import card_document
from corpus_pkg.evaluate.conversions import Spread, spread
from corpus_pkg.evaluate.generated import write
from corpus_pkg.evaluate.peers.conversions import Chain, by_datatrove, by_script
from corpus_pkg.evaluate.stopwatch import Stopwatch

_PEERS: dict[str, Callable[[Chain, Path, Path], None]] = {
    "spaCy, textacy, quantulum3": by_script,
    "the same in datatrove": by_datatrove,
}


@dataclass(frozen=True, slots=True)
class Beside:
    """What was measured.

    Attributes:
        articles: how many were converted.
        pace: articles a CPU second, by what converted them.
        gain: our pace by that of each peer, round by round.
    """

    articles: int
    pace: dict[str, Spread]
    gain: dict[str, Spread]


def measure(articles: int, rounds: int, progress: Callable[[str], None]) -> Beside:
    """Converts the same articles in each way, in turn; loading is not counted.

    Args:
        articles: how many of our own making.
        rounds: how often each is run.
        progress: is told each run before it is begun.

    Raises:
        ImportError: a peer is not installed.
    """
    chain, options = Chain(), Options(workers=1, documents=(card_document(),))
    finder = open_once(options.names).finder
    ours = "corpus convert"
    seconds: dict[str, list[float]] = {each: [] for each in (ours, *_PEERS)}
    with tempfile.TemporaryDirectory(prefix="beside-") as name:
        folder = Path(name)
        source = write(folder / "articles.jsonl", articles)
        build([write(folder / "first.jsonl", 3)], folder / "first", options)
        for number in range(rounds):
            target = folder / f"round-{number}"
            ways: dict[str, Callable[[], object]] = {ours: partial(build, [source], target / "ours", options)}
            ways |= {each: partial(run, chain, source, target / each) for each, run in _PEERS.items()}
            for each, way in ways.items():
                progress(f"{each}, round {number + 1} of {rounds}")
                finder.forget()
                watch = Stopwatch()
                with watch:
                    way()
                seconds[each].append(watch.seconds)
    return Beside(
        articles, {each: spread([articles / second for second in found]) for each, found in seconds.items()},
        {each: spread([two / one for one, two in zip(seconds[ours], seconds[each], strict=True)]) for each in _PEERS},
    )  # fmt: skip
