"""The quotations of an article, each with its cue and its speaker."""

from __future__ import annotations

from collections.abc import Sequence

from corpus_pkg.annotate.quotes.attribution import Attribution
from corpus_pkg.annotate.quotes.carrying import Attributed, attribute_text
from corpus_pkg.annotate.quotes.refusal import refused
from corpus_pkg.annotate.quotes.speakers import Resolver
from corpus_pkg.model.annotations import Cue, Entity, Quote, Span, Speaker
from corpus_pkg.model.ids import record_id
from corpus_pkg.model.vocabulary import QuoteKind
from corpus_pkg.text.paragraphs import trimmed
from corpus_pkg.text.quotation_marks import Stretch

_UNCLOSED = 0.8
_OWN_CLAUSE = frozenset(
    ("behind-inverted", "behind-plain", "behind-dash", "before-colon", "before-comma", "before-label")
)


def find_quotes(  # noqa: PLR0913, PLR0917  the structure of a text has this many parts
    article: str, text: str, paragraphs: Sequence[Span], sentences: Sequence[Span], stretches: Sequence[Stretch],
    entities: Sequence[Entity],
) -> list[Quote]:  # fmt: skip
    """The quotations of an article, by start.

    Args:
        article: the article's id.
        text: its text.
        paragraphs: its paragraphs.
        sentences: its sentences.
        stretches: its quoted stretches.
        entities: its entities, to which speakers are resolved.
    """
    resolver = Resolver(text, entities)
    kept: dict[Stretch, str] = {}
    groups: dict[int, str] = {}
    quotes = []
    for said in attribute_text(text, paragraphs, sentences, stretches):
        for subject in said.subjects:
            resolver.note(*subject)
        for each in said.quotations:
            inside_refused = each.parent is not None and each.parent not in kept
            if not inside_refused and refused(text, each.stretch, each.attribution) is None:
                quote = _quote(article, text, each, resolver, groups, kept)
                kept[each.stretch] = quote.id
                quotes.append(quote)
    return sorted(quotes, key=lambda quote: (quote.start, -quote.end))


def _quote(  # noqa: PLR0913, PLR0917  one record of all that was found
    article: str, text: str, found: Attributed, resolver: Resolver, groups: dict[int, str], kept: dict[Stretch, str]
) -> Quote:
    span = trimmed(text, found.stretch.start, found.stretch.end)
    own = record_id("q", article, "quote", span.start, span.end)
    attribution = found.attribution
    speaker, entity, name = _speaker(text, attribution, resolver)
    cue = attribution.cue if attribution else None
    return Quote(
        id=own, start=span.start, end=span.end, text=text[span.start : span.end],
        kind=_kind(text, span, found),
        cue=Cue(start=cue[0], end=cue[1], text=text[cue[0] : cue[1]]) if cue else None,
        speaker=speaker, speaker_entity=entity, speaker_name=name,
        attribution="none" if speaker is None else "carried" if found.carried else "explicit",
        group=groups.setdefault(found.utterance, own), nested_in=kept.get(found.parent) if found.parent else None,
        rule=attribution.rule if attribution else "unattributed",
        confidence=_confidence(found), review="auto",
    )  # fmt: skip


def _confidence(found: Attributed) -> float:
    confidence = found.attribution.confidence if found.attribution else 0.5
    sure = found.stretch.closed or found.stretch.continues
    return round(confidence if sure else confidence * _UNCLOSED, 3)


def _kind(text: str, span: Span, found: Attributed) -> QuoteKind:
    """Direct: a quoted clause or sentence of its own; partial: a fragment inside the reporter's sentence."""
    surface = text[span.start : span.end]
    own = found.attribution is None or found.carried or found.attribution.rule in _OWN_CLAUSE
    opens = surface[:1].isupper() or surface[:1] in "[(…'‘" or surface[:1].isdigit()
    return "direct" if own and (opens or len(surface.split()) > 1) else "partial"


def _speaker(
    text: str, attribution: Attribution | None, resolver: Resolver
) -> tuple[Speaker | None, str | None, str | None]:
    """The mention, the entity and the name of who speaks; a plural speaker has a name but no one entity."""
    if attribution is None or attribution.speaker is None:
        return None, None, None
    start, end = attribution.speaker
    kind, entities = resolver.resolve(start, end)
    speaker = Speaker(start=start, end=end, text=text[start:end], kind=kind)
    name = " and ".join(each.name for each in entities) or None
    return speaker, entities[0].id if len(entities) == 1 else None, name
