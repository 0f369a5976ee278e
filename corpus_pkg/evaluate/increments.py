"""What one article more costs, beside building the whole: seconds, and the shards whose bytes change."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from corpus_pkg.evaluate.conversions import Spread, convert, spread, tree
from corpus_pkg.evaluate.generated import article, write


@dataclass(frozen=True, slots=True)
class Increments:
    """What it took.

    Attributes:
        articles: of the dataset before.
        whole: seconds of the first build.
        again: seconds of a build in which nothing is new.
        one: seconds of a build with one article more.
        share: the last by the first.
        shards: how many shards of each config have other bytes after one article more, at most.
    """

    articles: int
    whole: float
    again: Spread
    one: Spread
    share: Spread
    shards: int


def measure(articles: int, rounds: int, ner: str, progress: Callable[[str], None]) -> Increments:
    """Builds once, and then with one article more, several times.

    Args:
        articles: of the first build.
        rounds: how often one is added.
        ner: the recogniser.
        progress: is told each step before it is taken.
    """
    with tempfile.TemporaryDirectory(prefix="increments-") as name:
        folder = Path(name)
        target, source = folder / "data", write(folder / "in.jsonl", articles)
        options = ("--ner", ner, "--cache", str(folder / "cache"))
        progress("the whole")
        whole = convert(source, target, *options).seconds
        again, one, shards = [], [], 0
        for number in range(rounds):
            progress(f"one article more, {number + 1} of {rounds}")
            again.append(convert(source, target, *options).seconds)
            before = tree(target)
            with source.open("a", encoding="utf-8") as stream:
                stream.write(json.dumps(article(articles + number)) + "\n")
            one.append(convert(source, target, *options).seconds)
            shards = max(shards, _changed(before, tree(target)))
    return Increments(articles, whole, spread(again), spread(one), spread([each / whole for each in one]), shards)


def _changed(before: dict[str, bytes], after: dict[str, bytes]) -> int:
    """The most shards of one config that hold bytes that no shard held before."""
    known = set(before.values())
    new = [
        name.partition("/")[0] for name, content in after.items() if name.endswith(".parquet") and content not in known
    ]
    return max((new.count(config) for config in set(new)), default=0)
