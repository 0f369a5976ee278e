"""Calendar days and months that leave their year out: the nearest one, by what the words around it tell."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Final

from corpus_pkg.annotate.dates.absolute import day_number, full_date
from corpus_pkg.annotate.dates.calendar_values import exists
from corpus_pkg.annotate.dates.lexicon import MONTHS, SHORT_MONTHS, UNSURE_MONTHS
from corpus_pkg.annotate.dates.reading import REFUSED, Phrase, Reading, open_reading
from corpus_pkg.annotate.dates.tense import Tense, tense

_LEAP_YEAR: Final = 2024
_MONTH_LEADS: Final = frozenset(
    "in since last next this of by until till from to and early late mid during through for between every each around "
    "throughout before after past ending ended starting beginning".split()
)
# A nearest date that lies on the side the words do not point to must be so much nearer.
_AGAINST: Final = 6.0
_UNTOLD_FUTURE: Final = 1.5


def month_day(phrase: Phrase) -> Reading | None:
    """February 13: the nearest such day, by what the words around it tell."""
    day, month = day_number(phrase), MONTHS[phrase.words("m")[0]]
    if day is None:
        return None
    if not exists(_LEAP_YEAR, month, day):
        return REFUSED
    value = f"XXXX-{month:02d}-{day:02d}"
    anchor = phrase.anchor
    if anchor is None:
        return open_reading(value)
    days = [dt.date(year, month, day) for year in range(anchor.year - 1, anchor.year + 2) if exists(year, month, day)]
    if not days:
        return open_reading(value)
    weigh = _weights(tense(phrase.tokens, phrase.first, phrase.last))
    return Reading(min(days, key=lambda each: weigh[each > anchor] * abs((each - anchor).days)).isoformat())


def day_beside(phrase: Phrase) -> Reading | None:
    """The 14 of June 12-14, the 12 of 12-14 June 2024: a day that shares the month beside it."""
    reading = full_date(phrase) if phrase.word("y") else month_day(phrase)
    if reading is None or reading is REFUSED:
        return reading
    if phrase.match.start("m") < phrase.match.start("d"):
        return replace(reading, first=phrase.match.start("d"), last=phrase.last)
    return replace(reading, first=phrase.first, last=phrase.match.end("d"))


def shared_year(phrase: Phrase) -> Reading | None:
    """The March of "between March and May 2023"; the December of "December to March 2024" is a year before."""
    month, other = MONTHS[phrase.words("m")[0]], MONTHS[phrase.words("other")[0]]
    year, day = int(phrase.word("y")) - (month > other), day_number(phrase)
    if day is None:
        return Reading(f"{year:04d}-{month:02d}")
    return Reading(f"{year:04d}-{month:02d}-{day:02d}") if exists(year, month, day) else REFUSED


def _weights(told: Tense) -> tuple[float, float]:
    """What a step into the past and one into the future cost."""
    if told is Tense.OPEN:
        return 1.0, _UNTOLD_FUTURE
    return (_AGAINST, 1.0) if told is Tense.FUTURE else (1.0, _AGAINST)


def bare_month(phrase: Phrase) -> Reading | None:
    """In February: the nearest one, by what the words around it tell."""
    name = phrase.words("m")[0]
    if not _names_month(phrase, name):
        return None
    month, anchor = MONTHS[name], phrase.anchor
    if anchor is None:
        return open_reading(f"XXXX-{month:02d}")
    weigh = _weights(tense(phrase.tokens, phrase.first, phrase.last))
    steps = [month - anchor.month + 12 * years for years in (-1, 0, 1)]
    step = min(steps, key=lambda each: weigh[each > 0] * abs(each))
    year = anchor.year + (anchor.month - 1 + step) // 12
    return Reading(f"{year:04d}-{month:02d}")


def _names_month(phrase: Phrase, name: str) -> bool:
    """Whether a word that may be a verb, a noun or a first name stands for its month."""
    tokens, first = phrase.tokens, phrase.first
    if tokens.word(first - 1) == "." and tokens.word(first - 2) in {"mr", "mrs", "ms", "dr"}:
        return False
    if tokens.kind(phrase.last) == "-" and tokens.kind(phrase.last + 1) == "x" and tokens.capital(phrase.last + 1):
        return False
    if name not in UNSURE_MONTHS and (name not in SHORT_MONTHS or name == "sept" or phrase.words("m")[-1] == "."):
        # Two capitals side by side are a name: "April Lindqvist", "June Okoro".
        follows = tokens.capital(phrase.last) and tokens.kind(phrase.last) == "x"
        return not follows or tokens.word(first - 1) in _MONTH_LEADS
    before = tokens.word(first - 1)
    if before == "-":
        before = tokens.word(first - 2)
    if phrase.last - first > len(phrase.words("m")):
        return True
    if tokens.capital(phrase.last) and tokens.kind(phrase.last) == "x":
        return False
    return before in _MONTH_LEADS
