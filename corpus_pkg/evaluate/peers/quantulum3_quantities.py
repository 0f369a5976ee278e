"""The quantities of quantulum3, with its classifier of ambiguous units.

It gives a range, and a number with ± behind it, as a mean with an uncertainty; both are read as ranges. Its units of
one dimension have the names that the sets use; bounds and counted nouns it does not give.
"""

from __future__ import annotations

from typing import Any

from corpus_pkg.evaluate.gold.quantities import Quantity
from corpus_pkg.evaluate.peers.reading import placed

_UNITLESS = "dimensionless"
_NEEDS_ALL = "Twenty of 5 m; one can"


class Quantulum3Quantities:
    """Finds quantities by quantulum3's patterns."""

    def __init__(self) -> None:
        """Loads units, number words and classifier, which come with the first text that needs them.

        Raises:
            ImportError: quantulum3, or what its classifier needs, is not installed.
        """
        from quantulum3.parser import parse

        self._parse = parse
        self._parse(_NEEDS_ALL)

    def find_quantities(self, text: str) -> list[Quantity]:
        """The quantities of a text."""
        found = (_quantity(text, each) for each in self._parse(text))
        return [each for each in found if each is not None]


def _quantity(text: str, found: Any) -> Quantity | None:  # noqa: ANN401  quantulum3's own type, where installed
    start, end = found.span
    ranged = bool(found.uncertainty)
    # The surface of a range is cut out of a rewritten text (`$3 to $4000000.0`); its span is of the text itself.
    stretch = placed(text, start, end, text[start:end] if ranged else found.surface)
    if stretch is None:
        return None
    return Quantity(
        stretch=stretch, value=None if ranged else found.value,
        low=found.value - found.uncertainty if ranged else None,
        high=found.value + found.uncertainty if ranged else None,
        unit=None if found.unit.name == _UNITLESS else found.unit.name, modifier=None,
    )  # fmt: skip
