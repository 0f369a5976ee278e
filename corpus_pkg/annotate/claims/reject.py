"""What is no claim: number parts of names, codes, scores, pronouns, idioms and small definite groups."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus_pkg.annotate.claims.function_words import BREAKS, MONTHS, WEEKDAYS
from corpus_pkg.annotate.claims.modifiers import BEFORE
from corpus_pkg.annotate.claims.nouns import is_plural
from corpus_pkg.annotate.claims.times import is_year
from corpus_pkg.annotate.claims.word_lists import listed
from corpus_pkg.annotate.claims.words import DASHES

if TYPE_CHECKING:
    from corpus_pkg.annotate.claims.quantity import Quantity
    from corpus_pkg.annotate.claims.words import Words

# Nouns that a number names rather than counts: "page 12", "Phase 2", "No. 5".
_NUMBERED = listed("""
    page pages section sections chapter article articles number no nos paragraph clause annex appendix schedule
    room suite apartment highway interstate route flight channel gate terminal platform pier level grade type
    stage phase round season episode volume vol vols part table figure fig step line lines unit resolution
    directive version week day game lot lane exhibit district ward precinct sector zone block tower building
    floor psalm verse title rule act bill proposition prop amendment model mark apollo formula radio tel phone
    fax pp p item question division category tier class seed seeded ranked ranking group
""")
_DEFINITE = listed("""
    the these those their his her its our your my both either neither all
""")
_ORDERED = listed("""
    first last other same remaining latter former next previous final main warring only top
""")
_ONE_BEFORE = listed("""
    no any every each some this that which another number the day square formula big good bad right wrong new
    old only such what whichever air ground type level plan world his her its their my our your last first next
    someone 's ’s
""")
_ONE_BEHIND = listed("""
    of another day thing point moment way night time morning evening afternoon more last final such who that
    which would can could should and or on i he she we they direct
""")
_COMPOUNDS = listed("""
    way state party time off stop sided tier track to on piece wheel handed eyed dimensional star year-old
    and liner timer fifths step nation
""")
_ZERO_BEHIND = listed("tolerance sum hour emission emissions in day carbon gravity")
_ONE_OF_MANY = _DEFINITE | {"'s", "’s"}
_CAPITALS = MONTHS | WEEKDAYS | BREAKS
_SMALL = 10
_MAX_CODE, _ID = 4, 10


def is_no_claim(words: Words, quantity: Quantity, head: int | None) -> bool:
    """Whether a quantity, with everything that belongs to it known, claims nothing.

    Args:
        words: The sentence.
        quantity: The quantity.
        head: The token of the counted noun; None where there is none.

    Returns:
        True for years, scores, pronouns, idioms, small definite groups and numbers in names.
    """
    if quantity.unit is not None and (quantity.unit.kind != "measure" or quantity.value != 1):
        return False
    if is_year(words, quantity) or (head is None and _identifies(words, quantity)):
        return True
    if quantity.value == 1 and words.at(quantity.number_first) == "one" and _pronoun(words, quantity, head):
        return True
    if quantity.unit is not None:
        return False
    return (
        _score(words, quantity, head)
        or _group(words, quantity)
        or _named(words, quantity, head)
        or _idiom(words, quantity, head)
    )


def _identifies(words: Words, quantity: Quantity) -> bool:
    """Whether digits are so many, without separators or a unit, that they identify a thing: a post, an account."""
    return (
        quantity.unit is None
        and len(words.form(quantity.number_first)) >= _ID
        and (words.form(quantity.number_first).isdecimal())
    )


def _pronoun(words: Words, quantity: Quantity, head: int | None) -> bool:
    """Whether `one` counts nothing: `one of the`, `no one`, `one day`, `one-way`."""
    before, behind = words.at(quantity.first - 1), words.at(quantity.number_last)
    if quantity.number_last - quantity.number_first > 1 or quantity.ranged:
        return False
    if before in _ONE_BEFORE or before.endswith(("'s", "’s")) or behind in _ONE_BEHIND:
        return True
    if words.hyphen(quantity.number_last):
        return quantity.unit is None
    return quantity.unit is None and head is None and not (before == "or" and words.alpha(quantity.first - 2))


def _score(words: Words, quantity: Quantity, head: int | None) -> bool:
    """Whether two numbers over a dash are a score or a code: `won 3-1`, `737-800`."""
    first, last = quantity.number_first, quantity.number_last
    if quantity.ranged:
        inside = words.lower[first:last]
        dashed = any(token in DASHES for token in inside) and not {"to", "in"}.intersection(inside)
        return dashed and head is None and not quantity.number.scaled and quantity.per is None
    after = words.at(last) in DASHES and words.glued(last) and words.glued(last + 1) and _numeric(words, last + 1)
    before = (
        words.at(first - 1) in DASHES and words.glued(first) and words.glued(first - 1) and _numeric(words, first - 2)
    )
    return after or before


def _numeric(words: Words, index: int) -> bool:
    """Whether a plain number stands at an index."""
    return words.digit(index)


def _group(words: Words, quantity: Quantity) -> bool:
    """Whether a determiner makes the number a small definite group: `the two leaders`, `their three sons`."""
    if quantity.number.style != "words" and not words.form(quantity.number_first).isdecimal():
        return False
    value = quantity.value
    if (
        value is None
        or value > _SMALL
        or quantity.number.scaled
        or value != int(value)
        or words.hyphen(quantity.number_last)
    ):
        return False
    before = words.at(quantity.first - 1)
    if before in _ORDERED and words.at(quantity.first - 2) in _ONE_OF_MANY:
        return (
            before not in {"last", "next", "previous"}
            or not is_plural(words.at(quantity.number_last))
            or before == "last"
        )
    return before in _DEFINITE - {"all"} or before.endswith(("'s", "’s", "s'", "s’")) or before in {"'", "’"}


def _named(words: Words, quantity: Quantity, head: int | None) -> bool:
    """Whether the number is part of a name or a reference: `Boeing 737`, `page 12`, `Group of Seven`."""
    first = quantity.number_first
    before = words.at(first - 1)
    if before == "." and words.at(first - 2) in _NUMBERED:
        return True
    if words.form(first) in DASHES and before and words.form(first - 1).isupper() and len(before) > 1:
        return True
    if before in _NUMBERED and not (before == "no" and head is not None and not words.capital(first - 1)):
        return not (words.digit(first) and "," in words.form(first))
    if words.digit(first):
        return _numbered_name(words, quantity, head)
    if first == 0 or not words.capital(first) or words.form(first - 1) in {'"', "“", "‘", ":", "(", "—", "-", "."}:
        return False
    chained = words.at(first - 1) == "of" and words.capital(first - 2)
    return (words.capital(first - 1) or chained) and not (words.capital(quantity.number_last) and head is not None)


def _numbered_name(words: Words, quantity: Quantity, head: int | None) -> bool:
    """Whether plain digits follow a name: `iPhone 11`, `Nikkei 225`, `Fortune 500 companies`."""
    first = quantity.number_first
    name, form = words.form(first - 1), words.form(first)
    if not form.isdecimal() or len(form) > _MAX_CODE or quantity.per is not None:
        return False
    if head is None and quantity.number_last == first + 1 == quantity.last and _name_behind(words, quantity.last):
        return words.at(first - 1) not in BEFORE
    if not words.alpha(first - 1):
        return False
    if not any(letter.isupper() for letter in name) or quantity.number_last - first > 1:
        return False
    if name.lower() in BREAKS or name.endswith("ly") or name.lower() in {"another", "additional", "nearly"}:
        return False
    opening = first - 1 == 0
    return not (opening and head is not None and not words.capital(quantity.number_last))


def _name_behind(words: Words, index: int) -> bool:
    """Whether a name follows: `787 Dreamliner`, `49 Park Road`; a day of the week is none."""
    form, token = words.form(index), words.at(index)
    return form.istitle() and len(form) > 1 and token not in _CAPITALS and not is_plural(token)


def _idiom(words: Words, quantity: Quantity, head: int | None) -> bool:
    """Whether the number stands in a set phrase: `zero tolerance`, `two-way street`, `cloud nine`."""
    first, last = quantity.number_first, quantity.number_last
    before, behind = words.at(first - 1), words.at(last)
    if quantity.value == 0 and quantity.number.style == "words":
        return behind in _ZERO_BEHIND or words.hyphen(last) or before in {"ground", "patient", "net", "sub", "-"}
    if quantity.number.style == "words" and words.hyphen(last):
        return words.at(last + 1) in _COMPOUNDS or words.at(last + 1).endswith("ed")
    if quantity.number.style == "words" and before == "-" and words.glued(first):
        return True
    if behind == "'" or (before == "cloud" and quantity.value == 9):  # noqa: PLR2004
        return True
    if head is None and before in {"top", "bottom"}:
        return True
    return (
        head is None
        and quantity.number.style == "words"
        and before in {"on", "in"}
        and behind in {"", "."}
        and (quantity.value or 0) <= _SMALL
    )
