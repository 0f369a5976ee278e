"""Speakers: whom a pronoun that speaks stands for, by the whole of the pipeline's names and quotations."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from corpus_pkg.annotate.entities.finder import EntityFinder
from corpus_pkg.annotate.quotes.extract import find_quotes
from corpus_pkg.evaluate.gold.speakers import SpokenText, read_speakers
from corpus_pkg.evaluate.outcome import Mistake, Outcome, Tools, around
from corpus_pkg.evaluate.stopwatch import Stopwatch, count_words
from corpus_pkg.evaluate.stretches import overlap
from corpus_pkg.evaluate.tasks.entities import find_in
from corpus_pkg.evaluate.tasks.structure import ANY_ARTICLE, structure
from corpus_pkg.model.annotations import Quote


def measure(path: Path, tools: Tools) -> Outcome:
    """Runs the pipeline on a set of speakers.

    Raises:
        UsageError: the set is not in its form.
    """
    documents = read_speakers(path)
    opened, watch = tools.finder(), Stopwatch()
    resolved, mistakes = 0, []
    for document in documents:
        with watch:
            quotes = _quotes(document.text, opened)
        name = speaker_of(document, quotes)
        if name is not None and document.key.lower() in name.lower():
            resolved += 1
        else:
            context = around(document.text, document.pronoun[0])
            mistakes.append(Mistake(document.id, "unresolved", document.key, name, context))
    words = count_words([each.text for each in documents])
    return Outcome({"resolved": resolved}, words, watch.seconds, mistakes)


def speaker_of(document: SpokenText, quotes: Sequence[Quote]) -> str | None:
    """The name given to the speaker of gold's stretch; None where no record is there, or none has a name.

    Of several records, the one whose speaker is gold's pronoun counts, then the one that shares most with gold.
    """
    there = [each for each in quotes if overlap(document.content, (each.start, each.end)) > 0]
    best = max(there, key=lambda each: (_is_pronoun(document, each), overlap(document.content, (each.start, each.end))),
               default=None)  # fmt: skip
    return best.speaker_name if best else None


def _is_pronoun(document: SpokenText, quote: Quote) -> bool:
    return quote.speaker is not None and (quote.speaker.start, quote.speaker.end) == document.pronoun


def _quotes(text: str, finder: EntityFinder) -> list[Quote]:
    parts = structure(text)
    entities = find_in(text, finder)
    return find_quotes(ANY_ARTICLE, text, parts.paragraphs, parts.sentences, parts.stretches, entities).quotes
