"""Quantities: values, units, bounds, places."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpus_pkg.evaluate.gold.quantities import QuantifiedText, Quantity
from corpus_pkg.evaluate.score.quantities import QuantityScore
from corpus_pkg.evaluate.score.units import unit_name

TEXT = "The ferry carried more than 40 tons of coal over 12 to 15 miles."
COAL = Quantity((18, 35), 40.0, None, None, "ton", "more_than")
MILES = Quantity((49, 63), None, 12.0, 15.0, "mile", "exact")


def _score(gold: list[Quantity], *found: Quantity) -> QuantityScore:
    score = QuantityScore()
    score.add(QuantifiedText("one", TEXT, gold), list(found))
    return score


def _figures(*found: Quantity) -> list[float | None]:
    return list(_score([COAL, MILES], *found).figures().values())


@pytest.mark.parametrize(
    ("found", "figures"),
    [
        ([COAL, MILES], [100, 100, 100, 100]),
        ([replace(COAL, value=40.0001), MILES], [100, 100, 100, 100]),
        ([replace(COAL, value=41.0), MILES], [50, 50, 50, 100]),
        ([replace(COAL, unit="Tonne"), MILES], [100, 50, 100, 100]),
        ([replace(COAL, modifier="exact"), MILES], [100, 100, 50, 100]),
        ([replace(COAL, stretch=(0, 5)), MILES], [100, 100, 100, 50]),
        ([COAL, replace(MILES, low=None)], [50, 50, 50, 100]),
        ([COAL], [66.67, 66.67, 66.67, 66.67]),
        ([COAL, COAL, MILES], [80, 80, 80, 80]),
        ([], [0, 0, 0, 0]),
    ],
)
def test_each_measure_asks_for_more_than_the_value(found: list[Quantity], figures: list[float]) -> None:
    assert _figures(*found) == figures


def test_what_gold_never_states_is_not_measured() -> None:
    spans = Quantity((18, 35), None, None, None, None, None)
    assert list(_score([spans], COAL).figures().values()) == [None, None, None, 100]
    values = replace(COAL, stretch=None, modifier=None)
    assert list(_score([values], COAL).figures().values()) == [100, 100, None, None]


@pytest.mark.parametrize(
    ("one", "two"),
    [("Kilometer", "kilometre"), ("US dollar", "usd"), ("-", None), ("per cent", "%"), (" Barn ", "barn")],
)
def test_units_have_several_spellings(one: str | None, two: str | None) -> None:
    assert unit_name(one) == unit_name(two)


def test_what_differs_is_named() -> None:
    extra = Quantity((4, 9), 1.0, None, None, None, "exact")
    score = _score([COAL, MILES], replace(COAL, value=41.0, unit="mile", modifier="approx"), extra)
    assert [(each.kind, each.gold, each.predicted) for each in score.mistakes] == [
        ("value", "40.0 | ton | more_than", "41.0 | mile | approx"),
        ("unit", "40.0 | ton | more_than", "41.0 | mile | approx"),
        ("modifier", "40.0 | ton | more_than", "41.0 | mile | approx"),
        ("missed", "12.0 to 15.0 | mile | exact", None),
        ("spurious", None, "1.0 | exact"),
    ]
