"""Gold of expressions of time, after TIMEX3 (ISO 24617-1)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from corpus_pkg.evaluate.gold.lines import read_lines
from corpus_pkg.evaluate.stretches import Stretch

_DAY = len("2025-02-13")


@dataclass(frozen=True, slots=True)
class Time:
    """One expression of time: where it stands, and its TIMEX3 value where there is one."""

    stretch: Stretch
    value: str | None


@dataclass(frozen=True, slots=True)
class TimedText:
    """A text with its expressions of time.

    Attributes:
        id: the text's name.
        text: the text.
        published: the day of publication, where gold knows it.
        times: its expressions of time.
        instants: whether gold gives values in TEI's `when`, which knows days, months, years and clock times only.
    """

    id: str
    text: str
    published: dt.date | None
    times: list[Time]
    instants: bool = False


def read_times(path: Path) -> list[TimedText]:
    """The texts of a set of times.

    Raises:
        UsageError: a line is not in the sets' form.
    """
    texts = []
    for fields in read_lines(path):
        text = fields.text("text")
        found = fields.objects("times")
        times = [Time(each.stretch(text), each.text_or_none("value")) for each in found]
        instants = any("attrs" in each.values for each in found)
        texts.append(TimedText(fields.text("id"), text, _day(fields.text_or_none("reference_date")), times, instants))
    return texts


def _day(instant: str | None) -> dt.date | None:
    """The day of an instant; None for one that is coarser than a day."""
    try:
        return dt.date.fromisoformat(instant[:_DAY]) if instant else None
    except ValueError:
        return None
