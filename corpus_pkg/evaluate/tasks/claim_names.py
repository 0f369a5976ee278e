"""Numeric claims in the names of the quantity sets: their units are words, and a direction counts as a bound."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from corpus_pkg.annotate.claims import ClaimSpan
from corpus_pkg.annotate.claims.nouns import singular
from corpus_pkg.annotate.units import currencies
from corpus_pkg.evaluate.gold.quantities import Quantity

# The sets' names of currencies where they are not those of our table.
_CURRENCIES = {"USD": "dollar", "ILS": "shekel", "BTC": "bitcoin"}
_UNITS = {
    "milliampere hour": "milliampere-hour", "part per billion": "parts-per-billion",
    "part per million": "parts-per-million", "percent": "percentage", "pound": "pound-mass",
    "pound foot": "pound-foot", "revolution per minute": "revolutions per minute", "tonne": "metric ton",
}  # fmt: skip
_MODIFIERS = {
    "equal": "exact", "range": "exact", "about": "approx", "nearly": "approx", "more_than": "more_than",
    "at_least": "more_than", "less_than": "less_than", "at_most": "less_than",
}  # fmt: skip
_CONTENT = frozenset("the a an this that these those its their his her our my your all of in and".split())
# What the sets take a plural for: "hundreds" is from one to ten of them, dozens from one.
_TENFOLD, _DOZENS = 10, 24.0


def as_quantities(claims: Iterable[ClaimSpan]) -> list[Quantity]:
    """Claims as the sets have them: where a change ran from and to is one range."""
    quantities: list[Quantity] = []
    before: ClaimSpan | None = None
    for claim in claims:
        quantity = _quantity(claim)
        if (
            before is not None
            and (before.change_kind, claim.change_kind) == ("from", "to")
            and before.value is not None
        ):
            last = quantities[-1]
            quantities[-1] = replace(
                quantity, stretch=(before.start, claim.end), value=None, low=before.value, high=claim.value,
                unit=quantity.unit or last.unit, modifier="exact",
            )  # fmt: skip
        else:
            quantities.append(quantity)
        before = claim
    return quantities


def _quantity(claim: ClaimSpan) -> Quantity:
    value, low, high = claim.value, claim.low, claim.high
    if claim.plural:
        low = 12.0 if value == _DOZENS else value
        value, high = None, (low or 0.0) * _TENFOLD
    elif low is not None:
        value = None
    return Quantity((claim.start, claim.end), value, low, high, _unit(claim), _modifier(claim))


def _modifier(claim: ClaimSpan) -> str:
    """The bound; of the size of a change with none, its direction, if a word before the number states it."""
    if claim.plural:
        return "exact"
    modifier = _MODIFIERS[claim.modifier]
    led = claim.change_start is not None and claim.change_start < claim.number_start
    plain = claim.modifier in {"equal", "nearly"}
    return claim.change if plain and led and claim.change_kind == "by" and claim.low is None else modifier


def _unit(claim: ClaimSpan) -> str | None:
    if claim.kind == "fraction" or (claim.kind == "ratio" and (claim.value or 0) < 1):
        return f"% {_counted(claim.of) if claim.of else '-'}"
    if claim.kind == "multiple" or claim.unit == "time":
        return "count"
    if claim.unit is None:
        return None
    if claim.kind == "age":
        return f"{claim.unit} of age"
    if claim.kind == "count" and claim.dimension is None and claim.rule != "hyphen" and claim.unit_text:
        unit = _counted(claim.measured or claim.unit_text)
    else:
        known = currencies().get(claim.unit)
        unit = _CURRENCIES.get(claim.unit) or _UNITS.get(claim.unit) or (known.name if known else claim.unit)
    return f"{unit} per {claim.per}" if claim.per and " per " not in unit else unit


def _counted(phrase: str) -> str:
    """The content words of a noun phrase, its head in the singular; the sets keep `people`."""
    *before, head = [word for word in phrase.split() if word.lower() not in _CONTENT] or [phrase]
    return " ".join([*before, head if head.lower() == "people" else singular(head)]).lower()
