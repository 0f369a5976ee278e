"""Clusters: which names of a text, and of a set, are of one thing.

`within_f1` and `across_f1` say how well names are joined when they are known: gold's names are joined as they are.
`own_f1` is the figure within texts with the names that our own recogniser finds; a gold name that it misses is a
cluster of its own.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from corpus_pkg.annotate.entities.extract import join_mentions
from corpus_pkg.annotate.entities.mentions.draft import TYPES, Named
from corpus_pkg.evaluate.gold.names import Name, NamedText, read_names
from corpus_pkg.evaluate.outcome import Outcome, Tools
from corpus_pkg.evaluate.score.clusters import ClusterScore
from corpus_pkg.evaluate.stopwatch import Stopwatch, count_words
from corpus_pkg.evaluate.tasks.entities import as_names, find_in
from corpus_pkg.model.ids import article_id


def measure(path: Path, tools: Tools) -> Outcome:
    """Runs the pipeline on a set of clusters, once with gold's names and once, timed, with its own.

    Raises:
        UsageError: the set is not in its form.
    """
    documents = read_names(path, clustered=True)
    opened, watch, given, own = tools.finder(), Stopwatch(), ClusterScore(), ClusterScore()
    for document in documents:
        given.add(document, join_gold(document))
        with watch:
            found = find_in(document.text, opened)
        own.add(document, as_names(found))
    figures = {"within_f1": given.within(), "across_f1": given.across(), "own_f1": own.within()}
    return Outcome(figures, count_words([each.text for each in documents]), watch.seconds, given.mistakes())


def join_gold(document: NamedText) -> list[Name]:
    """Gold's names, joined by our rules."""
    mentions = [Named(*each.stretch, TYPES[each.label], None, "model") for each in document.names]
    return as_names(join_mentions(_article(document), document.text, mentions))


def _article(document: NamedText) -> str:
    """An article's id for a gold text: keys that hold in one article only must differ between texts."""
    return article_id(hashlib.sha256(document.id.encode()).hexdigest())
