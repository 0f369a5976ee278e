"""The units of measurement that news texts use: one table from surface to canonical name and dimension."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus_pkg.annotate.claims.currency import CURRENCY_CODES, CURRENCY_NAMES
from corpus_pkg.annotate.claims.unit_table import UNIT_TABLE

if TYPE_CHECKING:
    from corpus_pkg.annotate.claims.words import Words
    from corpus_pkg.model.vocabulary import ClaimKind


@dataclass(frozen=True, slots=True)
class Unit:
    """A canonical unit: its name, what it measures, the kind of claim it makes, and what it is per."""

    name: str
    dimension: str | None
    kind: ClaimKind = "measure"
    per: str | None = None


# Symbols that are words as well.
_AMBIGUOUS = frozenset({"in", "um", "pm", "mi", "PS", "AU"})
_PLAIN = frozenset(
    {"feet", "inches", "kms", "centuries", "millennia", "yrs", "hrs", "mins", "wks", "nits", "degrees", "kilometres"}
)
_SHARES = {
    "percent": "% percent per_cent pct pct. per_cents percents ％",
    "percentage point": "percentage_point percentage_points percent_point percent_points pp ppts pps %_points %_point",
    "basis point": "basis_point basis_points bp bps",
}


def _forms(words: str) -> list[str]:
    """Surfaces of a table cell: spaces for underscores, plurals in -s for the last word."""
    surfaces = []
    for word in words.split():
        surface = word.replace("_", " ")
        first, *rest = surface.split(" per ")
        surfaces += [surface, surface if word in _PLAIN else " per ".join([f"{first}s", *rest])]
    return surfaces


def _read_line(line: str, dimension: str | None) -> tuple[Unit, list[str], list[str]]:
    """The unit of a line of the table, its words and its symbols."""
    head, _, surfaces = line.partition(":")
    name, _, per = head.strip().replace("_", " ").partition("=")
    spelled, _, short = surfaces.partition(";")
    # A bare degree may be one of an angle as well.
    unit = Unit(name, None if name == "degree" else dimension, "measure", per or None)
    return unit, _forms(f"{name.lower().replace(' ', '_')} {spelled}"), short.split()


def _build() -> tuple[dict[str, Unit], dict[str, Unit], frozenset[str]]:
    """Unfold the table: words in lower case, symbols as printed, symbols that must touch the number."""
    worded: dict[str, Unit] = {}
    symbols: dict[str, Unit] = {}
    touching = set(_AMBIGUOUS)
    dimension: str | None = None
    for line in UNIT_TABLE.strip().splitlines():
        if line.startswith("#"):
            dimension = line.removeprefix("# ")
            continue
        unit, spelled, short = _read_line(line, dimension)
        for surface in spelled:
            worded.setdefault(surface, unit)
        for symbol in short:
            bare = symbol.rstrip("_")
            symbols.setdefault(bare.replace("_", " "), unit)
            if len(bare) == 1 and bare.isalpha() and symbol == bare:
                touching.add(bare)
    for name, surfaces in _SHARES.items():
        for surface in surfaces.split():
            worded[surface.replace("_", " ")] = Unit(name, "proportion", "percent")
    for surface, name in CURRENCY_NAMES.items():
        worded[surface] = Unit(name, "currency", "money")
    for code, name in CURRENCY_CODES.items():
        symbols[code] = Unit(name, "currency", "money")
    return worded, symbols, frozenset(touching)


_WORDED, _SYMBOLS, _TOUCHING = _build()
_STERLING = Unit("GBP", "currency", "money")
_PENCE = Unit("penny", "currency", "money")
_PERCENT = Unit("percent", "proportion", "percent")
_LONGEST = 5
_OPENER = re.compile(r"[^\W\d_]+|.")
_OPENERS = frozenset(
    match.group() for surface in (*_WORDED, *_SYMBOLS) if (match := _OPENER.match(surface.lower())) is not None
) | {"p", "pc"}


def money(code: str) -> Unit:
    """The unit of a currency code."""
    return Unit(code, "currency", "money")


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
    for last in range(min(index + _LONGEST, len(words.forms)), index, -1):
        if words.hyphen(last - 1):
            continue
        surface = " ".join(words.surface(index, last).replace("-", " ").split())
        unit = _SYMBOLS.get(surface)
        if unit is not None and (glued or surface not in _TOUCHING):
            return unit, last
        unit = _WORDED.get(surface.lower())
        if unit is not None:
            return (_STERLING if unit.name == "pound" and large else unit), last
    if glued and words.form(index) == "p":
        return _PENCE, index + 1
    return (_PERCENT, index + 1) if glued and first == "pc" else None
