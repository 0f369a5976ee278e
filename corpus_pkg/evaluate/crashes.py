"""Conversions that are killed at random moments and run again: the bytes are those of one that nobody disturbed."""

from __future__ import annotations

import os
import shutil
import signal
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from corpus_pkg.evaluate.conversions import children, command, convert, started, tree
from corpus_pkg.evaluate.generated import write

_OPTIONS = ("--ner", "none", "--mode", "fast", "--workers", "2")


@dataclass(slots=True)
class Crashes:
    """What came of it.

    Attributes:
        killed: conversions that were killed, or lost a worker, before their end.
        whole: those after which the former dataset stood whole, or the new one did.
        same: those whose next run gave the bytes of an undisturbed one.
        wrong: what was different, trial by trial.
    """

    killed: int = 0
    whole: int = 0
    same: int = 0
    wrong: list[str] = field(default_factory=list)


def measure(articles: int, kills: int, seed: int, progress: Callable[[str], None]) -> tuple[Crashes, Crashes]:
    """Kills the process itself, and then workers of others.

    Args:
        articles: how many are converted each time.
        kills: how many of each.
        seed: of the moments.
        progress: is told each trial before it is run.
    """
    with tempfile.TemporaryDirectory(prefix="crashes-") as name:
        folder = Path(name)
        source, former = write(folder / "new.jsonl", articles, seed), write(folder / "old.jsonl", 20, seed + 1)
        convert(former, folder / "former", "--no-cache", "--ner", "none", "--mode", "fast", "--workers", "1")
        undisturbed = convert(source, folder / "undisturbed", "--no-cache", *_OPTIONS)
        trial = _Trial(folder, source, tree(folder / "undisturbed"), Random(seed))  # noqa: S311  for variety
        parents, workers = Crashes(), Crashes()
        for number in range(kills):
            progress(f"the process is killed, {number + 1} of {kills}")
            trial.parent_killed(parents, undisturbed.seconds)
        for number in range(kills):
            progress(f"a worker is killed, {number + 1} of {kills}")
            trial.worker_killed(workers, undisturbed.seconds)
    return parents, workers


@dataclass(slots=True)
class _Trial:
    folder: Path
    source: Path
    expected: dict[str, bytes]
    random: Random
    number: int = 0

    def _prepared(self) -> tuple[Path, tuple[str, ...], dict[str, bytes]]:
        """A target that holds a former dataset, and a cache of its own."""
        self.number += 1
        place = self.folder / str(self.number)
        target = place / "data"
        shutil.copytree(self.folder / "former", target)
        return target, (*_OPTIONS, "--cache", str(place / "cache")), tree(target)

    def parent_killed(self, crashes: Crashes, seconds: float) -> None:
        target, options, before = self._prepared()
        with started(command(self.source, target, *options)) as process:
            time.sleep(self.random.uniform(0, seconds))
            crashes.killed += process.poll() is None
            process.send_signal(signal.SIGKILL)
            process.wait()
        left = tree(target)
        crashes.whole += left in (before, self.expected)
        self._compare(crashes, target, options)

    def worker_killed(self, crashes: Crashes, seconds: float) -> None:
        target, options, _ = self._prepared()
        with started(command(self.source, target, *options)) as process:
            for moment in sorted(self.random.uniform(0, seconds) for _ in range(self.random.randrange(1, 4))):
                time.sleep(moment / 2)
                workers = children(process.pid)
                if workers and process.poll() is None:
                    with suppress(ProcessLookupError):
                        os.kill(self.random.choice(workers), signal.SIGKILL)
                        crashes.killed += 1
            process.wait()
            crashes.whole += process.returncode == 0 and tree(target) == self.expected
        self._compare(crashes, target, options)

    def _compare(self, crashes: Crashes, target: Path, options: tuple[str, ...]) -> None:
        code = convert(self.source, target, *options).code
        found = tree(target)
        if code == 0 and found == self.expected:
            crashes.same += 1
            return
        other = [name for name in {*found, *self.expected} if found.get(name) != self.expected.get(name)]
        crashes.wrong.append(f"trial {self.number}: exit {code}, {', '.join(sorted(other)[:5])}")
