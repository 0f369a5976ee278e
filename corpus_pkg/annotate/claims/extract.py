"""The extractor: numbers, units, ranges, what is no claim, then bound, change, noun, base and stance."""

from __future__ import annotations

import math
from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from corpus_pkg.annotate.claims.ages import as_age
from corpus_pkg.annotate.claims.changes import read_change
from corpus_pkg.annotate.claims.codes import digit_runs, names_or_codes
from corpus_pkg.annotate.claims.function_words import BREAKS
from corpus_pkg.annotate.claims.joins import join_ranges, share_units
from corpus_pkg.annotate.claims.lexer import find_numbers
from corpus_pkg.annotate.claims.measured import Counted, find_counted, read_base, read_measured
from corpus_pkg.annotate.claims.modifiers import read_after, read_bound
from corpus_pkg.annotate.claims.quantity import measure, read_per
from corpus_pkg.annotate.claims.reject import is_no_claim
from corpus_pkg.annotate.claims.spans import ClaimSpan
from corpus_pkg.annotate.claims.stance import read_stance
from corpus_pkg.annotate.claims.word_lists import listed
from corpus_pkg.annotate.claims.words import split_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus_pkg.annotate.claims.numerals import Number
    from corpus_pkg.annotate.claims.quantity import Quantity
    from corpus_pkg.annotate.claims.words import Words
    from corpus_pkg.model.annotations import Span
    from corpus_pkg.model.vocabulary import ClaimKind

_CONFIDENCE = {
    "percent": 0.97,
    "money": 0.95,
    "unit": 0.92,
    "age": 0.88,
    "counted": 0.85,
    "partitive": 0.75,
    "hyphen": 0.7,
    "fraction": 0.9,
    "ratio": 0.85,
    "multiple": 0.8,
    "vague": 0.75,
    "bare": 0.55,
}
_TIMES = listed("""
    as more higher lower larger bigger smaller less greater faster the its what that stronger longer better
""")


def find_claims(text: str, sentences: Sequence[Span], taken: Sequence[tuple[int, int]] = ()) -> list[ClaimSpan]:
    """Find the numeric claims of an English news text by patterns.

    Args:
        text: The text.
        sentences: Its sentences, as stretches of it; what lies outside them is not read.
        taken: Stretches, such as dates and names, in which a number is no claim.

    Returns:
        The claims, in the order of the sentences and of the numbers in them.
    """
    blocked = _Taken(taken)
    claims: list[ClaimSpan] = []
    for sentence in sentences:
        start, end = max(0, sentence.start), min(len(text), sentence.end)
        words = split_words(text, start, end)
        numbers = [number for number in find_numbers(words) if _finite(number) and not blocked.overlaps(words, number)]
        if numbers:
            claims += _outermost(
                [_claim(words, quantity, counted, (start, end)) for quantity, counted in _quantities(words, numbers)]
            )
    return claims


def _outermost(claims: list[ClaimSpan]) -> list[ClaimSpan]:
    """The claims that lie in no other: `2.1 million twenty-foot units` counts units and measures no foot."""
    kept: list[ClaimSpan] = []
    for claim in sorted(claims, key=lambda each: (each.start, -each.end)):
        if not kept or claim.end > kept[-1].end:
            kept.append(claim)
    return kept


class _Taken:
    """The stretches in which a number is no claim, merged for a look-up by bisection."""

    __slots__ = ("_ends", "_starts")

    def __init__(self, taken: Sequence[tuple[int, int]]) -> None:
        """Sort and merge the stretches."""
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(taken):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            elif start < end:
                self._starts.append(start)
                self._ends.append(end)

    def overlaps(self, words: Words, number: Number) -> bool:
        """Whether a number lies in one of the stretches, wholly or in part."""
        index = bisect_right(self._starts, words.ends[number.last - 1] - 1) - 1
        return index >= 0 and self._ends[index] > words.starts[number.first]


def _finite(number: Number) -> bool:
    """Whether a number fits a float."""
    return all(math.isfinite(value) for value in (number.value, number.low, number.high) if value is not None)


def _quantities(words: Words, numbers: list[Number]) -> list[tuple[Quantity, Counted | None]]:
    """Units, ranges and counted nouns of the numbers that can be claims."""
    runs = digit_runs(words, numbers)
    measured = [
        measure(words, number) for number in numbers if number.first not in runs and not names_or_codes(words, number)
    ]
    kept = []
    for quantity in share_units(words, join_ranges(words, measured)):
        aged = as_age(words, quantity)
        found = aged or quantity
        counted = find_counted(words, found) if found.unit is None else None
        if aged is not None or not is_no_claim(words, found, counted.head if counted else None):
            kept.append((found, counted))
    return kept


def _kind(words: Words, quantity: Quantity, counted: Counted | None) -> tuple[ClaimKind, str]:
    """The kind of a claim and the rule that read it."""
    style, unit = quantity.number.style, quantity.unit
    if unit is not None:
        rules = {"percent": "percent", "money": "money", "age": "age"}
        return unit.kind, rules.get(unit.kind, "unit")
    if quantity.value is not None and {"in", "out"} & set(words.lower[quantity.number_first : quantity.number_last]):
        return "ratio", "ratio"
    if style == "fraction":
        return "fraction", "fraction"
    if style == "multiple" or _is_multiple(words, quantity.last):
        return "multiple", "multiple"
    if style == "vague" or counted is None:
        return "count", "vague" if style == "vague" else "bare"
    return "count", "hyphen" if counted.hyphened else "partitive" if counted.partitive else "counted"


def _is_multiple(words: Words, index: int) -> bool:
    """Whether `times as many`, `x` or `-fold` stands behind a number."""
    if words.at(index) in {"times", "x"} and _compares(words, index + 1):
        return True
    return words.glued(index) and (words.at(index) == "x" or words.at(index + 1) == "fold")


def _compares(words: Words, index: int) -> bool:
    """Whether what follows `times` is compared (`three times higher`), not when it happened (`three times in May`)."""
    token = words.at(index)
    return token in _TIMES or (words.alpha(index) and token not in BREAKS and not words.capital(index))


def _claim(words: Words, quantity: Quantity, counted: Counted | None, sentence: tuple[int, int]) -> ClaimSpan:
    """Compose the claim of a quantity."""
    kind, rule = _kind(words, quantity, counted)
    if kind in {"fraction", "ratio", "multiple"}:
        counted = None
    modifier, first = read_bound(words, quantity)
    last = _last(words, quantity, counted, kind)
    rated = read_per(words, last) if counted is not None and quantity.per is None else None
    if rated is not None:
        quantity, last = replace(quantity, per=rated[0].name), rated[1]
    after, behind = read_after(words, last)
    if after is not None and counted is None:
        last, modifier = behind, modifier if modifier != "equal" else after
    vague = quantity.number.style == "vague"
    if vague:
        modifier = "at_least"  # "hundreds of people" states a least and no most
    elif quantity.value is None:
        modifier = "range"
        first = first - 1 if words.at(first - 1) == "between" else first
    change, change_kind = read_change(words, quantity, first, last)
    hedged, negated, projected = read_stance(words, first)
    unit, unit_text, dimension = _unit(words, quantity, counted)
    measured, of = _nouns(words, quantity, counted, kind, (first, last))
    return ClaimSpan(
        start=words.starts[first],
        end=words.ends[last - 1],
        number_start=words.starts[quantity.number_first],
        number_end=words.ends[quantity.number_last - 1],
        kind=kind,
        value=quantity.low if vague else quantity.value,
        low=None if vague else quantity.low,
        high=None if vague else quantity.high,
        modifier=modifier,
        unit=unit,
        unit_text=unit_text,
        dimension=dimension,
        measured=measured,
        of=of,
        per=quantity.per,
        change=change,
        change_kind=change_kind,
        hedged=hedged,
        negated=negated,
        projected=projected,
        sentence_start=sentence[0],
        sentence_end=sentence[1],
        rule=rule,
        confidence=_CONFIDENCE[rule],
    )


def _last(words: Words, quantity: Quantity, counted: Counted | None, kind: ClaimKind) -> int:
    """The token behind a claim: its unit or counted noun is in."""
    if kind == "multiple" and quantity.number.style != "multiple":
        return quantity.last + (1 if words.at(quantity.last) in {"times", "x"} else 2)
    return counted.last if counted is not None else quantity.last


def _unit(words: Words, quantity: Quantity, counted: Counted | None) -> tuple[str | None, str | None, str | None]:
    """Canonical unit, unit as printed, dimension."""
    if counted is not None:
        return counted.unit, words.form(counted.head), None
    if quantity.unit is None:
        return None, None, None
    if not quantity.unit_last:
        return quantity.unit.name, None, quantity.unit.dimension
    printed = words.surface(quantity.unit_first, quantity.unit_last) or None
    return quantity.unit.name, printed, quantity.unit.dimension


def _nouns(
    words: Words, quantity: Quantity, counted: Counted | None, kind: ClaimKind, place: tuple[int, int]
) -> tuple[str | None, str | None]:
    """The measured noun phrase and the base of a share."""
    first, last = place
    if kind in {"percent", "fraction", "ratio"}:
        base = read_base(words, last, bare=kind == "ratio")
        return (None if base else read_measured(words, quantity, first, last)), base
    if kind in {"age", "multiple"}:
        return None, None
    if counted is None:
        base = read_base(words, last) if kind == "count" and words.at(last) == "of" else None
        return (None if base else read_measured(words, quantity, first, last)), base
    if counted.partitive and quantity.number.style != "vague":
        return words.surface(counted.first, counted.last), read_base(words, quantity.last)
    return words.surface(counted.first, counted.last), None


__all__ = ["find_claims"]
