"""The quantities of quantulum3 0.10.0: numbers with units, no bound.

Its classifier of ambiguous units was trained with a scikit-learn that no longer installs beside this package's pins, so
that its rules alone choose units.
"""

from __future__ import annotations

from typing import Any

from corpus_pkg.evaluate.gold.quantities import Quantity


class QuantulumQuantities:
    """Finds quantities by quantulum3."""

    def __init__(self) -> None:
        """Loads its tables.

        Raises:
            ImportError: quantulum3 is not installed.
        """
        from quantulum3 import classifier, parser

        classifier.USE_CLF = False
        self._parse: Any = parser.parse

    def find_quantities(self, text: str) -> list[Quantity]:
        """The quantities of a text; a text that defeats the parser has none."""
        try:
            found = self._parse(text)
        except Exception:  # noqa: BLE001  some texts of the sets raise errors of many kinds
            return []
        return [_quantity(each) for each in found]


def _quantity(found: Any) -> Quantity:  # noqa: ANN401  the library states no types
    """One quantity; it gives a range as its middle and half its width."""
    start, end = found.span
    width, ranged = found.uncertainty, any(link in found.surface for link in (" to ", "-", "–", " and "))
    value, low, high = float(found.value), None, None
    if width and ranged:
        low, high = value - width, value + width
    unit = found.unit.name
    return Quantity((start, end), None if low is not None else value, low, high,
                    None if unit == "dimensionless" else unit, None)  # fmt: skip
