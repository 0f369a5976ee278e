"""From a quantity of a sentence to a claim: bound, change, nouns and stance, as a record with offsets."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from corpus_pkg.annotate.claims.aged import read_aged
from corpus_pkg.annotate.claims.changes import Stated, read_change
from corpus_pkg.annotate.claims.function_words import BREAKS, DETERMINERS, PRONOUNS
from corpus_pkg.annotate.claims.measured import Counted, noun_phrase_end, read_base, read_measured
from corpus_pkg.annotate.claims.modifiers import read_after, read_bound
from corpus_pkg.annotate.claims.quantity import rated
from corpus_pkg.annotate.claims.rates import read_per
from corpus_pkg.annotate.claims.spans import ClaimSpan
from corpus_pkg.annotate.claims.stance import read_stance
from corpus_pkg.annotate.claims.word_lists import listed

if TYPE_CHECKING:
    from corpus_pkg.annotate.claims.quantity import Quantity
    from corpus_pkg.annotate.claims.words import Words
    from corpus_pkg.model.vocabulary import ClaimKind, Modifier

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
    over as more higher lower larger bigger smaller less greater faster the its what that stronger longer better
""")
_RATIOS = frozenset({"in", "out", "to", "of"})
_NO_NOUNS = DETERMINERS | PRONOUNS
_HALF = Fraction(1, 2)
_TENFOLD = (2, 5)


@dataclass(frozen=True, slots=True)
class Stating:
    """What is known of a quantity beside its number and unit.

    Attributes:
        counted: the noun that it counts; None where it has a unit or counts nothing.
        change: the change that stands in more than its own phrase; None where that is still to be read.
        bound: the bound of the quantity that it restates in another unit; None where it restates none.
    """

    counted: Counted | None = None
    change: Stated | None = None
    bound: Modifier | None = None


def compose(words: Words, quantity: Quantity, stating: Stating, sentence: tuple[int, int]) -> ClaimSpan:
    """Composes the claim of a quantity.

    Args:
        words: The sentence.
        quantity: The quantity.
        stating: What else is known of it.
        sentence: Where the sentence stands.
    """
    kind, rule = kind_of(words, quantity, stating.counted)
    counted = None if kind in {"fraction", "ratio", "multiple"} else stating.counted
    last = _last(words, quantity, counted, kind)
    found = read_per(words, last) if counted is not None and quantity.per is None else None
    if found is not None:
        quantity, last = replace(quantity, per=found[0].name), found[1]
    elif words.at(last) == "of" and quantity.per is None and kind in {"measure", "count"}:
        quantity = _rated_behind(words, quantity, last)
    modifier, first, last = _bound(words, quantity, counted, last)
    if stating.bound is not None and modifier == "equal":
        modifier = stating.bound
    vague = quantity.number.style == "vague"
    value, low, high = (quantity.low, None, None) if vague else (quantity.value, quantity.low, quantity.high)
    stated = stating.change or read_change(words, quantity, first, last)
    hedged, negated, projected = read_stance(words, first)
    unit, unit_text, dimension = _unit(words, quantity, counted)
    measured, of = _nouns(words, quantity, counted, kind, (first, last))
    return ClaimSpan(
        start=words.starts[first], end=words.ends[last - 1],
        number_start=words.starts[quantity.number_first], number_end=words.ends[quantity.number_last - 1],
        kind=kind, plural=vague, value=_double(value), low=_double(low), high=_double(high),
        exact=exact((value, low, high)),
        modifier=modifier, unit=unit, unit_text=unit_text, dimension=dimension,
        measured=_bare(measured), of=_in_line(of), per=quantity.per, change=stated.change, change_kind=stated.kind,
        change_start=words.starts[stated.word] if stated.word is not None else None,
        hedged=hedged, negated=negated, projected=projected, sentence_start=sentence[0], sentence_end=sentence[1],
        rule=rule, confidence=_CONFIDENCE[rule],
    )  # fmt: skip


def _bare(phrase: str | None) -> str | None:
    """A noun phrase without the article before it."""
    words = (phrase or "").split()
    if len(words) == 1 and words[0].lower() in _NO_NOUNS:
        return None
    return " ".join(words[1:] if len(words) > 1 and words[0].lower() in {"the", "a", "an"} else words) or None


def _in_line(phrase: str | None) -> str | None:
    """A phrase without the breaks of wrapped lines."""
    return None if phrase is None else " ".join(phrase.split())


def _rated_behind(words: Words, quantity: Quantity, last: int) -> Quantity:
    """A quantity whose rate stands behind what it measures: `2.4 billion gallons of jet fuel a year`."""
    found = read_per(words, noun_phrase_end(words, last + 1))
    if found is None or found[0].dimension != "duration":
        return quantity
    unit = quantity.unit
    if unit is None:
        return replace(quantity, per=found[0].name)
    return replace(rated(quantity, found[0], quantity.last), unit_last=quantity.unit_last)


def exact(values: tuple[Fraction | None, ...]) -> str | None:
    """Finite decimals in full where doubles round them: one, or several parted by a slash; None where none does."""
    known = [value for value in values if value is not None]
    if all(_is_double(value) for value in known):
        return None
    return "/".join(_decimal(value) for value in known)


def _is_double(value: Fraction) -> bool:
    """Whether the shortest decimal of the nearest double is the value, or no finite decimal is."""
    if not _finite(value):
        return True
    return Fraction(repr(float(value))) == value


def _finite(value: Fraction) -> bool:
    below = value.denominator
    for prime in _TENFOLD:
        while below % prime == 0:
            below //= prime
    return below == 1


def _decimal(value: Fraction) -> str:
    """A finite decimal in full; of any other value the shortest decimal of the nearest double."""
    if not _finite(value):
        return repr(float(value))
    places = 0
    while (value * 10**places).denominator != 1:
        places += 1
    digits = str(abs(int(value * 10**places))).rjust(places + 1, "0")
    whole, part = digits[: len(digits) - places], digits[len(digits) - places :]
    return ("-" if value < 0 else "") + (f"{whole}.{part}" if part else whole)


def _double(value: Fraction | None) -> float | None:
    return None if value is None else float(value)


def _bound(words: Words, quantity: Quantity, counted: Counted | None, last: int) -> tuple[Modifier, int, int]:
    """The bound before or behind a quantity, and the phrase with it."""
    modifier, first = read_bound(words, quantity)
    after, behind = read_after(words, last)
    if after is not None and counted is None:
        last, modifier = behind, modifier if modifier != "equal" else after
    plus = words.hyphen(quantity.number_last) and words.at(quantity.number_last + 1) == "plus"
    if quantity.number.style == "vague" or (plus and modifier == "equal"):
        return "at_least", first, last  # "hundreds of people" states a least and no most
    if quantity.ranged and quantity.low is not None:
        first = first - 1 if words.at(first - 1) == "between" else first
        return ("range" if modifier == "equal" else modifier), first, last
    return modifier, first, last


def kind_of(words: Words, quantity: Quantity, counted: Counted | None) -> tuple[ClaimKind, str]:
    """The kind of a claim and the rule that reads it."""
    style, unit = quantity.number.style, quantity.unit
    if unit is not None:
        rules = {"percent": "percent", "money": "money", "age": "age"}
        return unit.kind, rules.get(unit.kind, "unit")
    inside = set(words.lower[quantity.number_first : quantity.number_last])
    if quantity.value is not None and quantity.ranged and inside & _RATIOS:
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


def _last(words: Words, quantity: Quantity, counted: Counted | None, kind: ClaimKind) -> int:
    """The token behind a claim: its unit or counted noun is in."""
    if kind == "multiple" and quantity.number.style != "multiple":
        return quantity.last + (1 if words.at(quantity.last) in {"times", "x"} else 2)
    return quantity.last if counted is None or counted.shared else counted.last


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
        base = read_base(words, last, bare=kind == "ratio", half=quantity.value == _HALF)
        return (None if base else read_measured(words, quantity, first, last)), base
    if kind == "age":
        return read_aged(words, first, last), None
    if kind == "multiple":
        return None, None
    if counted is None:
        base = read_base(words, last) if kind == "count" and words.at(last) == "of" else None
        return (None if base else read_measured(words, quantity, first, last)), base
    if counted.partitive and quantity.number.style != "vague":
        return words.surface(counted.first, counted.last), read_base(words, quantity.last)
    return words.surface(counted.first, counted.last), None
