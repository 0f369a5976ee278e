"""What a quantity is of: the counted noun, the base of a share, the thing that is measured."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus_pkg.annotate.claims.changes import is_change
from corpus_pkg.annotate.claims.function_words import (
    ADVERBS,
    AUXILIARIES,
    BREAKS,
    CLOSED,
    CONJUNCTIONS,
    DETERMINERS,
    IRREGULAR_PARTICIPLES,
    MONTHS,
    PREPOSITIONS,
    VERBS,
    WEEKDAYS,
)
from corpus_pkg.annotate.claims.nouns import counted_head, is_plural, phrase_end, singular
from corpus_pkg.annotate.claims.word_lists import listed

if TYPE_CHECKING:
    from corpus_pkg.annotate.claims.quantity import Quantity
    from corpus_pkg.annotate.claims.words import Words

_CLAUSE = CLOSED | VERBS
_VERBAL = AUXILIARIES | VERBS
_CALENDAR = MONTHS | WEEKDAYS
_BEFORE_WHOLE = CONJUNCTIONS | {",", ";", ":", "“", '"', "("}
_LONGEST = 12
_SUBJECT = 6
_CHAINS = 3
_NO_PARTICIPLE = frozenset(
    {"during", "including", "following", "according", "regarding", "concerning", "being", "having"}
)
# Verbs that tell how high something is; the subject of "paid" or "won" is not what the number measures.
_LEVELS = listed("""
    stood stands totalled totaled totals reached reaches amounted amounts averaged averages averaging measures
    measured weighs weighed costs cost hit hits exceeded exceeds topped remained remains closed ended finished
    settled opened traded equals
""")
_PARTICLES = frozenset({"up", "down"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """The noun that a number counts: tokens `first` to `last` with the head; `shared` where a later number says it."""

    first: int
    last: int
    head: int
    unit: str
    hyphened: bool
    partitive: bool
    shared: bool = False


# "rose 5% last week": when, not what.
_TIME_PHRASE = re.compile(
    r"(?:last|this|next|past|late|early|a|the)\s+(?:\w+\s+)?(?:day|week|month|quarter|year|decade)s?\b"
)


# "1.1m tonnes of ore next year": when, and no part of the noun.
_WHEN = re.compile(r"\s+(?:last|this|next|each|every|per)\s+(?:day|week|month|quarter|year|season|summer|winter)\Z")


# "1.2 km long": how, not what.
_SIZES = listed(
    "long wide deep tall high thick away apart off old east west north south inland above below ahead behind"
)


def find_counted(words: Words, quantity: Quantity) -> Counted | None:
    """Find the noun that a number without a unit counts.

    Args:
        words: The sentence.
        quantity: A quantity without a unit of the table.

    Returns:
        The noun phrase, or None where no noun follows.
    """
    start = quantity.last
    if words.hyphen(start):
        return _hyphened(words, start + 1)
    partitive = words.at(start) == "of"
    if partitive:
        start += 1
        if words.at(start) in DETERMINERS:
            start += 1
    one = quantity.value == 1 and not quantity.ranged and not partitive
    head = counted_head(words, start, one=one)
    if head is None:
        return None
    return Counted(
        first=start, last=head + 1, head=head, unit=singular(words.form(head)), hyphened=False, partitive=partitive
    )


def _hyphened(words: Words, place: int) -> Counted | None:
    """The noun over a hyphen: `a 12-member board` counts members."""
    noun = words.form(place)
    if len(noun) < 3 or words.at(place) in BREAKS or is_plural(words.at(place)):  # noqa: PLR2004
        return None
    return Counted(first=place, last=place + 1, head=place, unit=noun.lower(), hyphened=True, partitive=False)


def read_base(words: Words, index: int, *, bare: bool = False, half: bool = False) -> str | None:
    """Read the base of a share behind `of` (or `half the`): a noun phrase with at most one participle clause.

    Args:
        words: The sentence.
        index: The token behind the share.
        half: Whether the share is a half, whose base may stand behind an article: `half the children`.
        bare: Whether the base may stand there without `of`, as in `one in five voters`.

    Returns:
        The base as printed, or None where the text names none.
    """
    if words.at(index) == "of":
        index += 1
        if words.at(index) == "that" and words.at(index + 1) in _CLAUSE:
            return words.form(index)  # "62% of that came from panels"
    elif not bare and (not half or words.at(index) not in DETERMINERS or words.at(index) in {"that", "such"}):
        return None
    end = noun_phrase_end(words, index)
    if end == index or (bare and words.at(index).endswith("ed")):
        return None
    end = _participle_clause(words, end)
    base = words.surface(index, end)
    return None if base.endswith(("’s", "'s")) else base


def noun_phrase_end(words: Words, index: int) -> int:
    """End of a noun phrase with its determiner and its chain of `of` phrases."""
    end = index
    place = index
    for _ in range(_CHAINS):
        start = place
        while words.at(place) in DETERMINERS:
            place += 1
        place = _past_number(words, place)
        if place > start and words.at(place) in {"daily", "weekly", "monthly", "annual", "overall"}:
            place += 1
        stop = _core(words, place)
        if stop == place and stop == start:
            break
        if stop == place and words.alpha(place):
            stop += 1  # behind a determiner even a word that is mostly a verb is a noun: "50% of the vote"
        end = place = max(stop, place)
        if words.at(place) in {"'s", "’s"} or (
            words.at(place) == "of" and (words.alpha(place + 1) or words.digit(place + 1))
        ):
            place += 1
        else:
            break
    return end


def _past_number(words: Words, place: int) -> int:
    """Step over digits inside a noun phrase: `of the 100 passengers`."""
    return place + 1 if words.digit(place) and words.alpha(place + 1) else place


def _core(words: Words, index: int) -> int:
    """End of adjectives and nouns: at the first plural, or where a run of names or the run itself ends."""
    limit = phrase_end(words, index, _LONGEST)
    for place in range(index, limit):
        if not words.alpha(place) or words.hyphen(place + 1):
            continue
        if is_plural(words.at(place)) and not _named_behind(words, place + 1, limit):
            while place + 1 < limit and is_plural(words.at(place + 1)):
                place += 1  # noqa: PLW2901 - plural after plural is one compound
            return place + 1
        if place > index and _opens_clause(words, place):
            return place
    if limit == index and words.at(index) in {"them", "us", "it", "whom", "which", "others"}:
        return index + 1
    return limit


def _named_behind(words: Words, index: int, limit: int) -> bool:
    """Whether a name goes on behind a word in -s: `United States forces`."""
    return index < limit and words.capital(index - 1) and words.capital(index)


def _opens_clause(words: Words, index: int) -> bool:
    """Whether a participle or a preterite that follows a noun opens a clause there."""
    word = words.at(index)
    if word in _NO_PARTICIPLE or words.capital(index):
        return False
    if word.endswith("ed") and not word.endswith("eed") and not words.alpha(index + 1):
        return True
    following = words.at(index + 1)
    governs = following in PREPOSITIONS or following in DETERMINERS or words.capital(index + 1)
    return governs and (word.endswith(("ing", "ed")) or word in IRREGULAR_PARTICIPLES)


def _participle_clause(words: Words, index: int) -> int:
    """Take in one participle clause: `reaching Russia`, `found in Russian weapons`."""
    word = words.at(index)
    participle = word.endswith(("ing", "ed")) or word in IRREGULAR_PARTICIPLES
    if not participle or word in _NO_PARTICIPLE or not words.alpha(index) or words.capital(index):
        return index
    place = index + 1
    # A preterite of the main clause has an object at once; a passive participle has "in", "by", "from" behind it.
    passive = not word.endswith("ing")
    prepositional = words.at(place) in PREPOSITIONS
    if passive and not prepositional:
        # "the teachers questioned had considered": a verb of its own follows, so that this one is none.
        return place if words.at(place) in _VERBAL or words.at(place) == "," else index
    if prepositional:
        place += 1
    while words.at(place) in DETERMINERS:
        place += 1
    if words.at(place) in _CALENDAR or words.digit(place):
        return index
    end = _core(words, place)
    return end if end > place else index


def read_measured(words: Words, quantity: Quantity, first: int, last: int) -> str | None:
    """Read the noun phrase that a quantity with a unit measures: `$40 billion contract`, `12 tonnes of gold`.

    Args:
        words: The sentence.
        quantity: The quantity.
        first: First token of the phrase.
        last: The token behind the phrase.

    Returns:
        The noun phrase as printed; the subject of a change where one precedes (`exports rose 5%`); None otherwise.
    """
    found = _measured(words, quantity, first, last)
    return None if found is None or _TIME_PHRASE.match(found) else _WHEN.sub("", found)


def _measured(words: Words, quantity: Quantity, first: int, last: int) -> str | None:
    if words.at(last) in {"of", "in", "worth"}:
        return _behind(words, quantity, last)
    if words.hyphen(last):
        return None
    compound = quantity.unit is not None and (quantity.prefixed or not is_plural(words.at(last - 1)))
    sized = words.at(last) in _SIZES
    compared = sized or (words.at(last).endswith("er") and words.at(last + 1) in {"than", "at", "in", "on", ",", "."})
    plain = words.alpha(last) and words.at(last) not in BREAKS and not words.at(last).endswith("ed")
    if compound and plain and not compared:
        end = phrase_end(words, last, 4)
        if end > last and not words.capital(last):
            return words.surface(last, _core(words, last))
    return _subject(words, first)


def _behind(words: Words, quantity: Quantity, index: int) -> str | None:
    """The noun phrase behind `of`, `in` or `worth of`."""
    link = words.at(index)
    if link == "worth":
        if words.at(index + 1) != "of":
            return None
        index += 1
    money = quantity.unit is not None and quantity.unit.kind == "money"
    if link == "in" and (not money or words.at(index + 1) in DETERMINERS or words.capital(index + 1)):
        return None
    if words.digit(index + 1) or words.at(index + 1) in MONTHS:
        return None
    end = noun_phrase_end(words, index + 1)
    return words.surface(index + 1, end) if end > index + 1 else None


def _subject(words: Words, first: int) -> str | None:
    """The noun phrase before the verb that governs a quantity: `exports` in `exports dropped 7%`."""
    verb = None
    for place in range(first - 1, max(-1, first - 1 - _SUBJECT), -1):
        token = words.at(place)
        if token in _LEVELS or token in AUXILIARIES or is_change(token):
            verb = place
        elif verb is not None or not (
            token in ADVERBS or token in {"by", "to", "of", "a", "an", "at"} or token.endswith("ly")
        ):
            break
    if verb is None or words.at(verb - 1) in _PARTICLES:
        return None
    begin = verb
    while begin > 0 and verb - begin < _SUBJECT and _in_subject(words, begin - 1):
        begin -= 1
    whole = begin == 0 or words.at(begin - 1) in _BEFORE_WHOLE
    bare = begin < verb and words.at(begin) not in PREPOSITIONS
    return words.surface(begin, verb) if whole and bare else None


def _in_subject(words: Words, index: int) -> bool:
    """Whether a token can stand in a subject that is to be quoted as a noun phrase."""
    token = words.at(index)
    if (
        words.hyphen(index)
        or token in {"of", "to", "from", "in", "'s", "’s"}
        or token in {"the", "its", "their", "our", "his", "her"}
    ):
        return True
    return words.alpha(index) and token not in BREAKS
