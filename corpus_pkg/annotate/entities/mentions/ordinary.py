"""Stretches that a model labels though they name nothing: ordinary words with a capital for another reason."""

from __future__ import annotations

import re

from corpus_pkg.annotate.entities.mentions.draft import Draft, Named
from corpus_pkg.annotate.entities.mentions.evidence import acts
from corpus_pkg.annotate.entities.mentions.heads import GENERIC

ORDINARY = frozenset(
    "ai dna gdp hiv aids covid covid-19 coronavirus cpi faq gps ipo llc pdf usb vat wifi ceo cfo coo ft km mph pc us$ "
    "ai dna gdp hiv aids covid covid-19 coronavirus cpi faq gps ipo pdf usb vat wifi cfo coo "
    "the a an this that these those he she it they we you i his her their our my its and but or if when while as "
    "at by for from in into of on to with what who why how where there here yes no not now then so also after "
    "before all any both each every some such one two three first last new old good god mr mrs ms dr miss sir "
    "madam lord lady gov sen rep gen prof president minister prime secretary monday tuesday wednesday thursday "
    "friday saturday sunday january february march april june july august september october november december "
    "spring summer autumn winter today tomorrow yesterday results standings schedule summary scoreboard corp inc "
    "co ltd plc llc internet web dj ceo mp mps tv gmt pct cts dlr dlrs mln bln shr net revs avg someone everyone "
    "nobody officials officers sources analysts experts".split()
)
"""Words that name nothing, whatever their first letter."""


# What news names by one word: `Congress voted`, `the Senate`, `the Commission`.
_BODIES = frozenset("congress parliament senate house assembly commission cabinet court council".split())
_MONEY = re.compile(r"[$£€¥]\d")
_TICKER = re.compile(r"<[A-Z]{1,5}(?:\.[A-Z]{1,2})?>")


def is_ticker(draft: Draft, start: int, end: int) -> bool:
    """Whether a stretch is the symbol of a share in angle brackets."""
    return _TICKER.fullmatch(draft.text, max(0, start - 1), end + 1) is not None


def drop_ordinary(draft: Draft) -> None:
    """Drops one-word mentions that are ordinary words, and tickers (`<HT>`).

    A word is ordinary where it is on a closed list, or where it is only ever labelled at the start of a sentence and
    the same text writes it small.
    """
    for each in draft:
        if is_ticker(draft, each.start, each.end):
            draft.drop(each)
    for surface, group in draft.by_surface().items():
        if " " not in surface and draft.gazetteer.type_of(surface) is None:
            for each in group:
                if _ordinary(draft, surface, group, each):
                    draft.drop(each)


def _ordinary(draft: Draft, surface: str, group: list[Named], named: Named) -> bool:
    lower = surface.casefold().rstrip(".")
    small = lower in draft.lower_words and all(draft.opens_sentence(each.start) for each in group)
    if lower in ORDINARY or small or _MONEY.search(surface) or _stray(draft, surface, group):
        return True
    generic = lower in GENERIC - _BODIES and not surface.isupper()
    return generic and named.type != "PERSON" and not _short_for(draft, surface)


def _stray(draft: Draft, surface: str, group: list[Named]) -> bool:
    """Whether a model takes the first word of a sentence for a body, once, and nothing bears it out."""
    if len(group) > 1 or surface.isupper() or draft.gazetteer.all(surface):
        return False
    (only,) = group
    return only.type == "ORG" and draft.opens_sentence(only.start) and not acts(draft, only)


def _short_for(draft: Draft, word: str) -> bool:
    """Whether a longer name of the text contains the word: `the Journal` of the Wall Street Journal."""
    return any(word in draft.surface(each).split() for each in draft if each.end - each.start > len(word) + 1)
