"""Processes of our own: one thread each, another for one that dies, an end when they are not needed."""

from __future__ import annotations

import os
import signal
import time
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest

from corpus_pkg.convert import lanes
from corpus_pkg.convert.crew import Crew, Task, cannot_be_given_up
from corpus_pkg.convert.lanes import ExecutorLane, InlineLane, ProcessLane, process_lanes
from corpus_pkg.errors import CorpusError


def test_a_worker_runs_one_thread_and_does_not_hear_an_interrupt() -> None:
    before = os.environ.get("OMP_NUM_THREADS")
    with process_lanes(1) as (lane,):
        assert lane.submit(os.getenv, "OMP_NUM_THREADS").result() == "1"
        worker = lane.submit(os.getpid).result()
        os.kill(worker, signal.SIGINT)
        assert lane.submit(os.getpid).result() == worker
    assert os.environ.get("OMP_NUM_THREADS") == before
    assert _gone(worker)


def test_another_worker_takes_the_place_of_one_that_is_killed() -> None:
    with process_lanes(1) as (lane,):
        worker = lane.submit(os.getpid).result()
        lost = lane.submit(time.sleep, 60)
        os.kill(worker, signal.SIGKILL)
        with pytest.raises(BrokenProcessPool):
            lost.result(timeout=20)
        assert lane.renew()
        assert lane.submit(os.getpid).result() != worker


def test_a_worker_that_was_killed_while_it_waited_is_noticed() -> None:
    with process_lanes(1) as (lane,):
        worker = lane.submit(os.getpid).result()
        os.kill(worker, signal.SIGKILL)
        assert _gone(worker)
        task = Task(call=_doubled, items=[4], context=None, given_up=cannot_be_given_up)
        assert list(Crew([lane]).run(iter([task] * 3))) == [[8]] * 3


def _doubled(items: list[int], _context: None) -> list[int]:
    return [2 * each for each in items]


def test_what_ends_a_build_ends_its_workers_at_once() -> None:
    workers: list[int] = []

    def stopped() -> None:
        with process_lanes(2) as two:
            workers.extend(lane.submit(os.getpid).result() for lane in two)
            for lane in two:
                lane.submit(time.sleep, 60)
            raise KeyboardInterrupt

    since = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        stopped()
    assert time.monotonic() - since < 20
    assert all(map(_gone, workers))


def test_workers_that_never_begin_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lanes, "_prepare", os.abort)
    lane = ProcessLane()

    def lost_again() -> bool:
        with pytest.raises(BrokenProcessPool):
            lane.submit(abs, 1).result()
        return lane.renew()

    assert [lost_again() for _ in range(3)] == [False] * 3
    with pytest.raises(CorpusError, match="end before they begin"):
        lost_again()
    lane.close(now=False)


def test_an_executor_of_the_caller_is_not_replaced() -> None:
    with ThreadPoolExecutor(1) as executor:
        lane = ExecutorLane(executor)
        assert lane.submit(abs, -1).result() == 1
        with pytest.raises(CorpusError, match="a worker died"):
            lane.renew()
        assert ExecutorLane(executor, renewable=True).renew()


def test_work_in_this_process_raises_what_it_raises() -> None:
    assert InlineLane().submit(abs, -1).result() == 1
    with pytest.raises(TypeError):
        InlineLane().submit(abs, "x")


def _gone(process: int) -> bool:
    for _ in range(500):
        if not Path(f"/proc/{process}/exe").exists():
            return True
        time.sleep(0.02)
    return False
