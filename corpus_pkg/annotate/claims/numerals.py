"""Numbers printed with digits: separators, decimals, fractions, scales and signs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING, Literal

from corpus_pkg.annotate.claims.currency import CURRENCY_NOUNS, is_prefix
from corpus_pkg.annotate.claims.digits import digit_groups, digits_value, power_of_ten

if TYPE_CHECKING:
    from corpus_pkg.annotate.claims.words import Words

Style = Literal["digits", "words", "fraction", "vague", "multiple"]

SCALES = {
    "hundred": 100,
    "thousand": 1_000,
    "lakh": 100_000,
    "million": 1_000_000,
    "crore": 10_000_000,
    "billion": 1_000_000_000,
    "trillion": 1_000_000_000_000,
    "quadrillion": 1_000_000_000_000_000,
}
_PLURAL_SCALES = {f"{name}s": factor for name, factor in SCALES.items()}
_SHORT_SCALES = {
    "mn": 10**6, "mln": 10**6, "mil": 10**6, "mio": 10**6, "bn": 10**9, "bln": 10**9, "mrd": 10**9, "tn": 10**12,
    "trn": 10**12,
}  # fmt: skip
# Letters that are also units (metre, byte, tonne): a scale beside money only, save for k and capital M.
_LETTERS = {"k": 10**3, "m": 10**6, "b": 10**9, "t": 10**12}
_GROUP = 3
_DENOMINATORS = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 20, 32, 50, 64, 100, 128})
VULGAR = {
    "½": Fraction(1, 2), "⅓": Fraction(1, 3), "⅔": Fraction(2, 3), "¼": Fraction(1, 4), "¾": Fraction(3, 4),
    "⅕": Fraction(1, 5), "⅖": Fraction(2, 5), "⅗": Fraction(3, 5), "⅘": Fraction(4, 5), "⅙": Fraction(1, 6),
    "⅚": Fraction(5, 6), "⅐": Fraction(1, 7), "⅛": Fraction(1, 8), "⅜": Fraction(3, 8), "⅝": Fraction(5, 8),
    "⅞": Fraction(7, 8), "⅑": Fraction(1, 9), "⅒": Fraction(1, 10),
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number as printed: the tokens `first` up to, not including, `last`.

    A number that names no single value (`hundreds`) has `low` and `high` in place of `value`.
    """

    first: int
    last: int
    value: Fraction | None
    style: Style
    low: Fraction | None = None
    high: Fraction | None = None
    scaled: bool = False


def read_scale(words: Words, index: int) -> tuple[int, int]:
    """Read scale words behind a number.

    Args:
        words: The sentence.
        index: The token behind the number.

    Returns:
        The factor (1 where there is none) and the token behind the scale.
    """
    factor = 1
    for _ in range(3):
        place = index + 1 if words.hyphen(index) else index
        token = words.at(place)
        step = SCALES.get(token) or _PLURAL_SCALES.get(token) or _SHORT_SCALES.get(token)
        if step is None:
            break
        factor *= step
        index = place + 1
    return factor, index


def _letter_scale(words: Words, first: int, index: int) -> int | None:
    """Factor of a single letter that touches the digits, or None where it is no scale."""
    factor = _LETTERS.get(words.at(index))
    if factor is None or (words.at(index) != "k" and not words.glued(index) and not is_prefix(words, first - 1)):
        return None
    money = is_prefix(words, first - 1) or words.at(index + 1) in CURRENCY_NOUNS
    if money or (words.glued(index) and (words.at(index) == "k" or words.form(index) == "M")):
        return factor
    # "5m users": a metre stands before singular nouns and at the end of phrases.
    following = words.at(index + 1)
    if words.at(index) == "m" and following in {"more", "fewer", "less"}:
        return factor
    return factor if words.at(index) == "m" and following.endswith("s") and len(following) > _GROUP else None


def read_fraction_tail(words: Words, index: int) -> tuple[Fraction, int]:
    """Read a printed fraction behind a whole number: `10 1/2`, `2½`.

    Returns:
        The fraction (0 where there is none) and the token behind it.
    """
    if words.at(index) in VULGAR:
        return VULGAR[words.at(index)], index + 1
    place = index + 1 if words.hyphen(index) else index
    slashed = read_slashed(words, place)
    return (slashed, place + 3) if slashed is not None else (Fraction(0), index)


def read_slashed(words: Words, index: int) -> Fraction | None:
    """Value of a fraction such as `1/3` at an index; None for dates, `24/7` and the like."""
    if words.at(index + 1) not in {"/", "⁄", "∕"} or not (words.glued(index + 1) and words.glued(index + 2)):
        return None
    above, below = words.at(index), words.at(index + 2)
    if not (above.isdecimal() and below.isdecimal()) or max(len(above), len(below)) > _GROUP:
        return None
    if (
        words.at(index + 3) == "/"
        or (int(below) not in _DENOMINATORS and words.at(index + 3) != "of")
        or not 0 < int(above) < int(below)
    ):
        return None
    return Fraction(int(above), int(below))


def read_digits(words: Words, index: int) -> Number | None:
    """Read a number that begins with the digits at an index.

    Returns:
        The number with its sign and scale, or None where the digits are no plain number.
    """
    pointed = words.at(index - 1) == "." and words.glued(index)
    coded = words.form(index).isdecimal() and words.form(index)[0] == "0" != words.form(index) and not pointed
    if coded:
        return None
    slashed = read_slashed(words, index)
    if slashed is not None:
        return Number(first=index, last=index + 3, value=slashed, style="fraction")
    last = digit_groups(words, index)
    value = digits_value("".join(form for form in words.forms[index:last] if form[0].isdecimal()))
    if value is None:
        return None
    number = Number(first=index, last=last, value=value, style="digits")
    if pointed and words.form(index).isdecimal() and (not words.glued(index - 1) or is_prefix(words, index - 2)):
        number = replace(number, first=index - 1, value=value / 10 ** len(words.form(index)))
    return _signed(words, _scaled(words, number))


def _scaled(words: Words, number: Number) -> Number:
    """Take in what multiplies printed digits: a fraction behind a whole number, a scale, a power of ten."""
    value, last = number.value or Fraction(0), number.last
    tail, last = read_fraction_tail(words, last) if value.denominator == 1 else (Fraction(0), last)
    power, behind = power_of_ten(words, last)
    if behind > last:
        return replace(number, last=behind, value=value * power)
    letter = _letter_scale(words, number.first, last)
    factor, last = (letter, last + 1) if letter is not None else read_scale(words, last)
    return replace(number, last=last, value=(value + tail) * factor, scaled=factor > 1)


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
    spoken = words.at(before) == "minus" and words.at(before - 1) != "or"
    if not (touching or opened or spoken) or number.value is None:
        return number
    return replace(number, first=before, value=-number.value)
