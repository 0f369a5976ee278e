"""Dask: a scheduler and workers as processes on loopback give the same bytes, and a lost worker costs nothing."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from conversion_support import command, source, started, tree, wait_for

pytest.importorskip("distributed")
_SCHEDULER = ("-m", "distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard")
_WORKER = ("-m", "distributed.cli.dask_worker", "--nthreads", "1", "--no-nanny", "--no-dashboard", "--host",
           "127.0.0.1", "--death-timeout", "30")  # fmt: skip


class _Cluster:
    """A scheduler and two workers."""

    def __init__(self, stack: ExitStack, folder: Path) -> None:
        told = folder / "scheduler.log"
        stack.enter_context(_process(_SCHEDULER, folder, told))
        assert wait_for(lambda: re.search(r"tcp://127\.0\.0\.1:\d+", told.read_text()))
        found = re.search(r"tcp://127\.0\.0\.1:\d+", told.read_text())
        assert found
        self.address = found[0]
        self.workers = [stack.enter_context(_process((*_WORKER, self.address), folder, folder / f"worker-{number}.log"))
                        for number in range(2)]  # fmt: skip
        logs = [folder / f"worker-{number}.log" for number in range(2)]
        assert wait_for(lambda: all("Registered to" in each.read_text() for each in logs))


def _process(line: tuple[str, ...], folder: Path, told: Path) -> ExitStack:
    stack = ExitStack()
    stream = stack.enter_context(told.open("w"))
    process = subprocess.Popen([sys.executable, *line], cwd=folder, stdout=stream, stderr=stream)
    stack.callback(process.wait)
    stack.callback(process.kill)
    stack.process = process  # type: ignore[attr-defined]
    stack.__enter__()
    return stack


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[_Cluster]:
    (tmp_path / "cluster").mkdir()
    with ExitStack() as stack:
        yield _Cluster(stack, tmp_path / "cluster")


def test_a_cluster_gives_the_same_bytes_and_survives_a_lost_worker(
    tmp_path: Path, cluster: _Cluster, undisturbed: tuple[Path, dict[str, bytes]]
) -> None:
    (given, expected), cache = undisturbed, tmp_path / "shared"
    line = command(given, tmp_path / "out", "--dask", cluster.address, "--cache", f"file://{cache}")
    with started([each for each in line if each not in ("-W", "error")]) as process:
        assert wait_for(lambda: sum(1 for _ in cache.rglob("??/*")) > 5)
        os.kill(cluster.workers[0].process.pid, signal.SIGKILL)  # type: ignore[attr-defined]
        assert process.stderr is not None
        assert process.wait(timeout=120) == 0, process.stderr.read()
    assert tree(tmp_path / "out") == expected


def test_nobody_at_the_address_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from corpus_pkg.convert import cluster as module
    from corpus_pkg.convert.build import Options, build
    from corpus_pkg.errors import UsageError

    monkeypatch.setattr(module, "_PATIENCE", "1s")
    with pytest.raises(UsageError, match="no scheduler answers there"):
        build([source(tmp_path, 2)], tmp_path / "out", Options(ner="none", mode="fast", dask="tcp://127.0.0.1:9"))
    with pytest.raises(UsageError, match="no scheduler answers there"):
        build([source(tmp_path, 2)], tmp_path / "out", Options(ner="none", mode="fast", dask="nonsense://x"))
    assert not (tmp_path / "out").exists()
