"""Numeric claims as an article's records state them: the whole way from entities to who asserts a number."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from corpus_pkg.annotate.claims import find_claims, times_without_claims
from corpus_pkg.annotate.dates import find_dates
from corpus_pkg.annotate.entities.finder import EntityFinder
from corpus_pkg.annotate.parsing import SentenceParser
from corpus_pkg.annotate.quotes.extract import find_quotes
from corpus_pkg.annotate.stating import Context, state_claims
from corpus_pkg.evaluate.gold.claims import ClaimedText, StatedClaim, read_claims
from corpus_pkg.evaluate.outcome import Outcome, Tools
from corpus_pkg.evaluate.score.claims import ClaimScore
from corpus_pkg.evaluate.stopwatch import Stopwatch, count_words
from corpus_pkg.evaluate.tasks.entities import find_in
from corpus_pkg.evaluate.tasks.quantities import refine_all
from corpus_pkg.evaluate.tasks.structure import ANY_ARTICLE, structure
from corpus_pkg.model.annotations import Claim


def claims_in(document: ClaimedText, finder: EntityFinder, parser: SentenceParser | None) -> list[Claim]:
    """The claims of a text, as those of an article's body are found.

    Args:
        document: the text.
        finder: finds its entities.
        parser: parses sentences; None in the fast mode.
    """
    text, parts = document.text, structure(document.text)
    entities = find_in(text, finder)
    quotes = find_quotes(ANY_ARTICLE, text, parts.paragraphs, parts.sentences, parts.stretches, entities).quotes
    dates = find_dates(text, document.published)
    named = [(each.start, each.end) for entity in entities for each in entity.mentions if each.kind == "name"]
    spans = find_claims(text, parts.sentences, sorted(times_without_claims(text, dates) + named))
    if parser is not None:
        spans = refine_all(text, spans, parser)
    return state_claims(spans, Context(ANY_ARTICLE, text, entities, quotes, dates))


def as_stated(claims: Iterable[Claim]) -> list[StatedClaim]:
    """Records in the form of the gold."""
    return [
        StatedClaim(
            stretch=(each.start, each.end), number=(each.number.start, each.number.end),
            values=(each.value, each.low, each.high), unit=each.unit, modifier=each.modifier, change=each.change,
            change_kind=each.change_kind, measured=each.measured, of=each.of, per=each.per,
            asserted_by=each.asserter.text if each.asserter else None,
        )
        for each in claims
    ]  # fmt: skip


def measure(path: Path, tools: Tools) -> Outcome:
    """Runs the pipeline on a set of claims.

    Raises:
        UsageError: the set is not in its form.
        ModelError: a model is missing or damaged.
    """
    documents = read_claims(path)
    finder, parser = tools.finder(), tools.parser() if tools.parser else None
    watch, score = Stopwatch(), ClaimScore()
    for document in documents:
        with watch:
            found = claims_in(document, finder, parser)
        score.add(document, as_stated(found))
    return Outcome(score.figures(), count_words([each.text for each in documents]), watch.seconds, score.mistakes)
