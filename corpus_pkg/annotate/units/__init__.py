"""Units of measurement and currencies: one table of canonical names, dimensions, SI factors and printed forms."""

from __future__ import annotations

from corpus_pkg.annotate.units.convert import to_pint, to_si
from corpus_pkg.annotate.units.tables import currencies, units
from corpus_pkg.annotate.units.unit import Currency, Unit, rate_dimension

__all__ = ["Currency", "Unit", "currencies", "rate_dimension", "to_pint", "to_si", "units"]
