"""Numbers that tell when: dates, clock times, years, decades. They are no claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus_pkg.annotate.claims.function_words import MONTHS
from corpus_pkg.annotate.claims.modifiers import BEFORE
from corpus_pkg.annotate.claims.word_lists import listed

if TYPE_CHECKING:
    from corpus_pkg.annotate.claims.quantity import Quantity
    from corpus_pkg.annotate.claims.words import Words

_LINKS = frozenset({"-", "–", "—", "to", "and", "or", "/", ",", "through"})
_ZONES = listed("""
    gmt utc bst est edt cst cdt pst pdt cet cest eet ist jst et pt local am pm o'clock o’clock a.m p.m noon
    midnight
""")
_YEAR_LEADS = listed("""
    in since until till from by year of during before after between early late mid end circa ca and through the
    to this spring summer autumn fall winter january february march april may june july august september october
    november december
""")
_WORDS = frozenset({"may", "march", "mar", "sun", "dec", "jan"})
_MAX_DAY = 31
_FIRST_YEAR, _FIRST_NEWS_YEAR, _LAST_YEAR = 1000, 1900, 2199
_YEAR_DIGITS = 4


def is_date(words: Words, first: int, last: int) -> bool:
    """Whether the number in the tokens `first` to `last` stands in a printed date: `13 February`, `March 1-3`."""
    if last - first != 1 or not words.form(first).isdecimal() or len(words.form(first)) > _YEAR_DIGITS:
        return False
    if int(words.form(first)) > _MAX_DAY and len(words.form(first)) != _YEAR_DIGITS:
        return False
    return _month_before(words, first - 1) or _month_behind(words, last)


def _month(words: Words, index: int) -> bool:
    """Whether a month's name stands at an index; one that is a word as well counts with a capital only."""
    return words.at(index) in MONTHS and (words.capital(index) or words.at(index) not in _WORDS)


def _month_before(words: Words, index: int) -> bool:
    """Whether a month ends at an index, an abbreviation's stop and another day of a list between."""
    for _ in range(2):
        place = index - 1 if words.at(index) == "." else index
        if _month(words, place):
            return True
        if not (words.at(index) in _LINKS and words.digit(index - 1)):
            return False
        index -= 2
    return _month(words, index)


def _month_behind(words: Words, index: int) -> bool:
    """Whether a month begins at an index, another day of a list between."""
    if _month(words, index) or (words.at(index) == "of" and _month(words, index + 1)):
        return not words.digit(index + 1) or words.at(index) != "may"
    return words.at(index) in _LINKS and words.digit(index + 1) and _month(words, index + 2)


def is_clock(words: Words, first: int, last: int) -> bool:
    """Whether the number is a time of day: `6:40`, `10.30pm`, `0300 GMT`, `5 p.m.`."""
    if (words.at(last) == ":" and words.glued(last) and words.digit(last + 1)) or (
        words.at(first - 1) == ":" and words.glued(first) and words.digit(first - 2)
    ):
        return True
    if (
        _zone(words, last)
        or words.at(first - 1) in {"gmt", "utc"}
        or (words.at(first - 1) == "+" and words.at(first - 2) in {"gmt", "utc"})
    ):
        return True
    return words.at(last) in _LINKS and words.digit(last + 1) and _zone(words, last + 2)


def _zone(words: Words, index: int) -> bool:
    """Whether `am`, `p.m.`, `GMT` or `o'clock` stands at an index."""
    word = words.at(index)
    if word in _ZONES:
        return (
            word not in {"et", "local", "pt", "am"} or words.glued(index) or words.form(index).isupper() or word == "am"
        )
    return word in {"a", "p"} and words.at(index + 1) == "." and words.glued(index + 1) and words.at(index + 2) == "m"


def is_decade(words: Words, last: int) -> bool:
    """Whether the digits before the token `last` name a decade or an ordinal: `1990s`, `20s`, `13th`."""
    return words.glued(last) and words.at(last) in {"s", "st", "nd", "rd", "th"}


def is_year(words: Words, quantity: Quantity) -> bool:
    """Whether a bare quantity is a year or a span of years."""
    ends = [quantity.number_first]
    if quantity.ranged:
        ends.append(quantity.number.last - 1)
    if quantity.unit is not None or quantity.per is not None:
        return False
    return all(_year(words, place, quantity) for place in ends)


def _year(words: Words, place: int, quantity: Quantity) -> bool:
    """Whether four digits read as a year where they stand."""
    form = words.form(place)
    if len(form) != _YEAR_DIGITS or not form.isdecimal():
        return bool(quantity.ranged and form.isdecimal() and len(form) == 2 and place != quantity.number_first)  # noqa: PLR2004
    year = int(form)
    before = words.at(quantity.first - 1)
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return False
    if year >= _FIRST_NEWS_YEAR:
        bounded = before in BEFORE or f"{words.at(quantity.first - 2)} {before}" in BEFORE
        return not bounded or before in {"around", "about", "circa", "near"}
    return before in _YEAR_LEADS or (before == "(" and words.at(quantity.last) == ")")
