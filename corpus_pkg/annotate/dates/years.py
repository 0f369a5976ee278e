"""Years, decades and centuries."""

from __future__ import annotations

from typing import Final

from corpus_pkg.annotate.dates.absolute import day_number
from corpus_pkg.annotate.dates.lexicon import DECADES, SMALL, TENS
from corpus_pkg.annotate.dates.reading import Phrase, Reading
from corpus_pkg.annotate.dates.tokens import Tokens

# "temperatures in the 80s", "aged in the mid-30s"
_MEASURES: Final = frozenset("temperature temperatures highs lows degrees fahrenheit aged age ages percent low".split())
_NEAR: Final = 6
_LAST_CENTURY: Final = 30
_YEAR_LEADS: Final = frozenset(
    "in since of by until till from to and early late mid during through for between around before after the over "
    "year fiscal than about circa into on at or back till throughout ( -".split()
)
_SURE_YEARS: Final = range(1900, 2100)
_COUNTED: Final = frozenset(
    "people troops soldiers men women jobs workers employees percent per miles meters metres feet foot km kilometers "
    "kilometres kg tonnes tons dollars euros pounds yen points copies units homes houses children students members "
    "votes seats calories barrels million billion thousand hundred words hp mm cm watts square acres hectares m "
    "shares bpd victims others cases deaths times vehicles refugees migrants families police officers guests "
    "protesters demonstrators delegates prisoners civilians residents passengers fans euro dollar rpm volts".split()
)


def year(phrase: Phrase) -> Reading | None:
    """2025; early 2025; the end of 2025; fiscal 2025; the year 2025."""
    tokens, surface = phrase.tokens, phrase.word("y")
    lead, after = tokens.word(phrase.first - 1), tokens.word(phrase.last)
    bare, before = phrase.last - phrase.first == 1, phrase.words("pre")
    if before and not {"fiscal", "financial", "year"} & set(before):
        return None
    if after in _COUNTED or tokens.kind(phrase.last) == "V" or (after == "-" and tokens.kind(phrase.last + 1) in "UV"):
        return None
    if bare and (int(surface) not in _SURE_YEARS or _counts(surface, tokens, phrase.last)) and lead not in _YEAR_LEADS:
        return None
    if lead in {"no", "number", "page", "room", "flight", "route", "channel", "chapter", "psalm"}:
        return None
    return Reading(surface)


def _counts(surface: str, tokens: Tokens, last: int) -> bool:
    """Whether a round number stands before a plural: "killed 2000 villagers"."""
    word = tokens.word(last)
    return surface.endswith("00") and word.endswith("s") and word.isalpha() and not tokens.capital(last)


def second_year(phrase: Phrase) -> Reading | None:
    """The 24 of 2023-24; only where it is the later end."""
    century, digits = phrase.word("y")[:2], phrase.word("end")
    if len(digits) != 2 or int(digits) <= int(phrase.word("y")[2:]):  # noqa: PLR2004  two digits of a year
        return None
    return Reading(century + digits, first=phrase.match.start("end"))


def spoken_year(phrase: Phrase) -> Reading | None:
    """Nineteen ninety-six, as broadcasts write it."""
    words = [word for word in phrase.words("n") if word != "-"]
    if words[0] not in {"nineteen", "eighteen"} or words[1] not in TENS:
        return None
    ones = SMALL.get(words[2], 0) if len(words) > 2 else 0  # noqa: PLR2004  century, tens, ones
    return Reading(f"{SMALL[words[0]]}{TENS[words[1]] + ones}") if ones < 10 else None  # noqa: PLR2004


def decade(phrase: Phrase) -> Reading | None:
    """The 1990s, the early '90s, the nineties."""
    tokens, word = phrase.tokens, phrase.word("decade")
    digits = "".join(char for char in word if char.isdigit())
    if len(digits) == 4:  # noqa: PLR2004  a whole year
        return Reading(digits[:3])
    around = tokens.words[max(0, phrase.first - _NEAR) : phrase.last + 2]
    if not _MEASURES.isdisjoint(around):
        return None
    marked = word[0] in "'’" or tokens.kind(phrase.first) in ("T", "e") or tokens.word(phrase.first - 1) == "and"
    if not marked or tokens.word(phrase.first - 1) in {"his", "her", "their", "my"}:
        return None
    return Reading(f"19{digits[0] if digits else DECADES[word]}")


def century(phrase: Phrase) -> Reading | None:
    """The 20th century, the nineteenth century."""
    number = day_number(phrase)
    known = number is not None and 0 < number <= _LAST_CENTURY and phrase.word("unit") == "century"
    return Reading(f"{(number or 1) - 1:02d}") if known else None
