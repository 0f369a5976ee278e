"""Weeks, months, quarters, seasons and years that hang on the day of publication."""

from __future__ import annotations

import datetime as dt
from typing import Final

from corpus_pkg.annotate.dates.calendar_values import unit_value
from corpus_pkg.annotate.dates.counts import count, length
from corpus_pkg.annotate.dates.lengths import bounded
from corpus_pkg.annotate.dates.lexicon import MONTHS, ORDINALS, PLURALS, SEASONS
from corpus_pkg.annotate.dates.reading import NARRATIVE, Phrase, Reading, anchored, open_reading
from corpus_pkg.annotate.dates.tense import Tense, tense

_SHIFTS: Final = {"last": -1, "past": -1, "next": 1, "coming": 1, "upcoming": 1}
_CLAUSES: Final = frozenset("that when he she it they we i who which where his her before after".split())
_SEASON_LEADS: Final = frozenset("in since of by until till during through over for and or to from every".split())
_FRIDAY: Final = 5
_STARTS: Final = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_QUARTERS: Final = 4
_HALVES: Final = 2
_MONTHS_OF: Final = {"month": 1, "quarter": 3, "year": 12}


def unit(phrase: Phrase) -> Reading | None:
    """Last week, earlier this year, the end of this month, the past decade, the previous day."""
    words, name = phrase.words("lead"), phrase.word("u")
    if name in {"second", "minute"} or (name == "hour" and "past" not in words):
        return None
    if {"past", "coming"} & set(words) and "this" not in words and name not in {"weekend", "quarter"}:
        return Reading(length(1, name), "DURATION")
    if NARRATIVE & set(words):
        return open_reading()
    shift = next((_SHIFTS[word] for word in words if word in _SHIFTS), 0)
    if "latest" in words:
        shift = -1
    value = unit_value(phrase.anchor, shift, name) if phrase.anchor else None
    return anchored(value, phrase)


def the_unit(phrase: Phrase) -> Reading | None:
    """The year, the quarter, the weekend: of the day of publication, or of the story, which only a reader can tell."""
    tokens, name = phrase.tokens, phrase.word("u")
    clause = tokens.kind(phrase.last) in ("b", "f", "Y", "o", "1", "D") or tokens.word(phrase.last) in _CLAUSES
    if clause or tokens.capital(phrase.last - 1) or name in {"second", "minute", "hour", "century"}:
        return None
    if tokens.word(phrase.last) in {"to", "ended", "ending", "through"} and tokens.kind(phrase.first) == "T":
        return Reading(length(1, name), "DURATION")
    if name == "weekend":
        return anchored(_weekend(phrase), phrase)
    if name not in {"year", "month", "decade"} or phrase.anchor is None:
        return open_reading()
    return anchored(unit_value(phrase.anchor, 0, name), phrase)


def the_end(phrase: Phrase) -> Reading | None:
    """Year-end, month end, quarter-end: the last day of the unit of today; of the one before where the past is told."""
    name, anchor = phrase.word("u"), phrase.anchor
    if name not in _MONTHS_OF or phrase.tokens.word(phrase.last - 1) != "end":
        return None
    if anchor is None:
        return open_reading()
    told = tense(phrase.tokens, phrase.first, phrase.last)
    past = told is Tense.PAST or phrase.tokens.word(phrase.first - 1) == "since"
    size = _MONTHS_OF[name]
    months = anchor.year * 12 + (anchor.month - 1) // size * size + (0 if past else size)
    year, month = divmod(months, 12)
    if not dt.MINYEAR < year < dt.MAXYEAR:
        return open_reading()
    return anchored((dt.date(year, month + 1, 1) - dt.timedelta(days=1)).isoformat(), phrase)


def of_the_story(phrase: Phrase) -> Reading | None:
    """The day before, the week after: counted from the time of the story."""
    return None if phrase.tokens.word(phrase.last - 1) == "back" else open_reading()


def _weekend(phrase: Phrase) -> str | None:
    """The weekend that just was, or the one that begins or lies ahead."""
    if phrase.anchor is None:
        return None
    back = phrase.anchor.isoweekday() < _FRIDAY and tense(phrase.tokens, phrase.first, phrase.last) is not Tense.FUTURE
    return unit_value(phrase.anchor, -back, "weekend")


def same_as(phrase: Phrase) -> Reading:
    """The same month last year, the same period a year earlier: the unit of today, a year before."""
    name = phrase.word("u")
    value = None
    if phrase.anchor and name not in {"period", "day", "week", "weekend"}:
        year = dt.date(phrase.anchor.year - 1, phrase.anchor.month, 1) if phrase.anchor.year > dt.MINYEAR else None
        value = unit_value(year, 0, name) if year else None
    return anchored(value, phrase)


def year_ago(phrase: Phrase) -> Reading | None:
    """The year-ago quarter, the year-earlier period: the year before."""
    name, anchor = phrase.word("u"), phrase.anchor
    if name != "year":
        return None
    nth = phrase.word("nth")
    if nth and phrase.word("size") == "quarter":
        number = ORDINALS[nth]
        return anchored(f"{anchor.year - 1 if anchor else 'XXXX'}-Q{number}", phrase) if number <= _QUARTERS else None
    return anchored(unit_value(anchor, -1, name) if anchor else None, phrase)


def ago(phrase: Phrase) -> Reading:
    """Three days ago, about two years ago, a year earlier, decades ago."""
    words, name = phrase.words("n"), phrase.word("u")
    # "the year-ago quarter" says one year, "years ago" how many years nobody says.
    number = count(words) if words else None if name in PLURALS else 1
    name = PLURALS.get(name, name)
    told = phrase.word("way")
    first = bounded(phrase, phrase.first) if number is not None else phrase.first
    if told != "ago" and name not in {"year", "month", "quarter", "decade"}:
        # "two days later" counts from the time of the story.
        return open_reading()
    if told == "later":
        return open_reading()
    if number is None or number != int(number):
        return Reading("PAST_REF", first=first)
    if name in {"hour", "minute", "second"}:
        return open_reading(kind="TIME")
    value = unit_value(phrase.anchor, -int(number), name) if phrase.anchor else None
    return Reading(value, resolved=value is not None, first=first)


def month_of(phrase: Phrase) -> Reading:
    """Last March, this September, next June; June last year."""
    month, words, anchor = MONTHS[phrase.words("m")[0]], set(phrase.words("lead")), phrase.anchor
    if anchor is None:
        return open_reading(f"XXXX-{month:02d}")
    shift = next((_SHIFTS[word] for word in words if word in _SHIFTS), 0)
    if "year" not in words:
        # "last March" is the last one there was, "next June" the next that comes.
        shift = -int(month >= anchor.month) if shift < 0 else int(month <= anchor.month) if shift > 0 else 0
    return Reading(f"{anchor.year + shift:04d}-{month:02d}")


def quarter(phrase: Phrase) -> Reading | None:
    """The first quarter of 2025, this year's third quarter, the fourth quarter; Q1 2025, the second half of 2024."""
    nth = phrase.word("nth")
    size = _HALVES if phrase.word("size") == "half" or nth in {"h1", "h2", "h3", "h4"} else _QUARTERS
    number = int(nth[1]) if nth[1:].isdigit() else size if nth == "last" else ORDINALS[nth]
    letter = "H" if size == _HALVES else "Q"
    if number > size or (nth[0] == "h" and not phrase.word("y")):
        return None
    year, words, anchor = phrase.word("y"), set(phrase.words("lead")), phrase.anchor
    if year:
        return Reading(f"{year}-{letter}{number}")
    if anchor is None:
        return open_reading(f"XXXX-{letter}{number}")
    shift = next((_SHIFTS[word] for word in words if word in _SHIFTS), 0)
    ahead = number > (anchor.month - 1) * size // 12 + 1
    if not words and ahead and tense(phrase.tokens, phrase.first, phrase.last) is not Tense.FUTURE:
        shift = -1
    return Reading(f"{anchor.year + shift:04d}-{letter}{number}")


def season(phrase: Phrase) -> Reading | None:
    """Summer 2025, last winter, this spring, the summer."""
    word, tokens = phrase.word("s"), phrase.tokens
    letters, year, words, anchor = SEASONS[word], phrase.word("y"), set(phrase.words("lead")), phrase.anchor
    if year:
        return Reading(f"{year}-{letters}")
    at = phrase.match.start("s")
    named = tokens.capital(at) and (tokens.kind(at - 1) not in "|." or tokens.capital(at + 1))
    if named or tokens.word(phrase.last) in {"olympics", "games"}:
        return None
    if phrase.last - phrase.first == 1 and tokens.word(phrase.first - 1) not in _SEASON_LEADS:
        return None  # winter wheat, summer school
    if not words and word in {"fall", "spring"} and (tokens.word(phrase.first - 1) not in {"in", "by", "until"}
                                                     or tokens.word(phrase.last) == "of"):  # fmt: skip
        return None
    if anchor is None:
        return open_reading(f"XXXX-{letters}")
    shift = next((_SHIFTS[each] for each in words if each in _SHIFTS), 0)
    if not words and _STARTS[letters] > anchor.month and tense(tokens, phrase.first, phrase.last) is Tense.PAST:
        shift = -1
    shift = 0 if "this" in words else shift
    return Reading(f"{anchor.year + shift:04d}-{letters}")
