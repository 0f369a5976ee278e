"""Whether a number is the size or the result of a change, and in which direction. Kept apart from the bound."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus_pkg.annotate.claims.word_lists import listed

if TYPE_CHECKING:
    from corpus_pkg.annotate.claims.quantity import Quantity
    from corpus_pkg.annotate.claims.words import Words
    from corpus_pkg.model.vocabulary import Change, ChangeKind

_UP_VERBS = listed("""
    rise rises rose risen rising increase increases increased increasing grow grows grew grown growing climb
    climbs climbed climbing jump jumps jumped jumping gain gains gained gaining surge surges surged surging soar
    soars soared soaring advance advances advanced advancing add adds added adding up upward raise raises raised
    raising boost boosts boosted boosting expand expands expanded expanding swell swells swelled rally rallies
    rallied rebound rebounds rebounded rebounding spike spiked spikes hike hiked hikes hiking strengthen
    strengthened leap leapt leaped leaps appreciate appreciated inch inched edge edged tick ticked skyrocket
    skyrocketed lift lifted lifts accelerate accelerated accelerating quicken quickened widen
    widened growth
""")
_UP_TO = listed("""
    double doubled doubling doubles triple tripled tripling triples quadruple quadrupled
""")
_DOWN_VERBS = listed("""
    fall falls fell fallen falling drop drops dropped dropping decline declines declined declining decrease
    decreases decreased decreasing slump slumps slumped slumping plunge plunges plunged plunging plummet
    plummets plummeted plummeting lose loses lost losing slide slides slid sliding tumble tumbles tumbled
    tumbling shed sheds shedding cut cuts cutting reduce reduces reduced reducing shrink shrinks shrank shrunk
    shrinking contract contracted contracts contracting sink sinks sank sunk dip dips dipped dipping ease eased
    eases easing lower lowered lowers lowering slash slashed slashes slashing retreat retreated weaken weakened
    depreciate depreciated down downward halve halved trim trimmed trims slip slips slipped slipping dive dived
    dives crash crashed collapse collapsed slow slowed slows slowing narrow narrowed reduction drawdown
""")
_UP_NOUNS = listed("""
    increase rise gain jump surge growth hike boost advance rebound rally climb spike raise upgrade expansion
    leap uptick upturn
""")
_DOWN_NOUNS = listed("""
    decrease drop decline fall reduction cut slump plunge slide dip contraction downturn discount drawdown
    depreciation devaluation shortfall fall-off slowdown
""")
# "fell below $60" names where it went, "rose over 5%" how far.
_PASSED = frozenset({"below", "above", "past", "through", "beneath"})
_WARMER = listed("warmer hotter taller heavier longer wider deeper older higher larger bigger faster")
_COLDER = listed("colder cooler shorter lighter narrower younger lower smaller slower")
_UP_MORE = listed("more higher up larger bigger faster greater longer above")
_DOWN_MORE = listed("below less lower fewer down smaller slower shorter cheaper")
_MORE = _UP_MORE | _DOWN_MORE
_COMPARED = _WARMER | _COLDER
# "gave up 40 yards", "made up 20 percent": the particle belongs to the verb.
_PHRASAL = listed("""
    gave give gives giving given make makes made making set sets setting took take takes taken picked pick picks
    put puts dug dig digs bought ate eat used use uses built cleaned called backed split tied racked rack showed show
    shown lined line drew draw rounded round blew blow broke break signed sign shot
""")
# These count things as well as they measure changes: "lost 40 soldiers", "added two players", "cut three cards".
_LOOSE = listed("""
    lose loses lost losing gain gains gained gaining add adds added adding shed sheds lift lifted raise raises
    raised raising
""")
_LOOSE_TO = _LOOSE | {"cut", "cuts", "cutting"}
# What one has more or fewer of, so that to add or lose some is a change.
_STOCKS = listed("""
    point points job jobs seat seats position positions post posts member members customer customers subscriber
    subscribers user users passenger passengers store stores branch branches
""")
_FILLERS = listed("""
    by another a an about further some nearly almost only just as much sharply slightly steeply rapidly quickly
    back again overall even up down in total of the more than
""")
_STOPS = listed("""
    , ; : . ! ? ( ) and but or while after as that which who when if whereas because
""")
_ENDS = listed("of in to from and the for on at by is was a")
_SMALL_WORDS, _BESIDE = 5, 2
_NEAR = 8
_AHEAD = 3


_KINDS: dict[str, ChangeKind] = {"to": "to", "by": "by", "from": "from"}


@dataclass(frozen=True, slots=True)
class Stated:
    """A change as stated.

    Attributes:
        change: its direction.
        kind: whether the number is its size, its start or its result; None where there is no change.
        word: the token that states it; None where two numbers do (`from 12% last year to 9%`).
    """

    change: Change = "none"
    kind: ChangeKind | None = None
    word: int | None = None


NONE = Stated()


_COLLECTS = frozenset({"raise", "raises", "raised", "raising"})
# Between a preposition and its number: "to just 87", "by as little as 3".
_BETWEEN = listed(
    "just only merely barely exactly precisely a an some another average total record of combined further"
)


def read_change(words: Words, quantity: Quantity, first: int, last: int) -> Stated:
    """Read the change that a quantity measures or ends.

    Args:
        words: The sentence.
        quantity: The quantity.
        first: First token of the phrase, its bound included.
        last: The token behind the phrase.

    Returns:
        The change; its kind says whether the number is its size (`by`), its start (`from`) or its result (`to`).
    """
    if words.at(first - 1) == "+" and words.glued(first):
        return Stated("up", "by", first - 1)
    if words.at(first) in _PASSED and is_change(words.at(first - 1)):
        return Stated(_direction(words.at(first - 1)), "to", first - 1)
    money = quantity.unit is not None and quantity.unit.kind == "money"
    if money and words.at(first - 1) in _COLLECTS:
        return NONE  # "raised £84,000" collects it
    found = _before(words, quantity, first)
    return found if found is not NONE else _behind(words, quantity, last)


def _direction(word: str) -> Change:
    """The direction that a verb or noun of change states."""
    if word in _UP_VERBS or word in _UP_NOUNS:
        return "up"
    if word in _DOWN_NOUNS:
        return "down"
    return "down" if word in _DOWN_VERBS else "none"


def _before(words: Words, quantity: Quantity, first: int) -> Stated:
    """Read a verb or noun of change to the left, in the same clause."""
    first = _behind_preposition(words, first)
    preposition = words.at(first - 1)
    if preposition in {"at", "than"}:
        return NONE
    plain = True
    for place in range(first - 1, max(-1, first - 1 - _NEAR), -1):
        word = words.at(place)
        if is_change(word) or (word in _UP_TO and preposition == "to"):
            return _judged(words, quantity, place, first, plain=plain)
        if word in _STOPS and not (word == "." and words.glued(place) and words.glued(place + 1)):
            break
        plain = plain and (word in _FILLERS or word.endswith("ly") or word in {"to", "by"})
    return NONE


def _behind_preposition(words: Words, first: int) -> int:
    """The token behind the preposition before a number, where only small words part them: `by an average of 9`."""
    for place in range(first, max(0, first - _SMALL_WORDS), -1):
        if words.at(place - 1) in _KINDS:
            return place
        if words.at(place - 1) not in _BETWEEN:
            break
    return first


def _judged(words: Words, quantity: Quantity, place: int, first: int, *, plain: bool) -> Stated:
    """Decide what a word of change at `place` says of the number at `first`."""
    word, preposition = words.at(place), words.at(first - 1)
    direction: Change = "up" if word in _UP_TO else _direction(word)
    if word in {"up", "down"} and (
        words.at(place - 1) in _PHRASAL or (preposition in _KINDS and first - place > _BESIDE)
    ):
        return NONE
    if preposition == "to" and quantity.unit is None and word in _LOOSE_TO:
        return NONE  # "cut power to 300 homes"
    # "edged down", "inched up", "tumbling down": the particle decides.
    particle = words.at(place + 1) if place + 1 < first else ""
    if particle in {"up", "higher", "down", "lower"}:
        direction = "up" if particle in {"up", "higher"} else "down"
    kind = _KINDS.get(preposition)
    if kind is not None:
        return Stated(direction, kind, place)
    return Stated(direction, "by", place) if plain and _sized(words, quantity, place, first) else NONE


def _sized(words: Words, quantity: Quantity, place: int, first: int) -> bool:
    """Whether the number is the size of the change at `place`, with nothing but small words between."""
    word, unit = words.at(place), quantity.unit
    between = words.lower[place + 1 : first]
    if word in _LOOSE:
        measured = unit is not None or words.at(quantity.last) in _STOCKS
        lasting = unit is not None and unit.dimension == "duration"
        return measured and not lasting and not {"a", "an", "of"} & set(between)
    return "of" not in between or word in _UP_NOUNS or word in _DOWN_NOUNS


def _behind(words: Words, quantity: Quantity, last: int) -> Stated:
    """Read a noun or comparative of change to the right: `a 5% rise`, `5 percent lower`."""
    if quantity.unit is None and quantity.number.style not in {"fraction", "multiple"}:
        return NONE
    index = last + 1 if words.hyphen(last) else last
    for place in range(index, index + _AHEAD):
        word = words.at(place)
        if word in _UP_NOUNS or word in _DOWN_NOUNS:
            return Stated("up" if word in _UP_NOUNS else "down", "by", place)
        relative = quantity.unit is None or quantity.unit.kind in {"percent", "money"}
        if relative and place == index and word in _MORE and words.at(place + 1) != "to":
            return Stated("up" if word in _UP_MORE else "down", "by", place)
        if place == index and word in _COMPARED and words.at(place + 1) == "than":
            return Stated("up" if word in _WARMER else "down", "by", place)
        if not words.alpha(place) or word in _ENDS:
            break
    return NONE


def governed_by_change(words: Words, index: int) -> bool:
    """Whether a word of change stands shortly before an index: `rose from 4 to 5 percent`."""
    return any(is_change(words.at(place)) for place in range(max(0, index - 3), index))


def is_change(word: str) -> bool:
    """Whether a lower-cased word states a change."""
    return _direction(word) != "none"
