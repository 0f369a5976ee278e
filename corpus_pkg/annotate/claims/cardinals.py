"""Numbers written out: `two and a half million`, `a dozen`, `tens of thousands`, `several hundred`."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from corpus_pkg.annotate.claims.numerals import SCALES, Number, read_scale

if TYPE_CHECKING:
    from corpus_pkg.annotate.claims.words import Words

_ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = ("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
SMALL = {word: value for value, word in enumerate((*_ONES, *_TEENS), start=1)} | {
    word: 10 * value for value, word in enumerate(_TENS, start=2)
}
CARDINALS = frozenset(SMALL) | frozenset(SCALES) | {"zero", "dozen"}
# Orders of magnitude: what the plural alone tells, from here up to there.
VAGUE = {
    "tens": (10, 100),
    "dozens": (24, 100),
    "scores": (40, 100),
    "hundreds": (100, 10**3),
    "thousands": (10**3, 10**4),
    "lakhs": (10**5, 10**6),
    "millions": (10**6, 10**7),
    "crores": (10**7, 10**8),
    "billions": (10**9, 10**10),
    "trillions": (10**12, 10**13),
}
_PARTS = {"half": Fraction(1, 2), "quarter": Fraction(1, 4), "third": Fraction(1, 3)}
# Above every scale.
_NO_CEILING = 10**18
_HUNDRED = 100
_TWENTY = 20
_TEN = 10


def _extend(total: int, group: int, ceiling: int, word: str) -> tuple[int, int, int] | None:
    """Take one more number word in; None where the grammar of cardinals forbids it.

    Args:
        total: What the scales so far have closed.
        group: The open group below a thousand.
        ceiling: The scale that the next one must stay below.
        word: The next number word, in lower case.

    Returns:
        The new total, group and ceiling.
    """
    small = SMALL.get(word)
    if small is not None:
        tens = group % _HUNDRED
        fits = tens == 0 or (small < _TEN and tens >= _TWENTY and tens % _TEN == 0)
        return (total, group + small, ceiling) if fits else None
    scale = SCALES.get(word)
    if scale is None or group == 0:
        return None
    if scale == _HUNDRED:
        return (total, group * _HUNDRED, ceiling) if group < _HUNDRED else None
    return (total + group * scale, 0, scale) if scale < ceiling else None


def _next_word(words: Words, index: int, after: str) -> int:
    """The token where a number may go on: behind a hyphen, behind `and` after hundred or a scale, or at once."""
    if words.hyphen(index):
        return index + 1
    return index + 1 if words.at(index) == "and" and after in SCALES and words.at(index + 1) in SMALL else index


def _decimals(words: Words, index: int) -> tuple[Fraction, int]:
    """Read `point five two` behind a whole number."""
    digits, last = "", index + 1
    while words.at(index) == "point" and (SMALL.get(words.at(last), _TEN) < _TEN or words.at(last) == "zero"):
        digits += str(SMALL.get(words.at(last), 0))
        last += 1
    return (Fraction(f"0.{digits}"), last) if digits and len(digits) < _TEN else (Fraction(0), index)


def read_part(words: Words, index: int) -> tuple[Fraction, int]:
    """Read `and a half`, `and three-quarters` behind a whole number.

    Returns:
        The part (0 where there is none) and the token behind it.
    """
    if words.at(index) != "and":
        return Fraction(0), index
    if words.at(index + 1) in {"a", "one"} and words.at(index + 2) in _PARTS:
        return _PARTS[words.at(index + 2)], index + 3
    place = index + 3 if words.hyphen(index + 2) else index + 2
    if words.at(index + 1) == "three" and words.at(place) == "quarters":
        return Fraction(3, 4), place + 1
    return Fraction(0), index


def read_cardinal(words: Words, index: int) -> Number | None:
    """Read the number words at an index, an article included (`a hundred`).

    Returns:
        The number, or None where the words are no number.
    """
    article = words.at(index) in {"a", "an"}
    start = index + 1 if article else index
    if words.at(start) == "zero":
        return None if article else Number(first=index, last=start + 1, value=Fraction(0), style="words")
    if article and words.at(start) == "dozen":
        return Number(first=index, last=start + 1, value=Fraction(12), style="words")
    if article and words.at(start) not in SCALES:
        return None
    state = (0, 1 if article else 0, _NO_CEILING)
    last = place = start
    after = ""
    while (step := _extend(*state, words.at(place))) is not None:
        state, after, last = step, words.at(place), place + 1
        place = _next_word(words, last, after)
    return None if last == start else _finish(words, index, last, state)


def _finish(words: Words, first: int, last: int, state: tuple[int, int, int]) -> Number:
    """Close a cardinal: a dozen, decimals or a part behind it, and the scale that they open."""
    total, group, ceiling = state
    scaled = ceiling != _NO_CEILING or group >= _HUNDRED
    if words.at(last) == "dozen" and total == 0:
        return Number(first=first, last=last + 1, value=Fraction(group * 12), style="words")
    decimals, behind = _decimals(words, last)
    part, behind = (decimals, behind) if decimals else read_part(words, last)
    if not part:
        # "two mln dlrs": a scale that is only ever abbreviated
        factor, behind = read_scale(words, last)
        return Number(first=first, last=behind, value=Fraction((total + group) * factor), style="words",
                      scaled=scaled or factor > 1)  # fmt: skip
    factor, behind = read_scale(words, behind)
    return Number(first=first, last=behind, value=(total + group + part) * factor, style="words", scaled=factor > 1)


def read_vague(words: Words, index: int) -> Number | None:
    """Read a number that names an order of magnitude only: `tens of thousands`, `several hundred`.

    Returns:
        The number with `low` and `high`, or None where the words are none.
    """
    first = index + 1 if words.at(index) == "a" else index
    if words.at(first) in {"several", "few"}:
        factor, last = read_scale(words, first + 1)
        if words.at(first + 1) == "dozen":
            return Number(
                first=index,
                last=first + 2,
                value=None,
                low=Fraction(24),
                high=Fraction(100),
                style="vague",
                scaled=True,
            )
        least = 2 if words.at(first) == "several" else 1
        bounds = (least * factor, factor * 10) if factor > 1 else None
    else:
        bounds, last = VAGUE.get(words.at(index)), index + 1
        while bounds and words.at(last) == "of" and words.at(last + 1) in VAGUE and last < index + _TEN:
            factor = VAGUE[words.at(last + 1)][0]
            bounds, last = (bounds[0] * factor, bounds[1] * factor), last + 2
        if words.at(index) in {"tens", "scores"} and last == index + 1 and words.at(last) != "of":
            return None
    if bounds is None:
        return None
    return Number(
        first=index,
        last=last,
        value=None,
        low=Fraction(bounds[0]),
        high=Fraction(bounds[1]),
        style="vague",
        scaled=True,
    )
