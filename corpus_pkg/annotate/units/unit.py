"""What a unit is, and what a currency is."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from corpus_pkg.model.vocabulary import ClaimKind


@dataclass(frozen=True, slots=True)
class Unit:
    """A canonical unit.

    Attributes:
        name: the name that records use: an English singular, or a code of ISO 4217.
        dimension: what it measures; None for a counted noun, and for a degree, which may be one of two things.
        kind: the kind of claim that it makes.
        per: what a rate is per.
        si: the coherent SI unit of its dimension (SI Brochure, 9th edition); None where there is none.
        factor: what a value is multiplied with to be in that unit; None where no fixed factor exists.
        offset: what is added then; 0 but for temperatures.
    """

    name: str
    dimension: str | None
    kind: ClaimKind = "measure"
    per: str | None = None
    si: str | None = None
    factor: Fraction | None = None
    offset: Fraction = Fraction(0)


@dataclass(frozen=True, slots=True)
class Currency:
    """A currency.

    Attributes:
        code: the code of ISO 4217, or the usual one of a currency that is not in it.
        name: its English name, in the singular and in lower case but for names.
        subunit: its smaller unit; None where it has none.
        subunits: how many of those make one; None where it has none.
    """

    code: str
    name: str
    subunit: str | None
    subunits: int | None


_RATES = {
    ("length", "duration"): "speed",
    ("volume", "duration"): "flow",
    ("mass", "duration"): "mass flow",
    ("data", "duration"): "data rate",
    ("mass", "volume"): "concentration",
    ("volume", "length"): "fuel economy",
    ("length", "volume"): "fuel economy",
}


def rate_dimension(dimension: str | None, base: str | None) -> str:
    """What a measure of one dimension per something of another measures: length per duration is speed.

    Args:
        dimension: what is counted.
        base: what it is counted per; None for a noun.
    """
    return _RATES.get((dimension or "", base or ""), "rate")
