"""Times: expressions of time, resolved from gold's day of publication."""

from __future__ import annotations

import re
from pathlib import Path

from corpus_pkg.annotate.dates import find_dates
from corpus_pkg.evaluate.gold.times import Time, read_times
from corpus_pkg.evaluate.outcome import Outcome, Tools
from corpus_pkg.evaluate.score.times import TimeScore
from corpus_pkg.evaluate.stopwatch import Stopwatch, count_words

_INSTANT = re.compile(r"(?P<day>\d{4}(?:-\d\d(?:-\d\d)?)?)(?:T(?:MO|MI|AF|EV|NI))?(?P<clock>T\d\d:\d\d.*)?")
_INSTANTS = (
    "gold's values are days, months, years and clock times alone; compared in that form, which changes {} values"
)


def measure(path: Path, _tools: Tools) -> Outcome:
    """Runs the pipeline on a set of times.

    Raises:
        UsageError: the set is not in its form.
    """
    documents = read_times(path)
    watch, score, left = Stopwatch(), TimeScore(), 0
    for document in documents:
        with watch:
            found = find_dates(document.text, document.published)
        times = [Time((each.start, each.end), each.value) for each in found]
        if any(each.instants for each in documents):
            left += sum(each.value != as_instant(each.value) for each in times)
            times = [Time(each.stretch, as_instant(each.value)) for each in times]
        score.add(document, times)
    return Outcome(score.figures(), count_words([each.text for each in documents]), watch.seconds, score.mistakes,
                   notes=[_INSTANTS.format(left)] if left else [])  # fmt: skip


def as_instant(value: str | None) -> str | None:
    """A TIMEX3 value as TEI's `when` has it (W3C dates and times): a part of the day is its day.

    Args:
        value: a TIMEX3 value.

    Returns:
        The day, month, year or clock time; None for what it has not: durations, decades, weeks, seasons, references.
    """
    match = _INSTANT.fullmatch(value or "")
    return None if match is None else f"{match['day']}{match['clock'] or ''}"
