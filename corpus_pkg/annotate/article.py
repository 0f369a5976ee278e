"""A raw article to an annotated one: the stages in their order, each a pure function of what came before."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus_pkg.annotate.body import Body, part_body
from corpus_pkg.annotate.claims import find_claims
from corpus_pkg.annotate.dates import find_dates
from corpus_pkg.annotate.entities.finder import EntityFinder
from corpus_pkg.annotate.entities.recognizer import Labelled
from corpus_pkg.annotate.metadata.evidence import DateVerdict, authors, judge_date, judge_source
from corpus_pkg.annotate.quotes.extract import find_quotes
from corpus_pkg.annotate.stating import Context, state_claims
from corpus_pkg.findings import Finding, Place
from corpus_pkg.findings.rules_input import NO_BODY
from corpus_pkg.intake.raw import RawArticle
from corpus_pkg.model.annotations import DateMention
from corpus_pkg.model.article import Article
from corpus_pkg.model.ids import article_id
from corpus_pkg.model.provenance import Annotator
from corpus_pkg.model.version import PIPELINE_VERSION, SCHEMA_VERSION

NAME = "corpus-pkg"
_OLD = 7
_AGE = re.compile(r"[ -](?:olds?|of age)\b")


@dataclass(frozen=True, slots=True)
class Annotated:
    """What became of a raw article.

    Attributes:
        raw: the raw article.
        article: the record; None where there is no body.
        findings: what was refused or doubted on the way.
        repairs: how often each repair was made, by code.
    """

    raw: RawArticle
    article: Article | None
    findings: list[Finding]
    repairs: Counter[str]


def annotate(raws: Sequence[RawArticle], finder: EntityFinder, today: dt.date) -> Iterator[Annotated]:
    """Annotates raw articles, in order.

    Args:
        raws: the raw articles; they are read together, and what is found in one does not depend on the others.
        finder: finds entities.
        today: the day of conversion; a publication date after it is refused.
    """
    bodies = [part_body(raw) for raw in raws]
    annotator = Annotator(name=NAME, version=PIPELINE_VERSION, models=finder.uses)
    labels = finder.read([(body.text, body.paragraphs) for body in bodies])
    for raw, body, labelled in zip(raws, bodies, labels, strict=True):
        yield _annotated(raw, body, _Names(finder, labelled), annotator, today)


@dataclass(frozen=True, slots=True)
class _Names:
    """What finds the entities of one article, and what was labelled in it."""

    finder: EntityFinder
    labelled: Sequence[Labelled]


def _annotated(raw: RawArticle, body: Body, names: _Names, annotator: Annotator, today: dt.date) -> Annotated:
    place = Place(file=raw.path, record=article_id(raw.sha256))
    if not any(each.isalnum() for each in body.text):
        finding = Finding(NO_BODY, place, "nothing is left for the body")
        return Annotated(raw, None, [finding], body.repairs)
    verdict, findings = judge_date(raw.given, body.layout, place, today)
    return Annotated(raw, _article(raw, body, names, annotator, verdict), findings, body.repairs)


def _article(raw: RawArticle, body: Body, names: _Names, annotator: Annotator, verdict: DateVerdict) -> Article:
    own, given, layout, date = article_id(raw.sha256), raw.given, body.layout, verdict.taken
    source = judge_source(given, layout)
    entities = names.finder.find(own, body.text, names.labelled, source.agency)
    found = find_quotes(own, body.text, body.paragraphs, body.sentences, body.stretches, entities)
    dates = find_dates(body.text, date.day if date and date.precision == "day" else None)
    named = [each for entity in entities for each in entity.mentions if each.kind == "name"]
    taken = sorted(_taken(dates, body.text) + [(each.start, each.end) for each in named])
    spans = find_claims(body.text, body.sentences, taken)
    header_title = next((each.value for each in layout.headers if each.key == "title"), None)
    return Article(
        id=own, title=given.title or layout.title or header_title, text=body.text, language=given.language,
        date=date.day if date else None, date_precision=date.precision if date else None,
        date_provenance=date.provenance if date else "none", date_agreement=verdict.agreement,
        published_at=date.instant if date else None,
        source=source.source, source_kind=source.kind, source_provenance=source.provenance, agency=source.agency,
        url=given.url or next((each.value for each in layout.headers if each.key == "url"), None),
        authors=authors(given, layout), dateline=layout.dateline.place if layout.dateline else None,
        regions=body.regions, paragraphs=body.paragraphs, sentences=body.sentences, quotes=found.quotes,
        scare=found.scare, entities=entities,
        claims=state_claims(spans, Context(own, body.text, found.quotes, dates)), dates=dates,
        raw_path=raw.path, raw_sha256=raw.sha256, raw_media_type=raw.media_type, raw_encoding=raw.encoding,
        raw_encoding_provenance=raw.encoding_provenance, edits=body.edits, rights=given.rights, review="auto",
        schema_version=SCHEMA_VERSION, annotator=annotator,
    )  # fmt: skip


def _taken(dates: Sequence[DateMention], text: str) -> list[tuple[int, int]]:
    """The stretches of dates, which hold no claim; `five years old` is an age, which is one."""
    return [(each.start, each.end) for each in dates if not _AGE.search(text[each.start : each.end + _OLD])]
