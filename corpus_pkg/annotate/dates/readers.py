"""What each kind of expression means: from a match to a TIMEX3 value and type."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass

from corpus_pkg.annotate.dates import anchoring as at
from corpus_pkg.annotate.dates import lexicon as lex
from corpus_pkg.model.vocabulary import DateType

_EXACT = 0.5


@dataclass(frozen=True, slots=True)
class Reading:
    """What an expression means: its value, its type, and whether it hangs on no unknown day."""

    value: str | None
    type: DateType = "DATE"
    resolved: bool = True


@dataclass(frozen=True, slots=True)
class Context:
    """What a reader knows: the text, and the day of publication where it is trusted."""

    text: str
    anchor: dt.date | None


Reader = Callable[[re.Match[str], Context], Reading | None]


def _relative(value: str | None, context: Context, kind: DateType = "DATE") -> Reading:
    return Reading(value, kind, resolved=context.anchor is not None and value is not None)


def _with_part(reading: Reading, part: str | None) -> Reading:
    """A day with its morning, afternoon, evening or night."""
    if not part or reading.value is None:
        return Reading(reading.value, "TIME", reading.resolved) if part else reading
    return Reading(f"{reading.value}T{lex.DAYPARTS[part.lower()]}", "TIME", reading.resolved)


def calendar_day(match: re.Match[str], _: Context) -> Reading | None:
    """13 February 2025 / February 13, 2025 / 2025-02-13."""
    parts = match.groupdict()
    month = int(parts["m"]) if parts["m"].isdigit() else lex.month_number(parts["m"])
    year, day = int(parts["y"]), int(parts["d"])
    return Reading(f"{year:04d}-{month:02d}-{day:02d}") if at.exists(year, month, day) else None


def slashed(match: re.Match[str], _: Context) -> Reading | None:
    """13/04/2025; 03/04/2025 is one of two days, and stays open."""
    one, two, year = int(match["one"]), int(match["two"]), int(match["y"])
    readings = {(month, day) for month, day in ((one, two), (two, one)) if at.exists(year, month, day)}
    if len(readings) == 1:
        month, day = next(iter(readings))
        return Reading(f"{year:04d}-{month:02d}-{day:02d}")
    return Reading(f"{year:04d}-XX-XX", resolved=False) if readings else None


def month_year(match: re.Match[str], _: Context) -> Reading:
    """February 2025."""
    return Reading(f"{match['y']}-{lex.month_number(match['m']):02d}")


def month_day(match: re.Match[str], context: Context) -> Reading | None:
    """February 13."""
    future = at.ahead(context.text, match.start())
    value = at.day_of_month(match["m"], int(match["d"]), context.anchor, future=future)
    return _relative(value, context) if value else None


def bare_month(match: re.Match[str], context: Context) -> Reading | None:
    """In February; `may` and `march` need a word that a month follows."""
    name = match["m"]
    if name in ("May", "March", "Mar", "Mar.") and not _MONTH_LEAD.search(context.text, 0, match.start()):
        return None
    return _relative(at.bare_month(name, context.anchor, future=at.ahead(context.text, match.start())), context)


_MONTH_LEAD = re.compile(
    r"(?:\b(?:in|since|last|next|this|of|by|until|till|from|to|and|early|late|mid|during|through|for|between|every|around)|mid-)"
    r"[ ]?\Z",
    re.IGNORECASE,
)


def weekday(match: re.Match[str], context: Context) -> Reading:
    """Thursday; next Friday; Tuesday evening."""
    lead = (match["lead"] or "").lower().split(" ")[0]
    future = at.ahead(context.text, match.start())
    value = at.weekday(match["w"], context.anchor, future=future, lead=lead)
    return _with_part(_relative(value, context), match["part"])


def decade(match: re.Match[str], _: Context) -> Reading:
    """The 1990s, the '90s."""
    digits = match["decade"]
    return Reading(digits[:3] if len(digits) == 4 else f"19{digits[0]}")  # noqa: PLR2004  a whole year


def quarter(match: re.Match[str], context: Context) -> Reading:
    """The first quarter of 2024; the third quarter."""
    number = lex.ORDINALS[match["nth"].lower()]
    if match["y"]:
        return Reading(f"{match['y']}-Q{number}")
    if context.anchor is None:
        return _relative(f"XXXX-Q{number}", context)
    later = number > (context.anchor.month + 2) // 3 and not at.ahead(context.text, match.start())
    return Reading(f"{context.anchor.year - later}-Q{number}")


def season(match: re.Match[str], context: Context) -> Reading:
    """Summer 2024, last winter, this spring."""
    letters = lex.SEASONS[match["season"].lower()]
    if match["y"]:
        return Reading(f"{match['y']}-{letters}")
    shift = {"last": -1, "next": 1}.get((match["lead"] or "").lower(), 0)
    return _relative(f"{context.anchor.year + shift if context.anchor else 'XXXX'}-{letters}", context)


def ago(match: re.Match[str], context: Context) -> Reading:
    """Three days ago, a year earlier."""
    count, unit = lex.number(match["n"]), match["u"].lower()
    if count is None:
        return Reading("PAST_REF")
    return _relative(_away(context.anchor, -count, unit), context)


def _away(anchor: dt.date | None, count: float, unit: str) -> str | None:
    """The calendar unit that lies so many units from the day."""
    if anchor is None or count != int(count):
        return None
    number = int(count)
    try:
        if unit in ("day", "week", "fortnight"):
            there = anchor + dt.timedelta(days=number * {"day": 1, "week": 7, "fortnight": 14}[unit])
            return at.week(there) if unit == "week" else at.day(there)
        if unit in ("month", "quarter"):
            return at.month(anchor, number) if unit == "month" else at.quarter(anchor, number)
        if unit in ("year", "decade", "century", "centurie"):
            year = anchor.year + number * {"year": 1, "decade": 10}.get(unit, 100)
            return f"{year:04d}"[: {"year": 4, "decade": 3}.get(unit, 2)] if year > 0 else None
    except (OverflowError, ValueError):
        pass  # a day before the calendar begins, or after it ends, has no value
    return None


def past_units(match: re.Match[str], _: Context) -> Reading:
    """The past two years, the next few days: how long."""
    return Reading(lex.duration(lex.amount(lex.number(match["n"])), match["u"]), "DURATION")


def relative_unit(match: re.Match[str], context: Context) -> Reading | None:
    """Last week, this year, next month, the previous day."""
    lead, unit = match["lead"].lower(), match["u"].lower()
    shift = -1 if _BACK.search(lead) else 1 if _ON.search(lead) else 0
    if _SPAN.match(lead) and unit in ("decade", "century", "year"):
        return Reading(lex.duration("1", unit), "DURATION")
    if context.anchor is None:
        return Reading(None, resolved=False)
    if unit == "weekend":
        return Reading(f"{at.week(context.anchor + dt.timedelta(7 * shift))}-WE")
    value = _away(context.anchor, shift, unit)
    return Reading(value, resolved=value is not None)


_BACK = re.compile(r"last|past|previous|preceding|earlier that")
_ON = re.compile(r"next|coming|following")
_SPAN = re.compile(r"(?:the )?(?:past|coming)\Z")


def relative_month(match: re.Match[str], context: Context) -> Reading:
    """Last March, next June."""
    number, anchor = lex.month_number(match["m"]), context.anchor
    if anchor is None:
        return Reading(f"XXXX-{number:02d}", resolved=False)
    lead = match["lead"].lower()
    year = anchor.year - (lead == "last" and number >= anchor.month) + (lead == "next" and number <= anchor.month)
    return Reading(f"{year}-{number:02d}")


def deictic(match: re.Match[str], context: Context) -> Reading:
    """Today, yesterday morning, tonight, last night."""
    words = match[0].lower()
    back = "yesterday" in words or words in ("last night", "the day before", "the previous day")
    shift = dt.timedelta(-1 if back else 1 if "tomorrow" in words else 0)
    value = at.day(context.anchor + shift) if context.anchor else None
    part = next((each for each in lex.DAYPARTS if each in words), None)
    return _with_part(_relative(value, context), part)


def vague(match: re.Match[str], _: Context) -> Reading:
    """Now, recently, the future."""
    words = match[0].lower()
    if "future" in words or words == "soon":
        return Reading("FUTURE_REF")
    return Reading("PAST_REF" if _PAST.search(words) else "PRESENT_REF")


_PAST = re.compile(r"past|recent|previous|once|former|long ago|years ago")


def length(match: re.Match[str], _: Context) -> Reading | None:
    """Three days, two-year, half an hour, several months."""
    words = match["n"].lower()
    count = _EXACT if words.startswith("half") else lex.number(words)
    return Reading(lex.duration(lex.amount(count), match["u"]), "DURATION")


def units(match: re.Match[str], _: Context) -> Reading:
    """Years, for decades."""
    return Reading(lex.duration("X", match["u"]), "DURATION")


def repeated(match: re.Match[str], _: Context) -> Reading | None:
    """Every year, daily, annually."""
    groups = match.groupdict()
    if not groups and _NOUN_BEFORE.search(match.string, max(0, match.start() - 40), match.start()):
        return None
    if groups.get("w"):
        return Reading(f"XXXX-WXX-{lex.WEEKDAYS[groups['w'].lower()] + 1}", "SET")
    unit = groups.get("u") or _ADVERBS[match[0].lower()]
    return Reading(lex.duration("1", unit), "SET")


# "the US daily", "the Asuncion daily": a newspaper, not how often.
_NOUN_BEFORE = re.compile(r"(?:\b[A-Z][\w.]*|\b(?:the|a|this))[ ]\Z")
_ADVERBS = {"annually": "year", "yearly": "year", "daily": "day", "weekly": "week", "monthly": "month",
            "quarterly": "quarter", "hourly": "hour", "nightly": "day", "biennial": "year"}  # fmt: skip


def clock(match: re.Match[str], _: Context) -> Reading | None:
    """10:30 a.m., 2 pm EST, 1400 GMT: the time; its day is found among the expressions around it."""
    hour, minute = int(match["h"]), int(match["min"] or 0)
    half = (match["half"] or "").lower()
    if half:
        if not 1 <= hour <= 12:  # noqa: PLR2004  a clock with a.m. and p.m.
            return None
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    if hour > 24 or minute > 59:  # noqa: PLR2004  a day
        return None
    zone = "Z" if match[0].endswith(("GMT", "UTC")) else ""
    return Reading(f"T{hour:02d}:{minute:02d}{zone}", "TIME", resolved=False)


def year(match: re.Match[str], _: Context) -> Reading:
    """2022; 2023-24."""
    return Reading(match["y"])
