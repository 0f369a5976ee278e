"""A number with its unit: the currency before it, the unit behind it, and what it is per."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from corpus_pkg.annotate.claims.currency import read_prefix
from corpus_pkg.annotate.claims.nouns import is_plural
from corpus_pkg.annotate.claims.numerals import read_scale
from corpus_pkg.annotate.claims.rates import read_per
from corpus_pkg.annotate.claims.units import Unit, money, read_unit
from corpus_pkg.annotate.claims.word_lists import listed
from corpus_pkg.annotate.units import currencies, rate_dimension, units

if TYPE_CHECKING:
    from fractions import Fraction

    from corpus_pkg.annotate.claims.numerals import Number
    from corpus_pkg.annotate.claims.words import Words

_FAR = frozenset({"length", "duration", "area", "power"})
_TOWARDS = listed("to of at was is from convert reached hit below and or near about around")
_CODE_SCALES = {"k": 10**3, "M": 10**6}
_SCALED = 4
_BRACKETS = {"(": ")", "[": "]", "{": "}", "<": ">"}
_SIGNS = frozenset("$€£¥₹")


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number, or a range of two, with its unit. All places are token indices; ends are exclusive."""

    first: int
    last: int
    number: Number
    number_first: int
    number_last: int
    value: Fraction | None
    low: Fraction | None
    high: Fraction | None
    unit: Unit | None = None
    unit_first: int = 0
    unit_last: int = 0
    prefixed: bool = False
    per: str | None = None
    ranged: bool = False


def measure(words: Words, number: Number) -> Quantity:
    """Attach to a number the unit that stands beside it.

    Args:
        words: The sentence.
        number: A number of the sentence.

    Returns:
        The quantity; its unit is None where the number has none of the table.
    """
    bare = Quantity(
        first=number.first,
        last=number.last,
        number=number,
        number_first=number.first,
        number_last=number.last,
        value=number.value,
        low=number.low,
        high=number.high,
    )
    prefix = read_prefix(words, number.first - 1)
    found = _prefixed(words, bare, *prefix) if prefix is not None else _suffixed(words, bare)
    return _with_rate(words, _below_zero(words, found))


def _below_zero(words: Words, quantity: Quantity) -> Quantity:
    """A temperature behind a minus that blanks part from it, as tokenised text has it: `to - 20 degrees Celsius`."""
    unit, sign = quantity.unit, quantity.first - 1
    heat = unit is not None and unit.dimension == "temperature"
    if not heat or quantity.value is None or words.at(sign) not in {"-", "−"} or words.glued(quantity.first):
        return quantity
    if sign > 0 and words.at(sign - 1) not in _TOWARDS:
        return quantity
    return replace(quantity, first=sign, number_first=sign, value=-quantity.value)


def _prefixed(words: Words, bare: Quantity, first: int, code: str) -> Quantity:
    """A number behind a currency; a currency noun that repeats it is taken in."""
    last = bare.last
    behind = read_unit(words, last, large=False)
    if behind is not None and behind[0].kind == "money" and words.alpha(last):
        last = behind[1]
    elif code == "USD" and words.form(last) == "US":
        last += 1
    elif code == "USD" and words.surface(last, last + 4) == "U.S.":
        last += 4
    quantity = replace(
        bare, first=first, last=last, unit=money(code), unit_first=first, unit_last=bare.number_first, prefixed=True
    )
    if (
        words.at(first - 1) in {"-", "−"}
        and words.glued(first)
        and not words.glued(first - 1)
        and bare.value is not None
    ):
        return replace(quantity, first=first - 1, value=-bare.value)
    return quantity


def _suffixed(words: Words, bare: Quantity) -> Quantity:
    """A number before a unit, straight or over a hyphen, `of` or an article."""
    number = bare.number
    place = bare.last
    if number.style == "vague" and words.at(place) == "of":
        place += 1
    elif number.style == "fraction":
        place = _over_article(words, place)
    elif words.hyphen(place) or _compounds(words, place):
        place += 2 if words.at(place + 1) == "plus" else 1  # "15-plus years"
    scaled = _scaled_code(words, place)
    if scaled is not None and bare.value is not None:
        return replace(bare, last=place + 1, unit=money(scaled[0]), unit_first=place, unit_last=place + 1,
                       value=bare.value * scaled[1])  # fmt: skip
    found = read_unit(words, place, large=number.scaled) or _in_brackets(words, place)
    if found is None or (place > bare.last and len(words.form(place)) == 1 and words.alpha(place)):
        return bare
    unit, last = found
    if unit.kind == "money" and not words.glued(place) and words.form(place) in _SIGNS and words.digit(last):
        return bare  # "10 $ 30": the sign is the next number's
    if number.style == "fraction" and (unit.kind == "percent" or unit.dimension is None):
        return bare
    measured = replace(bare, last=last, unit=unit, unit_first=place, unit_last=last)
    return _with_scale(words, measured) if unit.kind == "money" and not number.scaled else measured


def _scaled_code(words: Words, place: int) -> tuple[str, int] | None:
    """A code with its scale before it, as reports print it: `30 MUSD`, `120 MEUR`, `500 kSEK`."""
    form = words.form(place)
    scale = _CODE_SCALES.get(form[:1])
    known = scale is not None and len(form) == _SCALED and form[1:] in currencies()
    return (form[1:], scale) if known and scale is not None else None


def _compounds(words: Words, place: int) -> bool:
    """Whether a spaced hyphen parts a number from its unit (`30 - year bonds`), as tokenised text prints it."""
    if not words.spaced_hyphen(place) or is_plural(words.at(place + 1)):
        return False
    return words.alpha(place + 1) and (words.spaced_hyphen(place + 2) or words.alpha(place + 2))


def _in_brackets(words: Words, place: int) -> tuple[Unit, int] | None:
    """A unit that stands in brackets of its own: `20 (kg)`."""
    if words.at(place) not in _BRACKETS:
        return None
    found = read_unit(words, place + 1, large=False)
    if found is None or words.at(found[1]) != _BRACKETS[words.at(place)]:
        return None
    return found[0], found[1] + 1


def _with_scale(words: Words, quantity: Quantity) -> Quantity:
    """A scale behind the currency: `75 USD million`."""
    factor, last = read_scale(words, quantity.last)
    if factor == 1 or quantity.value is None or words.digit(last):
        return quantity
    return replace(quantity, last=last, number_last=last, value=quantity.value * factor)


def _over_article(words: Words, place: int) -> int:
    """Step over `a`, `an`, `of a` or a hyphen between a fraction and its unit: `half an hour`, `half-mile`."""
    behind = place + 1 if words.at(place) == "of" else place
    if words.at(behind) in {"a", "an"}:
        return behind + 1
    return place + 1 if words.hyphen(place) else place


def _with_rate(words: Words, quantity: Quantity) -> Quantity:
    """Attach what a quantity is per."""
    unit = quantity.unit
    if unit is not None and unit.per is not None:
        return replace(quantity, per=unit.per)
    found = read_per(words, quantity.last)
    if found is None:
        return quantity
    return rated(quantity, *found)


def rated(quantity: Quantity, base: Unit, last: int) -> Quantity:
    """A quantity per something.

    Args:
        quantity: The quantity.
        base: What it is per.
        last: The token behind that.
    """
    unit = quantity.unit
    if unit is None or unit.kind != "measure":
        return replace(quantity, last=last, per=base.name)
    name = f"{unit.name} per {base.name}"
    known = units().get(name)
    dimension = known.dimension if known else rate_dimension(unit.dimension, base.dimension)
    rate = Unit(name, dimension, "measure", base.name)
    return replace(quantity, last=last, unit=rate, unit_last=last, per=base.name)


def measure_far(words: Words, quantity: Quantity, head: int) -> Quantity | None:
    """A quantity whose unit stands behind adjectives: `517 rushing yards`, `50 previous years`.

    Args:
        words: The sentence.
        quantity: A quantity without a unit.
        head: The noun that it seems to count.

    Returns:
        The quantity with that noun for its unit; None where the noun is no unit that adjectives stand before.
    """
    found = read_unit(words, head, large=False)
    if found is None or found[1] != head + 1 or words.capital(head) or found[0].dimension not in _FAR:
        return None
    return replace(quantity, last=head + 1, unit=found[0], unit_first=head, unit_last=head + 1)
