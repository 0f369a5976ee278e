"""What a quantity is per: `per barrel`, `a share`, `/tonne`, `per 100,000 people`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus_pkg.annotate.claims.digits import digits_value
from corpus_pkg.annotate.claims.function_words import BREAKS
from corpus_pkg.annotate.claims.nouns import counted_head, singular
from corpus_pkg.annotate.claims.units import Unit, read_unit
from corpus_pkg.annotate.claims.word_lists import listed

if TYPE_CHECKING:
    from corpus_pkg.annotate.claims.words import Words

# After "a" only what prices and paces are usually quoted by; "5 percent a problem" is no rate.
_RATED = listed("""
    share barrel gallon litre liter pound ounce tonne ton kilo kilogram gram head person piece unit ticket
    bottle pack night pop throw copy bushel acre hectare mile kilometre kilometer plate game match round trip
    bag carton dozen
""")
# "A year earlier" says when.
_WHEN = listed("earlier ago later before after old from prior previously back")
_YEARS = {"annum": "year", "capita": "person"}
_TEN = 10


def read_per(words: Words, index: int) -> tuple[Unit, int] | None:
    """Read a rate behind a quantity.

    Args:
        words: The sentence.
        index: The token behind the quantity.

    Returns:
        What it is per, as a unit, and the token behind it; None where there is no rate.
    """
    word = words.at(index)
    if _joins(words, index):
        return _joined(words, index)
    if word == "per" and words.at(index + 1) in _YEARS:
        return Unit(_YEARS[words.at(index + 1)], None), index + 2
    if word == "per" and words.digit(index + 1):
        return _per_many(words, index)
    slashed = word == "/" and words.glued(index) and words.glued(index + 1)
    if not (slashed or word in {"per", "a", "an", "each", "every"}) or not words.alpha(index + 1):
        return None
    return _worded(words, index)


def _joins(words: Words, index: int) -> bool:
    return words.hyphen(index) or words.spaced_hyphen(index)


def _joined(words: Words, index: int) -> tuple[Unit, int] | None:
    """A rate over hyphens: `a 52,000 barrel-a-day refinery`, `$70-a-share`."""
    if words.at(index + 1) not in {"a", "an", "per"} or not _joins(words, index + 2):
        return None
    unit = read_unit(words, index + 3, large=False)
    if unit is not None and unit[0].kind == "measure":
        return unit
    rated = words.at(index + 3) in _RATED
    return (Unit(singular(words.form(index + 3)), None), index + 4) if rated else None


def _worded(words: Words, index: int) -> tuple[Unit, int] | None:
    """A rate in words; behind an article only what prices and paces are usually quoted by."""
    word, noun = words.at(index), words.at(index + 1)
    unit = read_unit(words, index + 1, large=False)
    if unit is not None and (unit[0].kind == "measure" or words.at(unit[1]) in _WHEN):
        timed = unit[0].dimension == "duration" or noun in _RATED or word in {"per", "/"}
        return unit if timed and words.at(unit[1]) not in _WHEN else None
    if noun in BREAKS or noun in {"cent", "cents"} or (word != "per" and noun not in _RATED):
        return None
    return Unit(singular(words.form(index + 1)), None), index + 2


def _per_many(words: Words, index: int) -> tuple[Unit, int] | None:
    """Read `per 100,000 people`, `per 1,000 live births`, `per 100 km`."""
    value = digits_value(words.form(index + 1))
    if words.at(index) != "per" or value is None or value < _TEN:
        return None
    unit = read_unit(words, index + 2, large=False)
    if unit is not None and unit[0].kind == "measure":
        return Unit(words.surface(index + 1, unit[1]), unit[0].dimension), unit[1]
    head = counted_head(words, index + 2, one=False)
    return None if head is None else (Unit(words.surface(index + 1, head + 1), None), head + 1)
