"""Times: expressions of time, resolved from gold's day of publication."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from corpus_pkg.annotate.dates import find_dates
from corpus_pkg.annotate.entities.finder import EntityFinder
from corpus_pkg.evaluate.gold.times import Time, read_times
from corpus_pkg.evaluate.outcome import Outcome
from corpus_pkg.evaluate.score.times import TimeScore
from corpus_pkg.evaluate.stopwatch import Stopwatch, count_words


def measure(path: Path, _finder: Callable[[], EntityFinder]) -> Outcome:
    """Runs the pipeline on a set of times.

    Raises:
        UsageError: the set is not in its form.
    """
    documents = read_times(path)
    watch, score = Stopwatch(), TimeScore()
    for document in documents:
        with watch:
            found = find_dates(document.text, document.published)
        score.add(document, [Time((each.start, each.end), each.value) for each in found])
    return Outcome(score.figures(), count_words([each.text for each in documents]), watch.seconds, score.mistakes)
