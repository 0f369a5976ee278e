"""Numeric claims in the names of the quantity sets: their units are words, and a direction counts as a bound."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from corpus_pkg.annotate.claims import ClaimSpan
from corpus_pkg.annotate.claims.nouns import singular
from corpus_pkg.evaluate.gold.quantities import Quantity

_CURRENCIES = {
    "AUD": "australian dollar", "BRL": "brazilian real", "CAD": "canadian dollar", "CHF": "swiss franc",
    "CNY": "chinese yuan", "DKK": "danish krone", "EUR": "euro", "FIM": "finnish markka", "GBP": "pound sterling",
    "HKD": "hong kong dollar", "IDR": "indonesian rupiah", "ILS": "shekel", "INR": "indian rupee",
    "JPY": "japanese yen", "KRW": "south korean won", "MXN": "mexican peso", "MYR": "malaysian ringgit",
    "NGN": "nigerian naira", "NOK": "norwegian krone", "NZD": "new zealand dollar", "PHP": "philippine peso",
    "PLN": "polish zloty", "RUB": "russian ruble", "SEK": "swedish krona", "SGD": "singapore dollar",
    "THB": "thai baht", "TRY": "turkish lira", "TWD": "new taiwan dollar", "USD": "dollar",
    "ZAR": "south african rand",
}  # fmt: skip
_UNITS = {
    "milliampere hour": "milliampere-hour", "part per billion": "parts-per-billion",
    "part per million": "parts-per-million", "percent": "percentage", "pound": "pound-mass",
    "pound foot": "pound-foot", "revolution per minute": "revolutions per minute", "tonne": "metric ton",
}  # fmt: skip
_MODIFIERS = {
    "equal": "exact", "range": "exact", "about": "approx", "nearly": "approx", "more_than": "more_than",
    "at_least": "more_than", "less_than": "less_than", "at_most": "less_than",
}  # fmt: skip
_FROM = re.compile(r"\bfrom\s*\Z", re.IGNORECASE)
_TO = re.compile(r"\s*to\s*", re.IGNORECASE)
_WORD_BEFORE = 12


def as_quantities(text: str, claims: Iterable[ClaimSpan]) -> list[Quantity]:
    """The claims of a text as the sets have them: where a change ran from and to is one range."""
    quantities: list[Quantity] = []
    for claim in claims:
        quantity, start = _quantity(claim), claim.start
        before = quantities[-1] if quantities else None
        if before is not None and claim.change_kind == "to" and _from_to(text, before, start):
            quantities[-1] = replace(
                quantity, stretch=(before.stretch[0] if before.stretch else start, claim.end), value=None,
                low=before.value, high=quantity.value, unit=quantity.unit or before.unit, modifier="exact",
            )  # fmt: skip
        else:
            quantities.append(quantity)
    return quantities


def _from_to(text: str, before: Quantity, start: int) -> bool:
    """Whether `from` stands before a number and `to` between it and the next."""
    if before.stretch is None or before.value is None:
        return False
    first, last = before.stretch
    return bool(_FROM.search(text, max(0, first - _WORD_BEFORE), first) and _TO.fullmatch(text, last, start))


def _quantity(claim: ClaimSpan) -> Quantity:
    return Quantity((claim.start, claim.end), claim.value, claim.low, claim.high, _unit(claim), _modifier(claim))


def _modifier(claim: ClaimSpan) -> str:
    """The bound; of the size of a change without a bound, its direction (`fell 5%`), which the sets prefer."""
    modifier = _MODIFIERS[claim.modifier]
    directed = claim.change_kind == "by" and claim.change != "none" and modifier in ("exact", "approx")
    return claim.change if directed else modifier


def _unit(claim: ClaimSpan) -> str | None:
    if claim.unit is None:
        return None
    if claim.kind == "age":
        return f"{claim.unit} of age"
    if claim.kind == "count" and claim.dimension is None and claim.rule != "hyphen" and claim.unit_text:
        unit = _counted(claim.measured or claim.unit_text)
    else:
        unit = _CURRENCIES.get(claim.unit) or _UNITS.get(claim.unit) or claim.unit
    return f"{unit} per {claim.per}" if claim.per and " per " not in unit else unit


def _counted(phrase: str) -> str:
    """The counted noun phrase with its head in the singular; the sets keep `people`."""
    *before, head = phrase.split()
    return " ".join([*before, head if head.lower() == "people" else singular(head)]).lower()
