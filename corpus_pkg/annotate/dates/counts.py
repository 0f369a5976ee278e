"""Number words before a unit of time, and the TIMEX3 value of so many units."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from corpus_pkg.annotate.dates.lexicon import SCALES, SMALL, TENS, UNITS

_ONE: Final = frozenset({"a", "an", "another", "each", "every", "the"})
_YEARS: Final = {"decade": 10, "century": 100}
_TWO: Final = 2.0
_TEN: Final = 10


def count(words: Sequence[str]) -> float | None:
    """The number that words and digits name.

    Args:
        words: Tokens in lower case (`twenty`, `-`, `four`; `1,500`; `a`, `couple`, `of`).

    Returns:
        The number; None for a vague one (`several`) and for a range (`12 to 18`).
    """
    if not words:
        return None
    if "couple" in words:
        return _TWO
    total, group, seen = 0.0, 0.0, False
    for word in words:
        if word == "-" or (word == "and" and total):
            continue
        if word in SCALES:
            total, group = total + (group or 1) * SCALES[word], 0.0
        elif (small := _small(word)) is None or (seen and not _fits(group, small)):
            return None
        else:
            group = small if word in _ONE else group + small
        seen = word not in _ONE
    return total + group


def _small(word: str) -> float | None:
    """The number that one word or its digits name."""
    if word[:1].isdigit():
        return float(word.replace(",", ""))
    return 1.0 if word in _ONE else SMALL.get(word, TENS.get(word))


def _fits(group: float, small: float) -> bool:
    """Whether a number word goes on with the last one: twenty-four, not ten to twelve nor 12-18."""
    return group == 0 or (small < _TEN <= group and group % _TEN == 0)


def length(number: float | None, unit: str) -> str | None:
    """The TIMEX3 value of so many units of time.

    Args:
        number: How many; None for a vague number.
        unit: The unit, in the singular.

    Returns:
        P3D, PT1.5H, PXW. Decades and centuries are counted in years (P20Y), vague ones keep their own letters (PXDE);
        fortnights are counted in weeks.
    """
    if number is not None:
        number *= _YEARS.get(unit, 2 if unit == "fortnight" else 1)
    letters = UNITS["year" if unit in _YEARS and number is not None else unit]
    # Numbers beyond what a count of time can mean are kept out of exponent notation.
    amount = "X" if number is None else f"{number:.6f}".rstrip("0").rstrip(".")
    return f"PT{amount}{letters[1]}" if letters in {"TS", "TM", "TH"} else f"P{amount}{letters}"
