"""The tables of units and currencies, and conversion to SI."""

from __future__ import annotations

import importlib.util
from fractions import Fraction

import pytest

from corpus_pkg.annotate.units import currencies, to_pint, to_si, units
from corpus_pkg.annotate.units.tables import _SHARED, _SMALLER, _rows, forms, money_forms, plural
from corpus_pkg.errors import UsageError


def test_there_are_some_four_hundred_units_and_every_currency_in_use() -> None:
    assert len(units()) >= 400
    assert {"USD", "EUR", "JPY", "XOF", "ZWL", "DEM"} <= currencies().keys()
    assert currencies()["KWD"].subunits == 1000


def test_no_printed_form_stands_for_two_things() -> None:
    table, coins = forms(), money_forms()
    names = [name.lower() for name in units()]
    assert len(set(names)) == len(names)
    assert not table.words.keys() & coins.nouns.keys()
    rows = [noun for row in _rows("currencies.csv") for noun in row["nouns"].split("|") if noun]
    shared = [noun for nouns in (*_SHARED.values(), *_SMALLER.values()) for noun in nouns.split("|")]
    assert len({*rows, *shared}) == len(rows) + len(shared)
    assert not table.symbols.keys() & coins.signs.keys()


def test_a_dimension_has_one_unit_of_si() -> None:
    by_dimension: dict[str, set[str]] = {}
    for unit in units().values():
        if unit.dimension and unit.si:
            by_dimension.setdefault(unit.dimension, set()).add(unit.si)
    assert {dimension: found for dimension, found in by_dimension.items() if len(found) > 1} == {}


@pytest.mark.parametrize(
    ("value", "unit", "si"),
    [
        (1, "mile", (Fraction("1609.344"), "m")),
        (212, "Fahrenheit", (Fraction("373.15"), "K")),
        (-40, "Celsius", (Fraction("233.15"), "K")),
        (100, "kilometre per hour", (Fraction(250, 9), "m/s")),
        (0.1, "percent", (Fraction(1, 1000), "1")),
        (2, "kilowatt hour", (Fraction(7_200_000), "J")),
        (1, "month", None),
        (1, "USD", None),
        (1, "person", None),
    ],
)
def test_si_is_exact_or_not_given(value: float, unit: str, si: tuple[Fraction, str] | None) -> None:
    assert to_si(value, unit) == si


def test_pint_is_asked_for_only_where_it_is_wanted() -> None:
    if importlib.util.find_spec("pint") is None:
        with pytest.raises(UsageError, match=r"corpus-pkg\[units\]"):
            to_pint(1, "mile")
    else:
        assert to_pint(1, "mile").to("km").magnitude == pytest.approx(1.609344)


@pytest.mark.skipif(importlib.util.find_spec("pint") is None, reason="the extra `units` is not installed")
def test_pint_knows_the_unit_of_si_of_every_dimension() -> None:
    for name, unit in units().items():
        assert (to_pint(2, name) is not None) == (unit.si is not None and unit.factor is not None), name


@pytest.mark.parametrize(
    ("form", "many"),
    [
        ("mile per hour", "miles per hour"),
        ("degree celsius", "degrees celsius"),
        ("tonne of oil equivalent", "tonnes of oil equivalent"),
        ("hertz", "hertz"),
        ("inch", "inches"),
    ],
)
def test_plurals(form: str, many: str) -> None:
    assert plural(form) == many
