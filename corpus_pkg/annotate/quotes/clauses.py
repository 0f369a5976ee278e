"""The finite verbs of a sentence and the noun phrases before them, found by word classes without a parse."""

from __future__ import annotations

import re

from corpus_pkg.annotate.quotes.lexicon import BE, NOUNS
from corpus_pkg.annotate.quotes.tokens import Words

_SHORT = 4
_MOST_NICKNAME = 24
_BREAKS = ",;:(-?!"
_NOMINAL = "Nn#)"
_BESIDE = re.compile(r"Q,?Dn*\Z")
Phrase = tuple[int, int]
"""First and last token of a noun phrase."""


def finite(words: Words, index: int) -> bool:
    """Whether a word may be the finite verb of a clause: an auxiliary, a known form, a past tense behind a noun."""
    kind = words.tags[index]
    if kind not in "XVE":
        return False
    back = index - 1
    while back >= 0 and words.tags[back] in "AO":
        back -= 1
    before = words.tags[back] if back >= 0 else ""
    if kind == "X":
        return not (before == "I" and words[back].low == "to") and words[index].low not in ("being", "been", "having")
    if before == "X" and kind == "E":
        return False
    following = words[index + 1].low if index + 1 < len(words) else ""
    if before in ("D", "I", "o"):
        return False
    if kind == "V" and before in ("n", "#") and words[index].low in NOUNS:
        beside = _BESIDE.search(words.tags[:index]) is not None  # "“...,” the letter reads"
        return beside or words.tags[index + 1 : index + 2] in ("D", "T", "P", ":", "Q")  # "the ad targets a system"
    return kind == "V" or (before != "" and before in "NnPWTt)#,cQ-O" and following != "by")


def relative(words: Words, index: int) -> int | None:
    """The `who`, `which` or `that` of the relative clause a verb stands in, if it stands in one."""
    subject = False
    for back in range(index - 1, 0, -1):
        kind, before = words.tags[back], words.tags[back - 1]
        if (kind == "W" and before in _NOMINAL + ",I-") or (kind == "T" and before in _NOMINAL):
            return back
        if kind == "P" and not subject:
            subject = True  # "with whom he clashed"
        elif kind in _BREAKS or kind in "QSPcV":
            return None
    return None


def region(words: Words, end: int) -> Phrase | None:
    """The stretch of nominal words that ends at a token: back to the boundary of its clause, over relative clauses."""
    tags, low, index = words.tags, end + 1, end
    while index >= 0:
        kind = tags[index]
        if kind in "NDn#oItAO&":
            low = index
        elif kind in "EGVX":
            pronoun = relative(words, index) if not (kind in "EG" and index > 0 and tags[index - 1] in "DA") else None
            if pronoun is not None:
                end = (pronoun if tags[pronoun - 1] != "," else pronoun - 1) - 1
                low, index = end + 1, end + 1
            elif not _adjectival(words, index, end):
                break
            else:
                low = index
        elif kind == "c":
            if not _joins(words, index, end):
                break
            low = index
        elif not _spelled(words, index, end):
            break
        else:
            low = index
        index -= 1
    return (low, end) if low <= end else None


def _adjectival(words: Words, index: int, end: int) -> bool:
    """Whether a form in -ed or -ing is part of a phrase: `the elected mayor`, `a letter obtained by`."""
    if words.tags[index] not in "EG" or index == end:
        return False
    before = words.tags[index - 1] if index else ""
    following = words[index + 1].low
    return (
        before in ("D", "A", "o", "c", "") or following == "by" or (before in "nN" and words.tags[index + 1] in "IoG")
    )


def _joins(words: Words, index: int, end: int) -> bool:
    """Whether `and` joins two nouns rather than two clauses: names on both sides, or no verb to its left."""
    if index in (0, end):
        return False
    if words.tags[index - 1] == "N" and words.tags[index + 1] == "N":
        return True
    back = index - 1
    while back >= 0 and words.tags[back] in "NDn#otAI&.":
        back -= 1
    if words.tags[index + 1] in "AXV" or (back >= 0 and words.tags[back] not in ",;:-Q"):
        return False
    return back < 0 or not any(kind in "VEX" for kind in words.tags[: back + 1])


def _spelled(words: Words, index: int, end: int) -> bool:
    """Whether a mark is part of a name: the stop of `Sen.`, the nickname of `Peter “Shorty” Okoro`."""
    kind = words.tags[index]
    if kind == ".":
        return index > 0 and index < end and len(words[index - 1].text) <= _SHORT and words.tags[index - 1] in "Nn"
    return kind == "Q" and index < end and nickname(words, index)


def nickname(words: Words, index: int) -> bool:
    """Whether a quotation is a nickname inside a name: short, in capitals, between two names, no stop of its own."""
    token = words[index]
    short = token.end - token.start <= _MOST_NICKNAME and token.last not in ",.?!"
    return short and index > 0 and words.tags[index - 1] == "N" == words.tags[index + 1 : index + 2]


def passive(words: Words, index: int) -> bool:
    """Whether a form follows a form of `be`."""
    token = words[index].low
    if not (token.endswith("ed") or token in ("said", "told", "written", "put", "held", "seen", "known", "quoted")):
        return False
    back = index - 1
    while back > 0 and words.tags[back] == "A":
        back -= 1
    return back >= 0 and words[back].low in BE
