"""The metadata, quotation, entity and claim levels of an article: surfaces, references, values."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Protocol

from corpus_pkg.findings import Finding, Place, Rule
from corpus_pkg.findings import rules_record as rules
from corpus_pkg.model.annotations import Claim, Quote
from corpus_pkg.model.article import Article

_MOST_SHOWN = 60


class _Surface(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def text(self) -> str: ...


def record_findings(article: Article, place: Place) -> Iterator[Finding]:
    """What is wrong with an article's metadata and annotations."""
    yield from _metadata(article, place)
    entities = {each.id: each.name for each in article.entities}
    quotes = {each.id for each in article.quotes}
    for index, quote in enumerate(article.quotes):
        own = Place(file=place.file, row=place.row, pointer=f"/quotes/{index}", record=quote.id)
        yield from _quote(article, quote, entities, quotes, own)
    for index, scare in enumerate(article.scare):
        own = Place(file=place.file, row=place.row, pointer=f"/scare/{index}", record=place.record)
        yield from _mismatch(article, scare, rules.SCARE_MISMATCH, own)
    yield from _entities(article, place)
    for index, claim in enumerate(article.claims):
        own = Place(file=place.file, row=place.row, pointer=f"/claims/{index}", record=claim.id)
        yield from _claim(article, claim, entities.keys() | quotes, own)


def _mismatch(article: Article, part: _Surface, rule: Rule, place: Place) -> Iterator[Finding]:
    surface = article.text[part.start : part.end] if part.start <= part.end else ""
    if surface != part.text:
        message = f"text is {part.text[:_MOST_SHOWN]!r}, text[{part.start}:{part.end}] is {surface[:_MOST_SHOWN]!r}"
        yield Finding(rule, place, message, {"start": part.start, "end": part.end})


def _metadata(article: Article, place: Place) -> Iterator[Finding]:
    pairs = (
        ("date_precision", article.date is not None, article.date_precision is not None),
        ("date_provenance", article.date is not None, article.date_provenance != "none"),
        ("date_agreement", article.date is not None, article.date_agreement > 0),
        ("source_provenance", article.source is not None, article.source_provenance != "none"),
    )
    for name, value, evidence in pairs:
        if value != evidence:
            own = Place(file=place.file, row=place.row, pointer=f"/{name}", record=place.record)
            message = "there is a value without it" if value else "it is stated without a value"
            yield Finding(rules.EVIDENCE_MISSING, own, message)


def _quote(
    article: Article, quote: Quote, entities: dict[str, str], quotes: set[str], place: Place
) -> Iterator[Finding]:
    if not 0 <= quote.start < quote.end <= len(article.text):
        message = f"[{quote.start}, {quote.end}) does not lie in the text of {len(article.text)} code points"
        yield Finding(rules.QUOTE_OUTSIDE, place, message)
        return
    yield from _mismatch(article, quote, rules.QUOTE_MISMATCH, place)
    if quote.cue:
        yield from _mismatch(article, quote.cue, rules.CUE_MISMATCH, place)
    yield from _persons(article, quote, entities, place)
    for name, reference in (("group", quote.group), ("nested_in", quote.nested_in)):
        if reference is not None and reference not in quotes:
            yield Finding(rules.QUOTE_REFERENCE, place, f"{name} {reference} is no quotation of the article")
    if (quote.attribution == "none") != (quote.speaker is None):
        yield Finding(
            rules.ATTRIBUTION, place, f"attribution is {quote.attribution!r}, speaker is {quote.speaker!r:.60}"
        )


def _persons(article: Article, quote: Quote, entities: dict[str, str], place: Place) -> Iterator[Finding]:
    for person in (quote.speaker, quote.reporter):
        if person:
            yield from _mismatch(article, person, rules.SPEAKER_MISMATCH, place)
    for reference in (quote.speaker_entity, quote.reporter_entity):
        if reference is not None and reference not in entities:
            yield Finding(rules.SPEAKER_UNKNOWN, place, f"{reference} is no entity of the article")
    known = entities.get(quote.speaker_entity or "", quote.speaker_name)
    if known != quote.speaker_name:
        message = f"{quote.speaker_name!r} is not the entity's name {known!r}"
        yield Finding(rules.SPEAKER_NAME, place, message)


def _entities(article: Article, place: Place) -> Iterator[Finding]:
    seen: set[tuple[str, str]] = set()
    mentions: list[tuple[int, int, str]] = []
    for index, entity in enumerate(article.entities):
        own = Place(file=place.file, row=place.row, pointer=f"/entities/{index}", record=entity.id)
        if (entity.key, entity.type) in seen:
            yield Finding(rules.KEY_TWICE, own, f"{entity.key} of type {entity.type} stands twice")
        seen.add((entity.key, entity.type))
        for mention in entity.mentions:
            yield from _mismatch(article, mention, rules.MENTION_MISMATCH, own)
            mentions.append((mention.start, mention.end, entity.id))
    mentions.sort()
    for one, two in pairwise(mentions):
        if two[0] < one[1]:
            own = Place(file=place.file, row=place.row, pointer="/entities", record=two[2])
            yield Finding(rules.MENTIONS_OVERLAP, own, f"[{one[0]}, {one[1]}) and [{two[0]}, {two[1]}) overlap")


def _claim(article: Article, claim: Claim, known: set[str], place: Place) -> Iterator[Finding]:
    yield from _mismatch(article, claim, rules.CLAIM_MISMATCH, place)
    inside = claim.start <= claim.number.start < claim.number.end <= claim.end
    if not inside or not claim.sentence.start <= claim.start <= claim.end <= claim.sentence.end:
        yield Finding(rules.CLAIM_MISMATCH, place, "the number does not lie in the claim, or the claim in its sentence")
    for name, reference in (("asserted_by", claim.asserted_by), ("quote_id", claim.quote_id)):
        if reference is not None and reference not in known:
            yield Finding(rules.CLAIM_REFERENCE, place, f"{name} {reference} is no record of the article")
    if not _values_agree(claim):
        message = f"modifier {claim.modifier}, value {claim.value}, low {claim.low}, high {claim.high}"
        yield Finding(rules.CLAIM_VALUE, place, message)


def _values_agree(claim: Claim) -> bool:
    """Whether value, ends and bound say one thing."""
    if claim.low is None or claim.high is None:
        return claim.low is claim.high is None and claim.value is not None and claim.modifier != "range"
    return claim.low <= (claim.low if claim.value is None else claim.value) <= claim.high
