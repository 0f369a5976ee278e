"""The words of a sentence with its quotations folded to one token each, and the class of each word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
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


class Words(Sequence[Token]):
    """The tokens of a sentence, with their classes.

    Attributes:
        tokens: the tokens.
        tags: a letter each: those of `lexicon.tag`, `Q` for a quotation, `-` for any dash, `.` for a full stop that
            belongs to an abbreviation, else the mark itself.
    """

    __slots__ = ("tags", "tokens")

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        self.tags = "".join(_tags(tokens))

    def __getitem__(self, index: int) -> Token:  # type: ignore[override]
        return self.tokens[index]

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    def __len__(self) -> int:
        return len(self.tokens)


def _is_name(low: str, following: str) -> bool:
    return following.lower() in LEMMAS or (following[:1].isupper() and low not in LEMMAS)


@lru_cache(maxsize=65_536)
def _class(text: str, first: bool) -> str:  # noqa: FBT001  a cache key
    return tag(text.lower(), text[0].isupper(), first)


def _tags(tokens: Sequence[Token]) -> Iterator[str]:
    first, previous = True, ""
    for index, token in enumerate(tokens):
        text = token.text
        if text[0].isalnum() or (text[0] in "’'" and len(text) > 1):
            kind = _class(text, first)
            following = tokens[index + 1].text if index + 1 < len(tokens) else ""
            if kind == "A" and first and token.capital and text.endswith("ly") and following[:1].islower():
                kind = "N"  # Kelly, Emily, Italy
            elif kind in "EG" and first and token.capital and _is_name(token.low, following):
                kind = "N"  # "Zaheed said", "Boeing said", "Alfred Moody"
            elif kind == "T" and index and tokens[index - 1].low in PREPOSITIONS and following[:1].isalpha():
                kind = "D"  # "in that election"
            elif kind == "n" and previous == "P" and tokens[index - 1].low in ("i", "we", "they", "you"):
                kind = "V"  # "I hope"
            yield kind
            first, previous = False, kind
        elif text == QUOTE:
            yield "Q"
            previous = ""
        elif text in DASHES:
            yield "-"
            previous = ""
        else:
            yield text if text in ",;:()[].?!&" else "#" if text in _AMOUNTS else "~"
            first, previous = first or text in ":;", ""


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
