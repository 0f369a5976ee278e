"""Where work is done: in this process, in processes of our own, or by any executor."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack, contextmanager, suppress
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from threading import Thread
from typing import Any

from corpus_pkg.convert.crew import Lane
from corpus_pkg.errors import CorpusError

THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")
_MOST_FAILED = 4


class InlineLane:
    """Does each piece at once, in this process."""

    lost: tuple[type[BaseException], ...] = ()

    def submit(self, call: Callable[..., Any], *arguments: Any) -> Future[Any]:  # noqa: ANN401  as other lanes
        """Does a piece; what it raises is raised."""
        future: Future[Any] = Future()
        future.set_result(call(*arguments))
        return future

    def renew(self) -> bool:
        """It is never lost."""
        return True


class ExecutorLane:
    """One of the pieces that an executor of the caller does at a time.

    Args:
        executor: the executor.
        lost: what its futures raise when a worker is gone for good.
        renewable: whether it replaces lost workers itself.
    """

    def __init__(
        self, executor: Executor, lost: tuple[type[BaseException], ...] = (BrokenProcessPool,), *,
        renewable: bool = False,
    ) -> None:  # fmt: skip
        self._executor, self.lost, self._renewable = executor, lost, renewable

    def submit(self, call: Callable[..., Any], *arguments: Any) -> Future[Any]:  # noqa: ANN401  any call
        """Begins a piece."""
        return self._executor.submit(call, *arguments)

    def renew(self) -> bool:
        """Goes on, if the executor does."""
        if not self._renewable:
            raise CorpusError("the executor", "a worker died while annotating (killed, or out of memory)",
                              "Use fewer workers, or more memory; the former dataset is untouched.")  # fmt: skip
        return True


class ProcessLane:
    """A process of our own; if it dies, another takes its place."""

    lost: tuple[type[BaseException], ...] = (BrokenProcessPool,)

    def __init__(self) -> None:
        self._failed = 0
        self._start()

    def renew(self) -> bool:
        """Starts another process.

        Raises:
            CorpusError: none of the last ones began.
        """
        begun = self._pid.done() and not self._pid.exception()
        self._failed = 0 if begun else self._failed + 1
        if self._failed == _MOST_FAILED:
            raise CorpusError("the worker processes", "end before they begin",
                              'A script that builds with workers does so under `if __name__ == "__main__":`; '
                              "else see what the workers print, or use --workers 1.")  # fmt: skip
        self._pool.shutdown(wait=False)
        self._start()
        return begun

    def _start(self) -> None:
        self._pool = ProcessPoolExecutor(1, mp_context=get_context("spawn"), initializer=_prepare)
        self._pid = self._pool.submit(os.getpid)

    def submit(self, call: Callable[..., Any], *arguments: Any) -> Future[Any]:  # noqa: ANN401  any call
        """Begins a piece."""
        return self._pool.submit(call, *arguments)

    def close(self, *, now: bool) -> None:
        """Ends the process: after what it is doing, or now."""
        if now and self._pid.done() and not self._pid.exception():
            with suppress(ProcessLookupError):
                os.kill(self._pid.result(), signal.SIGKILL)
        self._pool.shutdown(wait=not now, cancel_futures=True)


@contextmanager
def process_lanes(count: int) -> Iterator[list[Lane]]:
    """Processes of our own; whatever ends the build early ends them at once.

    Args:
        count: how many.
    """
    with _single_threaded():
        lanes = [ProcessLane() for _ in range(count)]
        try:
            yield list[Lane](lanes)
        except BaseException:
            with ExitStack() as stack:
                for each in lanes:
                    stack.callback(each.close, now=True)
            raise
        for each in lanes:
            each.close(now=False)


def _prepare() -> None:
    """Makes a worker that an interrupt does not reach, and that ends with the process that started it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = parent_process()
    if parent is not None:

        def watch() -> None:
            wait([parent.sentinel])
            os._exit(1)

        Thread(target=watch, daemon=True).start()


@contextmanager
def _single_threaded() -> Iterator[None]:
    """Processes started inside run one thread each: they share the cores among themselves."""
    before = {name: os.environ.get(name) for name in THREADS}
    os.environ.update(dict.fromkeys(THREADS, "1"))
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
