"""Gold of numeric claims, with all that a record says of them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from corpus_pkg.evaluate.gold.fields import Fields
from corpus_pkg.evaluate.gold.lines import read_lines
from corpus_pkg.evaluate.stretches import Stretch


@dataclass(frozen=True, slots=True)
class StatedClaim:
    """One numeric claim, in the fields of the records.

    Attributes:
        stretch: the phrase.
        number: the number words.
        values: value, low and high.
        unit, modifier, change, change_kind, measured, of, per: as in the records.
        asserted_by: the words that name who states it; None where the text itself does.
    """

    stretch: Stretch
    number: Stretch
    values: tuple[float | None, float | None, float | None]
    unit: str | None
    modifier: str
    change: str
    change_kind: str | None
    measured: str | None
    of: str | None
    per: str | None
    asserted_by: str | None


@dataclass(frozen=True, slots=True)
class ClaimedText:
    """A text with its numeric claims, and the day on which it is taken to be published."""

    id: str
    text: str
    published: dt.date | None
    claims: list[StatedClaim]


def read_claims(path: Path) -> list[ClaimedText]:
    """The texts of a set of claims.

    Raises:
        UsageError: a line is not in the set's form.
    """
    return [_text(fields) for fields in read_lines(path)]


def _text(fields: Fields) -> ClaimedText:
    text, day = fields.text("text"), fields.text_or_none("published")
    claims = [_claim(each, text) for each in fields.objects("claims")]
    return ClaimedText(fields.text("id"), text, dt.date.fromisoformat(day) if day else None, claims)


def _claim(fields: Fields, text: str) -> StatedClaim:
    number = (int(fields.number_or_none("number_start") or 0), int(fields.number_or_none("number_end") or 0))
    return StatedClaim(
        stretch=fields.stretch(text), number=number,
        values=(fields.number_or_none("value"), fields.number_or_none("low"), fields.number_or_none("high")),
        unit=fields.text_or_none("unit"), modifier=fields.text("modifier"), change=fields.text("change"),
        change_kind=fields.text_or_none("change_kind"), measured=fields.text_or_none("measured"),
        of=fields.text_or_none("of"), per=fields.text_or_none("per"), asserted_by=fields.text_or_none("asserted_by"),
    )  # fmt: skip
