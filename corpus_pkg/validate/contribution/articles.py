"""The articles of a contribution: read, annotated without a model, and judged by text and metadata.

What the annotator finds is not the contributor's business; what the text and its metadata are is. Articles with
reviewed annotations are annotated in full, since corrections are to what the annotator finds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from corpus_pkg.annotate.article import Annotated, annotate
from corpus_pkg.annotate.entities.finder import EntityFinder
from corpus_pkg.annotate.entities.recognizer import NoRecognizer
from corpus_pkg.annotate.models import Models
from corpus_pkg.convert.work import Outcome, settled
from corpus_pkg.findings import Finding, Level, Place
from corpus_pkg.findings.rules.files import DUPLICATE, FAILED
from corpus_pkg.intake.raw import RawArticle, origin
from corpus_pkg.model.article import Article
from corpus_pkg.model.rows import Row, to_row
from corpus_pkg.text.edits import OffsetMap, restore
from corpus_pkg.validate.columns.judge import Ground
from corpus_pkg.validate.columns.row import row_findings
from corpus_pkg.validate.target import Steps

_OWN = {Level.TEXT, Level.METADATA}


class Articles:
    """Judges raw articles one by one.

    Args:
        ground: what they are judged by.
        steps: counts what was looked at.
        models: opens what annotates the articles that have reviewed annotations.
    """

    def __init__(self, ground: Ground, steps: Steps, models: Callable[[], Models]) -> None:
        self._ground, self._steps, self._models = ground, steps, models
        self._plain = Models(EntityFinder(NoRecognizer()))
        self._seen: dict[str, str] = {}

    def findings(self, raw: RawArticle) -> Iterator[Finding]:
        """What is wrong with an article."""
        self._steps.count("articles")
        file, line = origin(raw.path)
        place = Place(file=file, line=line)
        if raw.sha256 in self._seen:
            yield Finding(
                DUPLICATE, place, f"the same bytes as {self._seen[raw.sha256]}", {"kept": self._seen[raw.sha256]}
            )
            return
        self._seen[raw.sha256] = raw.path
        reviewed = raw.review is not None and bool(raw.review.corrections)
        done = self._annotated(raw, self._models() if reviewed else self._plain)
        if isinstance(done, Finding):
            yield done
            return
        for each in done.findings:
            own = each.place.file == raw.path
            yield replace(each, place=replace(place, record=each.place.record)) if own else each
        if done.article is not None:
            yield from self._judged(done, done.article, place)

    def _annotated(self, raw: RawArticle, models: Models) -> Annotated | Finding:
        try:
            (done,) = annotate([raw], models, self._ground.today)
        except Exception as error:  # noqa: BLE001  whatever it is, it is reported with the article
            return Finding(FAILED, Place(file=raw.path), f"{type(error).__name__}: {error}")
        return done

    def _judged(self, done: Annotated, article: Article, place: Place) -> Iterator[Finding]:
        row = to_row(article)
        for finding in row_findings(row, self._ground):
            if finding.rule.level in _OWN:
                yield replace(finding, place=_placed(finding, article, place))
        if done.automatic is not None and done.raw.review is not None:
            self._steps.count("corrections", len(done.raw.review.corrections))
            outcome = Outcome(row, [], done.repairs, to_row(done.automatic), done.raw)
            _, unsound = settled(outcome, self._judge)
            yield from unsound

    def _judge(self, row: Row) -> list[Finding]:
        return list(row_findings(row, self._ground))


def _placed(finding: Finding, article: Article, place: Place) -> Place:
    """In the raw file: the line of the stretch that a finding is about."""
    start = finding.values.get("start")
    line = place.line
    if line is None and isinstance(start, int):
        raw = OffsetMap(article.edits).start(start)
        line = _raw_line(article, raw)
    return Place(file=place.file, line=line, pointer=finding.place.pointer, record=article.id)


def _raw_line(article: Article, offset: int) -> int:
    return restore(article.text or "", article.edits).count("\n", 0, offset) + 1
