"""How long and how often: durations, ages, sets; and the vague past, present and future."""

from __future__ import annotations

from typing import Final

from corpus_pkg.annotate.dates.counts import count, length
from corpus_pkg.annotate.dates.lexicon import ADVERBS, MONTHS, PARTS, PLURALS, REFERENCES, WEEKDAYS
from corpus_pkg.annotate.dates.reading import Phrase, Reading

_HALF: Final = 0.5
# What stands before "a year" where it says how often: "$40 a year", "twice a week".
_RATES: Final = frozenset(
    {"times", "once", "twice", "thrice", "hours", "days", "percent", "dollars", "euros", "million"}
)
_BOUNDS: Final = frozenset(
    [("more", "than"), ("less", "than"), ("fewer", "than"), ("at", "least"), ("at", "most"), ("up", "to"),
     ("as", "little")]
)  # fmt: skip
_ABOUT: Final = frozenset("about around nearly almost roughly approximately over under".split())
# "a quarter" is a share before it is three months, "one day" any day to come.
_NO_LENGTHS: Final = {"quarter": (["a"], ["one"], ["three"], ["half", "a"]), "day": (["one"],)}
_ONE_DAY_LEADS: Final = frozenset("for in within after just only by than over least every last first".split())
_VAGUE_LEADS: Final = frozenset(
    "for in within after of many few over took take takes taken last lasted lasts spent spend by before several "
    "these those two three recent or and to just mere only".split()
)
_OWNERS: Final = frozenset("the his her its their our my your".split())
_VAGUE_TAILS: Final = frozenset("of before after later earlier ago or and to away ahead long".split())


def bounded(phrase: Phrase, first: int) -> int:
    """Index of the first token with the words that bound the number: "more than four hours", "nearly a year"."""
    tokens = phrase.tokens
    if (tokens.word(first - 2), tokens.word(first - 1)) in _BOUNDS:
        first -= 2
        return first - 1 if tokens.word(first - 1) == "no" else first
    return first - 1 if tokens.word(first - 1) in _ABOUT else first


def duration(phrase: Phrase) -> Reading | None:
    """Three days, a two-year spell, half an hour, an hour and a half, nearly five months."""
    unit = phrase.word("u")
    unit = PLURALS.get(unit, unit)
    words = phrase.words("n")
    number = _HALF if "half" in words and "and" not in words else count([word for word in words if word != "half"])
    if "half" in words and "and" in words:
        number = count([word for word in words[: words.index("and")] if word != "-"])
        number = None if number is None else number + _HALF
    if phrase.word("half") and number is not None:
        number += _HALF
    first = phrase.first if number is None else bounded(phrase, phrase.first)
    share = unit == "quarter" and phrase.tokens.word(phrase.last) == "of"
    if words in _NO_LENGTHS.get(unit, ()) and (share or phrase.tokens.word(phrase.first - 1) not in _ONE_DAY_LEADS):
        return None
    if words in (["a"], ["an"]) and first == phrase.first and _rate(phrase):
        return Reading(length(1, unit), "SET")
    return Reading(length(number, unit), "DURATION", first=first)


def _rate(phrase: Phrase) -> bool:
    """Whether "a year" says how often."""
    tokens, before = phrase.tokens, phrase.first - 1
    if tokens.word(before) in _RATES or tokens.kind(before) in ("N", "D", "1", "V"):
        return True
    digits = tokens.text[max(0, tokens.starts[phrase.first] - 2) : tokens.starts[phrase.first]]
    return digits[:1].isdigit() or digits[:1] == "%"


def window(phrase: Phrase) -> Reading:
    """The past two years, the next few days, the first nine months."""
    unit = PLURALS[phrase.word("u")]
    return Reading(length(count([word for word in phrase.words("n") if word != "the"]), unit), "DURATION")


def age(phrase: Phrase) -> Reading:
    """34-year-old, three months old."""
    unit = phrase.word("u")
    return Reading(length(count(phrase.words("n")), PLURALS.get(unit, unit)), "DURATION")


def many_units(phrase: Phrase) -> Reading | None:
    """For decades, in recent weeks, years of talks."""
    tokens, word = phrase.tokens, phrase.word("u")
    unit = PLURALS[word]
    if not phrase.words("lead"):
        lead = tokens.word(phrase.first - 1)
        near = lead in _VAGUE_LEADS or (tokens.word(phrase.last) in _VAGUE_TAILS and lead not in _OWNERS)
        hyphened = (tokens.kind(phrase.last), tokens.word(phrase.last + 1)) in {("-", "long"), ("-", "old")}
        if unit in {"second", "quarter", "weekend"} or not (near or hyphened):
            return None
    return Reading(length(None, unit), "DURATION")


def or_so(phrase: Phrase) -> Reading | None:
    """A year or two, a week or so, a year or so ago: how much exactly is open."""
    tail = phrase.tokens.words[phrase.match.end("u") : phrase.match.end("u") + 2]
    if tail not in (["or", "two"], ["or", "so"]):
        return None
    return Reading("PAST_REF") if phrase.word("way") else Reading(length(None, phrase.word("u")), "DURATION")


def repeated(phrase: Phrase) -> Reading | None:
    """Every year, each Thursday, every two weeks, Tuesday nights."""
    if phrase.word("w"):
        word = phrase.word("w")
        part = phrase.word("part").removesuffix("s")
        number = WEEKDAYS[word.removesuffix("s") if word not in WEEKDAYS else word]
        return Reading(f"XXXX-WXX-{number}" + (f"T{PARTS[part]}" if part else ""), "SET")
    unit, words = phrase.word("u"), phrase.words("n")
    if phrase.word("m"):
        return Reading(f"XXXX-{MONTHS[phrase.word('m')]:02d}", "SET")
    if phrase.word("part"):
        return Reading(f"XXXX-XX-XXT{PARTS[phrase.word('part')]}", "SET")
    if words and phrase.tokens.kind(phrase.match.start("n")) == "x" and words != ["other"]:
        return None
    many = 2.0 if words == ["other"] else count(words) if words else 1.0
    return Reading(length(many, PLURALS.get(unit, unit)), "SET")


def adverb(phrase: Phrase) -> Reading | None:
    """Daily, weekly, annually; a capital makes it the name of a paper, one before it a paper itself: the US daily."""
    named = phrase.tokens.capital(phrase.first) or (phrase.first > 1 and phrase.tokens.capital(phrase.first - 1))
    return None if named else Reading(ADVERBS[phrase.word("w")], "SET")


def reference(phrase: Phrase) -> Reading | None:
    """Now, recently, soon."""
    before = phrase.tokens.word(phrase.first - 1)
    if phrase.tokens.word(phrase.last - 1) == "soon" and (before == "as" or phrase.tokens.word(phrase.last) == "after"):
        return None
    return Reading(REFERENCES[phrase.word("w")], first=phrase.first - (before in {"right", "very"}))


def wide_reference(phrase: Phrase) -> Reading | None:
    """The past, the near future, the long term, these days, at the moment."""
    tokens, word = phrase.tokens, phrase.tokens.word(phrase.last - 1)
    if word == "past" and (tokens.kind(phrase.last) in "xU" and tokens.word(phrase.last).isalpha()):
        follows = tokens.word(phrase.last)
        return Reading("PAST_REF") if follows in {"is", "was", "has", "had", "as", "when", "that", "who"} else None
    if tokens.word(phrase.first) == "these" and word != "days":
        return None
    return Reading({"past": "PAST_REF", "days": "PRESENT_REF", "being": "PRESENT_REF"}.get(word, "FUTURE_REF"))
