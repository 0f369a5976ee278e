"""Money: signs, letters and codes before a number. The canonical unit is the code of ISO 4217."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus_pkg.annotate.units.tables import money_forms

if TYPE_CHECKING:
    from corpus_pkg.annotate.claims.words import Words

_SIGNS, _PREFIXES, _CODES = money_forms().signs, money_forms().prefixes, money_forms().codes
CURRENCY_NOUNS = frozenset(money_forms().nouns) | {"pounds", "pound"} | {code.lower() for code in _CODES}
# What a currency in letters may touch on its left; "PLX-R18" is no rand.
_OPENING = frozenset({"(", "[", "“", "‘", '"', "—", "–", "/"})
# Prefixes of one or two letters that must touch the number: "R250", never "R 250".
_TOUCHING = 2
_LONGEST = 5
_LOWERED = {"us$", "a$", "c$", "hk$", "nz$", "aud$", "cad$", "nzd$", "mxn$", "usd$", "sgd$", "au$"}


def read_prefix(words: Words, index: int) -> tuple[int, str] | None:
    """Read a currency that ends at an index, before a number.

    Args:
        words: The sentence.
        index: The token before the number.

    Returns:
        The first token of the currency and its unit, or None where there is none.
    """
    form = words.form(index)
    if not form or form.isdecimal():
        return None
    for first in range(max(0, index - _LONGEST + 1), index + 1):
        printed = words.surface(first, index + 1)
        code = _PREFIXES.get(printed) or _spaced_letters(words, first, index)
        if code is not None and _may_stand(words, first, index):
            return first, code
    if form in _SIGNS:
        before = _CODES.get(words.form(index - 1))
        return (index - 1, before) if before and form in "$£€¥" else (index, _SIGNS[form])
    code = None if form in _WORDS else _CODES.get(form)
    return None if code is None or (words.glued(index) and words.form(index - 1) not in _OPENING) else (index, code)


def _spaced_letters(words: Words, first: int, index: int) -> str | None:
    """Letters that blanks or lower case part from their sign, as tokenised text has them: `hk $ 10`, `c $ 300`."""
    if words.form(index) != "$" or first != index - 1:
        return None
    joined = f"{words.at(first)}$"
    upper = words.form(first).isupper() and len(words.form(first)) > 1
    spaced = upper or (not words.glued(index) and not words.glued(index + 1) and joined != "a$")
    if joined in _LOWERED and (words.glued(index) or spaced):
        return _PREFIXES.get(joined.upper()) or _CODES.get(joined[:3].upper())
    return None


def _may_stand(words: Words, first: int, index: int) -> bool:
    """Whether nothing touches a prefix from the left, and a short one without a sign touches its number."""
    if words.glued(first) and words.form(first - 1) not in _OPENING:
        return False
    short = index == first and words.alpha(first) and len(words.form(first)) <= _TOUCHING
    return not short or words.glued(index + 1) or words.form(first) in _SPACED_PREFIXES


# Codes that headlines in capitals print as words: "ALL 5 CREW MEMBERS".
_WORDS = frozenset("ALL TOP CUP SOS BOB MOP BAM PEN RON GEL".split())
_SPACED_PREFIXES = frozenset({"Rs", "RM", "Rp", "Tk", "DM", "FF"})


def is_prefix(words: Words, index: int) -> bool:
    """Whether a currency ends at an index."""
    return index >= 0 and read_prefix(words, index) is not None
