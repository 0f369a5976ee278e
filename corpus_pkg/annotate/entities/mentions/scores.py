"""Lists in reports of sport: results, fixtures, standings, players with their country, scorers with their minute."""

from __future__ import annotations

import re
from collections.abc import Iterator

NAME = r"[A-ZÀ-Ý][\w.'’&-]*(?: (?:[A-ZÀ-Ý][\w.'’&-]*|de|of|la|und|&)){0,3}"
"""A name of up to four words."""
_ASIDE = r"(?: ?\([^)\n]{0,200}\))?"
_SCORE = rf"[ ,]+\d{{1,3}}{_ASIDE}"
# Names and scores; two names; a name and a row of numbers.
_CLUBS = (
    re.compile(rf"^[ \t]*({NAME}){_SCORE}[ ,]+({NAME}){_SCORE}(?=[ \t]*$|[ ]?\.)", re.MULTILINE),
    re.compile(rf"^[ \t]*({NAME}) (?:at|v\.?|vs\.?|versus|-) ({NAME}){_ASIDE}[ \t]*$", re.MULTILINE),
    re.compile(rf"^[ \t]*(?:\d{{1,2}}\. ?)?({NAME})(?:[ \t]+[-+.]?\d[\d.:/-]*){{3,}}(?: -)?[ \t]*$", re.MULTILINE),
)
_PLAYER = re.compile(rf"({NAME}) ?\( ?({NAME}|[A-Z]{{3}}) ?\)")
_SCORERS = re.compile(rf"\d ?\(((?: ?{NAME} \d{{1,3}}(?:[-' ,]|pen|\d)*+)++) ?\)")
_SCORER = re.compile(r"([A-ZÀ-Ý][\w'’-]+(?: [A-ZÀ-Ý][\w'’-]+)?) \d")


def clubs_listed(text: str) -> Iterator[tuple[int, int]]:
    """The clubs in lines of results, fixtures and standings."""
    for pattern in _CLUBS:
        for match in pattern.finditer(text):
            for group in range(1, pattern.groups + 1):
                yield match.span(group)


def players_listed(text: str) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """The players that stand before brackets, and what is in the brackets: a country, or its code at the games."""
    for match in _PLAYER.finditer(text):
        yield match.span(1), match.span(2)


def scorers_listed(text: str) -> Iterator[tuple[int, int]]:
    """The scorers in brackets behind a score: `Norwood 2 (Hale 51, Berg 72)`."""
    for match in _SCORERS.finditer(text):
        for each in _SCORER.finditer(text, *match.span(1)):
            yield each.span(1)
