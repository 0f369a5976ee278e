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
from pathlib import Path
from threading import Thread

from corpus_pkg.annotate.article import Annotated, annotate
from corpus_pkg.annotate.models import Models, open_models
from corpus_pkg.errors import CorpusError
from corpus_pkg.findings import Finding, Place
from corpus_pkg.findings.rules.files import FAILED
from corpus_pkg.intake.raw import RawArticle
from corpus_pkg.model.rows import Row, to_row
from corpus_pkg.model.vocabulary import Mode

BATCH = 16
_WORTH_A_POOL = 8 * BATCH
_THREADS = "OMP_NUM_THREADS"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one raw article.

    Attributes:
        row: its row; None where there is none, and the findings say why.
        findings: what was refused or doubted on the way.
        repairs: how often each repair was made, by code.
        automatic: the row without corrections, where there are any.
        raw: the raw article, where there are corrections.
    """

    row: Row | None
    findings: list[Finding]
    repairs: Counter[str]
    automatic: Row | None = None
    raw: RawArticle | None = None


@dataclass(frozen=True, slots=True)
class Names:
    """What annotates, by name: it is opened in each process.

    Attributes:
        ner: the recogniser.
        gazetteer: the user's gazetteer, if any.
        mode: whether sentences are parsed.
        scores: whether results of matches and votes are claims.
    """

    ner: str
    gazetteer: Path | None = None
    mode: Mode = "full"
    scores: bool = False


@cache
def open_once(names: Names) -> Models:
    """The models of a process, loaded when the first batch comes."""
    return open_models(names.ner, names.gazetteer, names.mode, scores=names.scores)


def annotate_batch(raws: Sequence[RawArticle], names: Names, today: dt.date) -> list[Outcome]:
    """Annotates a batch; an article that defeats the annotator is a finding, and stops no other."""
    models = open_once(names)
    try:
        return [_outcome(done) for done in annotate(raws, models, today)]
    except Exception:  # noqa: BLE001  one of them it is: one by one they tell which
        return [_alone(raw, models, today) for raw in raws]


def _alone(raw: RawArticle, models: Models, today: dt.date) -> Outcome:
    try:
        (done,) = annotate([raw], models, today)
        return _outcome(done)
    except Exception as error:  # noqa: BLE001  whatever it is, it is reported with the article, and nothing is lost
        message = f"{type(error).__name__}: {error}"
        return Outcome(None, [Finding(FAILED, Place(file=raw.path), message)], Counter())


def _outcome(done: Annotated) -> Outcome:
    row = to_row(done.article) if done.article else None
    if done.automatic is None:
        return Outcome(row, done.findings, done.repairs)
    return Outcome(row, done.findings, done.repairs, to_row(done.automatic), done.raw)


def annotate_all(
    raws: Iterable[RawArticle], names: Names, today: dt.date, workers: int | None, executor: Executor | None
) -> Iterator[Outcome]:
    """Annotates raw articles, in order, with a bounded number of them in memory.

    Args:
        raws: the raw articles.
        names: what annotates.
        today: the day of conversion.
        workers: processes; None for one a core where there is enough to do.
        executor: where the work is done instead of in processes of our own.

    Raises:
        CorpusError: a worker died.
    """
    stream = iter(raws)
    if executor is not None:
        yield from _spread(stream, names, today, executor, workers or 4)
        return
    head: list[RawArticle] = []
    if workers is None:
        head = list(islice(stream, _WORTH_A_POOL))
        workers = len(os.sched_getaffinity(0)) if len(head) == _WORTH_A_POOL else 1
    stream = chain(head, stream)
    if workers == 1:
        while batch := list(islice(stream, BATCH)):
            yield from annotate_batch(batch, names, today)
        return
    context = get_context("spawn")
    with _single_threaded(), ProcessPoolExecutor(workers, mp_context=context, initializer=_die_with_parent) as pool:
        yield from _spread(stream, names, today, pool, workers)


def _spread(
    stream: Iterator[RawArticle], names: Names, today: dt.date, executor: Executor, workers: int
) -> Iterator[Outcome]:
    waiting: deque[Future[list[Outcome]]] = deque()
    try:
        while True:
            while len(waiting) < 3 * workers and (batch := list(islice(stream, BATCH))):
                waiting.append(executor.submit(annotate_batch, batch, names, today))
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
