"""Nouns without a parser: plural or not, the singular, and the head of the phrase that a number counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus_pkg.annotate.claims.function_words import BREAKS, CLOSED, MONTHS, WEEKDAYS
from corpus_pkg.annotate.claims.word_lists import listed

if TYPE_CHECKING:
    from corpus_pkg.annotate.claims.words import Words

_IRREGULAR = {
    "people": "person",
    "persons": "person",
    "men": "man",
    "women": "woman",
    "children": "child",
    "feet": "foot",
    "teeth": "tooth",
    "mice": "mouse",
    "geese": "goose",
    "lives": "life",
    "wives": "wife",
    "knives": "knife",
    "leaves": "leaf",
    "wolves": "wolf",
    "halves": "half",
    "thieves": "thief",
    "shelves": "shelf",
    "loaves": "loaf",
    "calves": "calf",
    "criteria": "criterion",
    "phenomena": "phenomenon",
    "crises": "crisis",
    "analyses": "analysis",
    "theses": "thesis",
    "bases": "base",
    "axes": "axe",
    "viruses": "virus",
    "buses": "bus",
    "gases": "gas",
    "shoes": "shoe",
    "toes": "toe",
    "movies": "movie",
    "cookies": "cookie",
    "calories": "calorie",
    "rookies": "rookie",
    "selfies": "selfie",
    "zombies": "zombie",
    "ties": "tie",
    "pies": "pie",
    "lies": "lie",
    "oxen": "ox",
    "dice": "die",
    "indices": "index",
    "matrices": "matrix",
    "alumni": "alumnus",
    "fungi": "fungus",
    "bacteria": "bacterium",
    "servicemen": "serviceman",
    "servicewomen": "servicewoman",
    "policemen": "policeman",
    "firemen": "fireman",
    "fishermen": "fisherman",
    "gunmen": "gunman",
    "businessmen": "businessman",
    "salesmen": "salesman",
    "lawmen": "lawman",
    "spokesmen": "spokesman",
    "congressmen": "congressman",
    "grandchildren": "grandchild",
    "schoolchildren": "schoolchild",
    "caches": "cache",
    "headaches": "headache",
}
# One form for both numbers, or collective nouns that numbers stand before.
_INVARIABLE = listed("""
    aircraft spacecraft hovercraft sheep deer fish salmon trout series species means headquarters crossroads
    offspring troops police staff personnel cattle poultry dead wounded injured missing homeless jobless shrimp
    moose bison swine barracks gallows works data media militia infantry crew
""")
_NOT_PLURAL = listed("""
    news politics economics physics mathematics athletics gymnastics diabetes measles mumps rabies its his this
    us as is was has does thus plus perhaps always sometimes besides whereas across towards afterwards versus
    less unless gas bus lens atlas canvas christmas texas kansas arkansas wales paris overseas sales-tax mars
    james sports savings
""")
# Nouns and adjectives that end as adverbs do.
_IN_LY = listed("""
    family supply assembly anomaly monopoly ally rally reply fly belly friendly elderly costly deadly lonely lovely ugly
    early homily melancholy bully jelly lily
""")
_COORDINATORS = frozenset({"and", "or", ","})
_MODEL_DIGITS = 3
_LONGEST_PHRASE = 7
_SHORT = 2
_ABBREVIATED = listed("us uk un eu u s n e uae nato")


def is_plural(word: str) -> bool:
    """Whether a lower-cased word looks like a plural noun."""
    if word in _IRREGULAR or word in _INVARIABLE:
        return True
    if len(word) <= _SHORT or not word.endswith("s") or word in _NOT_PLURAL:
        return False
    return not word.endswith(("ss", "us", "is", "'s", "’s", "ous")) and word not in CLOSED


def singular(noun: str) -> str:
    """The singular of a noun as printed, in lower case unless it is an abbreviation or the name of a people."""
    lower = noun.lower()
    named = noun[1:] != lower[1:] or lower.endswith(("ans", "an"))
    word = noun if named else lower
    base = lower
    if base in _IRREGULAR:
        return _IRREGULAR[base]
    if not is_plural(base) or base in _INVARIABLE:
        return word
    if base.endswith("ies") and len(base) > len("ties"):
        return f"{word[:-3]}y"
    if base.endswith(("sses", "shes", "ches", "xes", "zzes", "oes", "ruses", "nuses", "puses", "tuses")):
        return word[:-2]
    return word[:-1]


def phrase_end(words: Words, index: int, limit: int = _LONGEST_PHRASE) -> int:
    """Where a run of noun-phrase words that begins at an index ends.

    Hyphens inside words, the stops of abbreviations and numbers inside names (`Boeing 787 jets`) belong to the run.

    Returns:
        The token behind the last one of the run.
    """
    last = index
    while last < len(words.forms) and last < index + limit:
        if words.hyphen(last) and words.alpha(last + 1):
            last += 2
        elif (
            (
                words.at(last) == "."
                and words.glued(last)
                and words.glued(last + 1)
                and words.at(last - 1) in _ABBREVIATED
            )
            or (words.at(last) == "." and words.at(last - 1) == "s" and words.form(last - 3) == "U")
            or (words.alpha(last) and (_is_noun_like(words, last) or words.hyphen(last + 1)))
            or (words.digit(last) and last > index and _in_name(words, last))
        ):
            last += 1
        else:
            break
    return last


def _in_name(words: Words, index: int) -> bool:
    """Whether digits belong to a name inside a noun phrase: `Boeing 787 jets`, `new 737 aircraft`."""
    if not words.alpha(index + 1) or not words.form(index).isdecimal():
        return False
    model = len(words.form(index)) == _MODEL_DIGITS and words.alpha(index - 1) and is_plural(words.at(index + 1))
    return words.capital(index - 1) or words.capital(index + 1) or model


def _is_noun_like(words: Words, index: int) -> bool:
    """Whether a word can stand inside a noun phrase behind a number."""
    word = words.at(index)
    if word in _ABBREVIATED and words.capital(index):
        return True
    return (
        word not in BREAKS
        and not (word.endswith("ly") and word not in _IN_LY)
        and word not in WEEKDAYS
        and not (word in MONTHS and words.capital(index))
    )


def counted_head(words: Words, index: int, *, one: bool) -> int | None:
    """Find the head of the noun phrase that a number counts.

    Args:
        words: The sentence.
        index: The token behind the number.
        one: Whether the number is one, so that the head is a singular.

    Returns:
        The token of the head, or None where no noun is to be seen.
    """
    end = phrase_end(words, index)
    if one:
        return _singular_head(words, index, end)
    head = _plural_head(words, index, end)
    if head is not None or not _coordinated(words, index, end):
        return head
    return _plural_head(words, end + 2, phrase_end(words, end + 1))


def _coordinated(words: Words, index: int, end: int) -> bool:
    """Whether two words of one kind stand before one noun: `digital and physical sales`, `small, friendly deals`."""
    if end == index or words.at(end) not in _COORDINATORS or not words.alpha(end - 1):
        return False
    return words.alpha(end + 1) and words.capital(end - 1) == words.capital(end + 1)


def _plural_head(words: Words, index: int, end: int) -> int | None:
    """The first plural of a run, with the plurals that follow it at once."""
    for place in range(index, end):
        if is_plural(words.at(place)) and not words.hyphen(place + 1) and words.alpha(place):
            while place + 1 < end and is_plural(words.at(place + 1)):
                place += 1  # noqa: PLW2901 - "sports cars": a verb in -s cannot follow a plural
            return place
    return None


def _singular_head(words: Words, index: int, end: int) -> int | None:
    """The last word of the run before anything that looks like a verb."""
    head = None
    for place in range(index, end):
        word = words.at(place)
        if not words.alpha(place):
            continue
        if head is not None and (word.endswith(("ed", "ing")) or is_plural(word)):
            break
        head = place
    return head if head is not None and not is_plural(words.at(head)) else None
