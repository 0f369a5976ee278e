"""From the units of the records to SI, exactly; and to `pint`, where it is installed."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from corpus_pkg.annotate.units.tables import units
from corpus_pkg.errors import UsageError

if TYPE_CHECKING:
    from corpus_pkg.annotate.units.unit import Unit

# "kg/m3" is "kg/m**3" in pint.
_POWER = re.compile(r"([A-Za-z])(\d+)")
_INSTALL = "Install it: pip install 'corpus-pkg[units]'"


def to_si(value: float | Fraction, unit: str) -> tuple[Fraction, str] | None:
    """A value in the coherent SI unit of its dimension.

    Args:
        value: the number.
        unit: a unit's name as the records have it (`mile per hour`).

    Returns:
        The value as an exact fraction, and the SI unit (`m/s`); None for a unit without a fixed factor: a month, a
        currency, a counted noun.
    """
    known: Unit | None = units().get(unit)
    if known is None or known.factor is None or known.si is None:
        return None
    exact = value if isinstance(value, Fraction) else Fraction(repr(float(value)))
    return exact * known.factor + known.offset, known.si


def to_pint(value: float, unit: str) -> Any:  # noqa: ANN401  pint states no type for its quantities
    """A value as a `pint.Quantity` in SI, to be converted by pint to whatever it knows.

    Args:
        value: the number.
        unit: a unit's name as the records have it.

    Returns:
        The quantity; None for a unit without a fixed factor.

    Raises:
        UsageError: pint is not installed.
    """
    try:
        import pint
    except ImportError as error:
        raise UsageError("pint", "is not installed", _INSTALL) from error
    found = to_si(value, unit)
    if found is None:
        return None
    quantity, si = found
    registry = pint.get_application_registry()
    return registry.Quantity(float(quantity), _POWER.sub(r"\1**\2", si).replace(".", "*"))
