"""Results of matches and votes: `won 3-1`, `a 5-4 ruling`. They are no claims unless they are asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus_pkg.annotate.claims.nouns import is_plural
from corpus_pkg.annotate.claims.spans import ClaimSpan
from corpus_pkg.annotate.claims.units import read_unit
from corpus_pkg.annotate.claims.words import DASHES

if TYPE_CHECKING:
    from corpus_pkg.annotate.claims.words import Words

_MOST = 199
_LONGEST = 3
_CONFIDENCE = 0.8


def find_scores(words: Words, sentence: tuple[int, int]) -> list[ClaimSpan]:
    """Find the scores of a sentence.

    Args:
        words: The sentence.
        sentence: Where it stands.

    Returns:
        Claims of the kind `score`: the smaller number is `low`, the larger `high`.
    """
    return [_score(words, place, sentence) for place in range(len(words.forms) - 2) if _stands(words, place)]


def _stands(words: Words, place: int) -> bool:
    """Whether two small numbers over a dash stand at a place, and nothing makes a range or a code of them."""
    if not (words.at(place + 1) in DASHES and words.glued(place + 1) and words.glued(place + 2)):
        return False
    if not all(_small(words.form(each)) for each in (place, place + 2)):
        return False
    before, behind = words.form(place - 1), words.form(place + 3)
    joined = words.glued(place) and before not in {"(", "“", '"', "‘", "["}
    if joined or (words.glued(place + 3) and behind not in {",", ".", ")", ";", ":", "”", '"', "’", "!", "?"}):
        return False
    if words.capital(place - 1) and int(words.form(place)) > _MOST // 2:
        return False
    counts = is_plural(words.at(place + 3)) or read_unit(words, place + 3, large=False) is not None
    return not counts


def _small(form: str) -> bool:
    return form.isdecimal() and len(form) <= _LONGEST and int(form) <= _MOST and (form == "0" or form[0] != "0")


def _score(words: Words, place: int, sentence: tuple[int, int]) -> ClaimSpan:
    ends = sorted((float(words.form(place)), float(words.form(place + 2))))
    start, end = words.starts[place], words.ends[place + 2]
    return ClaimSpan(
        start=start, end=end, number_start=start, number_end=end, kind="score", plural=False, value=None,
        low=ends[0], high=ends[1], exact=None, modifier="range", unit=None, unit_text=None, dimension=None,
        measured=None, of=None, per=None, change="none", change_kind=None, change_start=None, hedged=False,
        negated=False, projected=False, sentence_start=sentence[0], sentence_end=sentence[1], rule="score",
        confidence=_CONFIDENCE,
    )  # fmt: skip
