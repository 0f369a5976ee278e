"""The words of a sentence with its quotations folded to one token each, and the class of each word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from corpus_pkg.annotate.quotes.lexicon import PREPOSITIONS, tag
from corpus_pkg.annotate.quotes.verbs import LEMMAS
from corpus_pkg.text.quotation_marks import Stretch

_TOKEN = re.compile(
    r"[A-Za-z]{2,}+(?=[ ,])"  # most words are no more than that
    r"|(?:[HhSs]?[Hh]e|[Tt]hey|[Ww]e|[Yy]ou|[Ii]t?|[Ww]ho|[Tt]hat|[Tt]here)(?=[’'](?:d|ll|re|ve|m|s)\b)"
    r"|(?<=\w)[’'](?:d|ll|re|ve|m|s)\b"
    r"|(?:[A-Za-z]\.){2,}"
    r"|[^\W_](?:[\w.&/]|[’'-](?=\w))*(?<![.&/])(?:(?<=s)[’'](?= [\w]))?|[A-Za-z]\.|--|[^\s\w]|_"
)
QUOTE = "\u0000quote"
DASHES = frozenset(("—", "–", "―", "--", "-"))
_AMOUNTS = "%$€£¥"
_REVISED = frozenset("AEGTn")


class Token(NamedTuple):
    """A word, a mark of punctuation, or a whole quotation.

    Attributes:
        text: the word; `QUOTE` for a quotation.
        low: the word in lower case.
        start, end: its stretch, quotation marks included.
        stretch: the quotation.
        last: the last visible character inside the quotation.
    """

    text: str
    low: str
    start: int
    end: int
    stretch: Stretch | None = None
    last: str = ""

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[:1].isupper()

    @property
    def word(self) -> bool:
        """Whether it is a word or number."""
        return self.text[:1].isalnum()


class Words(list[Token]):
    """The tokens of a sentence, with their classes.

    Attributes:
        tags: a letter each: those of `lexicon.tag`, `Q` for a quotation, `-` for any dash, `.` for a full stop that
            belongs to an abbreviation, else the mark itself.
    """

    __slots__ = ("tags",)

    def __init__(self, tokens: Iterable[Token]) -> None:
        super().__init__(tokens)
        self.tags = _tags(self)


def _is_name(low: str, following: str) -> bool:
    return following.lower() in LEMMAS or (following[:1].isupper() and low not in LEMMAS)


@lru_cache(maxsize=16_384)
def _class(text: str, first: bool) -> str:  # noqa: FBT001  a cache key
    return tag(text.lower(), text[0].isupper(), first)


def _tags(tokens: Sequence[Token]) -> str:
    kinds: list[str] = []
    first, previous = True, ""
    for index, token in enumerate(tokens):
        text = token.text
        if text[0].isalnum() or (text[0] in "’'" and len(text) > 1):
            kind = _class(text, first)
            if kind in _REVISED:
                kind = _revised(kind, tokens, index, first=first, previous=previous)
            kinds.append(kind)
            first, previous = False, kind
            continue
        previous = ""
        if text == QUOTE:
            kinds.append("Q")
        elif text in DASHES:
            kinds.append("-")
        else:
            kinds.append(text if text in ",;:()[].?!&" else "#" if text in _AMOUNTS else "~")
            first = first or text in ":;"
    return "".join(kinds)


def _revised(kind: str, tokens: Sequence[Token], index: int, *, first: bool, previous: str) -> str:
    """The class of a word once its neighbours are seen."""
    token, following = tokens[index], tokens[index + 1].text if index + 1 < len(tokens) else ""
    if kind == "A" and first and token.capital and token.text.endswith("ly") and following[:1].islower():
        return "N"  # Kelly, Emily, Italy
    if kind in "EG" and first and token.capital and _is_name(token.low, following):
        return "N"  # "Zaheed said", "Boeing said", "Alfred Moody"
    if kind == "T" and index and tokens[index - 1].low in PREPOSITIONS and following[:1].isalpha():
        return "D"  # "in that election"
    if kind == "n" and previous == "P" and tokens[index - 1].low in ("i", "we", "they", "you"):
        return "V"  # "I hope"
    return kind


def tokenize(text: str, start: int, end: int, stretches: Sequence[Stretch]) -> list[Token]:
    """The tokens of a stretch of text.

    Args:
        text: the whole text.
        start: where the stretch begins.
        end: where it ends.
        stretches: the quotations inside it, in order, none inside another.
    """
    tokens: list[Token] = []
    position = start
    for stretch in [*stretches, None]:
        until = max(position, stretch.open) if stretch else end
        # A pattern bounded by `until` cannot tell "U.S." from "U.S" at a quotation mark; neither can a reader.
        tokens += [Token(m[0], m[0].lower(), m.start(), m.end()) for m in _TOKEN.finditer(text, position, until)]
        if stretch:
            last = text[stretch.start : stretch.end].rstrip(" \n’'”\"")[-1:]
            tokens.append(Token(QUOTE, QUOTE, stretch.open, stretch.close, stretch, last))
            position = stretch.close
    return tokens
