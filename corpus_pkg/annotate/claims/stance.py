"""How a claim is stated: as possible only, as not so, as still to come."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from corpus_pkg.annotate.claims.word_lists import listed

if TYPE_CHECKING:
    from corpus_pkg.annotate.claims.words import Words

_HEDGES = listed("""
    may might could reportedly allegedly possibly perhaps maybe probably apparently supposedly purportedly
    potentially likely suggest suggests suggested believed thought rumored rumoured alleged unconfirmed estimate
    estimates estimated estimating
""")
_NEGATIONS = listed("not never neither nor without cannot denied denies deny hardly")
_FUTURE = listed("""
    will shall would forecast forecasts forecasting projected projects projecting projection predicts predicted
    predict expects expect expected expecting plans planned planning aims aim aiming target targets targeting
    hopes hope intends intend anticipated anticipates anticipate pledged pledges vowed promised seeks proposed
    proposes won't won’t scheduled
""")
_PHRASES = frozenset(
    {("set", "to"), ("going", "to"), ("about", "to"), ("poised", "to"), ("likely", "to"), ("on", "track")}
)
_STOPS = frozenset({";", ":", "(", ")", "—", "“", "”", '"', "but", "while", "whereas", "although"})
_REACH = 12
_NOT_REACH = 4


def _hedges(words: Words, place: int) -> bool:
    """Whether a word says that something is possible only; `May` with a capital is the month."""
    word = words.at(place)
    return word in _HEDGES and not (word == "may" and words.capital(place) and place > 0)


def read_stance(words: Words, first: int) -> tuple[bool, bool, bool]:
    """Read the stance of the clause before a claim.

    Args:
        words: The sentence.
        first: First token of the claim, its bound included.

    Returns:
        Whether the claim is hedged, negated, projected.
    """
    begin = first
    while begin > 0 and first - begin < _REACH and words.at(begin - 1) not in _STOPS:
        begin -= 1
    clause = words.lower[begin:first]
    near = clause[-_NOT_REACH:]
    hedged = any(_hedges(words, place) for place in range(begin, min(first + 2, len(words.lower))))
    negated = any(token in _NEGATIONS or token.endswith(("n't", "n’t")) for token in near) and "only" not in near
    projected = any(token in _FUTURE or token.endswith(("'ll", "’ll")) for token in clause)
    return hedged, negated, projected or any(pair in _PHRASES for pair in pairwise(clause))
