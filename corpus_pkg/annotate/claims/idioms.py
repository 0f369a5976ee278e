"""Set phrases in which a number counts nothing: `a thousand thanks`, `nine lives`, `two and two`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corpus_pkg.annotate.claims.words import Words

_PHRASES = """
    a thousand thanks|thousand apologies|nine lives|two and two|put two and two|fifty - fifty|50 - 50|one step at a time
    one step ahead|one step closer|one fell swoop|a million miles from|million miles away|sixes and sevens|cloud nine
    seven seas|four corners|six feet under|two left feet|one foot in|one way or another|one by one|two by two
    one too many|one and the same|forty winks|nine to five|two peas|a dime a dozen
    catch - 22|twenty - twenty|20 - 20|20 / 20|24 / 7
    been one long|been one big|one thing|two - faced|one - liner
    million - dollar question
    two sides of the same|one eye on|one hand|square one|one more time|one last time
    two minds|a thousand words|five - star|four - star|three - star|two - star
    five - a - side|three - legged|four - legged|three - time|two - time|four - time|five - time|six - time
"""
_IDIOMS = frozenset(
    tuple(phrase.split()) for line in _PHRASES.strip().splitlines() for phrase in line.strip().split("|")
)
_LONGEST = max(map(len, _IDIOMS))
_OPENERS = frozenset(word for phrase in _IDIOMS for word in phrase)
_EVENTS = frozenset({"100", "200", "400", "800", "1500", "1,500", "3000", "3,000", "5000", "5,000", "10000", "10,000"})
_METRES = frozenset({"metres", "meters", "m"})


def in_idiom(words: Words, index: int) -> bool:
    """Whether the token at an index stands in a set phrase, or names a race (`second in the 400 metres`)."""
    if words.form(index) in _EVENTS and words.at(index + 1) in _METRES:
        return words.at(index - 1) == "the" and words.at(index - 2) in {"in", "at", "of", "over", "for"}
    if words.at(index) not in _OPENERS:
        return False
    for first in range(max(0, index - _LONGEST + 1), index + 1):
        for length in range(index - first + 1, _LONGEST + 1):
            if tuple(words.lower[first : first + length]) in _IDIOMS:
                return True
    return False
