"""A correction: what a person changed, added, removed or confirmed, kept with the article it was applied to."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from corpus_pkg.model.annotations import ID, POINTS, Claim, DateMention, Entity, Quote
from corpus_pkg.model.declare import Field, declared, fields_of
from corpus_pkg.model.vocabulary import Corrected, CorrectionAction


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One correction, as it was applied."""

    action: CorrectionAction = declared("What was done: `add`, `change`, `remove` or `confirm`.")
    config: Corrected = declared("The kind of record; `articles` for the whole article.")
    record: str | None = declared("Id of the record, as it is now; of a removed one, as it was.", pattern=ID)
    start: int | None = declared("First code point of the record, as addressed.", unit=POINTS, minimum=0)
    end: int | None = declared("One past its last code point.", unit=POINTS, minimum=0)
    text: str | None = declared("The words that the correction quotes from there.", min_length=1)
    fields: list[str] = declared("The fields that were set, sorted; empty for `remove` and `confirm`.")
    by: str = declared("Who corrected.", min_length=1)
    on: dt.date = declared("The day of the correction.")
    note: str | None = declared("Why, in the corrector's words.", min_length=1)


CORRECTABLE: dict[str, type] = {"quotes": Quote, "entities": Entity, "claims": Claim, "dates": DateMention}
"""The records that a person may correct, by the name of their list in the article."""
SETTLED = frozenset({"id", "rule", "confidence", "review"})
"""Fields that the converter settles itself."""


def correctable(config: str) -> tuple[Field, ...]:
    """The fields of a kind of record that a person may set."""
    return tuple(each for each in fields_of(CORRECTABLE[config]) if each.name not in SETTLED)
