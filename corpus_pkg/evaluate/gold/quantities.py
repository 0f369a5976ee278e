"""Gold of quantities, and the shape in which systems give theirs."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from corpus_pkg.evaluate.gold.fields import Fields
from corpus_pkg.evaluate.gold.lines import read_lines
from corpus_pkg.evaluate.stretches import Stretch


@dataclass(frozen=True, slots=True)
class Quantity:
    """One quantity.

    Attributes:
        stretch: where it stands; None where gold does not say.
        value: the number; None for a range and where gold does not say.
        low: lower end of a range.
        high: upper end of a range.
        unit: unit or counted noun, in the names that the sets use; None where there is none.
        modifier: exact, approx, more_than, less_than, up or down; None where gold does not say.
    """

    stretch: Stretch | None
    value: float | None
    low: float | None
    high: float | None
    unit: str | None
    modifier: str | None


@dataclass(frozen=True, slots=True)
class QuantifiedText:
    """A text with its quantities."""

    id: str
    text: str
    quantities: list[Quantity]


def read_quantities(path: Path) -> list[QuantifiedText]:
    """The texts of a set of quantities.

    Raises:
        UsageError: a line is not in the sets' form.
    """
    texts = []
    for fields in read_lines(path):
        text = fields.text("text")
        quantities = [_quantity(each, text) for each in fields.objects("quantities")]
        texts.append(QuantifiedText(fields.text("id"), text, quantities))
    return texts


def _quantity(fields: Fields, text: str) -> Quantity:
    placed = fields.number_or_none("start") is not None
    return Quantity(
        stretch=fields.stretch(text) if placed else None, value=fields.number_or_none("value"),
        low=fields.number_or_none("value_low"), high=fields.number_or_none("value_high"),
        unit=fields.text_or_none("unit"), modifier=fields.text_or_none("modifier"),
    )  # fmt: skip
