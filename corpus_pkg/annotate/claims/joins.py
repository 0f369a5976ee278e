"""Two numbers that make one claim: ranges, shares such as `one in five`, and units that a list says once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from corpus_pkg.annotate.claims.changes import governed_by_change
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
            pair = _range(words, joined[-1], quantity) or _ratio(words, joined[-1], quantity)
        if pair is None:
            joined.append(quantity)
        else:
            joined[-1] = pair
    return joined


def share_units(words: Words, quantities: list[Quantity]) -> list[Quantity]:
    """Give the unit that ends a list to the bare numbers before it: `3, 4 and 5 percent`."""
    shared = list(quantities)
    for index in range(len(shared) - 2, -1, -1):
        here, following = shared[index], shared[index + 1]
        between = words.lower[here.last : following.first]
        if here.unit is None and here.per is None and following.unit is not None and not following.prefixed:
            linked = between in (["and"], ["or"], [","], [",", "and"], ["to"], ["versus"])
            year = words.digit(here.number_first) and len(words.form(here.number_first)) == _YEAR_DIGITS
            if linked and not year and here.number.style in {"digits", "words"} and following.unit.kind != "money":
                unit = following.unit
                shared[index] = replace(here, unit=unit, unit_first=following.unit_first, unit_last=following.unit_last)
    return shared


def _link(words: Words, left: Quantity, right: Quantity) -> str | None:
    """The single word or dash between two quantities."""
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
        low, high = left.value or 0.0, right.value or 0.0
        return 0 < high - low <= max(1.0, low) and (left.unit is None or left.unit == right.unit)
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


def _scale_of(words: Words, right: Quantity, low: float) -> float:
    """The scale that `$3 to $5 billion` says once for both ends, or 1.0 where the left end is whole by itself."""
    if right.value is None or right.value <= 0:
        return 1.0
    printed = words.form(right.number_first).replace(",", "")
    mantissa = float(printed) if printed.replace(".", "", 1).isdecimal() else None
    if mantissa is None or mantissa == 0:
        scale = 1.0
        while scale * _THOUSAND <= right.value:
            scale *= _THOUSAND
        mantissa = right.value / scale
    return right.value / mantissa if low < mantissa else 1.0


def _same_unit(left: Unit | None, right: Unit | None) -> bool:
    """Whether two ends may share a unit: one of them leaves it out, or both say the same."""
    return left is None or right is None or left.name == right.name


def _merged(left: Quantity, right: Quantity, low: float, high: float) -> Quantity:
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
    """Join `one in five`, `three out of four`, `1-in-10` into a share."""
    between = words.lower[left.last : right.first]
    if between not in (["in"], ["out", "of"], ["out", "of", "every"], ["in", "every"], ["-", "in", "-"]):
        return None
    above, below = left.value, right.value
    if above is None or below is None or left.unit or right.unit or not 0 < above < below <= _RATIO_BASE:
        return None
    year = right.number.style == "digits" and len(words.form(right.number_first)) == _YEAR_DIGITS and below > _THOUSAND
    if year or (above != 1 and between == ["in"] and right.number.style != "words"):
        return None
    merged = _merged(left, right, above, below)
    return replace(merged, value=above / below, low=None, high=None)
