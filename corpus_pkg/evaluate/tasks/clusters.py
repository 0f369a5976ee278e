"""Clusters: which names of a text, and of a set, are of one thing.

`within_f1` and `across_f1` say how well names are joined when they are known: gold's names stand in for the
recogniser. `own_f1` is the figure within texts with the names that our own recogniser finds; a gold name that it misses
is a cluster of its own.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from corpus_pkg.annotate.entities.recognizer import Labelled, Recognizer
from corpus_pkg.evaluate.gold.names import read_names
from corpus_pkg.evaluate.outcome import Outcome
from corpus_pkg.evaluate.score.clusters import ClusterScore
from corpus_pkg.evaluate.stopwatch import Stopwatch, count_words
from corpus_pkg.evaluate.tasks.entities import find_names


def measure(path: Path, recognizer: Callable[[], Recognizer]) -> Outcome:
    """Runs the pipeline on a set of clusters, once with gold's names and once, timed, with its own.

    Raises:
        UsageError: the set is not in its form.
    """
    documents = read_names(path, clustered=True)
    opened, watch, given, own = recognizer(), Stopwatch(), ClusterScore(), ClusterScore()
    for document in documents:
        names = [Labelled(*each.stretch, each.label) for each in document.names]
        given.add(document, find_names(document.text, names))
        with watch:
            (labelled,) = opened.recognize([document.text])
            found = find_names(document.text, labelled)
        own.add(document, found)
    figures = {"within_f1": given.within(), "across_f1": given.across(), "own_f1": own.within()}
    return Outcome(figures, count_words([each.text for each in documents]), watch.seconds, given.mistakes())
