"""Fractions written out: `one-fifth`, `two-thirds`, `a quarter of`, `half the`, `half a million`."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from corpus_pkg.annotate.claims.cardinals import SMALL
from corpus_pkg.annotate.claims.numerals import SCALES, VULGAR, Number, read_scale
from corpus_pkg.annotate.claims.word_lists import listed

if TYPE_CHECKING:
    from corpus_pkg.annotate.claims.words import Words

_SINGULAR = {
    "half": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "hundredth": 100,
    "thousandth": 1000,
}
_PLURAL = {("halves" if name == "half" else f"{name}s"): below for name, below in _SINGULAR.items()}
# What a fraction with an article takes a share of; without it "a third man" would be one.
_BASES = frozenset({"of", "as", "more", "less", "higher", "lower", "larger", "smaller", "bigger", "fewer", "to"})
_LEADS = frozenset(
    {"about", "around", "roughly", "approximately", "nearly", "almost", "by", "over", "under", "than", "least", "most"}
)
_HALF_BASES = listed("""
    of the a an its his her their our your my this these those that what all as
""")  # fmt: skip
_NOT_HALF = listed("""
    first second other better latter former each final this that top bottom back front opening closing
    in
""")  # fmt: skip


def read_fraction(words: Words, index: int) -> Number | None:
    """Read a written-out fraction at an index.

    Returns:
        The fraction, or the whole number that it is a part of (`half a million`); None where the words are neither.
    """
    word = words.at(index)
    if word in VULGAR:
        return None if words.glued(index) else _scaled(words, index, index + 1, VULGAR[word])
    if word == "half":
        return _half(words, index)
    if word in {"a", "an"}:
        return _with_article(words, index)
    if word == "quarter":
        scaled = words.at(index + 1) in SCALES
        return _scaled(words, index, index + 1, Fraction(1, 4)) if scaled else None
    return _with_numerator(words, index)


def _scaled(words: Words, first: int, last: int, value: Fraction) -> Number:
    """Take in `of a million`, `a dozen`, ` million` behind a fraction."""
    place = last + 1 if words.at(last) == "of" else last
    place = place + 1 if words.at(place) in {"a", "one"} else place
    if place > last and words.at(place) == "dozen":
        return Number(first=first, last=place + 1, value=value * 12, style="words")
    if words.at(place) in SCALES and words.at(place) != "hundred":
        factor, behind = read_scale(words, place)
        return Number(first=first, last=behind, value=value * factor, style="words", scaled=True)
    return Number(first=first, last=last, value=value, style="fraction")


def _half(words: Words, index: int) -> Number | None:
    """Read `half`: a share of something, never the half of a match or a year."""
    if words.at(index - 1) in _NOT_HALF or (words.hyphen(index - 1) and words.at(index - 2) not in _LEADS):
        return None
    following = words.at(index + 1)
    if words.hyphen(index + 1):
        unit = words.at(index + 2)
        timed = unit in {"hour", "mile", "century", "dozen", "million", "inch", "minute", "second", "pound", "tonne"}
        return Number(first=index, last=index + 1, value=Fraction(1, 2), style="fraction") if timed else None
    if following in _HALF_BASES or following in SCALES:
        return _scaled(words, index, index + 1, Fraction(1, 2))
    led = words.at(index - 1) in _LEADS
    return Number(first=index, last=index + 1, value=Fraction(1, 2), style="fraction") if led else None


def _with_article(words: Words, index: int) -> Number | None:
    """Read `a third of`, `a quarter more`, `a quarter million`."""
    below = _SINGULAR.get(words.at(index + 1))
    if below == 4 and words.at(index + 2) in SCALES:  # noqa: PLR2004 - only quarters multiply a scale
        return _scaled(words, index, index + 2, Fraction(1, below))
    if below is None or below == 2:  # noqa: PLR2004 - "a half of" reads as a match, "half of" as a share
        return None
    if words.at(index + 2) in _BASES or words.at(index - 1) in _LEADS:
        return _scaled(words, index, index + 2, Fraction(1, below))
    return None


def _with_numerator(words: Words, index: int) -> Number | None:
    """Read `one-fifth`, `two thirds`."""
    above = SMALL.get(words.at(index))
    if above is None:
        return None
    joined = words.hyphen(index + 1) or words.spaced_hyphen(index + 1)
    place = index + 2 if joined else index + 1
    below = (_SINGULAR if above == 1 else _PLURAL).get(words.at(place))
    if below is None or above >= below:
        return None
    if not joined and above == 1 and words.at(place + 1) != "of":
        return None
    return _scaled(words, index, place + 1, Fraction(above, below))
