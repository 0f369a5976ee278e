"""Titles and functions that stand before a person's name: `US President`, `foreign ministry spokesman`."""

from __future__ import annotations

import re

from corpus_pkg.annotate.gazetteer import countries, demonyms

HEADS: frozenset[str] = frozenset(
    "president vice-president premier minister chancellor secretary senator congressman congresswoman "
    "representative governor mayor king queen prince princess pope cardinal archbishop bishop general colonel "
    "captain lieutenant major sergeant admiral commander judge justice professor doctor ambassador director "
    "chairman chairwoman chair chairperson speaker spokesman spokeswoman spokesperson spokespeople chief leader "
    "head coach manager analyst economist executive officer administrator secretary-general envoy commissioner "
    "prosecutor lawyer attorney superintendent inspector detective founder co-founder author historian scientist "
    "researcher lawmaker deputy candidate striker midfielder defender goalkeeper sir dame lord lady baroness sen "
    "rep gov gen col lt capt sgt adm prof dr chairman-elect president-elect".split()
)
"""Nouns that head a person's title or function."""
_INNER = frozenset(
    "foreign prime deputy vice former acting interim senior chief executive finance defense defence interior press "
    "ministry department office state health trade energy justice party government opposition national police army "
    "managing central bank parliamentary cabinet security general regional financial operating technology house senate "
    "majority minority of and then ex- white".split()
)
_ABBREVIATED = frozenset("Sen. Rep. Gov. Gen. Col. Lt. Capt. Sgt. Adm. Prof. Dr.".split())
_WORD = re.compile(r"[\w.&’'-]+")
_MOST_WORDS = 7


def role_before(text: str, start: int) -> str | None:
    """The role that ends where a person's name starts, as printed; None where nothing names one."""
    low = max(text.rfind("\n", 0, start) + 1, start - 90)
    if start == 0 or text[start - 1] != " ":
        return None
    words = list(_WORD.finditer(text, low, start - 1))
    if not words or words[-1].end() != start - 1 or words[-1][0].lower().rstrip(".") not in HEADS:
        return None
    if words[-1][0].endswith(".") and words[-1][0] not in _ABBREVIATED:
        return None  # the sentence ends there
    first = len(words) - 1
    while first > 0 and len(words) - first < _MOST_WORDS and _belongs(text, words, first):
        first -= 1
    while words[first][0].lower() in ("of", "and"):
        first += 1
    role = text[words[first].start() : start - 1]
    return re.sub(r"['’]s?\b\s?", " ", role) if role.startswith(("'", "’")) else role


def _belongs(text: str, words: list[re.Match[str]], first: int) -> bool:
    """Whether the word before `first` is still part of the role."""
    before, after = words[first - 1], words[first]
    if text[before.end() : after.start()] != " ":
        return False
    word = before[0]
    return (
        word.lower() in _INNER
        or word.lower().rstrip(".") in HEADS
        or word in demonyms()
        or word in countries()
        or (word[0].isupper() and word.endswith(("’s", "'s")) and word[:-2] in countries())
    )
