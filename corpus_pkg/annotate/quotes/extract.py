"""The quotations of an article, each with its cue and its speaker."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from corpus_pkg.annotate.quotes.confidence import confidence
from corpus_pkg.annotate.quotes.indirect import Reported
from corpus_pkg.annotate.quotes.refusal import refused
from corpus_pkg.annotate.quotes.sentence import Attribution
from corpus_pkg.annotate.quotes.speakers import Resolver
from corpus_pkg.annotate.quotes.utterances import Attributed, Said, attribute_text
from corpus_pkg.model.annotations import Cue, Entity, Quote, ScareQuote, Span, Speaker
from corpus_pkg.model.ids import record_id
from corpus_pkg.model.vocabulary import QuoteKind
from corpus_pkg.text.paragraphs import trimmed
from corpus_pkg.text.quotation_marks import Stretch

_OWN_CLAUSE = ("behind-", "before-", "turn", "split", "carried-", "continued", "alternating", "unclosed")


@dataclass(frozen=True, slots=True)
class Quotations:
    """What stands in quotation marks, and what is reported without them.

    Attributes:
        quotes: the quotations, by start.
        scare: what stands in marks and is none, by start.
    """

    quotes: list[Quote]
    scare: list[ScareQuote]


def find_quotes(  # noqa: PLR0913, PLR0917  the structure of a text has this many parts
    article: str, text: str, paragraphs: Sequence[Span], sentences: Sequence[Span], stretches: Sequence[Stretch],
    entities: Sequence[Entity],
) -> Quotations:  # fmt: skip
    """The quotations of an article.

    Args:
        article: the article's id.
        text: its text.
        paragraphs: its paragraphs.
        sentences: its sentences.
        stretches: its quoted stretches.
        entities: its entities, to which speakers are resolved.
    """
    records = _Records(article, text, Resolver(text, entities))
    for said in attribute_text(text, paragraphs, sentences, stretches):
        records.take(said)
    scare = sorted(records.scare, key=lambda each: each.start)
    return Quotations(sorted(records.quotes, key=lambda quote: (quote.start, -quote.end)), scare)


@dataclass(slots=True)
class _Records:
    """The records made so far, and what later ones refer to: the stretches kept, the groups by utterance."""

    article: str
    text: str
    resolver: Resolver
    quotes: list[Quote] = field(default_factory=list)
    scare: list[ScareQuote] = field(default_factory=list)
    _kept: dict[Stretch, str] = field(default_factory=dict)
    _groups: dict[int, str] = field(default_factory=dict)

    def take(self, said: Said) -> None:
        """Takes in a sentence."""
        for subject in said.subjects:
            self.resolver.note(*subject)
        for antecedent in said.antecedents:
            self.resolver.mention(*antecedent)
        # Speakers are resolved in the order in which they stand: a pronoun goes back to the one before.
        first = said.quotations[0].stretch.open if said.quotations else 0
        leading = [each for each in said.reported if each.attribution.cue and each.attribution.cue[0] < first]
        self.quotes += self._reported(leading)
        for each in said.quotations:
            if each.parent is not None and each.parent not in self._kept:
                continue
            reason = refused(self.text, each.stretch, each.attribution)
            span = trimmed(self.text, each.stretch.start, each.stretch.end)
            if span.start >= span.end:
                continue
            if reason:
                inside = self.text[span.start : span.end]
                self.scare.append(ScareQuote(start=span.start, end=span.end, text=inside, kind=reason))
            else:
                self._marked(each, span)
        self.quotes += self._reported([each for each in said.reported if each not in leading])

    def _marked(self, found: Attributed, span: Span) -> None:
        surface = self.text[span.start : span.end]
        own = record_id("q", self.article, "quote", span.start, span.end)
        self._kept[found.stretch] = own
        sure = found.stretch.closed or found.stretch.continues
        self.quotes.append(
            self._quote(
                own, span, _kind(surface, found), found.attribution, carried=found.carried, sure=sure,
                group=self._groups.setdefault(found.utterance, own),
                nested_in=self._kept.get(found.parent) if found.parent else None,
            )
        )  # fmt: skip

    def _reported(self, reported: Sequence[Reported]) -> Iterator[Quote]:
        """The reported clauses of a sentence; one inside another is nested in it, and reported by its speaker."""
        taken: list[Quote] = []
        for each in sorted(reported, key=lambda each: (each.parts[0][0], -each.parts[-1][1])):
            first: str | None = None
            for start, end in each.parts:
                if any(_crosses(start, end, other) for other in taken):
                    continue
                own = record_id("q", self.article, "quote", start, end)
                outer = next((other for other in reversed(taken) if other.start <= start and end <= other.end), None)
                first, attribution = first or own, each.attribution
                if outer and outer.speaker and attribution.reporter is None:
                    attribution = replace(attribution, reporter=(outer.speaker.start, outer.speaker.end))
                quote = self._quote(
                    own, Span(start=start, end=end), "indirect", attribution, carried=False, sure=True,
                    group=first, nested_in=outer.id if outer else None,
                )  # fmt: skip
                taken.append(quote)
                yield quote

    def _quote(  # noqa: PLR0913  one record of all that was found
        self, own: str, span: Span, kind: QuoteKind, attribution: Attribution | None, *, carried: bool, sure: bool,
        group: str, nested_in: str | None,
    ) -> Quote:  # fmt: skip
        speaker, entity, name = self._speaker(attribution.speaker if attribution else None)
        reporter, reporter_entity, reporting = self._speaker(attribution.reporter if attribution else None)
        if reporter and speaker and (_same(reporter, speaker) or (name and reporting == name)):
            reporter, reporter_entity = None, None  # "Okoro said he had warned that ...": he reports himself
        cue = attribution.cue if attribution else None
        rule = attribution.rule if attribution else "unattributed"
        surface = self.text[span.start : span.end]
        return Quote(
            id=own, start=span.start, end=span.end, text=surface, kind=kind,
            cue=Cue(start=cue[0], end=cue[1], text=self.text[cue[0] : cue[1]]) if cue else None,
            speaker=speaker, speaker_entity=entity, speaker_name=name, reporter=reporter,
            reporter_entity=reporter_entity,
            attribution="none" if speaker is None else "carried" if carried else "explicit",
            group=group, nested_in=nested_in, rule=rule, confidence=confidence(rule, len(surface.split()), sure=sure),
            review="auto",
        )  # fmt: skip

    def _speaker(self, span: tuple[int, int] | None) -> tuple[Speaker | None, str | None, str | None]:
        """The mention, the entity and the name of who speaks; a plural speaker has a name but no one entity."""
        if span is None:
            return None, None, None
        start, end = span
        kind, found = self.resolver.resolve(start, end)
        speaker = Speaker(start=start, end=end, text=self.text[start:end], kind=kind)
        name = " and ".join(each.name for each in found) or None
        entity = found[0].entity if len(found) == 1 else None
        return speaker, entity.id if entity else None, name


def _crosses(start: int, end: int, other: Quote) -> bool:
    """Whether a clause is one already taken, or overlaps it without lying inside it."""
    same = (start, end) == (other.start, other.end)
    return same or (start < other.end and other.start < end and not (other.start <= start and end <= other.end))


def _kind(surface: str, found: Attributed) -> QuoteKind:
    """Direct: a quoted clause or sentence of its own; partial: a fragment inside the reporter's sentence."""
    rule = found.attribution.rule if found.attribution else None
    own = not found.embedded and (rule is None or found.carried or rule.startswith(_OWN_CLAUSE))
    opens = surface[:1].isupper() or surface[:1] in "[(…'‘" or surface[:1].isdigit()
    return "direct" if own and (opens or len(surface.split()) > 1) else "partial"


def _same(one: Speaker, two: Speaker) -> bool:
    return (one.text or "").lower() == (two.text or "").lower()
