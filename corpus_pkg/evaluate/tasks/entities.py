"""Entities: the recogniser, and what the rules of a whole text make of its names."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from corpus_pkg.annotate.entities.finder import EntityFinder
from corpus_pkg.evaluate.gold.names import Name, read_names
from corpus_pkg.evaluate.outcome import Outcome, Tools
from corpus_pkg.evaluate.score.entities import EntityScore
from corpus_pkg.evaluate.stopwatch import Stopwatch, count_words
from corpus_pkg.evaluate.tasks.structure import ANY_ARTICLE
from corpus_pkg.model.annotations import Entity
from corpus_pkg.text.paragraphs import paragraphs


def find_in(text: str, finder: EntityFinder) -> list[Entity]:
    """The entities of a gold text."""
    (labelled,) = finder.read([(text, paragraphs(text))])
    return finder.find(ANY_ARTICLE, text, labelled)


def as_names(entities: Iterable[Entity]) -> list[Name]:
    """The names of entities, each with its entity's id as cluster and its key as link; nominals are no names.

    Shorter names come first: where gold's names nest, each is held against the one of its own length.
    """
    names = [
        Name((mention.start, mention.end), entity.type, cluster=entity.id, link=entity.key)
        for entity in entities
        for mention in entity.mentions
        if mention.kind == "name"
    ]
    return sorted(names, key=lambda each: (each.stretch[1] - each.stretch[0], each.stretch))


def measure(path: Path, tools: Tools) -> Outcome:
    """Runs the pipeline on a set of entities.

    Raises:
        UsageError: the set is not in its form.
    """
    documents = read_names(path)
    opened, watch, score = tools.finder(), Stopwatch(), EntityScore()
    for document in documents:
        with watch:
            found = find_in(document.text, opened)
        score.add(document, as_names(found))
    return Outcome(score.figures(), count_words([each.text for each in documents]), watch.seconds, score.mistakes)
