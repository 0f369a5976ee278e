"""The value of printed digits: separators of thousands and decimals in any script, groups, powers of ten."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from corpus_pkg.annotate.claims.function_words import CLOSED

if TYPE_CHECKING:
    from corpus_pkg.annotate.claims.words import Words

# 1,234,567.89 and, in lakhs and crores, 12,34,567; then 1.234.567,89 and 3,5, which can be read in one way only.
_POINTED = re.compile(r"(?:\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})+,\d{3}|\d+)(?:\.\d+)?")
_COMMAED = re.compile(r"\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:\.\d{3}){2,}|\d+,\d{1,2}")
_ARABIC = str.maketrans({"٫": ".", "٬": ",", "’": "", "'": ""})
_GAPS = frozenset("\u00a0\u2009\u202f")
_APOSTROPHES = frozenset({"'", "’"})
_LONGEST = 60
_GROUP = 3
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_POWER = re.compile(r"-?\d{1,2}")
_TIMES = frozenset({"×", "x", "*", "·"})
_SIGNS = frozenset("-−–")


def digits_value(printed: str) -> Fraction | None:
    """The value of digits as printed; None where they are no one number.

    Args:
        printed: digits of one script, with separators.
    """
    plain = printed.translate(_ARABIC)
    if len(plain) > _LONGEST:
        return None
    if _POINTED.fullmatch(plain):
        return Fraction(plain.replace(",", ""))
    if _COMMAED.fullmatch(plain):
        return Fraction(plain.replace(".", "").replace(",", "."))
    return None


def digit_groups(words: Words, index: int) -> int:
    """The token behind digits whose groups of three stand apart: `10 000`, `1’234’567`, `80, 000 seats`."""
    last = index + 1
    if not words.form(index).isdecimal() or len(words.form(index)) > _GROUP:
        return last
    while (step := _next_group(words, index, last)) is not None:
        last = step
    return last


def _next_group(words: Words, index: int, last: int) -> int | None:
    """The token behind one more group of three digits."""
    if _is_group(words, last):
        gap = words.text[words.ends[last - 1] : words.starts[last]]
        plain = gap == " " and (words.form(last) == "000" or _counts_behind(words, index, last))
        return last + 1 if gap in _GAPS or plain else None
    if not _is_group(words, last + 1) or not words.glued(last):
        return None
    if words.form(last) in _APOSTROPHES and words.glued(last + 1):
        return last + 2
    # A blank behind the comma is a fault of typesetting, unless the numbers are a list.
    behind = words.at(last + 2)
    counts = words.alpha(last + 2) and behind not in CLOSED and not words.capital(last + 2)
    return last + 2 if words.form(last) == "," and counts and words.at(index - 1) != "," else None


def _counts_behind(words: Words, index: int, last: int) -> bool:
    """Whether a word follows digits in two groups and no name or number stands before: `1 234 seabirds`."""
    before = words.form(index - 1)
    named = before[:1].isupper() and index > 1
    return words.alpha(last + 1) and not words.capital(last + 1) and not named and not before[:1].isdecimal()


def _is_group(words: Words, index: int) -> bool:
    form = words.form(index)
    return len(form) == _GROUP and form.isdecimal()


def power_of_ten(words: Words, index: int) -> tuple[Fraction, int]:
    """Read `× 10^6`, `x10-30`, `×10⁻³⁰`, `e-3` behind a number.

    Returns:
        The power (1 where there is none) and the token behind it.
    """
    if words.at(index) == "e" and words.glued(index) and words.glued(index + 1):
        return _exponent(words, index + 1, index)
    if words.at(index) not in _TIMES or words.form(index + 1) != "10":
        return Fraction(1), index
    place = index + 2
    raised = words.form(place).translate(_SUPERSCRIPTS)
    if raised == words.form(place):
        marked = words.at(place) == "^"
        if not marked and words.at(place) not in _SIGNS:
            return Fraction(1), index
        return _exponent(words, place + 1 if marked else place, index)
    last = place + 2 if raised == "-" else place + 1
    joined = raised + words.form(place + 1).translate(_SUPERSCRIPTS) if raised == "-" else raised
    return (Fraction(10) ** int(joined), last) if _POWER.fullmatch(joined) else (Fraction(1), index)


def _exponent(words: Words, place: int, index: int) -> tuple[Fraction, int]:
    """The power of ten whose exponent stands at a place in plain digits, a sign before it or not."""
    negative = words.at(place) in _SIGNS
    first = place + 1 if negative else place
    joined = ("-" if negative else "") + words.form(first)
    if not words.glued(first) or not _POWER.fullmatch(joined):
        return Fraction(1), index
    return Fraction(10) ** int(joined), first + 1
