"""The whole way: sources in, a dataset directory out."""

from __future__ import annotations

import datetime as dt
import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Executor
from contextlib import ExitStack
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from corpus_pkg.annotate.entities.choice import DEFAULT
from corpus_pkg.annotate.metadata.language import identifier_use
from corpus_pkg.annotate.models import models_used
from corpus_pkg.convert import shards, work
from corpus_pkg.convert.blobs import Blobs, blobs_at
from corpus_pkg.convert.cache import opened
from corpus_pkg.convert.cluster import dask_lanes
from corpus_pkg.convert.crew import Crew
from corpus_pkg.convert.heads import Heads, Twins
from corpus_pkg.convert.keys import code_digest, work_digest
from corpus_pkg.convert.known import Known
from corpus_pkg.convert.lanes import ExecutorLane, InlineLane, process_lanes
from corpus_pkg.convert.progress import Progress, Report
from corpus_pkg.convert.readings import Readings
from corpus_pkg.convert.records import Head
from corpus_pkg.convert.rejects import NAME as REJECTS
from corpus_pkg.convert.rejects import Ledger
from corpus_pkg.convert.settings import read_defaults, read_mapping, read_settings
from corpus_pkg.convert.sources import STDIN, Source, Sources
from corpus_pkg.convert.tombstones import read_tombstones
from corpus_pkg.convert.work import Job, Judge, Names
from corpus_pkg.errors import CorpusError, LostWorkError
from corpus_pkg.findings import Finding, Place
from corpus_pkg.findings.rules.files import DUPLICATE
from corpus_pkg.findings.rules.metadata import ADDRESS_TWICE
from corpus_pkg.intake.raw import origin
from corpus_pkg.intake.reader import FormatReader
from corpus_pkg.model.manifest import Manifest
from corpus_pkg.model.version import PIPELINE_VERSION, SCHEMA_VERSION
from corpus_pkg.model.vocabulary import Mode
from corpus_pkg.store.assembly import Assembly, Digests
from corpus_pkg.store.directory import BuildDirectory
from corpus_pkg.store.shard import about_dataset
from corpus_pkg.store.writer import WRITER, Document, finish

_THREADS_OF_AN_EXECUTOR = 4
_MEND = "The former dataset is untouched; mend it and run the build again."


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How a dataset is built.

    Attributes:
        ner: name of the recogniser.
        gazetteer: a gazetteer of the user's; None for the package's alone.
        mode: `full` parses the sentences in which it pays, `fast` none.
        scores: whether results of matches and votes are claims, of a kind of their own.
        workers: processes; None for one a core where there is enough to do. The bytes do not depend on it.
        executor: a `concurrent.futures.Executor` to be used instead of processes of our own.
        dask: the address of a Dask scheduler to be used instead, or `local:N`.
        cache: a folder, or an address that fsspec knows, where work is kept from one build to the next; None for none.
        settings: the `corpus.toml`; None for the one in the source folder.
        tombstones: the `tombstones.toml`; None for the one in the source folder.
        documents: files made from the manifest, such as the card.
        progress: told how far the build is.
        today: the day of conversion; a publication date after it is refused.
        withhold: whether the text of articles that may not be passed on is left out.
        version: of the dataset; None for the one that `corpus.toml` states.
        judge: says what is wrong with an article's row; one whose corrections make it unsound is kept without them.
    """

    ner: str = DEFAULT
    gazetteer: Path | None = None
    mode: Mode = "full"
    scores: bool = False
    workers: int | None = None
    executor: Executor | None = None
    dask: str | None = None
    cache: Path | str | None = None
    settings: Path | None = None
    tombstones: Path | None = None
    documents: Sequence[Document] = ()
    progress: Report | None = None
    today: dt.date | None = None
    judge: Judge | None = None
    withhold: bool = False
    version: str | None = None

    @property
    def names(self) -> Names:
        """What the models are opened by."""
        return Names(self.ner, self.gazetteer, self.mode, self.scores)


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made.

    Attributes:
        manifest: the manifest as written; None where there was no article to write.
        ledger: what was rejected, repaired and doubted.
    """

    manifest: Manifest | None
    ledger: Ledger


def build(sources: Sequence[Source], target: Path, options: Options | None = None) -> Built:
    """Converts sources into a dataset directory; what was there is replaced at once, or left whole.

    Args:
        sources: files, folders, globs, addresses that fsspec knows; `-` for standard input.
        target: the directory to make.
        options: how.

    Raises:
        UsageError: a source is missing, or the target is in the way.
        ModelError: the recogniser cannot be used.
        CorpusError: another build is running, the disk is full, or workers cannot be had.
    """
    options = options or Options()
    try:
        return _attempt(sources, target, options, together=True)
    except LostWorkError:
        if STDIN in map(str, sources):  # which can be read but once
            raise
        return _attempt(sources, target, options, together=False)


def _attempt(sources: Sequence[Source], target: Path, options: Options, *, together: bool) -> Built:
    """One build; after one that found kept work damaged, each piece of it is looked at."""
    try:
        with Sources(sources) as found:
            found.refuse_inside(target)
            return _Build(found, target, options, together=together).run()
    except OSError as error:
        where, what = str(error.filename or target), f"the build cannot go on: {error.strerror or error}"
        raise CorpusError(where, what, _MEND) from error
    except sqlite3.Error as error:  # its own errors are none of the system's: a full disk, above all
        raise CorpusError(str(target), f"the build cannot go on: {error}", _MEND) from error


class _Build:
    """One build: what its steps share."""

    def __init__(self, sources: Sources, target: Path, options: Options, *, together: bool) -> None:
        self._sources, self._target, self._options, self._together = sources, target, options, together
        self._settings = options.settings or sources.settings()
        described = read_settings(self._settings)
        self._description = replace(described, version=options.version) if options.version else described
        self._tombstones = read_tombstones([options.tombstones] if options.tombstones else sources.tombstones())
        self._uses = models_used(options.ner, options.gazetteer, options.mode)
        self._today = options.today or dt.datetime.now(dt.UTC).date()
        self._ledger = Ledger()
        self._words = self._fresh = 0
        self._identified = False

    def run(self) -> Built:
        with BuildDirectory(self._target) as directory:
            with directory.work() as folder:
                manifest = self._made(directory.path, folder)
            if manifest is not None:
                directory.commit()
        return Built(manifest, self._ledger)

    def _made(self, place: Path, folder: Path) -> Manifest | None:
        """The dataset, at its place, with what it needs on the way in a folder."""
        cache = self._options.cache
        with Heads(folder) as heads, ExitStack() as stack:
            job = self._job(stack.enter_context(opened(cache)) if cache else blobs_at(folder / "kept"))
            readings = stack.enter_context(Readings(folder, job.blobs, self._today))
            self._read(readings)
            crew = self._crew(job.blobs, stack)
            self._annotate(crew, readings, job, heads)
            self._over_all(heads)
            return self._write(crew, heads, job, place) if len(heads) else None

    def _job(self, blobs: Blobs) -> Job:
        options = self._options
        told = work_digest(self._uses, options.mode, options.scores, options.judge is not None)
        return Job(names=options.names, today=self._today, code=code_digest(), work=told, blobs=blobs,
                   judge=options.judge)  # fmt: skip

    def _crew(self, blobs: Blobs, stack: ExitStack) -> Crew:
        """Who does the work: this process, unless there is much to do."""
        options = self._options
        if options.dask:
            return Crew(stack.enter_context(dask_lanes(options.dask, blobs)))
        if options.executor:
            return Crew([ExecutorLane(options.executor) for _ in range(options.workers or _THREADS_OF_AN_EXECUTOR)])
        workers = options.workers or len(os.sched_getaffinity(0))
        if workers == 1:
            return Crew([InlineLane()])
        if options.workers:
            return Crew(stack.enter_context(process_lanes(workers)))
        return Crew([InlineLane()], lambda: stack.enter_context(process_lanes(workers)))

    def _read(self, readings: Readings) -> None:
        reader = FormatReader(self._today, read_mapping(self._settings), read_defaults(self._settings))
        done, ledger = 0, self._ledger
        for is_article, findings in readings.read(self._sources.pieces(reader)):
            ledger.take(findings, is_article=is_article)
            if is_article:
                done += 1
                self._tell(Progress(phase="reading", done=done, total=None, rejected=ledger.refused))

    def _annotate(self, crew: Crew, readings: Readings, job: Job, heads: Heads) -> None:
        """Takes what becomes of each article, annotated now or kept from before."""
        done, known = 0, Known(job, together=self._together)
        for results in crew.run(work.tasks(known.looked_up(readings), job)):
            for head in results:
                done += 1
                known.took(head)
                self._take(head, heads)
            self._tell(Progress(phase="annotating", done=done, total=len(readings), words=self._words,
                                fresh=self._fresh, rejected=self._ledger.refused))  # fmt: skip

    def _take(self, head: Head, heads: Heads) -> None:
        ledger = self._ledger
        ledger.repairs += head.repairs
        if head.facts is None:
            ledger.refuse(head.findings)
            return
        self._words += head.facts.words
        self._fresh += 0 if head.kept else head.facts.words
        if gone := self._tombstones.of(head.facts):
            ledger.bury(gone)
            return
        for finding in head.findings:
            ledger.add(finding)
        self._identified |= head.facts.identified
        heads.add(head.facts, head.key)

    def _over_all(self, heads: Heads) -> None:
        """What all articles together say: one record an id, addresses, takedowns that met nothing, and the law."""
        for twins in heads.one_an_id():
            self._ledger.refuse([_duplicate(twins)])
        for twins in heads.at_one_address():
            self._ledger.add(_address(twins))
        for finding in self._tombstones.unmet():
            self._ledger.add(finding)
        self._ledger.balance(len(heads))

    def _write(self, crew: Crew, heads: Heads, job: Job, folder: Path) -> Manifest:
        options, ledger, records = self._options, self._ledger, len(heads)
        draft = Manifest(
            dataset=self._description, schema_version=SCHEMA_VERSION, pipeline_version=PIPELINE_VERSION, writer=WRITER,
            mode=options.mode, models=self._uses, identifier=identifier_use() if self._identified else None,
            configs=[], complete=[], files=[], sources=sorted(self._sources.digests, key=lambda each: each.path),
            units=ledger.counts(records), rejected=ledger.rejected_counts(), noted=ledger.noted_counts(),
        )  # fmt: skip
        ledger.write_rejects(folder / REJECTS)
        about = tuple(sorted(about_dataset(draft).items()))
        making = shards.Making(blobs=job.blobs, work=job.work, about=about, withhold=options.withhold)
        assembly, whole = Assembly(folder), Digests() if options.withhold else None
        made = crew.run(shards.tasks(heads, records, making))
        withheld = shards.put_together(self._written(made, records), assembly, whole, job.blobs)
        return finish(folder, assembly, draft, options.documents, whole.entries() if whole and withheld else [])

    def _written(self, made: Iterable[list[shards.Made]], records: int) -> Iterator[shards.Made]:
        done = 0
        for each in chain.from_iterable(made):
            yield each
            done += each.articles
            self._tell(Progress(phase="writing", done=done, total=records, words=self._words, fresh=self._fresh,
                                rejected=self._ledger.refused))  # fmt: skip

    def _tell(self, progress: Progress) -> None:
        if self._options.progress:
            self._options.progress(progress)


def _duplicate(twins: Twins) -> Finding:
    file, line = origin(twins.path)
    message = f"the same bytes as {twins.other}, which was kept"
    return Finding(DUPLICATE, Place(file=file, line=line), message, {"kept": twins.other})


def _address(twins: Twins) -> Finding:
    newer = f"{twins.newer} is newer" if twins.newer else "which is newer is not known"
    message = f"{twins.other} has the same address, {(twins.url or '')[:200]}; {newer}"
    return Finding(ADDRESS_TWICE, Place(file=twins.path, record=twins.id), message, {"other": twins.other})
