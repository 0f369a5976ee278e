"""Bases of shares that stand elsewhere in the sentence: `of 240 patients, 18%`, `from 12% of the stock to 9%`."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from corpus_pkg.annotate.claims.function_words import ADVERBS, AUXILIARIES, CLOSED, VERBS

if TYPE_CHECKING:
    from corpus_pkg.annotate.claims.spans import ClaimSpan
    from corpus_pkg.annotate.claims.words import Words

_SHARES = frozenset({"percent", "fraction", "ratio"})
_VERBAL = VERBS | AUXILIARIES
_SMALL = CLOSED | ADVERBS
_FARTHEST = 14


def share_bases(words: Words, claims: list[ClaimSpan]) -> list[ClaimSpan]:
    """Give the shares of a sentence the base that it names once.

    Args:
        words: The sentence.
        claims: Its claims, in order.
    """
    shared = list(claims)
    for index, claim in enumerate(shared):
        if claim.of is not None:
            continue
        opening = _opening(words, claim)
        if opening is not None and (claim.kind in _SHARES or claim.unit is None):
            shared[index] = replace(claim, of=opening, measured=None)
        elif index and claim.kind in _SHARES and _goes_on(words, shared[index - 1], claim):
            shared[index] = replace(claim, of=shared[index - 1].of, measured=None)
    return shared


def _opening(words: Words, claim: ClaimSpan) -> str | None:
    """The base that `of` opens the clause with, a comma before the number: `Of 240 patients given the pill, 18%`."""
    first = _token(words, claim.start)
    if first is None or words.at(first - 1) not in {",", "group", "groups"}:
        return None
    comma = first - 1 if words.at(first - 1) == "," else first
    for place in range(comma - 1, max(-1, comma - _FARTHEST), -1):
        if words.at(place) == "of" and (place == 0 or words.at(place - 1) in {"and", "but", ",", ";", "“"}):
            return " ".join(words.surface(place + 1, comma).split())
        if words.at(place) in {",", ";", ":"}:
            return None
    return None


def _goes_on(words: Words, before: ClaimSpan, claim: ClaimSpan) -> bool:
    """Whether a share is of what the one before it is: `from 12% of it to 9%`, `52% of voters agree, 39% do not`."""
    if before.of is None or before.kind != claim.kind:
        return False
    if (before.change_kind, claim.change_kind) == ("from", "to"):
        return True
    last = _token(words, claim.end)
    verb = last is not None and words.alpha(last) and words.at(last) in _VERBAL
    plain = last is not None and words.alpha(last) and words.at(last) not in _SMALL and before.change == "none"
    joined = _joined(words, claim)
    return joined and (verb or (plain and claim.change == "none" and claim.measured is None))


def _joined(words: Words, claim: ClaimSpan) -> bool:
    first = _token(words, claim.start)
    return first is not None and words.at(first - 1) in {"and", "but", "while", ","}


def _token(words: Words, start: int) -> int | None:
    """The first token that begins at or behind a place."""
    index = bisect_left(words.starts, start)
    return index if index < len(words.starts) else None
