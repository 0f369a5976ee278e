"""Raw articles to annotated rows: what a worker does, and which work is given to it."""

from __future__ import annotations

import datetime as dt
import gc
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby, islice
from pathlib import Path

from corpus_pkg.annotate.article import Annotated, annotate
from corpus_pkg.annotate.models import Models, open_models
from corpus_pkg.convert.blobs import Blobs
from corpus_pkg.convert.crew import Task
from corpus_pkg.convert.keys import article_key, code_digest
from corpus_pkg.convert.packing import join, pack
from corpus_pkg.convert.readings import Group
from corpus_pkg.convert.records import Head, facts_of, lost, pack_row
from corpus_pkg.errors import CorpusError
from corpus_pkg.findings import Finding, Place, Severity
from corpus_pkg.findings.rules.files import ENDS_WORKER, FAILED
from corpus_pkg.findings.rules.review import UNSOUND_RESULT
from corpus_pkg.intake.raw import RawArticle
from corpus_pkg.model.rows import Row, to_row
from corpus_pkg.model.vocabulary import Mode

BATCH = 16
_ENDS = "each worker that annotated it was killed, or ran out of memory"
Judge = Callable[[Row], list[Finding]]


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What a worker must know to annotate.

    Attributes:
        names: what annotates.
        today: the day of conversion.
        code: what code annotates.
        work: what annotates, told from anything else: a part of every key.
        blobs: where results are kept.
        judge: says what is wrong with an article's row; one whose corrections make it unsound is kept without them.
    """

    names: Names
    today: dt.date
    code: str
    work: str
    blobs: Blobs
    judge: Judge | None = None


@cache
def open_once(names: Names) -> Models:
    """The models of a process, loaded when the first batch comes."""
    models = open_models(names.ner, names.gazetteer, names.mode, scores=names.scores)
    # They stay: the collector of garbage need not walk through them again and again.
    gc.collect()
    gc.freeze()
    return models


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


def annotate_kept(raws: list[RawArticle], job: Job) -> list[Head]:
    """Annotates raw articles and keeps what becomes of them; a worker runs it.

    Raises:
        CorpusError: a result cannot be kept, or this worker has other code than the build.
    """
    if code_digest() != job.code:
        raise CorpusError("a worker", "runs another version of corpus-pkg or of what it uses",
                          "Install the same versions everywhere.")  # fmt: skip
    return [_kept(raw, outcome, job)
            for raw, outcome in zip(raws, annotate_batch(raws, job.names, job.today), strict=True)]  # fmt: skip


def _kept(raw: RawArticle, outcome: Outcome, job: Job) -> Head:
    row, unsound = settled(outcome, job.judge)
    packed = pack_row(row) if row is not None else b""
    facts = facts_of(row, packed) if row is not None else None
    failed = any(each.rule.code == FAILED.code for each in outcome.findings)
    head = Head(
        key="" if failed else article_key(raw, job.work), facts=facts, findings=[*outcome.findings, *unsound],
        repairs=outcome.repairs, today=job.today, bound=_bound(raw, outcome),
    )  # fmt: skip
    if head.key:
        job.blobs.put(head.key, join(pack(head), packed))
    return head


def _bound(raw: RawArticle, outcome: Outcome) -> bool:
    """Whether the day of conversion had a part in it: a date was refused, as one to come, or people corrected it."""
    proposals = outcome.row["date_proposals"] if outcome.row else []
    return raw.review is not None or outcome.row is None or any(each["verdict"] == "refused" for each in proposals)


def tasks(groups: Iterable[tuple[Group, list[Head | None]]], job: Job) -> Iterator[Task[Head]]:
    """The work that raw articles make: what is kept already is not done again.

    Args:
        groups: the articles, with what became of each when it was annotated before.
        job: how.
    """
    for group, heads in groups:
        for known, run in groupby(enumerate(heads), lambda each: each[1] is not None):
            stretch = iter(run)
            while some := list(islice(stretch, len(heads) if known else BATCH)):
                yield Task(call=annotate_kept, items=[] if known else [group.articles[at] for at, _ in some],
                           context=job, given_up=lambda raw: lost(raw, ENDS_WORKER, _ENDS, job.today),
                           ready=[head for _, head in some if head is not None] if known else None)  # fmt: skip
