"""The number lexer: every number of a sentence, in digits or in words, whether or not it is a claim."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from corpus_pkg.annotate.claims.cardinals import CARDINALS, VAGUE, read_cardinal, read_vague
from corpus_pkg.annotate.claims.numerals import VULGAR, Number, read_digits
from corpus_pkg.annotate.claims.shares import read_fraction

if TYPE_CHECKING:
    from corpus_pkg.annotate.claims.words import Words

_FOLDS = {
    "twofold": 2,
    "threefold": 3,
    "fourfold": 4,
    "fivefold": 5,
    "sixfold": 6,
    "sevenfold": 7,
    "eightfold": 8,
    "ninefold": 9,
    "tenfold": 10,
}
# Verbs that multiply: "revenue tripled", "prices have more than halved".
_MULTIPLIES = {
    "doubled": Fraction(2), "tripled": Fraction(3), "trebled": Fraction(3), "quadrupled": Fraction(4),
    "halved": Fraction(1, 2),
}  # fmt: skip
_OPENERS = (
    CARDINALS
    | frozenset(VAGUE)
    | frozenset(VULGAR)
    | frozenset(_FOLDS)
    | frozenset(_MULTIPLIES)
    | {"a", "an", "half", "quarter", "several", "few", "twice"}
)
_TWICE = frozenset({"the", "its", "their", "his", "her", "that", "what"})


def read_number(words: Words, index: int) -> Number | None:
    """Read the number that begins at an index.

    Args:
        words: The sentence.
        index: The token to begin at.

    Returns:
        The number, or None where none begins there.
    """
    word = words.at(index)
    if words.digit(index):
        return read_digits(words, index)
    if word not in _OPENERS:
        return None
    if word in _MULTIPLIES:
        joined = words.hyphen(index + 1) or words.hyphen(index - 1)
        return None if joined else Number(first=index, last=index + 1, value=_MULTIPLIES[word], style="multiple")
    if word in _FOLDS:
        return Number(first=index, last=index + 1, value=Fraction(_FOLDS[word]), style="multiple")
    if word == "twice":
        compared = words.at(index + 1) == "as" and words.alpha(index + 2)
        known = compared or words.at(index + 1) in _TWICE
        return Number(first=index, last=index + 1, value=Fraction(2), style="multiple") if known else None
    return read_fraction(words, index) or read_vague(words, index) or _negative(words, read_cardinal(words, index))


def _negative(words: Words, number: Number | None) -> Number | None:
    """A cardinal with the word `minus` before it: `minus five percent`, not `plus or minus five`."""
    if number is None or number.value is None or words.at(number.first - 1) != "minus":
        return number
    behind = words.at(number.first - 2)
    counts = behind == "or" or words.digit(number.first - 2) or behind in CARDINALS
    return number if counts else replace(number, first=number.first - 1, value=-number.value)


def find_numbers(words: Words) -> list[Number]:
    """Find every number of a sentence, in order and without overlaps."""
    found: list[Number] = []
    read = 0
    for index, word in enumerate(words.lower):
        if index >= read and (word in _OPENERS or word[0].isdecimal()):
            number = read_number(words, index)
            if number is not None:
                found.append(number)
                read = number.last
    return found
