"""Who states a number, in which quotation, and when it holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpus_pkg.annotate.claims import ClaimSpan
from corpus_pkg.annotate.stating.evidence import Asserter, find_asserter
from corpus_pkg.annotate.stating.holding import holds_when
from corpus_pkg.model.annotations import Claim, DateMention, Entity, Quote, Span
from corpus_pkg.model.ids import record_id


@dataclass(frozen=True, slots=True)
class Context:
    """What is known of the article around its claims."""

    article: str
    text: str
    entities: Sequence[Entity]
    quotes: Sequence[Quote]
    dates: Sequence[DateMention]


def state_claims(spans: Sequence[ClaimSpan], context: Context) -> list[Claim]:
    """The claims of an article, by start."""
    return [_claim(each, context) for each in spans]


def _claim(span: ClaimSpan, context: Context) -> Claim:
    quote = next((each for each in reversed(context.quotes) if each.start <= span.start and span.end <= each.end), None)
    sentence = Span(start=span.sentence_start, end=span.sentence_end)
    asserter = _asserter(span, sentence, quote, context)
    return Claim(
        id=record_id("c", context.article, "claim", span.start, span.end),
        start=span.start, end=span.end, text=context.text[span.start : span.end],
        number=Span(start=span.number_start, end=span.number_end), kind=span.kind,
        value=span.value, low=span.low, high=span.high, exact=span.exact, modifier=span.modifier,
        unit=span.unit, unit_text=span.unit_text, dimension=span.dimension, measured=span.measured, of=span.of,
        per=span.per, change=span.change, change_kind=span.change_kind, hedged=span.hedged, negated=span.negated,
        projected=span.projected, asserter=asserter.words if asserter else None,
        asserted_by=asserter.entity if asserter else None, quote_id=quote.id if quote else None,
        as_of=holds_when(span, context.text, context.dates), sentence=sentence, rule=span.rule,
        confidence=span.confidence, review="auto",
    )  # fmt: skip


def _asserter(span: ClaimSpan, sentence: Span, quote: Quote | None, context: Context) -> Asserter | None:
    """The speaker of the quotation around a number, else the source that a verb of evidence names."""
    if quote is not None:
        return Asserter(quote.speaker, quote.speaker_entity) if quote.speaker else None
    return find_asserter(context.text, sentence, (span.start, span.end), context.entities)
