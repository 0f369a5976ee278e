"""Which expressions of time hold no claim: those that say when, not how long."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus_pkg.model.annotations import DateMention

_FAR = 24
_OLD = re.compile(r"[ -](?:olds?|of age)\b")
_ANCHORED = re.compile(
    r"(?:the )?(?:past|last|next|coming|previous|recent|first|final|following|preceding|early|latter)\b", re.IGNORECASE
)
# "three years after the strike", "two days behind schedule" measures a distance; "a five-year high" ranks.
_RANKED = re.compile(r"[ -](?:highs?|lows?|peaks?|record|best|anniversary|mark)\b")
_AFTER = re.compile(r"['’]? (?:time|after|before|since|ago|earlier|later)\b")
_LASTED = re.compile(
    r"\b(?:for|lasted|lasting|took|taken|takes|spent)(?: (?:about|almost|nearly|some|over|more than))?\s\Z",
    re.IGNORECASE,
)
_LEADS = re.compile(
    r"\b(?:past|last|next|coming|previous|first|final|following|within|ago)(?: \w+)?\s\Z", re.IGNORECASE
)


def times_without_claims(text: str, dates: Sequence[DateMention]) -> list[tuple[int, int]]:
    """The stretches of a text in which a number says when something is, and so claims nothing.

    Args:
        text: The text.
        dates: Its expressions of time.

    Returns:
        The stretches of dates, clock times and sets; of durations those that are counted from a day (`the past three
        years`) or only rank (`a five-year high`). `Five years old` is an age, and `for five years` a measure.
    """
    return [(each.start, each.end) for each in dates if _says_when(text, each)]


def _says_when(text: str, date: DateMention) -> bool:
    behind = text[date.end : date.end + _FAR]
    if _OLD.match(behind):
        return False
    if date.type != "DURATION":
        return True
    before = text[max(0, date.start - _FAR) : date.start]
    if _LASTED.search(before):
        return False
    return bool(
        _ANCHORED.match(text[date.start : date.end])
        or _RANKED.match(behind)
        or _AFTER.match(behind)
        or _LEADS.search(before)
    )
