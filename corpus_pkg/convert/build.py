"""The whole way: sources in, a dataset directory out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from pathlib import Path

from corpus_pkg.annotate.entities.choice import DEFAULT
from corpus_pkg.annotate.metadata.language import identifier_use
from corpus_pkg.convert.addresses import Addresses
from corpus_pkg.convert.rejects import NAME as REJECTS
from corpus_pkg.convert.rejects import Ledger
from corpus_pkg.convert.repeated import RepeatedBlocks
from corpus_pkg.convert.settings import read_defaults, read_mapping, read_settings
from corpus_pkg.convert.sources import Source, Sources
from corpus_pkg.convert.spool import Spool
from corpus_pkg.convert.tombstones import Tombstones, read_tombstones
from corpus_pkg.convert.withholding import Withholding
from corpus_pkg.convert.work import Names, Outcome, annotate_all, open_once
from corpus_pkg.findings import Finding, Place, Severity
from corpus_pkg.findings.rules.files import DUPLICATE
from corpus_pkg.findings.rules.review import UNSOUND_RESULT
from corpus_pkg.intake.raw import RawArticle, origin
from corpus_pkg.intake.reader import FormatReader
from corpus_pkg.model.manifest import Manifest
from corpus_pkg.model.rows import Row
from corpus_pkg.model.version import PIPELINE_VERSION, SCHEMA_VERSION
from corpus_pkg.model.vocabulary import Mode
from corpus_pkg.store.directory import BuildDirectory
from corpus_pkg.store.spill import Spill
from corpus_pkg.store.writer import WRITER, Document, write_dataset

Judge = Callable[[Row], list[Finding]]


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
        settings: the `corpus.toml`; None for the one in the source folder.
        tombstones: the `tombstones.toml`; None for the one in the source folder.
        documents: files made from the manifest, such as the card.
        progress: called with the number of articles done so far.
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
    settings: Path | None = None
    tombstones: Path | None = None
    documents: Sequence[Document] = ()
    progress: Callable[[int], None] | None = None
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
        CorpusError: a worker died, or another build is running.
    """
    with Sources(sources) as opened:
        opened.refuse_inside(target)
        return _build(opened, target, options or Options())


def _build(sources: Sources, target: Path, options: Options) -> Built:
    settings = options.settings or sources.settings()
    description = read_settings(settings)
    if options.version:
        description = replace(description, version=options.version)
    tombstones = read_tombstones([options.tombstones] if options.tombstones else sources.tombstones())
    uses = open_once(options.names).uses
    day = options.today or dt.datetime.now(dt.UTC).date()
    ledger = Ledger()
    with BuildDirectory(target) as directory, Spool(directory.path) as spool, Spill(directory.path) as spill:
        reader = FormatReader(day, read_mapping(settings), read_defaults(settings))
        raws = spooled(read_raws(sources, reader, ledger), spool, directory.path)
        outcomes = annotate_all(raws, options.names, day, options.workers, options.executor)
        identified = _spill(outcomes, spill, ledger, tombstones, options)
        for finding in tombstones.unmet():
            ledger.add(finding)
        ledger.balance(len(spill))
        if not len(spill):
            return Built(None, ledger)
        draft = Manifest(
            dataset=description, schema_version=SCHEMA_VERSION, pipeline_version=PIPELINE_VERSION, writer=WRITER,
            mode=options.mode, models=uses, identifier=identifier_use() if identified else None,
            configs=[], complete=[], files=[], sources=sorted(sources.digests, key=lambda each: each.path),
            units=ledger.counts(len(spill)), rejected=ledger.rejected_counts(), noted=ledger.noted_counts(),
        )  # fmt: skip
        (directory.path / REJECTS).write_bytes(ledger.rejects())
        rows = Withholding(spill) if options.withhold else None
        manifest = write_dataset(
            directory.path, rows or spill, draft, options.documents, rows.complete if rows else list
        )
        directory.commit()
    return Built(manifest, ledger)


def _spill(outcomes: Iterable[Outcome], spill: Spill, ledger: Ledger, tombstones: Tombstones, options: Options) -> bool:
    """Keeps the rows that stay, and writes down what becomes of the others; whether a language was identified."""
    identified, addresses = False, Addresses()
    for done, outcome in enumerate(outcomes, 1):
        row, unsound = settled(outcome, options.judge)
        ledger.repairs += outcome.repairs
        if row is None:
            ledger.refuse(outcome.findings)
        elif gone := tombstones.of(row):
            ledger.bury(gone)
        else:
            for finding in (*outcome.findings, *unsound):
                ledger.add(finding)
            identified |= row["language_provenance"] == "identified"
            if twin := spill.add(row):
                ledger.refuse([_duplicate(*twin)])
            elif same := addresses.add(row):
                ledger.add(same)
        if options.progress:
            options.progress(done)
    return identified


def settled(outcome: Outcome, judge: Judge | None) -> tuple[Row | None, list[Finding]]:
    """The row to be kept: with its corrections, or, where they make it unsound, without them; and why.

    Args:
        outcome: what became of a raw article.
        judge: says what is wrong with a row.
    """
    raw = outcome.raw
    if judge is None or outcome.row is None or outcome.automatic is None or raw is None or raw.review is None:
        return outcome.row, []
    broken = [each for each in judge(outcome.row) if each.severity is Severity.ERROR]
    before = {(each.rule.code, each.message) for each in judge(outcome.automatic)} if broken else set()
    caused = [each for each in broken if (each.rule.code, each.message) not in before]
    if not caused:
        return outcome.row, []
    place = Place(file=raw.review.document.name, line=1, pointer="/corrections", record=outcome.row["id"])
    return outcome.automatic, [
        Finding(UNSOUND_RESULT, place, f"{each.rule.code} {each.rule.name} at {each.place.pointer}: {each.message}")
        for each in caused
    ]


def read_raws(sources: Sources, reader: FormatReader, ledger: Ledger) -> Iterator[RawArticle]:
    """The raw articles of all sources; what cannot be read goes to the ledger."""
    for unit in sources.units(reader):
        ledger.units += 1
        if unit.article is None:
            ledger.refuse(unit.findings)
            continue
        for finding in unit.findings:
            ledger.add(finding)
        yield unit.article


def spooled(raws: Iterable[RawArticle], spool: Spool, folder: Path) -> Iterator[RawArticle]:
    """The raw articles once all were read, each with the blocks that its source repeats."""
    with RepeatedBlocks(folder) as blocks:
        for each in raws:
            spool.add(each)
            blocks.add(each)
        blocks.settle()
    yield from map(blocks.told, spool)


def _duplicate(dropped: str, kept: str) -> Finding:
    file, line = origin(dropped)
    place = Place(file=file, line=line)
    return Finding(DUPLICATE, place, f"the same bytes as {kept}, which was kept", {"kept": kept})
