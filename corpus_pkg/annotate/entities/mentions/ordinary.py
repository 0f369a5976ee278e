"""Stretches that a model labels though they name nothing: ordinary words with a capital for another reason."""

from __future__ import annotations

import re

from corpus_pkg.annotate.entities.mentions.draft import Draft
from corpus_pkg.annotate.entities.mentions.heads import GENERIC

ORDINARY = frozenset(
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
_TICKER = re.compile(r"<[A-Z]{1,5}(?:\.[A-Z]{1,2})?>")


def drop_ordinary(draft: Draft) -> None:
    """Drops one-word mentions that are ordinary words, and tickers (`<HT>`).

    A word is ordinary where it is on a closed list, or where it is only ever labelled at the start of a sentence and
    the same text writes it small.
    """
    for each in draft:
        if _TICKER.fullmatch(draft.text, max(0, each.start - 1), each.end + 1):
            draft.drop(each)
    for surface, group in draft.by_surface().items():
        if " " in surface or draft.gazetteer.type_of(surface):
            continue
        lower = surface.casefold().rstrip(".")
        if lower in ORDINARY or (
            lower in draft.lower_words and all(draft.opens_sentence(each.start) for each in group)
        ):
            for each in group:
                draft.drop(each)
        elif lower in GENERIC - _BODIES and not surface.isupper():
            for each in group:
                if each.type != "PERSON" and not _short_for(draft, surface):
                    draft.drop(each)


def _short_for(draft: Draft, word: str) -> bool:
    """Whether a longer name of the text contains the word: `the Journal` of the Wall Street Journal."""
    return any(word in draft.surface(each).split() for each in draft if each.end - each.start > len(word) + 1)
