"""The dimensions that units have by the table, rates among them."""

from __future__ import annotations

import pytest

from corpus_pkg.validate.columns.measures import dimension_of


@pytest.mark.parametrize(
    ("unit", "dimension"),
    [
        ("kilometre", "length"),
        ("USD", "currency"),
        ("kilometre per hour", "speed"),
        ("tonne per sale", "rate"),
        ("day per week", "rate"),
        ("litre per second", "flow"),
        ("ferry", None),
        ("ferry per week", None),
        (None, None),
    ],
)
def test_the_dimension_of_a_unit(unit: str | None, dimension: str | None) -> None:
    assert dimension_of(unit) == dimension
