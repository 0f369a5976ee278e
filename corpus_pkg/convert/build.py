"""The whole way: sources in, a dataset directory out."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from corpus_pkg.annotate.entities.choice import DEFAULT
from corpus_pkg.convert.rejects import NAME as REJECTS
from corpus_pkg.convert.rejects import Ledger
from corpus_pkg.convert.settings import find_settings, read_mapping, read_settings
from corpus_pkg.convert.tombstones import find_tombstones, read_tombstones
from corpus_pkg.convert.work import Names, Outcome, annotate_all, open_once
from corpus_pkg.errors import UsageError
from corpus_pkg.findings import Finding, Place, Severity
from corpus_pkg.findings.rules.files import DUPLICATE
from corpus_pkg.findings.rules.review import UNSOUND_RESULT
from corpus_pkg.intake.files import find
from corpus_pkg.intake.raw import RawArticle
from corpus_pkg.intake.reader import FormatReader, digest
from corpus_pkg.intake.unit import Unit, refused
from corpus_pkg.model.manifest import Description, Manifest, SourceEntry
from corpus_pkg.model.rows import Row
from corpus_pkg.model.version import PIPELINE_VERSION, SCHEMA_VERSION
from corpus_pkg.model.vocabulary import Mode
from corpus_pkg.store.directory import BuildDirectory
from corpus_pkg.store.spill import Spill
from corpus_pkg.store.writer import WRITER, Document, write_dataset

STDIN = Path("-")
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


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made.

    Attributes:
        manifest: the manifest as written; None where there was no article to write.
        ledger: what was rejected, repaired and doubted.
    """

    manifest: Manifest | None
    ledger: Ledger


def build(sources: Sequence[Path], target: Path, options: Options | None = None) -> Built:
    """Converts sources into a dataset directory; what was there is replaced at once, or left whole.

    Args:
        sources: files, folders, globs; `-` for standard input.
        target: the directory to make.
        options: how.

    Raises:
        UsageError: a source is missing, or the target is in the way.
        ModelError: the recogniser cannot be used.
        CorpusError: a worker died, or another build is running.
    """
    options = options or Options()
    _refuse_inside(sources, target)
    settings = options.settings or find_settings(sources)
    description = read_settings(settings)
    tombstones = read_tombstones(options.tombstones or find_tombstones(sources))
    names = Names(options.ner, options.gazetteer, options.mode, options.scores)
    uses = open_once(names).uses
    day = options.today or dt.datetime.now(dt.UTC).date()
    ledger, digests = Ledger(), list[SourceEntry]()
    with BuildDirectory(target) as directory, Spill(directory.path) as spill:
        raws = _raws(sources, FormatReader(day, read_mapping(settings)), ledger, digests, description)
        outcomes = annotate_all(raws, names, day, options.workers, options.executor)
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
                if twin := spill.add(row):
                    ledger.refuse([_duplicate(*twin)])
            if options.progress:
                options.progress(done)
        ledger.balance(len(spill))
        if not len(spill):
            return Built(None, ledger)
        draft = Manifest(
            dataset=description, schema_version=SCHEMA_VERSION, pipeline_version=PIPELINE_VERSION, writer=WRITER,
            mode=options.mode, models=uses, configs=[], files=[], sources=sorted(digests, key=lambda each: each.path),
            units=ledger.counts(len(spill)), rejected=ledger.rejected_counts(), noted=ledger.noted_counts(),
        )  # fmt: skip
        (directory.path / REJECTS).write_bytes(ledger.rejects())
        manifest = write_dataset(directory.path, spill, draft, options.documents)
        directory.commit()
    return Built(manifest, ledger)


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


def _refuse_inside(sources: Sequence[Path], target: Path) -> None:
    place = target.resolve()
    for source in sources:
        if source.is_dir() and (place == source.resolve() or source.resolve() in place.parents):
            raise UsageError(str(target), f"lies inside the source {source}", "Write the dataset somewhere else.")


def _raws(
    sources: Sequence[Path], reader: FormatReader, ledger: Ledger, digests: list[SourceEntry], description: Description
) -> Iterator[RawArticle]:
    """The raw articles of all sources; what cannot be read goes to the ledger."""
    language = description.languages[0] if len(description.languages) == 1 else None
    for unit in _units(sources, reader, digests):
        ledger.units += 1
        article = unit.article
        if article is None:
            ledger.refuse(unit.findings)
            continue
        for finding in unit.findings:
            ledger.add(finding)
        if language and article.given.language is None:
            yield replace(article, given=replace(article.given, language=language))
        else:
            yield article


def _units(sources: Sequence[Path], reader: FormatReader, digests: list[SourceEntry]) -> Iterator[Unit]:
    files = [each for each in sources if each != STDIN]
    if len(files) < len(sources):
        yield from reader.read_stream(sys.stdin.buffer, "stdin")
    for found in find(files) if files else ():
        if isinstance(found, Finding):
            yield refused(found)
            continue
        with suppress(OSError):  # reading it says why
            digests.append(SourceEntry(path=found.name, sha256=digest(found)))
        yield from reader.read(found)


def _duplicate(dropped: str, kept: str) -> Finding:
    file, _, line = dropped.partition("#L")
    place = Place(file=file, line=int(line) if line else None)
    return Finding(DUPLICATE, place, f"the same bytes as {kept}, which was kept", {"kept": kept})
