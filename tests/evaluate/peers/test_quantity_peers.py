"""The peers for quantities, where they are installed: values, units, ranges, and places in code points."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest
from gold_support import at, write_set

from corpus_pkg.evaluate.gold.quantities import Quantity
from corpus_pkg.evaluate.peers.quantulum3_quantities import Quantulum3Quantities
from corpus_pkg.evaluate.peers.recognizers import RecognizersQuantities
from corpus_pkg.evaluate.tasks.quantities import measure_system

TEXT = "🙂 In İzmir “one hundred and twenty boats” took 75 kilometers.\n\nIt costs $3 million in May; 20% fell."


def _without(module: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(importlib.util.find_spec(module) is None, reason="the extra `eval` is not installed")


def _quantity(
    text: str, words: str, value: float | None, unit: str | None, ends: tuple[float, float] | None = None
) -> Quantity:
    low, high = ends or (None, None)
    return Quantity(at(text, words), value, low, high, unit, None)


@_without("quantulum3")
def test_quantulum3_gives_places_in_code_points() -> None:
    assert Quantulum3Quantities().find_quantities(TEXT) == [
        _quantity(TEXT, "one hundred and twenty", 120, None),
        _quantity(TEXT, "75 kilometers", 75, "kilometre"),
        _quantity(TEXT, "$3 million", 3e6, "dollar"),
        _quantity(TEXT, "20%", 20, "percentage"),
    ]


@_without("quantulum3")
@pytest.mark.parametrize(
    ("words", "low", "high", "unit"),
    [("10-15 kg", 10, 15, "kilogram"), ("$200 to $4 million", 200, 4e6, "dollar")],
)
def test_quantulum3_gives_ranges_by_their_ends(words: str, low: float, high: float, unit: str) -> None:
    text = f"🙂 The price was {words} and more."
    assert Quantulum3Quantities().find_quantities(text) == [_quantity(text, words, None, unit, (low, high))]


@_without("recognizers_number_with_unit")
def test_recognizers_text_gives_places_in_code_points() -> None:
    assert RecognizersQuantities().find_quantities(TEXT) == [
        _quantity(TEXT, "one hundred and twenty", 120, None),
        _quantity(TEXT, "75 kilometers", 75, "kilometer"),
        _quantity(TEXT, "$3 million", 3e6, "dollar"),
        _quantity(TEXT, "20%", 20, "percentage"),
    ]


@_without("recognizers_number_with_unit")
def test_a_unit_without_a_number_is_no_quantity_of_recognizers_text() -> None:
    text = "About 19 per cent of a girl of 12 years old."
    assert RecognizersQuantities().find_quantities(text) == [
        _quantity(text, "19 per cent", 19, "percentage"), _quantity(text, "12 years old", 12, "year"),
    ]  # fmt: skip


@_without("recognizers_number_with_unit")
def test_peers_are_scored_as_ours_are(tmp_path: Path) -> None:
    start, end = at(TEXT, "75 kilometers")
    quantity = {"start": start, "end": end, "value": 75, "unit": "kilometre", "modifier": None}
    record = {"id": "one", "text": TEXT, "quantities": [quantity]}
    outcome = measure_system(write_set(tmp_path, "own", record), RecognizersQuantities().find_quantities)
    assert outcome.figures["value_unit_f1"] == 40
    assert outcome.words == 19
