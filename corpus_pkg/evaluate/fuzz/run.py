"""Shares the time out among the targets, and says what came of it."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from corpus_pkg.errors import UsageError

_UNIT_SECONDS, _MEGABYTES = 60, 2500
_PROGRESS = re.compile(r"#\d+\s.*cov: (\d+) ft: (\d+)")
_EXECUTED = re.compile(r"stat::number_of_executed_units:\s+(\d+)")
_STARTED = re.compile(r"#(\d+)\s")
_PEAK = re.compile(r"(?:stat::peak_rss_mb:\s+|rss: )(\d+)")
_HARD = ("crash-*", "timeout-*", "oom-*", "slow-*")


@dataclass(slots=True)
class Outcome:
    """What came of one target.

    Attributes:
        name: the target.
        executions: how many inputs were judged.
        edges: how many branches were seen.
        features: how many branches, by how often each was taken.
        peak: megabytes of memory at most.
        slowest: seconds of the input that took longest.
        crashes: the inputs that were kept.
    """

    name: str
    executions: int = 0
    edges: int = 0
    features: int = 0
    peak: int = 0
    slowest: float = 0.0
    crashes: list[Path] = field(default_factory=list)


def need_atheris() -> None:
    """Makes sure that the fuzzer is there.

    Raises:
        UsageError: it is not.
    """
    if importlib.util.find_spec("atheris") is None:
        raise UsageError("atheris", "is not installed", "Install the extra: pip install 'corpus-pkg[fuzz]'.")


def fuzz(names: Sequence[str], minutes: float, crashes: Path, progress: Callable[[str], None]) -> list[Outcome]:
    """Fuzzes targets one after the other, each for its share of the time.

    Args:
        names: the targets.
        minutes: for all of them together.
        crashes: the folder where inputs that fail are kept, by target.
        progress: is told each target before it is run.
    """
    outcomes = []
    for name in names:
        progress(name)
        outcomes.append(_fuzz_one(name, 60 * minutes / len(names), crashes / name))
    return outcomes


def _fuzz_one(name: str, seconds: float, folder: Path) -> Outcome:
    """One target; a process that was ended by an input is followed by the next."""
    corpus, outcome = folder / "corpus", Outcome(name)
    corpus.mkdir(parents=True, exist_ok=True)
    ends = time.monotonic() + seconds
    while (left := ends - time.monotonic()) > 1:
        options = [f"-max_total_time={left:.0f}", f"-artifact_prefix={folder}/", f"-timeout={_UNIT_SECONDS}",
                   f"-rss_limit_mb={_MEGABYTES}", "-print_final_stats=1"]  # fmt: skip
        command = [sys.executable, "-m", "corpus_pkg.evaluate.fuzz.worker", name, str(corpus), str(folder), *options]
        done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)  # noqa: S603  ourselves
        text = done.stderr.decode("utf-8", "replace")
        (folder / "log.txt").write_text(text, "utf-8")
        _count(outcome, text)
        if not _STARTED.search(text):
            raise UsageError(name, f"the fuzzer did not start; {folder / 'log.txt'} says why", "Mend what it says.")
    outcome.crashes = sorted(each for form in _HARD for each in folder.glob(form) if each.suffix != ".txt")
    slowest = folder / "slowest.txt"
    outcome.slowest = float(slowest.read_text("ascii")) if slowest.exists() else 0.0
    return outcome


def _count(outcome: Outcome, text: str) -> None:
    """Takes the figures of one process, which counts anew."""
    ran = _EXECUTED.findall(text) or _STARTED.findall(text)[-1:]
    outcome.executions += int(ran[-1]) if ran else 0
    for edges, features in _PROGRESS.findall(text):
        outcome.edges, outcome.features = max(outcome.edges, int(edges)), max(outcome.features, int(features))
    outcome.peak = max([outcome.peak, *map(int, _PEAK.findall(text))])


def as_text(outcomes: Sequence[Outcome]) -> str:
    """The figures as a table, and the inputs that were kept."""
    lines = ["target       executions  edges features crashes slowest s peak MB"]
    lines += [f"{each.name:12s} {each.executions:10,} {each.edges:6,} {each.features:8,} {len(each.crashes):7,} "
              f"{each.slowest:9.2f} {each.peak:7,}" for each in outcomes]  # fmt: skip
    return "\n".join([*lines, *(str(path) for each in outcomes for path in each.crashes)])
