"""The dimensions that the table of units states."""

from __future__ import annotations

from functools import cache

from corpus_pkg.annotate.units import currencies, rate_dimension, units


@cache
def _dimensions() -> dict[str, str | None]:
    return {name: each.dimension for name, each in units().items()} | dict.fromkeys(currencies(), "currency")


@cache
def dimension_of(unit: str | None) -> str | None:
    """The dimension of a unit; None for one that the table does not have, such as a counted noun."""
    known = _dimensions()
    if unit is None or unit in known:
        return known.get(unit or "")
    measure, _, base = unit.partition(" per ")
    named = units().get(measure)
    return rate_dimension(named.dimension, known.get(base)) if base and named and named.kind == "measure" else None
