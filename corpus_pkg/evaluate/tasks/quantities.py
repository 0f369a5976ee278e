"""Quantities: sentences, expressions of time and numeric claims, in the order in which an article's are read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from corpus_pkg.annotate.claims import find_claims, times_without_claims
from corpus_pkg.annotate.dates import find_dates
from corpus_pkg.annotate.entities.finder import EntityFinder
from corpus_pkg.evaluate.gold.quantities import Quantity, read_quantities
from corpus_pkg.evaluate.outcome import Outcome
from corpus_pkg.evaluate.score.quantities import QuantityScore
from corpus_pkg.evaluate.stopwatch import Stopwatch, count_words
from corpus_pkg.evaluate.tasks.claim_names import as_quantities
from corpus_pkg.evaluate.tasks.structure import structure


def find_quantities(text: str) -> list[Quantity]:
    """The numeric claims of a text as quantities."""
    taken = times_without_claims(text, find_dates(text, None))
    return as_quantities(text, find_claims(text, structure(text).sentences, taken))


def measure(path: Path, _finder: Callable[[], EntityFinder]) -> Outcome:
    """Runs the pipeline on a set of quantities.

    Raises:
        UsageError: the set is not in its form.
    """
    documents = read_quantities(path)
    watch, score = Stopwatch(), QuantityScore()
    for document in documents:
        with watch:
            found = find_quantities(document.text)
        score.add(document, found)
    return Outcome(score.figures(), count_words([each.text for each in documents]), watch.seconds, score.mistakes)
