"""Units that several numbers share and the text says once: `3, 4 and 5 percent`, `two of the 12 seats`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corpus_pkg.annotate.claims.measured import Counted
    from corpus_pkg.annotate.claims.quantity import Quantity
    from corpus_pkg.annotate.claims.words import Words

_HYPHENED = (["-", ","], ["-", "and"], ["-", "or"], ["-", ",", "and"], ["-", ",", "or"], ["-", "to"])
_PLAIN = ([","], ["and"], ["or"], [",", "and"], [",", "or"])
_LINKED = (["and"], ["or"], [","], [",", "and"], [",", "or"], ["to"], ["versus"], ["-", "and"], ["-", "or"],
           ["-", ","], ["-", ",", "and"])  # fmt: skip
_OUT_OF = (["of", "the"], ["of", "its"], ["of", "their"], ["of", "an", "estimated"], ["out", "of"],
           ["out", "of", "the"])  # fmt: skip
_OWNERS = frozenset({"the", "its", "their", "his", "her", "our", "these", "those", "s", "’s", "'s", "an", "estimated"})
_FAR = 4
_YEAR_DIGITS = 4


def share_units(words: Words, quantities: list[Quantity]) -> list[Quantity]:
    """Give the unit that ends a list to the bare numbers before it.

    Args:
        words: The sentence.
        quantities: Its quantities, in order.
    """
    shared = list(quantities)
    for index in range(len(shared) - 2, -1, -1):
        here, following = shared[index], shared[index + 1]
        if following.unit is None or here.unit is not None or here.per is not None:
            continue
        between = words.lower[here.last : following.first]
        listed = between in _LINKED and following.unit.kind != "money" and not following.prefixed
        if between == [","]:
            # "3, 4 and 5 percent" is a list; "averaged 23,400, 7 percent below" is none.
            listed = listed and quantities[index + 1].unit is None
        compound = words.hyphen(following.number_last)
        if (
            (listed or (between in _OUT_OF and not compound))
            and here.number.style in {"digits", "words"}
            and not _year(words, here)
        ):
            shared[index] = replace(here, unit=following.unit, unit_first=following.unit_first,
                                    unit_last=following.unit_last, prefixed=following.prefixed)  # fmt: skip
    return shared


def share_counted(words: Words, found: list[tuple[Quantity, Counted | None]]) -> list[tuple[Quantity, Counted | None]]:
    """Give the noun that ends a list to the numbers before it: `four-, five- and six-cylinder engines`.

    Args:
        words: The sentence.
        found: Its quantities and what they count, in order.
    """
    shared = list(found)
    for index in range(len(shared) - 2, -1, -1):
        (here, own), (following, counted) = shared[index], shared[index + 1]
        if counted is None or here.unit is not None or _year(words, here) or (own is not None and not own.partitive):
            continue
        between = words.lower[here.last : following.first]
        parted = between[:1] == ["of"] and 1 < len(between) <= _FAR and between[-1] in _OWNERS
        if parted or (
            between in (_HYPHENED if counted.hyphened else _PLAIN) and here.number.style in {"digits", "words"}
        ):
            shared[index] = here, replace(counted, shared=True)
    return shared


def _year(words: Words, quantity: Quantity) -> bool:
    """Whether the number may be a year."""
    return words.digit(quantity.number_first) and len(words.form(quantity.number_first)) == _YEAR_DIGITS
