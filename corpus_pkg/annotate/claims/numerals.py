"""Numbers printed with digits: separators, decimals, fractions, scales and signs."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from corpus_pkg.annotate.claims.currency import CURRENCY_NOUNS, is_prefix

if TYPE_CHECKING:
    from corpus_pkg.annotate.claims.words import Words

Style = Literal["digits", "words", "fraction", "vague", "multiple"]

SCALES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "lakh": 1e5,
    "million": 1e6,
    "crore": 1e7,
    "billion": 1e9,
    "trillion": 1e12,
    "quadrillion": 1e15,
}
_PLURAL_SCALES = {f"{name}s": factor for name, factor in SCALES.items()}
_SHORT_SCALES = {"mn": 1e6, "mln": 1e6, "mil": 1e6, "bn": 1e9, "bln": 1e9, "tn": 1e12, "trn": 1e12}
# Letters that are also units (metre, byte, tonne): a scale beside money only, save for k and capital M.
_LETTERS = {"k": 1e3, "m": 1e6, "b": 1e9, "t": 1e12}
_DIGITS = re.compile(r"(?:\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})+,\d{3}|\d+)(?:\.\d+)?")
_THIN = frozenset("\u00a0\u2009\u202f")
_LONGEST = 25
_GROUP = 3
_DENOMINATORS = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 20, 32, 50, 64, 100, 128})
VULGAR = {
    "½": 1 / 2,
    "⅓": 1 / 3,
    "⅔": 2 / 3,
    "¼": 1 / 4,
    "¾": 3 / 4,
    "⅕": 1 / 5,
    "⅛": 1 / 8,
    "⅜": 3 / 8,
    "⅝": 5 / 8,
    "⅞": 7 / 8,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number as printed: the tokens `first` up to, not including, `last`.

    A number that names no single value (`hundreds`) has `low` and `high` in place of `value`.
    """

    first: int
    last: int
    value: float | None
    style: Style
    low: float | None = None
    high: float | None = None
    scaled: bool = False


def read_scale(words: Words, index: int) -> tuple[float, int]:
    """Read scale words behind a number.

    Args:
        words: The sentence.
        index: The token behind the number.

    Returns:
        The factor (1.0 where there is none) and the token behind the scale.
    """
    factor = 1.0
    for _ in range(3):
        place = index + 1 if words.hyphen(index) else index
        token = words.at(place)
        step = SCALES.get(token) or _PLURAL_SCALES.get(token) or _SHORT_SCALES.get(token)
        if step is None:
            break
        factor *= step
        index = place + 1
    return factor, index


def _letter_scale(words: Words, first: int, index: int) -> float | None:
    """Factor of a single letter that touches the digits, or None where it is no scale."""
    factor = _LETTERS.get(words.at(index))
    if factor is None or (words.at(index) != "k" and not words.glued(index) and not is_prefix(words, first - 1)):
        return None
    money = is_prefix(words, first - 1) or words.at(index + 1) in CURRENCY_NOUNS
    if money or (words.glued(index) and (words.at(index) == "k" or words.form(index) == "M")):
        return factor
    # "5m users": a metre stands before singular nouns and at the end of phrases.
    following = words.at(index + 1)
    return factor if words.at(index) == "m" and following.endswith("s") and len(following) > _GROUP else None


def read_fraction_tail(words: Words, index: int) -> tuple[float, int]:
    """Read a printed fraction behind a whole number: `10 1/2`, `2½`.

    Returns:
        The fraction (0.0 where there is none) and the token behind it.
    """
    if words.at(index) in VULGAR:
        return VULGAR[words.at(index)], index + 1
    place = index + 1 if words.hyphen(index) else index
    slashed = read_slashed(words, place)
    return (slashed, place + 3) if slashed is not None else (0.0, index)


def read_slashed(words: Words, index: int) -> float | None:
    """Value of a fraction such as `1/3` at an index; None for dates, `24/7` and the like."""
    if words.at(index + 1) not in {"/", "⁄", "∕"} or not (words.glued(index + 1) and words.glued(index + 2)):
        return None
    above, below = words.at(index), words.at(index + 2)
    if not (above.isdecimal() and below.isdecimal()) or max(len(above), len(below)) > _GROUP:
        return None
    if words.at(index + 3) == "/" or int(below) not in _DENOMINATORS or not 0 < int(above) < int(below):
        return None
    return int(above) / int(below)


def _read_groups(words: Words, index: int) -> tuple[str, int]:
    """Join digit groups that thin or fixed spaces separate: `10 000`."""
    digits = words.form(index)
    last = index + 1
    if not digits.isdecimal() or len(digits) > _GROUP:
        return digits, last
    while len(digits) <= _LONGEST and len(words.form(last)) == _GROUP and words.form(last).isdecimal():
        gap = words.text[words.ends[last - 1] : words.starts[last]]
        if gap not in _THIN and not (gap == " " and words.form(last) == "000"):
            break
        digits += words.form(last)
        last += 1
    return digits, last


def read_digits(words: Words, index: int) -> Number | None:
    """Read a number that begins with the digits at an index.

    Returns:
        The number with its sign and scale, or None where the digits are no plain number.
    """
    pointed = words.at(index - 1) == "." and words.glued(index)
    coded = words.form(index).isdecimal() and words.form(index)[0] == "0" != words.form(index) and not pointed
    if len(words.form(index)) > _LONGEST or coded:
        return None
    slashed = read_slashed(words, index)
    if slashed is not None:
        return Number(first=index, last=index + 3, value=slashed, style="fraction")
    digits, last = _read_groups(words, index)
    if len(digits) > _LONGEST or _DIGITS.fullmatch(digits) is None:
        return None
    value = float(digits.replace(",", ""))
    first = index
    if "." not in digits and pointed and (not words.glued(index - 1) or is_prefix(words, index - 2)):
        value, first = float(f"0.{digits}") if digits.isdecimal() else value, index - 1
    tail, last = read_fraction_tail(words, last) if value == int(value) else (0.0, last)
    letter = _letter_scale(words, first, last)
    factor, last = (letter, last + 1) if letter is not None else read_scale(words, last)
    return _signed(
        words, Number(first=first, last=last, value=_product(value + tail, factor), style="digits", scaled=factor > 1)
    )


def _product(value: float, factor: float) -> float:
    """Multiply by a scale without the noise that a binary product leaves: 1.1 million is 1100000."""
    product = value * factor
    return float(f"{product:.15g}") if math.isfinite(product) else product


def _signed(words: Words, number: Number) -> Number:
    """Take in a sign that touches the number, or the word `minus` before it."""
    before = number.first - 1
    touching = words.at(before) in {"-", "−", "–"} and words.glued(number.first) and not words.glued(before)
    opened = (
        words.at(before) in {"-", "−"}
        and words.glued(number.first)
        and words.at(before - 1) in {"(", "[", "$", "£", "€"}
    )
    if words.hyphen(before) and words.at(before - 1) == "minus":
        before, touching = before - 1, True
    if not (touching or opened or words.at(before) == "minus") or number.value is None:
        return number
    return Number(first=before, last=number.last, value=-number.value, style=number.style, scaled=number.scaled)
