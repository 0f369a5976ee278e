"""When a number holds: the one date of its sentence that says so, beside it (`at the end of June`, `in 2024`)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus_pkg.annotate.claims import ClaimSpan
from corpus_pkg.model.annotations import DateMention

_HOLDS = re.compile(r"\b(?:in|at|at the end of|as of|by the end of|for|during|on)\s+\Z", re.IGNORECASE)
# Between the number and its date no other clause may begin.
_BREAK = re.compile(r"[;:—()]|\b(?:who|which|that|when|after|before|because|since|until|while|but)\b", re.IGNORECASE)
_FARTHEST = 60


def holds_when(span: ClaimSpan, text: str, dates: Sequence[DateMention]) -> str | None:
    """The TIMEX3 value of the date on which a number holds; None where the sentence does not say it plainly.

    Args:
        span: the number.
        text: the article's text.
        dates: its expressions of time.
    """
    inside = [each for each in dates if span.sentence_start <= each.start < span.sentence_end and each.type == "DATE"]
    if len(inside) != 1 or not inside[0].resolved or span.dimension == "duration":
        return None
    date = inside[0]
    if not _HOLDS.search(text, span.sentence_start, date.start):
        return None
    if date.start >= span.end:
        between, behind = text[span.end : date.start], True
    else:
        between, behind = text[date.end : span.start].removeprefix(","), False
    # "61%, up from 57% in 2021": a date belongs to the number before it, to no other before that and to none behind.
    crossed = between if behind else text[span.sentence_start : date.start]
    other = "," in between or any(each.isdecimal() for each in crossed)
    return None if other or len(between) > _FARTHEST or _BREAK.search(between) else date.value
