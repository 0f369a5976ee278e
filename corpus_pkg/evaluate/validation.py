"""How fast the validator judges, beside what anyone would write: `jsonschema` alone, and a bare scan of the files.

Both run in turn in one process, on one thread, over the same records, so that ratios do not depend on the machine or on
what else it does. Seconds are of the clock and, beside them, of CPU time: records are read ahead by a second thread.
"""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from jsonschema import Draft202012Validator, FormatChecker

from corpus_pkg.evaluate.conversions import machine
from corpus_pkg.evaluate.validation_data import Stock, stock, write_copies, write_lines
from corpus_pkg.intake.source.formats import FORMATS
from corpus_pkg.model.frozen import frozen_schema
from corpus_pkg.model.version import SCHEMA_VERSION
from corpus_pkg.validate.judge import Judge

_SLOW_SAMPLE = 60
_SIZES = (10_000, 100_000)


@dataclass(frozen=True, slots=True)
class Pace:
    """What was timed.

    Attributes:
        what: records or dataset.
        ours: records a second of the clock.
        peer: records a second of the peer.
        ratio: ours by the peer's, the median of the rounds.
        spread: the least and the greatest of the ratios.
        cpu: records a CPU second.
        cpu_ratio: that by the peer's, the median of the rounds.
    """

    what: str
    ours: float
    peer: float
    ratio: float
    spread: tuple[float, float]
    cpu: float
    cpu_ratio: float


@dataclass(frozen=True, slots=True)
class Figures:
    """All figures of a run.

    Attributes:
        machine: what it ran on.
        records: how many records were judged.
        size: their mean size as JSON, in bytes.
        paces: what was timed.
        memory: peak resident memory by number of records, in megabytes; empty where it was not measured.
    """

    machine: str
    records: int
    size: float
    paces: list[Pace]
    memory: dict[int, float]


def measure(sources: Sequence[Path], records: int, rounds: int, *, memory: bool) -> Figures:
    """Times the validator over copies of articles.

    Args:
        sources: articles, as `corpus convert` takes them.
        records: how many records are judged in a round.
        rounds: how often.
        memory: whether the memory of a small and a large dataset is measured too.

    Raises:
        UsageError: no article gives a record of 8 to 16 kB.
    """
    pa.set_cpu_count(1)
    pa.set_io_thread_count(1)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        stocked = stock(sources, folder)
        lines = folder / "records.jsonl"
        values = write_lines(stocked, records, lines)
        paces = [
            _compare("records", rounds, lambda: _judge(lines), lambda: _reference(values)),
            _compare("dataset", rounds, *_scans(write_copies(stocked, records, folder / "data"))),
        ]
        held = {count: _peak(stocked, count, folder) for count in _SIZES} if memory else {}
        size = lines.stat().st_size / records
    return Figures(machine(), records, size, paces, held)


def _compare(what: str, rounds: int, ours: Callable[[], int], peer: Callable[[], int]) -> Pace:
    mine, theirs = [], []
    for _ in range(rounds):
        mine.append(_pace(ours))
        theirs.append(_pace(peer))
    ratios, by_cpu = ([one[each] / two[each] for one, two in zip(mine, theirs, strict=True)] for each in (0, 1))
    return Pace(what, median(each[0] for each in mine), median(each[0] for each in theirs), median(ratios),
                (min(ratios), max(ratios)), median(each[1] for each in mine), median(by_cpu))  # fmt: skip


def _pace(run: Callable[[], int]) -> tuple[float, float]:
    """Records a second of the clock, and of CPU time."""
    clock, cpu = time.perf_counter(), time.process_time()
    done = run()
    return done / (time.perf_counter() - clock), done / (time.process_time() - cpu)


def _judge(path: Path) -> int:
    judge = Judge(dt.datetime.now(dt.UTC).date())
    found = [each for each in judge.findings(path) if each.severity != "info"]
    if any(each.severity == "error" for each in found):
        raise AssertionError(f"the copies are not sound: {found[0].rule.code} {found[0].place} {found[0].message}")
    return judge.steps.counts["records"] or judge.steps.counts["articles"]


def _reference(values: Sequence[Any]) -> int:
    """`jsonschema`, with a format checker: without one bad dates pass."""
    checker = FormatChecker(())
    for name, sound in FORMATS.items():
        checker.checks(name)(lambda value, sound=sound: not isinstance(value, str) or sound(value))
    validator = Draft202012Validator(frozen_schema(SCHEMA_VERSION, "article"), format_checker=checker)
    for value in values[:_SLOW_SAMPLE]:
        if next(iter(validator.iter_errors(value)), None) is not None:
            raise AssertionError("the copies do not follow the schema")
    return len(values[:_SLOW_SAMPLE])


def _scans(dataset: Path) -> tuple[Callable[[], int], Callable[[], int]]:
    def scan() -> int:
        rows = [int(pq.read_table(path, use_threads=False).num_rows) for path in sorted(dataset.glob("*/*.parquet"))]
        return rows[0]

    return lambda: _judge(dataset), scan


# Of the process after its start: what the system counts for a child begins with the memory of its parent.
_HELD = """
import atexit, sys
from pathlib import Path
def held():
    lines = Path("/proc/self/status").read_text().splitlines()
    print(next(line.split()[1] for line in lines if line.startswith("VmHWM")), file=sys.stderr)
atexit.register(held)
from corpus_pkg.cli import main
main()
"""


def _peak(stocked: Stock, count: int, folder: Path) -> float:
    """The peak memory of `corpus validate` over a dataset, in a process of its own; megabytes."""
    target = write_copies(stocked, count, folder / f"data-{count}")
    command = [sys.executable, "-c", _HELD, "validate", str(target)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603  our own command
    if done.returncode:
        raise AssertionError(f"corpus validate {target} exited {done.returncode}: {done.stdout}")
    return int(done.stderr.split()[-1]) / 1024


def as_text(figures: Figures) -> str:
    """The figures as a table."""
    peers = {"records": "jsonschema iter_errors, schema alone", "dataset": "bare scan of all shards"}
    head = ("", "ours /s", "peer /s", "ratio", "spread", "CPU /s", "ratio", "peer")
    rows = [
        (each.what, f"{each.ours:,.0f}", f"{each.peer:,.1f}", f"{each.ratio:.2f}",
         "{:.2f} to {:.2f}".format(*each.spread), f"{each.cpu:,.0f}", f"{each.cpu_ratio:.2f}", peers[each.what])
        for each in figures.paces
    ]  # fmt: skip
    lines = [f"{figures.records:,} records of {figures.size / 1000:.1f} kB; {figures.machine}"]
    lines += ["{:10s}{:>10s}{:>10s}{:>8s}{:>17s}{:>10s}{:>8s}  {}".format(*row) for row in (head, *rows)]
    lines += [f"peak memory over {count:,} records: {held:,.0f} MB" for count, held in figures.memory.items()]
    return "\n".join(lines)
