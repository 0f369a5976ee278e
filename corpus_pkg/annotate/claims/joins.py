"""Two numbers that make one claim: ranges, margins (`54 ± 3`), sums of two units, shares such as `one in five`."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from corpus_pkg.annotate.claims.changes import governed_by_change
from corpus_pkg.annotate.claims.digits import digits_value
from corpus_pkg.annotate.claims.sums import sum_of_units
from corpus_pkg.annotate.claims.words import DASHES

if TYPE_CHECKING:
    from corpus_pkg.annotate.claims.quantity import Quantity
    from corpus_pkg.annotate.claims.units import Unit
    from corpus_pkg.annotate.claims.words import Words

_LINKS = DASHES | {"to", "and", "or"}
_BEFORE_BETWEEN = 4
_YEAR_DIGITS = 4
_RATIO_BASE = 1_000_000
_THOUSAND = 1_000
_SHARES = (["in"], ["out", "of"], ["out", "of", "every"], ["in", "every"], ["-", "in", "-"])
_PARTS = frozenset({"fraction", "multiple"})
# "Nine of 10 drivers" is a share, "nine of 12 jurors" a count.
_OF = frozenset({10, 100})
_RATIOS = frozenset({"by", "ratio", "odds", "margin", "majority"})
_MARGINS = (["±"], ["+", "/", "-"], ["plus", "or", "minus"], [",", "plus", "or", "minus"])


def join_ranges(words: Words, quantities: list[Quantity]) -> list[Quantity]:
    """Join the pairs of quantities that state the two ends of one range or the two parts of one share.

    Args:
        words: The sentence.
        quantities: Its quantities, in order.

    Returns:
        The quantities with every pair joined, in order.
    """
    joined: list[Quantity] = []
    for quantity in quantities:
        pair = None
        if joined and not joined[-1].ranged:
            pair = next((found for join in _JOINS if (found := join(words, joined[-1], quantity)) is not None), None)
        if pair is None:
            joined.append(quantity)
        else:
            joined[-1] = pair
    return joined


def _link(words: Words, left: Quantity, right: Quantity) -> str | None:
    """The single word or dash between two quantities."""
    if words.lower[left.last : right.first] == ["-", "to"]:
        return "to"  # "an 8- to 16-metre mast"
    if right.first - left.last != 1:
        return None
    link = words.at(left.last)
    return link if link in _LINKS else None


def _range(words: Words, left: Quantity, right: Quantity) -> Quantity | None:
    """Join `5 to 7 percent`, `between $3bn and $5bn`, `100-150`, `two or three`; None where the pair is no range."""
    link = _link(words, left, right)
    low, high = left.value, right.value
    if link is None or low is None or high is None or not _same_unit(left.unit, right.unit):
        return None
    if (left.number.style in _PARTS) != (right.number.style in _PARTS):
        return None  # "fell by a third to 21,700", "rose fivefold to 1,060"
    if not _may_link(words, link, left, right) or _unlike(left, right):
        return None
    shared = right.number.scaled and not left.number.scaled and (left.unit is None or left.prefixed)
    if shared:
        low *= _scale_of(words, right, low)
    if low >= high or (link in DASHES and not _tight(words, left, right)):
        return None
    return _merged(left, right, low, high)


def _unlike(left: Quantity, right: Quantity) -> bool:
    """Whether the first has a unit behind it and the second, without one, cannot share it: `40% to 4.2 million`."""
    if left.unit is None or left.prefixed or right.unit is not None:
        return False
    return right.number.scaled or left.unit.kind == "percent"


def _may_link(words: Words, link: str, left: Quantity, right: Quantity) -> bool:
    """Whether the word between two numbers can make a range of them where it stands."""
    if link == "to":
        return not _two_claims(words, left, right)
    if link == "and":
        return "between" in words.lower[max(0, left.first - _BEFORE_BETWEEN) : left.first]
    if link == "or":
        low, high = left.value or 0, right.value or 0
        return 0 < high - low <= max(1, low) and (left.unit is None or left.unit == right.unit)
    return True


def _two_claims(words: Words, left: Quantity, right: Quantity) -> bool:
    """Whether `rose from 4 to 5 percent` or `fell by $3bn to $9bn` state two things and no range."""
    if right.number.scaled and not left.number.scaled and left.prefixed:
        return False
    before = words.at(left.first - 1)
    if before == "from":
        return governed_by_change(words, left.first - 1)
    return left.unit is not None and right.unit is not None and governed_by_change(words, left.first)


def _tight(words: Words, left: Quantity, right: Quantity) -> bool:
    """Whether a dash touches both numbers or neither; a dash that touches one is a sign or a break in the sentence."""
    dash = left.last
    return words.glued(dash) == words.glued(right.first) and (words.glued(dash) or left.unit is None)


def _scale_of(words: Words, right: Quantity, low: Fraction) -> Fraction:
    """The scale that `$3 to $5 billion` says once for both ends, or 1 where the left end is whole by itself."""
    if right.value is None or right.value <= 0:
        return Fraction(1)
    mantissa = digits_value(words.form(right.number_first)) if words.digit(right.number_first) else None
    if not mantissa:
        scale = 1
        while scale * _THOUSAND <= right.value:
            scale *= _THOUSAND
        mantissa = right.value / scale
    return right.value / mantissa if low < mantissa else Fraction(1)


def _same_unit(left: Unit | None, right: Unit | None) -> bool:
    """Whether two ends may share a unit: one of them leaves it out, or both say the same."""
    return left is None or right is None or left.name == right.name


def _merged(left: Quantity, right: Quantity, low: Fraction, high: Fraction) -> Quantity:
    """One quantity of two ends."""
    source = right if right.unit is not None and not (left.prefixed and right.prefixed) else left
    return replace(
        source,
        first=left.first,
        last=right.last,
        number=right.number,
        number_first=left.number_first,
        number_last=right.number_last,
        value=None,
        low=low,
        high=high,
        per=right.per or left.per,
        ranged=True,
    )


def _ratio(words: Words, left: Quantity, right: Quantity) -> Quantity | None:
    """Join `one in five`, `three out of four`, `1-in-10` into a share, `3-to-1` into a ratio."""
    between = words.lower[left.last : right.first]
    above, below = left.value, right.value
    if above is None or below is None or left.unit or right.unit or not (above > 0 and 0 < below <= _RATIO_BASE):
        return None
    merged = replace(_merged(left, right, above, below), value=above / below, low=None, high=None)
    ratio = below == 1 and (_stated_ratio(words, left.first) or words.at(right.last) in _RATIOS)
    if between == ["-", "to", "-"] or (between == ["to"] and ratio):
        return merged
    tenths = between == ["of"] and below in _OF and not words.hyphen(right.last)
    if (between not in _SHARES and not tenths) or above >= below:
        return None
    year = right.number.style == "digits" and len(words.form(right.number_first)) == _YEAR_DIGITS and below > _THOUSAND
    if year or (above != 1 and between == ["in"] and right.number.style != "words"):
        return None
    return merged


def _stated_ratio(words: Words, first: int) -> bool:
    """Whether what stands before `three to one` says that it is a ratio and no score."""
    near = words.lower[max(0, first - 4) : first]
    return any(word in _RATIOS or word.startswith("outnumber") for word in near)


def _margin(words: Words, left: Quantity, right: Quantity) -> Quantity | None:
    """Join `54 ± 3` and `54 percent, plus or minus 3`: a value and the ends of its interval."""
    between = words.lower[left.last : right.first]
    if between not in _MARGINS or left.value is None or right.value is None or right.value < 0:
        return None
    if not _same_unit(left.unit, right.unit) and (left.unit is None or right.unit is None
                                                 or left.unit.dimension != right.unit.dimension):  # fmt: skip
        return None
    merged = _merged(left, right, left.value - right.value, left.value + right.value)
    return replace(merged, value=left.value, unit=left.unit or right.unit)


_JOINS = (_range, _ratio, _margin, sum_of_units)
