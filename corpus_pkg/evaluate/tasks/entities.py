"""Entities: the recogniser, and what the rules of a whole text make of its names."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from corpus_pkg.annotate.entities.extract import find_entities
from corpus_pkg.annotate.entities.recognizer import Labelled, Recognizer
from corpus_pkg.evaluate.gold.names import Name, read_names
from corpus_pkg.evaluate.outcome import Outcome
from corpus_pkg.evaluate.score.entities import EntityScore
from corpus_pkg.evaluate.stopwatch import Stopwatch, count_words
from corpus_pkg.evaluate.tasks.structure import ANY_ARTICLE


def find_names(text: str, labelled: Iterable[Labelled]) -> list[Name]:
    """The names of a text, each with its entity's id as cluster and its key as link."""
    return [
        Name((mention.start, mention.end), entity.type, cluster=entity.id, link=entity.key)
        for entity in find_entities(ANY_ARTICLE, text, labelled)
        for mention in entity.mentions
    ]


def measure(path: Path, recognizer: Callable[[], Recognizer]) -> Outcome:
    """Runs the pipeline on a set of entities.

    Raises:
        UsageError: the set is not in its form.
    """
    documents = read_names(path)
    opened, watch, score = recognizer(), Stopwatch(), EntityScore()
    for document in documents:
        with watch:
            (labelled,) = opened.recognize([document.text])
            found = find_names(document.text, labelled)
        score.add(document, found)
    return Outcome(score.figures(), count_words([each.text for each in documents]), watch.seconds, score.mistakes)
