"""A raw article to an annotated one: the stages in their order, each a pure function of what came before."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus_pkg.annotate.body import Body, part_body
from corpus_pkg.annotate.claims import ClaimSpan, find_claims, refine, times_without_claims, wants_parse
from corpus_pkg.annotate.dates import find_dates, locale_order
from corpus_pkg.annotate.entities.recognizer import Labelled
from corpus_pkg.annotate.metadata.candidates import candidates, region_starts
from corpus_pkg.annotate.metadata.doubts import candidate_doubts, date_doubts, rights_doubts
from corpus_pkg.annotate.metadata.evidence import DateVerdict, SourceVerdict, address, authors, judge_date, judge_source
from corpus_pkg.annotate.metadata.language import judge_language
from corpus_pkg.annotate.metadata.markup import stated_place, stated_title
from corpus_pkg.annotate.metadata.rights import judge_rights
from corpus_pkg.annotate.models import Models
from corpus_pkg.annotate.parsing import SentenceParser
from corpus_pkg.annotate.quotes.extract import Quotations, find_quotes
from corpus_pkg.annotate.review import apply_review
from corpus_pkg.annotate.stating import Context, state_claims
from corpus_pkg.findings import Finding, Place
from corpus_pkg.findings.rules.files import NO_BODY
from corpus_pkg.findings.rules.metadata import NO_MODEL
from corpus_pkg.intake.raw import RawArticle
from corpus_pkg.model.annotations import DateMention, Entity
from corpus_pkg.model.article import Article
from corpus_pkg.model.ids import article_id, text_sha256
from corpus_pkg.model.provenance import Annotator
from corpus_pkg.model.version import PIPELINE_VERSION, SCHEMA_VERSION
from corpus_pkg.model.vocabulary import LanguageProvenance, Layer

NAME = "corpus-pkg"


@dataclass(frozen=True, slots=True)
class Annotated:
    """What became of a raw article.

    Attributes:
        raw: the raw article.
        article: the record; None where there is no body.
        findings: what was refused or doubted on the way.
        repairs: how often each repair was made, by code.
        automatic: the record without the corrections of people, where there are any; else None.
    """

    raw: RawArticle
    article: Article | None
    findings: list[Finding]
    repairs: Counter[str]
    automatic: Article | None = None


def annotate(raws: Sequence[RawArticle], models: Models, today: dt.date) -> Iterator[Annotated]:
    """Annotates raw articles, in order.

    Args:
        raws: the raw articles; they are read together, and what is found in one does not depend on the others.
        models: finds entities and, in the full mode, parses.
        today: the day of conversion; a publication date after it is refused.
    """
    bodies = [part_body(raw) for raw in raws]
    languages = [_language(raw, body, models) for raw, body in zip(raws, bodies, strict=True)]
    labels = models.finder.read([(body.text, body.paragraphs) if "entities" in language.layers else ("", [])
                                 for body, language in zip(bodies, languages, strict=True)])  # fmt: skip
    drafts = [_draft(raw, body, language, labelled, models, today)
              for raw, body, language, labelled in zip(raws, bodies, languages, labels, strict=True)]  # fmt: skip
    if models.parser is not None:
        _refine([each for each in drafts if isinstance(each, _Draft)], models.parser)
    annotator = Annotator(name=NAME, version=PIPELINE_VERSION, mode=models.mode, models=models.uses)
    for draft in drafts:
        yield draft if isinstance(draft, Annotated) else _annotated(draft, annotator)


@dataclass(frozen=True, slots=True)
class _Language:
    """The language of an article, and what is looked for in it."""

    tag: str | None
    provenance: LanguageProvenance
    layers: list[Layer]


def _language(raw: RawArticle, body: Body, models: Models) -> _Language:
    tag, provenance = judge_language(raw, body.text)
    return _Language(tag, provenance, models.layers(tag))


@dataclass(slots=True)
class _Draft:
    """An article on its way, up to its claims."""

    raw: RawArticle
    body: Body
    language: _Language
    verdict: DateVerdict
    findings: list[Finding]
    source: SourceVerdict
    entities: list[Entity]
    found: Quotations
    dates: list[DateMention]
    spans: list[ClaimSpan]


def _draft(  # noqa: PLR0913, PLR0917  a draft is made of this many things
    raw: RawArticle, body: Body, language: _Language, labelled: Sequence[Labelled], models: Models, today: dt.date
) -> _Draft | Annotated:
    own = article_id(raw.sha256)
    place = Place(file=raw.path, record=own)
    if not any(each.isalnum() for each in body.text):
        return Annotated(raw, None, [Finding(NO_BODY, place, "nothing is left for the body")], body.repairs)
    starts = region_starts(body.regions, raw)
    verdict, findings = judge_date(raw.given, body.layout, place, today, raw.statements, starts)
    date, source = verdict.taken, judge_source(raw.given, body.layout, raw.statements)
    findings += date_doubts(body.layout, raw.statements, date, place)
    findings += rights_doubts(judge_rights(raw), place)
    layers = language.layers
    if "quotes" not in layers:
        message = f"its language is {language.tag}; looked for: {', '.join(layers) or 'nothing'}"
        findings.append(Finding(NO_MODEL, place, message, {"language": language.tag}))
    entities = models.finder.find(own, body.text, labelled, source.agency) if "entities" in layers else []
    if "quotes" not in layers:
        return _Draft(raw, body, language, verdict, findings, source, entities, Quotations([], []), [], [])
    found = find_quotes(own, body.text, body.paragraphs, body.sentences, body.stretches, entities)
    order = locale_order(language.tag, address(raw.given, body.layout, raw.statements))
    dates = find_dates(body.text, date.day if date and date.precision == "day" else None, order)
    named = [(each.start, each.end) for entity in entities for each in entity.mentions if each.kind == "name"]
    spans = find_claims(body.text, body.sentences, sorted(times_without_claims(body.text, dates) + named),
                        scores=models.scores)  # fmt: skip
    return _Draft(raw, body, language, verdict, findings, source, entities, found, dates, spans)


def _refine(drafts: Sequence[_Draft], parser: SentenceParser) -> None:
    """Reads the claims anew with the parses of their sentences, of all the articles together."""
    wanted = [_sentence(draft, each) for draft in drafts for each in draft.spans if wants_parse(each)]
    trees = parser.parse(wanted)
    for draft in drafts:
        draft.spans = [refine(each, trees[_sentence(draft, each)]) if _sentence(draft, each) in trees else each
                       for each in draft.spans]  # fmt: skip


def _sentence(draft: _Draft, span: ClaimSpan) -> str:
    return draft.body.text[span.sentence_start : span.sentence_end]


def _offset(instant: dt.datetime) -> int | None:
    """Minutes east of UTC."""
    offset = instant.utcoffset()
    return None if offset is None else int(offset.total_seconds() // 60)


def _annotated(draft: _Draft, annotator: Annotator) -> Annotated:
    raw, body, date, source, language = draft.raw, draft.body, draft.verdict.taken, draft.source, draft.language
    own, given, layout = article_id(raw.sha256), raw.given, body.layout
    header_title = next((each.value for each in layout.headers if each.key == "title"), None)
    context = Context(own, body.text, draft.entities, draft.found.quotes, draft.dates)
    title = given.title or stated_title(raw.statements) or layout.title or header_title
    url, names = address(given, layout, raw.statements), authors(given, layout, raw.statements)
    article = Article(
        id=own, title=title, text=body.text, text_length=len(body.text), text_sha256=text_sha256(body.text),
        language=language.tag, language_provenance=language.provenance, layers=language.layers,
        date=date.day if date else None, date_precision=date.precision if date else None,
        date_provenance=date.provenance if date else "none", date_agreement=draft.verdict.agreement,
        date_proposals=draft.verdict.proposals,
        published_at=date.instant.astimezone(dt.UTC) if date and date.instant else None,
        published_offset=_offset(date.instant) if date and date.instant else None,
        source=source.source, source_kind=source.kind, source_provenance=source.provenance, agency=source.agency,
        url=url, authors=names,
        candidates=candidates(raw, layout, body.regions, {
            "title": title, "source": source.source, "agency": source.agency, "authors": names, "url": url,
            "language": language.tag,
        }),
        dateline=layout.dateline.place if layout.dateline else stated_place(raw.statements),
        regions=body.regions, paragraphs=body.paragraphs, sentences=body.sentences, quotes=draft.found.quotes,
        scare=draft.found.scare, entities=draft.entities, claims=state_claims(draft.spans, context),
        dates=draft.dates,
        raw_path=raw.path, raw_sha256=raw.sha256, raw_media_type=raw.media_type, raw_encoding=raw.encoding,
        raw_encoding_provenance=raw.encoding_provenance, edits=body.edits, extraction=raw.extraction,
        rights=judge_rights(raw), review="auto", corrections=[],
        schema_version=SCHEMA_VERSION, annotator=annotator,
    )  # fmt: skip
    findings = [*draft.findings, *candidate_doubts(article.candidates, Place(file=raw.path, record=own))]
    if raw.review is None or not raw.review.corrections:
        return Annotated(raw, article, findings, body.repairs)
    reviewed = apply_review(article, raw.review)
    return Annotated(raw, reviewed.article, findings + reviewed.findings, body.repairs, article)
