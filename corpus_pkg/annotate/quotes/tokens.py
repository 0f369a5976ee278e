"""The words of a sentence with its quotations folded to one token each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus_pkg.text.quotation_marks import Stretch

_TOKEN = re.compile(r"[^\W_](?:[\w.&/]|[’'-](?=\w))*(?<![.&/])|(?:[A-Za-z]\.)+|--|[^\s\w]|_")
QUOTE = "\u0000quote"
DASHES = frozenset(("—", "–", "―", "--", "-"))


@dataclass(frozen=True, slots=True)
class Token:
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
