"""Expressions of time in news text, after TIMEX3 (ISO 24617-1), by patterns in a fixed order."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from corpus_pkg.annotate.dates import readers as read
from corpus_pkg.annotate.dates.lexicon import MONTH, NUMBER, UNIT, VAGUE, WEEKDAY
from corpus_pkg.model.annotations import DateMention

_YEAR = r"(?P<y>(?:1[5-9]|20)\d\d)"
_DAY = r"(?P<d>\d{1,2})(?:st|nd|rd|th)?"
_NAMED = rf"(?:\b{WEEKDAY},?\s)?"
_PART = r"(?:\s(?P<part>morning|afternoon|evening|night)\b)?"
_ABOUT = r"(?:(?:about|around|nearly|almost|more than|over|some|at least|less than|up to|under|just)\s)?"
_PHASE = r"(?:(?:early|late|mid|earlier|later)[ -])?"
_SPACE = r"[ \n]"

_NO_DAY = r"(?!\s?(?:%|percent|per cent|million|billion|:\d|,\d{3}))"
_NO_YEAR = (
    r"(?![\d%]|[,.:]\d|[-/]\d\d-|s\b|"
    r"\s?(?:percent|per cent|million|billion|people|km|metres|meters|tonnes|votes|points))"
)
_ZONE = r"(?:GMT|UTC|EST|EDT|CST|CDT|PST|PDT|BST|CET|local time)"
_LEAD = (
    r"(?P<lead>(?:the\s)?(?:last|next|past|previous|preceding|coming|following|same)|this|"
    r"(?:earlier|later)\s(?:this|that)|(?:late|early)\s(?:last|this|next)|this\s(?:past|coming)|that)"
)
_ONE = r"an?(?=\s(?:year|month|week|day|hour|decade|century|minute)\b)"
_OF_DAY = r"(?:\s(?:morning|afternoon|evening|night))?"
_TODAY = (
    rf"(?:today|tonight|yesterday{_OF_DAY}|tomorrow{_OF_DAY}|this\s(?:morning|afternoon|evening)|last\snight|"
    r"the\s(?:day\sbefore|previous\sday))"
)
_REFERENCES = (
    r"(?:now|currently|recently|nowadays|at\sthe\smoment|at\spresent|these\sdays|the\spast|the\s(?:near\s)?future|soon)"
)
_SEASON = r"(?:(?P<lead>last|this|next|the)\s)?(?P<season>spring|summer|autumn|winter)"
_PERIOD = r"(?:past|last|next|coming|previous|preceding|first)"
_WHOLE = r"[ -](?:more\s|full\s|straight\s|consecutive\s|long\s)?"

# Longer and surer forms first: an expression that is taken is not read again by a later pattern.
_FORMS: tuple[tuple[str, read.Reader, bool], ...] = (
    (r"\b(?P<y>(?:1[5-9]|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)\b", read.calendar_day, False),
    (r"(?<![\d/])(?P<one>\d{1,2})/(?P<two>\d{1,2})/(?P<y>(?:19|20)\d\d)(?![\d/])", read.slashed, False),
    (rf"{_NAMED}\b(?P<m>{MONTH})\s{_DAY},?\s{_YEAR}\b", read.calendar_day, False),
    (rf"{_NAMED}\b{_DAY}\s(?:of\s)?(?P<m>{MONTH}),?\s{_YEAR}\b", read.calendar_day, False),
    (rf"\b(?:(?:early|late)\s|mid-)?(?P<m>{MONTH}),?\s(?:of\s)?{_YEAR}\b", read.month_year, False),
    (rf"{_NAMED}\b(?P<m>{MONTH})\s{_DAY}\b{_NO_DAY}", read.month_day, False),
    (rf"{_NAMED}\b{_DAY}\s(?:of\s)?(?P<m>{MONTH})\b(?!\s\d)", read.month_day, False),
    (r"\b(?:the\s)?(?:early|late|mid)?[ -]?(?P<decade>(?:1[5-9]|20)\d0)s\b", read.decade, True),
    (r"(?<!\w)(?:the\s)?(?:early|late|mid)?[ -]?['’](?P<decade>\d0)s\b", read.decade, True),
    (rf"\b(?:the\s)?(?P<nth>first|second|third|fourth)[ -]quarter(?:\s(?:of\s)?{_YEAR})?\b", read.quarter, True),
    (rf"\b{_SEASON}(?:\s(?:of\s)?{_YEAR})?\b", read.season, True),
    (rf"\b{_ABOUT}(?P<n>{NUMBER}|{VAGUE}|an?)[ -](?P<u>{UNIT})s?\s(?:ago|earlier)\b", read.ago, True),
    (rf"\b(?:the\s|over\sthe\s)?{_PERIOD}\s(?P<n>{NUMBER}|{VAGUE})\s(?P<u>{UNIT})s\b", read.past_units, True),
    (rf"\b{_LEAD}\s(?P<u>{UNIT})(?!s)\b", read.relative_unit, True),
    (rf"\b(?P<lead>last|next|this)\s(?P<m>{MONTH})\b", read.relative_month, False),
    (rf"\b{_TODAY}\b", read.deictic, True),
    (rf"\b(?:every|each)\s(?:(?P<u>{UNIT})|(?P<w>{WEEKDAY}))\b", read.repeated, True),
    (rf"\b(?:(?P<lead>last|next|this|(?:early|late)(?:\son)?)\s)?(?P<w>{WEEKDAY})(?!s\b){_PART}", read.weekday, False),
    (rf"\b(?P<n>{NUMBER})[ -](?P<u>year|month|week|day)s?[ -]old\b", read.length, True),
    (rf"\b{_ABOUT}(?P<n>{NUMBER}|half\san?|{_ONE}|{VAGUE}){_WHOLE}(?P<u>{UNIT})s?\b(?![ -]old)", read.length, True),
    (r"\b(?:annually|yearly|daily|weekly|monthly|quarterly|hourly|nightly)\b", read.repeated, False),
    (rf"\b(?P<h>\d{{1,2}})(?:[:.](?P<min>[0-5]\d))?\s?(?P<half>[ap]\.?m\b\.?)(?:\s{_ZONE})?", read.clock, True),
    (rf"\b(?P<h>[01]\d|2[0-3]):?(?P<min>[0-5]\d)(?P<half>)\s{_ZONE}\b", read.clock, False),
    (r"(?<![\d:.])(?P<h>[01]?\d|2[0-3]):(?P<min>[0-5]\d)(?P<half>)(?![\d:])", read.clock, False),
    (rf"(?<![\d$£€¥.,:/#-]){_PHASE}{_YEAR}{_NO_YEAR}(?:[-–/]\d\d(?:\d\d)?\b(?!-))?(?![\w])", read.year, False),
    (rf"\b(?:(?:early|late)\s|mid-)?(?P<m>{MONTH})(?![\w’'])(?!\s\d)", read.bare_month, False),
    (rf"\b(?:recent\s|for\s)?(?P<u>{UNIT})s\b", read.units, True),
    (rf"\b{_REFERENCES}\b(?!-)", read.vague, True),
)
_WHOLE_DAY = re.compile(r"\d{4}-\d\d-\d\d\Z")
_SAME_SENTENCE = 120
_PATTERNS = tuple(
    (re.compile(form.replace(r"\s", _SPACE), re.IGNORECASE if folded else 0), reader) for form, reader, folded in _FORMS
)


def find_dates(text: str, anchor: dt.date | None) -> list[DateMention]:
    """The expressions of time in a text, by start, without overlap.

    Args:
        text: the article's text.
        anchor: the day of publication, where it is trusted; without it relative expressions stay unresolved.
    """
    context = read.Context(text, anchor)
    taken = bytearray(len(text))
    found = []
    for pattern, reader in _PATTERNS:
        for match in pattern.finditer(text):
            start, end = match.span()
            if any(taken[start:end]):
                continue
            reading = reader(match, context)
            if reading is None:
                continue
            taken[start:end] = b"\x01" * (end - start)
            found.append(DateMention(start=start, end=end, text=match[0], value=reading.value, type=reading.type,
                                     resolved=reading.resolved))  # fmt: skip
    found.sort(key=lambda each: each.start)
    return [_on_its_day(each, found, text, anchor) for each in found]


def _on_its_day(time: DateMention, found: Sequence[DateMention], text: str, anchor: dt.date | None) -> DateMention:
    """A clock time with its day: the nearest one that the sentence names, else the day of publication."""
    if time.type != "TIME" or time.value is None or not time.value.startswith("T"):
        return time
    near = [each for each in found if each.value and _WHOLE_DAY.match(each.value) and _together(text, each, time)]
    day = min(near, key=lambda each: abs(each.start - time.start)).value if near else anchor and anchor.isoformat()
    return replace(time, value=f"{day}{time.value}", resolved=True) if day else time


def _together(text: str, one: DateMention, two: DateMention) -> bool:
    first, second = sorted((one, two), key=lambda each: each.start)
    between = text[first.end : second.start]
    return len(between) <= _SAME_SENTENCE and ". " not in between and "\n" not in between
