"""Times: expressions of time, resolved from gold's day of publication."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
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


System = Callable[[str, dt.date | None], list[Time]]
"""What finds the expressions of time of a text, given its day of publication."""


def find_times(text: str, published: dt.date | None) -> list[Time]:
    """The expressions of time of a text."""
    return [Time((each.start, each.end), each.value) for each in find_dates(text, published)]


def measure_system(path: Path, system: System) -> Outcome:
    """Runs a system on a set of times.

    Args:
        path: the set.
        system: what finds the expressions of time of a text.

    Raises:
        UsageError: the set is not in its form.
    """
    documents = read_times(path)
    instants = any(each.instants for each in documents)
    watch, score, left = Stopwatch(), TimeScore(), 0
    for document in documents:
        with watch:
            times = system(document.text, document.published)
        if instants:
            left += sum(each.value != as_instant(each.value) for each in times)
            times = [Time(each.stretch, as_instant(each.value)) for each in times]
        score.add(document, times)
    return Outcome(score.figures(), count_words([each.text for each in documents]), watch.seconds, score.mistakes,
                   notes=[_INSTANTS.format(left)] if left else [])  # fmt: skip


def measure(path: Path, _tools: Tools) -> Outcome:
    """Runs the pipeline on a set of times.

    Raises:
        UsageError: the set is not in its form.
    """
    return measure_system(path, find_times)


def as_instant(value: str | None) -> str | None:
    """A TIMEX3 value as TEI's `when` has it (W3C dates and times): a part of the day is its day.

    Args:
        value: a TIMEX3 value.

    Returns:
        The day, month, year or clock time; None for what it has not: durations, decades, weeks, seasons, references.
    """
    match = _INSTANT.fullmatch(value or "")
    return None if match is None else f"{match['day']}{match['clock'] or ''}"
