"""The extractor: numbers, units, ranges, what is no claim, then bound, change, noun, base and stance."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from corpus_pkg.annotate.claims.ages import as_age
from corpus_pkg.annotate.claims.bases import share_bases
from corpus_pkg.annotate.claims.codes import digit_runs, names_or_codes
from corpus_pkg.annotate.claims.compose import Stating, compose
from corpus_pkg.annotate.claims.courses import read_courses
from corpus_pkg.annotate.claims.joins import join_ranges
from corpus_pkg.annotate.claims.lexer import find_numbers
from corpus_pkg.annotate.claims.lists import share_counted, share_units
from corpus_pkg.annotate.claims.measured import Counted, find_counted
from corpus_pkg.annotate.claims.quantity import measure, measure_far
from corpus_pkg.annotate.claims.reject import is_no_claim
from corpus_pkg.annotate.claims.scores import find_scores
from corpus_pkg.annotate.claims.spans import ClaimSpan
from corpus_pkg.annotate.claims.words import split_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus_pkg.annotate.claims.numerals import Number
    from corpus_pkg.annotate.claims.quantity import Quantity
    from corpus_pkg.annotate.claims.words import Words
    from corpus_pkg.model.annotations import Span

# Digits in addresses of pages and mail are codes. Each form begins with what few words hold, so that none costs time.
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}")


_ADDRESSED = ("@", "://", "www.")


def find_claims(
    text: str, sentences: Sequence[Span], taken: Sequence[tuple[int, int]] = (), *, scores: bool = False
) -> list[ClaimSpan]:
    """Find the numeric claims of an English news text by patterns.

    Args:
        text: The text.
        sentences: Its sentences, as stretches of it; what lies outside them is not read.
        taken: Stretches, such as dates and names, in which a number is no claim.
        scores: Whether results of matches and votes are claims, of a kind of their own.

    Returns:
        The claims, in the order of the sentences and of the numbers in them.
    """
    addresses = _ADDRESS.finditer(text) if any(mark in text for mark in _ADDRESSED) else ()
    blocked = _Taken([*taken, *(match.span() for match in addresses)])
    claims: list[ClaimSpan] = []
    for sentence in sentences:
        start, end = max(0, sentence.start), min(len(text), sentence.end)
        words = split_words(text, start, end)
        numbers = [number for number in find_numbers(words) if not blocked.overlaps(words, number)]
        found = _claims(words, numbers, (start, end)) if numbers else []
        if scores:
            found += [each for each in find_scores(words, (start, end)) if not blocked.touches(each.start, each.end)]
        claims += _outermost(found)
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
        return self.touches(words.starts[number.first], words.ends[number.last - 1])

    def touches(self, start: int, end: int) -> bool:
        """Whether a stretch lies in one of the stretches, wholly or in part."""
        index = bisect_right(self._starts, end - 1) - 1
        return index >= 0 and self._ends[index] > start


def _claims(words: Words, numbers: list[Number], sentence: tuple[int, int]) -> list[ClaimSpan]:
    """The claims of a sentence's numbers."""
    runs = digit_runs(words, numbers)
    plain = [each for each in numbers if each.first not in runs and not names_or_codes(words, each)]
    quantities = share_units(words, join_ranges(words, [measure(words, each) for each in plain]))
    quantities, courses = read_courses(words, quantities)
    found = share_counted(words, [_known(words, each) for each in quantities])
    claims: list[ClaimSpan] = []
    before: Quantity | None = None
    for index, (quantity, counted) in enumerate(found):
        aged = quantity.unit is not None and quantity.unit.kind == "age"
        if not aged and is_no_claim(words, quantity, counted.head if counted else None):
            continue
        bound = claims[-1].modifier if before is not None and restates(words, before, quantity) else None
        claims.append(compose(words, quantity, Stating(counted, courses.get(index), bound), sentence))
        before = quantity
    return share_bases(words, claims)


def _known(words: Words, quantity: Quantity) -> tuple[Quantity, Counted | None]:
    """A quantity as an age where it is one, and the noun that it counts where it has no unit."""
    quantity = as_age(words, quantity) or quantity
    counted = find_counted(words, quantity) if quantity.unit is None else None
    if counted is None or counted.hyphened or counted.partitive or quantity.number.style == "vague":
        return quantity, counted
    far = measure_far(words, quantity, counted.head)
    return (quantity, counted) if far is None else (far, None)


def restates(words: Words, quantity: Quantity, following: Quantity) -> bool:
    """Whether a quantity gives another in brackets in another unit: `7.5 million crowns ($1.1 million)`."""
    one, two = quantity.unit, following.unit
    if one is None or two is None or one.dimension is None or one.dimension != two.dimension:
        return False
    between = words.lower[quantity.last : following.first]
    return between in (["("], ["["], ["/"], [",", "or"]) and one.name != two.name
