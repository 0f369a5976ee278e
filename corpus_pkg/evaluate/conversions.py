"""Whole conversions as a user runs them, in processes of their own: seconds, CPU seconds, peak memory of each."""

from __future__ import annotations

import os
import platform
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

_TICK = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What one conversion took.

    Attributes:
        code: its exit code.
        seconds: from start to end.
        cpu: CPU seconds of it and its workers.
        parent: peak memory of the process itself, in MB.
        workers: peak memory of each of its workers, in MB.
    """

    code: int
    seconds: float
    cpu: float
    parent: float
    workers: list[float] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Spread:
    """A figure over several rounds.

    Attributes:
        median: the middle one.
        least: the least one.
        most: the greatest one.
        rounds: how many there are.
    """

    median: float
    least: float
    most: float
    rounds: int


def spread(values: Sequence[float]) -> Spread:
    """The middle and the ends of some values."""
    return Spread(median(values), min(values), max(values), len(values))


def machine() -> str:
    """What a figure was measured on."""
    name = platform.processor() or platform.machine()
    with suppress(OSError):
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
        name = next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), name)
    return f"{name}, {len(os.sched_getaffinity(0))} cores, Python {platform.python_version()}"


def command(source: Path, target: Path, *options: str) -> list[str]:
    """The command line of a conversion."""
    return [sys.executable, "-m", "corpus_pkg", "convert", str(source), "-o", str(target), *options]


def convert(source: Path, target: Path, *options: str) -> Run:
    """Runs a conversion to its end.

    Args:
        source: what is converted.
        target: the dataset directory.
        options: further options of `corpus convert`.
    """
    with started(command(source, target, *options)) as process:
        peaks: dict[int, float] = {}
        since = time.monotonic()
        while True:
            ended, status, usage = os.wait4(process.pid, os.WNOHANG)
            if ended:
                break
            for each in (process.pid, *children(process.pid)):
                peaks[each] = max(peaks.get(each, 0), _peak(each))
            time.sleep(_TICK)
        process.returncode = os.waitstatus_to_exitcode(status)
        seconds = time.monotonic() - since
        own = peaks.pop(process.pid, 0)
        return Run(code=process.returncode, seconds=seconds, cpu=usage.ru_utime + usage.ru_stime, parent=own,
                   workers=sorted(peaks.values()))  # fmt: skip


@contextmanager
def started(line: Sequence[str]) -> Iterator[subprocess.Popen[bytes]]:
    """A process that says nothing, and is ended with the block."""
    process = subprocess.Popen(line, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603  our own
    try:
        yield process
    finally:
        if process.returncode is None and process.poll() is None:
            process.send_signal(signal.SIGKILL)
            process.wait()


def children(parent: int) -> list[int]:
    """The workers that a conversion runs now."""
    found = []
    for each in Path("/proc").glob("[0-9]*"):
        with suppress(OSError, IndexError, ValueError):  # it ended while we looked
            of = int((each / "stat").read_text().rpartition(")")[2].split()[1])
            if of == parent and "spawn_main" in (each / "cmdline").read_text():
                found.append(int(each.name))
    return found


def tree(folder: Path) -> dict[str, bytes]:
    """The files of a folder and their bytes."""
    return {str(each.relative_to(folder)): each.read_bytes() for each in sorted(folder.rglob("*")) if each.is_file()}


def _peak(process: int) -> float:
    """The greatest resident memory of a process so far, in MB; zero where that cannot be known."""
    with suppress(OSError, StopIteration, ValueError):
        lines = Path(f"/proc/{process}/status").read_text("utf-8").splitlines()
        return int(next(line for line in lines if line.startswith("VmHWM")).split()[1]) / 1024
    return 0
