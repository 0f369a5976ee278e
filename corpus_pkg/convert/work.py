"""Raw articles to annotated rows, in this process or in others: the same rows whatever the number of workers."""

from __future__ import annotations

import datetime as dt
import os
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from itertools import chain, islice
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from threading import Thread

from corpus_pkg.annotate.article import annotate
from corpus_pkg.annotate.entities.choice import open_recognizer
from corpus_pkg.annotate.entities.recognizer import Recognizer
from corpus_pkg.errors import CorpusError
from corpus_pkg.findings import Finding, Place
from corpus_pkg.findings.rules_input import FAILED
from corpus_pkg.intake.raw import RawArticle
from corpus_pkg.model.rows import Row, to_row

BATCH = 16
_WORTH_A_POOL = 8 * BATCH
_THREADS = "OMP_NUM_THREADS"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one raw article: its row, or the findings that say why there is none."""

    row: Row | None
    findings: list[Finding]
    repairs: Counter[str]


@cache
def recognizer(name: str) -> Recognizer:
    """One recogniser a process, loaded when the first batch comes."""
    return open_recognizer(name)


def annotate_batch(raws: Sequence[RawArticle], ner: str, today: dt.date) -> list[Outcome]:
    """Annotates a batch; an article that defeats the annotator is a finding, and stops no other."""
    finder = recognizer(ner)
    outcomes = []
    for raw in raws:
        try:
            (done,) = annotate([raw], finder, today)
            row = to_row(done.article) if done.article else None
            outcomes.append(Outcome(row, done.findings, done.repairs))
        except Exception as error:  # noqa: BLE001  whatever it is, it is reported with the article, and nothing is lost
            message = f"{type(error).__name__}: {error}"
            outcomes.append(Outcome(None, [Finding(FAILED, Place(file=raw.path), message)], Counter()))
    return outcomes


def annotate_all(
    raws: Iterable[RawArticle], ner: str, today: dt.date, workers: int | None, executor: Executor | None
) -> Iterator[Outcome]:
    """Annotates raw articles, in order, with a bounded number of them in memory.

    Args:
        raws: the raw articles.
        ner: name of the recogniser.
        today: the day of conversion.
        workers: processes; None for one a core where there is enough to do.
        executor: where the work is done instead of in processes of our own.

    Raises:
        CorpusError: a worker died.
    """
    stream = iter(raws)
    if executor is not None:
        yield from _spread(stream, ner, today, executor, workers or 4)
        return
    head: list[RawArticle] = []
    if workers is None:
        head = list(islice(stream, _WORTH_A_POOL))
        workers = len(os.sched_getaffinity(0)) if len(head) == _WORTH_A_POOL else 1
    stream = chain(head, stream)
    if workers == 1:
        while batch := list(islice(stream, BATCH)):
            yield from annotate_batch(batch, ner, today)
        return
    context = get_context("spawn")
    with _single_threaded(), ProcessPoolExecutor(workers, mp_context=context, initializer=_die_with_parent) as pool:
        yield from _spread(stream, ner, today, pool, workers)


def _spread(
    stream: Iterator[RawArticle], ner: str, today: dt.date, executor: Executor, workers: int
) -> Iterator[Outcome]:
    waiting: deque[Future[list[Outcome]]] = deque()
    try:
        while True:
            while len(waiting) < 3 * workers and (batch := list(islice(stream, BATCH))):
                waiting.append(executor.submit(annotate_batch, batch, ner, today))
            if not waiting:
                return
            yield from waiting.popleft().result()
    except BrokenProcessPool as error:
        raise CorpusError("a worker process", "died while annotating (killed, or out of memory)",
                          "Use fewer workers, or more memory; the former dataset is untouched.") from error  # fmt: skip
    finally:
        for each in waiting:
            each.cancel()


def _die_with_parent() -> None:
    """Ends this worker when the process that started it is gone: killed, it cannot say so itself."""
    parent = parent_process()
    if parent is not None:

        def watch() -> None:
            wait([parent.sentinel])
            os._exit(1)

        Thread(target=watch, daemon=True).start()


@contextmanager
def _single_threaded() -> Iterator[None]:
    """Processes started inside run one thread each: they share the cores among themselves."""
    before = os.environ.get(_THREADS)
    os.environ[_THREADS] = "1"
    try:
        yield
    finally:
        if before is None:
            del os.environ[_THREADS]
        else:
            os.environ[_THREADS] = before
