"""The record that the extractor hands back: what can be read off the text alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corpus_pkg.model.vocabulary import Change, ChangeKind, ClaimKind, Modifier


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimSpan:
    """One numeric claim of a text, before anyone is named who asserts it.

    Offsets are code points into the text, half-open. The fields mean what those of
    `corpus_pkg.model.annotations.Claim` mean; a range or an order of magnitude has `low` and `high` and no `value`.

    Attributes:
        start: First code point of the phrase, its bound included.
        end: One past its last code point, its unit or counted noun included.
        number_start: First code point of the number words.
        number_end: One past their last code point.
        kind: What sort of number it is.
        plural: Whether only a plural tells the order of magnitude (`tens of thousands`); the value is then the least.
        value: The number; a fraction or a ratio as a share of one.
        low: Lower end of a range.
        high: Upper end of a range.
        exact: The number as a decimal, or several parted by a slash, where a double rounds it; None where none does.
        modifier: The bound that the words state.
        unit: Canonical unit, ISO 4217 code or singular counted noun; None where the number has none.
        unit_text: The unit as printed.
        dimension: What the unit measures.
        measured: The noun phrase that is counted or measured.
        of: The base of a share.
        per: What a rate is per.
        change: Direction of a change.
        change_kind: Whether the number is the size of the change, its start or its result.
        change_start: First code point of the word that states the change; None where no single word does.
        hedged: Stated as possible only.
        negated: Stated as not so.
        projected: Stated of the future.
        sentence_start: First code point of the sentence.
        sentence_end: One past its last code point.
        rule: The rule that read the number.
        confidence: The rule's own estimate, 0 to 1.
    """

    start: int
    end: int
    number_start: int
    number_end: int
    kind: ClaimKind
    plural: bool
    value: float | None
    low: float | None
    high: float | None
    exact: str | None
    modifier: Modifier
    unit: str | None
    unit_text: str | None
    dimension: str | None
    measured: str | None
    of: str | None
    per: str | None
    change: Change
    change_kind: ChangeKind | None
    change_start: int | None
    hedged: bool
    negated: bool
    projected: bool
    sentence_start: int
    sentence_end: int
    rule: str
    confidence: float
