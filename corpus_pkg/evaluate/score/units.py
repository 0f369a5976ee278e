"""When two names of a unit mean the same: the sets spell units in several ways."""

from __future__ import annotations

_SPELLINGS = """
    celsius: c, degree celsius
    centimetre: centimeter
    decimetre: decimeter
    degree: degree angle
    dollar: dollar dollar, united states dollar, us dollar, usd
    euro: eur
    fahrenheit: degree angle degree fahrenheit, degree fahrenheit, f
    kilometre: kilometer
    kilometre per hour: kilometer per hour
    litre: liter
    metre: meter
    metric ton: tonne
    micrometre: micrometer
    millilitre: cubic centimetre, milliliter
    millimetre: millimeter
    minute: minute of arc
    percentage: %, per cent, percent, percentage drop
    picometre: picometer
    pound sterling: british pound, gbp
    pound sterling per year: pound sterling year
    second: second of arc
    square kilometre: square kilometer
    square metre: square meter
    swiss franc: franc
    yard: yard yard
    year: per year per newton per day
"""
_NONE = frozenset({"", "-"})


def _read(table: str) -> dict[str, str]:
    lines = (line.strip().partition(": ") for line in table.strip().splitlines())
    return {spelling: name for name, _, spellings in lines for spelling in spellings.split(", ")}


_NAMES = _read(_SPELLINGS)


def unit_name(unit: str | None) -> str | None:
    """The one name of a unit, in lower case; None for no unit."""
    lower = (unit or "").lower().strip()
    return None if lower in _NONE else _NAMES.get(lower, lower)
