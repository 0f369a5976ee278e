"""Which way an expression points: what the words around it say of past and future."""

from __future__ import annotations

from enum import Enum
from typing import Final

from corpus_pkg.annotate.dates.tokens import Tokens

_WINDOW: Final = 14
_AHEAD: Final = 6
_FUTURE: Final = frozenset(
    "will ll shall would due plan plans planned planning schedule scheduled schedules expect expects expected "
    "expecting effective should next upcoming must going intends intend aims hopes slated poised likely forthcoming "
    "tomorrow deadline".split()
)
# Between "to be" and the day stands a participle that tells nothing of the past.
_PASSIVE: Final = frozenset({"be", "being"})
_UNTIL: Final = frozenset({"until", "till", "by", "before"})
_SINCE: Final = frozenset({"since", "after"})
_PAST: Final = frozenset(
    "said told was were had did met went came took won lost fell rose hit left held made saw gave began got struck "
    "became spoke wrote found sent ran led drew broke since ago shot beat cut grew sold has have brought "
    "bought taught thought caught fought built paid kept put stood fled flew rode swept threw dealt wore chose".split()
)
_TO_BE: Final = frozenset({"is", "are", "was", "were", "due", "set"})
_SHORTEST: Final = 4


class Tense(Enum):
    """The way an expression points."""

    PAST = "past"
    FUTURE = "future"
    OPEN = "open"


def tense(tokens: Tokens, first: int, last: int) -> Tense:
    """Judge by the nearest word that tells: what stands before the expression in its sentence, then what follows.

    Args:
        tokens: The tokens of the text.
        first: Index of the expression's first token.
        last: One past its last.

    Returns:
        Where it points; `OPEN` where no word tells.
    """
    before = tokens.word(first - 1)
    if before == "the":
        before = tokens.word(first - 2)
    if before in _SINCE:
        return Tense.PAST
    place = first - 1
    while place >= max(0, first - _WINDOW) and tokens.kind(place) not in "|.;":
        found = _told(tokens, place)
        if found is not None:
            # "had until Friday", "gave them until Friday": the day lies ahead of the deed.
            return Tense.FUTURE if before in {"until", "till"} else found
        place -= 1
    for place in range(last, min(last + _AHEAD, len(tokens.words))):
        if tokens.kind(place) in "|.,;":
            break
        found = _told(tokens, place)
        if found is not None:
            return found
    return Tense.FUTURE if before in _UNTIL else Tense.OPEN


def _told(tokens: Tokens, place: int) -> Tense | None:
    """What one word tells."""
    word = tokens.word(place)
    before, after = tokens.word(place - 1), tokens.word(place + 1)
    planned = (word == "set" and after in {"to", "for"}) or (word == "to" and before in _TO_BE)
    if word in _FUTURE or planned:
        return Tense.FUTURE
    if before in _PASSIVE:
        return None
    if word in _PASSIVE:
        return Tense.FUTURE
    if word in _PAST or (word.endswith("ed") and len(word) >= _SHORTEST and not tokens.capital(place)):
        return Tense.PAST
    return None
