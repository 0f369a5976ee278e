"""Clock times, and the day that each of them stands on."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import Final

from corpus_pkg.annotate.dates.lexicon import OFFSETS
from corpus_pkg.annotate.dates.reading import Phrase, Reading, open_reading
from corpus_pkg.annotate.dates.tokens import Tokens
from corpus_pkg.model.vocabulary import DateType

_LEADS: Final = frozenset("at by from around until till about before after since to between and".split())
_NOON: Final = 12
_DAY_HOURS: Final = 24
_HOUR_MINUTES: Final = 60
_FOUR_DIGITS: Final = 4
_DAY: Final = re.compile(r"(?:[0-9]{4}-[0-9]{2}-[0-9]{2}|XXXX-(?:WXX-[1-7]|[0-9]{2}-[0-9]{2}))\Z")
_OPEN_CLOCK: Final = re.compile(r"T[0-9]{2}:[0-9]{2}")
_FARTHEST: Final = 24
_CLOCK_KINDS: Final = frozenset("KDCGY4L")


def clock(phrase: Phrase) -> Reading | None:
    """10:30 a.m., 2 pm EST, 1400 GMT, 18:45, noon: the time of day; `dated` gives it its day."""
    word, half = phrase.word("h"), phrase.word("half")
    if word in {"noon", "midday", "midnight"}:
        # Midnight ends a day: "expires at midnight on Friday".
        return open_reading("T24:00" if word == "midnight" else "T12:00", "TIME")
    parts = re.split("[:.]", word) if len(word) < _FOUR_DIGITS or not word.isdigit() else [word[:2], word[2:]]
    hour, minute = int(parts[0]), int(parts[1]) if len(parts) > 1 else 0
    if half:
        if not 1 <= hour <= _NOON:
            return None
        hour = hour % _NOON + (_NOON if half.startswith("p") else 0)
    elif not phrase.word("zone") and not _stands_alone(phrase, word):
        return None
    if hour > _DAY_HOURS or minute >= _HOUR_MINUTES or (hour == _DAY_HOURS and minute):
        return None
    second = f":{parts[2]}" if len(parts) > 2 else ""  # noqa: PLR2004  hours, minutes, seconds
    zone = OFFSETS.get(phrase.word("zone").upper(), "")
    return open_reading(f"T{hour:02d}:{minute:02d}{second}{zone}", "TIME")


def _stands_alone(phrase: Phrase, word: str) -> bool:
    """Whether digits with a colon are a time of day without zone: not a score, a ratio or a verse."""
    if ":" not in word or word.count(":") > 1:
        return False
    tokens, lead = phrase.tokens, phrase.tokens.word(phrase.first - 1)
    return lead in _LEADS or (tokens.word(phrase.last), tokens.word(phrase.last + 1)) == ("local", "time")


def dated(
    place: int, readings: Sequence[tuple[int, int, Reading]], tokens: Tokens, anchor: dt.date | None
) -> tuple[int, int, Reading]:
    """Give a clock time the day that its sentence names nearest, else the day of publication.

    Args:
        place: Index of the expression among `readings`.
        readings: All expressions (first token, one past the last, reading), by start.
        tokens: The tokens of the text.
        anchor: The day of publication, where it is trusted.

    Returns:
        The expression, dated where a day is known.
    """
    first, last, reading = readings[place]
    value = reading.value
    if reading.type != "TIME" or value is None or not _OPEN_CLOCK.match(value):
        return readings[place]
    near = []
    for other in (place - 1, place + 1, place - 2, place + 2):
        if 0 <= other < len(readings):
            start, end, each = readings[other]
            between = tokens.classes[last:start] if other > place else tokens.classes[end:first]
            if (
                each.type == "DATE"
                and each.value
                and _DAY.match(each.value)
                and len(between) <= _FARTHEST
                and not set(between) & {".", "|"}
            ):
                near.append((len(between), each))
    if near:
        day = min(near, key=lambda each: each[0])[1]
        return first, last, Reading(f"{day.value}{value}", "TIME", day.resolved)
    return (first, last, Reading(f"{anchor.isoformat()}{value}", "TIME")) if anchor else readings[place]


def _names_day(reading: Reading, kinds: str) -> bool:
    """Whether an expression is a day of its own: a date, a weekday, today; not "three days ago"."""
    if reading.type == "TIME" or "U" in kinds or "V" in kinds:
        return False
    return bool(_DAY.match(reading.value)) if reading.value else kinds.endswith("d")


def joined(readings: Sequence[tuple[int, int, Reading]], tokens: Tokens) -> list[tuple[int, int, Reading]]:
    """Make one expression of a clock time and the day beside it: "10 p.m. Wednesday", "16:00 UTC today"."""
    result: list[tuple[int, int, Reading]] = []
    for first, last, reading in readings:
        if result:
            start, end, before = result[-1]
            alone = _CLOCK_KINDS.issuperset(tokens.classes[start:end])
            open_clock = alone and before.value is not None and _OPEN_CLOCK.match(before.value)
            beside = tokens.classes[end:first] in ("", ",")
            if open_clock and beside and _names_day(reading, tokens.classes[first:last]):
                kind: DateType = "SET" if reading.type == "SET" else "TIME"
                result[-1] = start, last, Reading(f"{reading.value or ''}{before.value}", kind, reading.resolved)
                continue
        result.append((first, last, reading))
    return result
