"""The tables: `units.csv` and `currencies.csv`, and the printed forms that each row states."""

from __future__ import annotations

import csv
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache
from importlib.resources import files

from corpus_pkg.annotate.units.unit import Currency, Unit

_PLURAL_ENDS = ("s", "z")
# Plurals that do not add an -s to the singular beside them.
_INVARIABLE = frozenset({"hertz", "lux", "siemens", "feet", "inches", "centuries", "millennia"})
# Nouns that several states share have no code of their own.
_SHARED = {
    "peso": "peso|pesos", "rupee": "rupee|rupees", "lira": "lira|liras", "riyal": "riyal|riyals|rial|rials",
    "dirham": "dirham|dirhams", "franc": "franc|francs", "crown": "crown|crowns|krone|kroner|krona", "leu": "leu|lei",
    "dinar": "dinar|dinars", "shilling": "shilling|shillings", "mark": "marks", "manat": "manat|manats",
    "kwacha": "kwacha", "som": "som|soms", "guilder": "guilder|guilders", "escudo": "escudo|escudos",
    "colón": "colón|colones",
}  # fmt: skip
# Smaller units keep their own names: a cent of which dollar is seldom said.
_SMALLER = {
    "cent": "cent|cents|ct|cts", "penny": "pence|penny|pennies", "sen": "sen", "kopeck": "kopeck|kopecks|kopek|kopeks",
    "paisa": "paisa|paise", "centavo": "centavo|centavos", "centime": "centime|centimes", "pfennig": "pfennig|pfennigs",
    "satoshi": "satoshi|satoshis", "öre": "öre|øre", "kuruş": "kuruş|kurus", "grosz": "grosz|groszy",
}  # fmt: skip


@dataclass(slots=True)
class Forms:
    """How units are printed.

    Attributes:
        words: by words in lower case.
        symbols: by symbols as printed; most may stand behind a blank.
        touching: symbols that are words or letters unless they touch the number.
    """

    words: dict[str, Unit] = field(default_factory=dict)
    symbols: dict[str, Unit] = field(default_factory=dict)
    touching: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Money:
    """How currencies are printed.

    Attributes:
        nouns: by nouns behind a number, in lower case.
        signs: by signs that stand on either side of it.
        prefixes: by letters and signs before it, as printed.
        codes: by codes.
    """

    nouns: dict[str, str] = field(default_factory=dict)
    signs: dict[str, str] = field(default_factory=dict)
    prefixes: dict[str, str] = field(default_factory=dict)
    codes: dict[str, str] = field(default_factory=dict)


def _rows(name: str) -> list[dict[str, str]]:
    with (files("corpus_pkg.annotate.units") / name).open(encoding="utf-8") as stream:
        return list(csv.DictReader(stream))


def _cell(text: str) -> list[str]:
    return [each for each in text.split("|") if each]


def _unit(row: dict[str, str]) -> Unit:
    return Unit(
        name=row["name"], dimension=row["dimension"] or None, kind="percent" if row["kind"] == "percent" else "measure",
        per=row["per"] or None, si=row["si"] or None, factor=Fraction(row["factor"]) if row["factor"] else None,
        offset=Fraction(row["offset"]) if row["offset"] else Fraction(0),
    )  # fmt: skip


@cache
def units() -> dict[str, Unit]:
    """Every unit of measurement by its name."""
    return {row["name"]: _unit(row) for row in _rows("units.csv")}


@cache
def currencies() -> dict[str, Currency]:
    """Every currency by its code."""
    return {
        row["code"]: Currency(row["code"], row["name"], row["subunit"] or None,
                              int(row["subunits"]) if row["subunits"] else None)
        for row in _rows("currencies.csv")
    }  # fmt: skip


def plural(form: str) -> str:
    """The plural in -s of a unit's words: of the last, or of the one before `per`."""
    head, link, rest = form.partition(" per ")
    first, of, base = head.partition(" of ")
    if first.startswith("degree "):
        return f"degrees{form.removeprefix('degree')}"
    if first.rsplit(" ", 1)[-1] in _INVARIABLE or first.endswith(_PLURAL_ENDS):
        return form
    many = f"{first}es" if first.endswith(("ch", "x", "sh")) else f"{first}s"
    return f"{many}{of}{base}{link}{rest}"


@cache
def forms() -> Forms:
    """The printed forms of the units of measurement."""
    table = Forms()
    known = units()
    for row in _rows("units.csv"):
        unit = known[row["name"]]
        for form in (row["name"].lower(), *_cell(row["words"])):
            table.words.setdefault(form, unit)
            table.words.setdefault(plural(form), unit)
        for symbol in _cell(row["symbols"]):
            table.symbols.setdefault(symbol, unit)
        for symbol in _cell(row["glued"]):
            table.symbols.setdefault(symbol, unit)
            table.touching.add(symbol)
    return table


@cache
def money_forms() -> Money:
    """The printed forms of the currencies."""
    table = Money()
    for name, nouns in (*_SHARED.items(), *_SMALLER.items()):
        table.nouns |= dict.fromkeys(nouns.split("|"), name)
    for row in _rows("currencies.csv"):
        code = row["code"]
        table.codes[code] = code
        table.nouns |= dict.fromkeys(_cell(row["nouns"]), code)
        table.signs |= dict.fromkeys(_cell(row["symbols"]), code)
        table.prefixes |= dict.fromkeys(_cell(row["before"]), code)
    return table
