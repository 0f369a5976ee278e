"""The unit that stands at a place of a sentence, by the tables of units and currencies."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus_pkg.annotate.claims.function_words import CLOSED
from corpus_pkg.annotate.claims.word_lists import listed
from corpus_pkg.annotate.units.tables import forms, money_forms, units
from corpus_pkg.annotate.units.unit import Unit

if TYPE_CHECKING:
    from corpus_pkg.annotate.claims.words import Words

__all__ = ["Unit", "money", "read_unit"]


def money(code: str) -> Unit:
    """The unit of a currency code, or of a smaller unit of some currency."""
    return Unit(code, "currency", "money")


_WORDED = forms().words | {noun: money(code) for noun, code in money_forms().nouns.items()}
_SYMBOLS = forms().symbols | {sign: money(code) for sign, code in (money_forms().signs | money_forms().codes).items()}
_TOUCHING = forms().touching
_STERLING, _PENCE, _PERCENT = money("GBP"), money("penny"), Unit("percent", "proportion", "percent")
# Codes that are no English words may stand in lower case.
_LOWER_CODES = listed("usd eur gbp jpy cny rmb chf aud cad nzd inr sek nok dkk rub hkd sgd krw brl zar")
_LONGEST = 6
_OPENER = re.compile(r"[^\W\d_]+|.")
_OPENERS = (
    frozenset(match.group() for surface in (*_WORDED, *_SYMBOLS) if (match := _OPENER.match(surface.lower())))
    | {"p", "pc", '"'}
    | _LOWER_CODES
)
# Symbols that stand for two units: which, the words of the sentence tell.
_CONTEXTS = {
    "F": (listed("capacitor capacitors capacitance charge charged farad farads volts volt"), "farad"),
    "kn": (listed("cost costs ticket price priced paid pay fare euros worth croatia croatian"), "HRK"),
    "rad": (listed("angle angles rotation rotated degrees"), "radian"),
    "mb": (listed("file files download data disk memory video"), "megabyte"),
}
# Single letters that units are printed with behind a blank, where no name goes on: "a 5 W charger", "12 C".
_SIZES = listed("long wide tall deep thick high screen")
_SPACED = frozenset("WVAKCFNJL")
# Units whose names are other words as well; before a noun they are those.
_ORDINARY = listed("""
    gray grays tesla teslas henry henries newton newtons weber webers real won sol sols rand cup cups cord cords quad
    quads bar bars rad rads rem rems stone grain grains turn turns second crown crowns mark marks
""")
# Money that is never so little, so that a small number before the word counts something else.
_SUMS = frozenset({"won", "mark", "marks", "real"})
_SMALL_SUM = 2
_PRIMES = frozenset("′″\"'’")


def read_unit(words: Words, index: int, *, large: bool) -> tuple[Unit, int] | None:
    """Read the longest unit that begins at an index.

    Args:
        words: The sentence.
        index: The first token of the unit.
        large: Whether the number before it is so large that `pounds` are money.

    Returns:
        The unit and the token behind it, or None where no unit begins there.
    """
    first = words.at(index)
    if first not in _OPENERS:
        return None
    glued = words.glued(index)
    if first == '"' and words.at(index + 1) in _SIZES and words.digit(index - 1):
        return units()["inch"], index + 1
    told = _in_context(words, index)
    if told is not None:
        return told, index + 1
    for last in range(min(index + _LONGEST, len(words.forms)), index, -1):
        if words.hyphen(last - 1) or (words.form(last - 1) == "." and last == len(words.forms)):
            continue
        surface = " ".join(words.surface(index, last).replace("-", " ").split())
        unit = _SYMBOLS.get(surface) or _SYMBOLS.get(words.surface(index, last))
        if unit is not None and surface in _PRIMES and words.glued(last) and words.alpha(last):
            continue  # "2022′s"
        if unit is not None and (glued or surface not in _TOUCHING or _spaced(words, index, last)):
            return unit, last
        unit = _WORDED.get(surface.lower())
        if unit is not None and _is_measure(words, index, last, large=large):
            return (_STERLING if unit.name == "pound" and large else unit), last
    return _shorthand(words, index)


def _is_measure(words: Words, index: int, last: int, *, large: bool) -> bool:
    """Whether a unit's word is one where it stands: `3 bar`, not `three bar owners`; `12 won` medals, not money."""
    word, behind = words.at(index), words.at(last)
    if last > index + 1 or word not in _ORDINARY:
        return True
    if word in _SUMS:
        printed = words.form(index - 1)
        if large or not words.digit(index - 1) or (len(printed) <= _SMALL_SUM and "." not in printed):
            return large
    if words.capital(index) and not words.form(index).isupper():
        return False
    timed = word == "second" and (words.hyphen(index - 1) or words.at(index - 2) in {"a", "an", "the"})
    led = timed or words.at(index - 2) == "/"  # "1/2 cup olive oil"
    return led or not words.alpha(last) or behind in CLOSED or behind in _SIZES


def _shorthand(words: Words, index: int) -> tuple[Unit, int] | None:
    """`40p`, `5pc`, `300 usd`."""
    first, glued = words.at(index), words.glued(index)
    if first in _LOWER_CODES and words.form(index).islower():
        return money(money_forms().codes.get(first.upper(), "CNY")), index + 1
    if glued and words.form(index) == "p":
        return _PENCE, index + 1
    return (_PERCENT, index + 1) if glued and first == "pc" else None


def _in_context(words: Words, index: int) -> Unit | None:
    """The unit that the words of the sentence choose for a symbol that stands for two."""
    found = _CONTEXTS.get(words.form(index))
    if found is None or found[0].isdisjoint(words.lower):
        return None
    return units().get(found[1]) or money(found[1])


def _spaced(words: Words, index: int, last: int) -> bool:
    """Whether a single letter behind a blank is a unit: no point or name follows, and no house number stands before."""
    form = words.form(index)
    if last != index + 1 or form not in _SPACED or words.glued(last):
        return form in _SPACED and words.form(last) in {".", ",", ")", ";"} and last + 1 >= len(words.forms)
    named = words.capital(last) and not words.form(last).isupper()
    if index > 1 and words.capital(index - 2):
        return False  # "Flight 12 A", "Form 10 K"
    return not named and not words.digit(last) and len(words.form(index - 1)) < _HOUSE


_HOUSE = 5
