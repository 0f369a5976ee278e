"""Calendar days and months that name their year."""

from __future__ import annotations

import datetime as dt
import re

from corpus_pkg.annotate.dates.calendar_values import exists
from corpus_pkg.annotate.dates.lexicon import MONTHS, ORDINALS, TENS
from corpus_pkg.annotate.dates.reading import REFUSED, Phrase, Reading

_FARTHEST = dt.timedelta(hours=14)
"""No zone is farther from UTC."""


def _written(year: int, month: int, day: int) -> Reading | None:
    return Reading(f"{year:04d}-{month:02d}-{day:02d}") if exists(year, month, day) else None


def iso_date(phrase: Phrase) -> Reading | None:
    """2025-02-13, with a clock time or without."""
    surface = phrase.tokens.text[phrase.tokens.starts[phrase.first] : phrase.tokens.ends[phrase.first]]
    reading = _written(int(surface[:4]), int(surface[5:7]), int(surface[8:10]))
    if reading is None or len(surface) <= len("2025-02-13"):
        return reading
    try:
        moment = dt.datetime.fromisoformat(surface.upper())
    except ValueError:
        return None
    away = moment.utcoffset()
    if away and abs(away) > _FARTHEST:
        return None
    # Fractions of a second are left out, and seconds that are not written: TIMEX3 has no more.
    value = moment.isoformat(timespec="seconds" if surface.count(":", 11, 19) > 1 else "minutes")
    return Reading(value.replace("+00:00", "Z"), "TIME")


def slashed(phrase: Phrase) -> Reading | None:
    """13/04/2025; 03/04/2025 is one of two days, which only the order that the source writes can part."""
    one, two, year = (int(part) for part in re.split("[/.]", phrase.tokens.word(phrase.first)))
    days = {order: dt.date(year, *parts).isoformat()
            for order, parts in (("day", (two, one)), ("month", (one, two))) if exists(year, *parts)}  # fmt: skip
    dotted = "." in phrase.tokens.word(phrase.first)
    known = days.get("day" if dotted else phrase.order or "")
    values = sorted(set(days.values()))
    if not values:
        return None
    if len(values) == 1 or known:
        return Reading(known or values[0])
    return Reading(f"{year:04d}-XX-XX", resolved=False, alternatives=tuple(values))


def attacks(_phrase: Phrase) -> Reading:
    """9/11, which in news is a name: the day of the attacks of 2001."""
    return Reading("2001-09-11")


def day_number(phrase: Phrase) -> int | None:
    """The day of the month that digits or ordinals name."""
    words = [word for word in phrase.words("d") if word != "-"]
    if len(words) == 1 and words[0][0].isdigit():
        return int(words[0].rstrip("sthndr"))
    return sum(ORDINALS.get(word) or TENS.get(word, 0) for word in words) or None


def full_date(phrase: Phrase) -> Reading | None:
    """13 February 2025; Thursday, February 13, 2025."""
    day = day_number(phrase)
    if day is None:
        return None
    return _written(int(phrase.word("y")), MONTHS[phrase.words("m")[0]], day) or REFUSED


def month_year(phrase: Phrase) -> Reading:
    """February 2025; mid-February 2025; the end of February 2025."""
    return Reading(f"{phrase.word('y')}-{MONTHS[phrase.words('m')[0]]:02d}")
