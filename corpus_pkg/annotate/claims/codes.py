"""Numbers that are codes or times whatever stands around them: parts of names, telephone numbers, list numbers."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from corpus_pkg.annotate.claims.currency import is_prefix
from corpus_pkg.annotate.claims.idioms import in_idiom
from corpus_pkg.annotate.claims.times import is_clock, is_date, is_decade
from corpus_pkg.annotate.claims.units import read_unit
from corpus_pkg.annotate.claims.word_lists import listed
from corpus_pkg.annotate.claims.words import HYPHENS

if TYPE_CHECKING:
    from corpus_pkg.annotate.claims.numerals import Number
    from corpus_pkg.annotate.claims.words import Words

_SMALL = 10
_CODE_SIGNS = frozenset({"/", "#", "@", "_", "=", "&", "\\", "*", "'", "’", "^", "№"})
# Words before a hyphen that leave the number a number: "sub-7 nanometre chips", "a minus-20 wind".
_PREFIXES = listed("""
    minus plus sub now then over under nearly about around roughly almost some million billion percent between
""")
_ZIP = 5
_NEAR = 40
_PHONE = (3, 4)
_JOINTS = frozenset({"/", "_", "@", "\\", "'", "’"})
_TEENS = (13, 20)
_HUNDRED = 100


def digit_runs(words: Words, numbers: list[Number]) -> frozenset[int]:
    """First tokens of the numbers that make a code together: `202 555 0100`, `nineteen eighty-four`.

    Args:
        words: The sentence.
        numbers: Its numbers, in order.

    Returns:
        The first tokens of the numbers that are no claims for standing in such a run.
    """
    rejected: set[int] = set()
    for left, right in pairwise(numbers):
        if left.last != right.first or left.scaled or right.scaled or left.value is None or right.value is None:
            continue
        spoken = (
            left.style == right.style == "words"
            and _TEENS[0] <= left.value <= _TEENS[1]
            and _SMALL <= right.value < _HUNDRED
        )
        digits = (
            words.form(left.first).isdecimal()
            and words.form(right.first).isdecimal()
            and (left.first in rejected or words.at(left.first - 1) == "+" or words.at(right.last).isdecimal())
        )
        if spoken or digits:
            rejected |= {left.first, right.first}
    return frozenset(rejected)


def names_or_codes(words: Words, number: Number) -> bool:
    """Whether a number, read by itself, belongs to a name, a code, a date or a time.

    Args:
        words: The sentence.
        number: The number, before units are attached.

    Returns:
        True where it can be no claim, whatever stands around it.
    """
    first, last = number.first, number.last
    if _in_phone(words, first, last) or _in_address(words, first, last) or in_idiom(words, first):
        return True
    if is_decade(words, last) or is_clock(words, first, last) or is_date(words, first, last):
        return True
    return _touched_before(words, first) or _touched_behind(words, number) or _list_number(words, number)


def _in_address(words: Words, first: int, last: int) -> bool:
    """Whether five digits are a postcode: `PA 23456`, `the 90049 ZIP code`."""
    if len(words.form(first)) != _ZIP or not words.form(first).isdecimal():
        return False
    state = words.form(first - 1)
    return words.at(last) == "zip" or (len(state) == 2 and state.isupper() and state.isalpha())  # noqa: PLR2004


def _in_phone(words: Words, first: int, last: int) -> bool:
    """Whether digits that begin with a nought stand beside the number, as in a telephone number."""
    return any(words.form(each)[:1] == "0" and words.form(each).isdecimal() and len(words.form(each)) >= _PHONE[0]
               for each in (first - 1, last, last + 1))  # fmt: skip


def _touched_before(words: Words, first: int) -> bool:
    """Whether the token that touches the number from the left makes it a code: `F-16`, `G7`, `#5`, `A/2`."""
    if not words.glued(first) or is_prefix(words, first - 1):
        return False
    before = words.form(first - 1)
    if before in _CODE_SIGNS or words.alpha(first - 1):
        # An opening quotation mark touches the number as well; it does not touch what stands before it.
        return not (before in {"'", "’"} and not words.glued(first - 1) and not words.digit(first))
    if not words.glued(first - 1):
        return False
    return before == "." or (before in HYPHENS and _hyphened_name(words, first))


def _hyphened_name(words: Words, first: int) -> bool:
    """Whether what stands before a hyphen makes a name of a number: `F-16`, `SCP2-173`, not `sub-7` nor `3-to-1`."""
    if words.digit(first - 2) and words.glued(first - 2):
        return words.alpha(first - 3)
    counted = words.at(first - 2) in _PREFIXES or (words.at(first - 2) in {"to", "in"} and words.hyphen(first - 3))
    measured = words.glued(first - 2) and words.digit(first - 3)
    return words.alpha(first - 2) and not counted and not measured


def _touched_behind(words: Words, number: Number) -> bool:
    """Whether what touches the number from the right makes it a code: `3D`, `2020/21`, `555-1234-00`."""
    last = number.last
    if not words.glued(last):
        return False
    if words.alpha(last) and words.digit(last - 1):
        unit = read_unit(words, last, large=False)
        if unit is not None:
            return words.glued(unit[1]) and words.digit(unit[1])  # "24703L202"
        return words.at(last) not in {"x", "p", "pc"}
    if words.at(last) in _JOINTS and words.glued(last + 1):
        return words.digit(last + 1) or (words.at(last) in {"'", "’"} and words.digit(last - 1))
    return words.hyphen(last) and _hyphened_code(words, number)


def _hyphened_code(words: Words, number: Number) -> bool:
    """Whether what follows over a hyphen makes the number a code: `3-D`, `555-1234`, `978-0-14`."""
    last = number.last
    if words.digit(last + 1):
        phone = number.last - number.first == 1 and len(words.form(number.first)) == _PHONE[0]
        chained = words.hyphen(last + 2) and words.digit(last + 3)
        return chained or (phone and len(words.form(last + 1)) == _PHONE[1])
    rated = words.at(last + 1) == "a" and words.hyphen(last + 2)
    return len(words.form(last + 1)) == 1 and words.alpha(last + 1) and words.digit(last - 1) and not rated


def _list_number(words: Words, number: Number) -> bool:
    """Whether the number opens a list item: `1. Heat the oven`, `2) Stir`, `(a) 3.`."""
    first, last = number.first, number.last
    plain = words.form(first).isdecimal() and last - first == 1
    if (
        plain
        and words.at(last) == ")"
        and "(" not in words.lower[max(0, first - _NEAR) : first]
        and words.alpha(last + 1)
    ):
        return not words.capital(last + 1)  # "1 ) explains": a mark of a list whose text is tokenised
    bracketed = words.at(first - 1) == "(" and words.at(last) == ")" and words.glued(first) and words.glued(last)
    if plain and bracketed and number.value is not None and number.value < _SMALL and words.alpha(last + 1):
        return not words.capital(first - 2)
    opening = first == 0 or (words.at(first - 1) == "(" and first == 1)
    if plain and opening and words.at(last) in {".", ")"} and words.glued(last):
        return last + 1 == len(words.forms) or words.capital(last + 1) or words.at(last) == ")"
    return False
