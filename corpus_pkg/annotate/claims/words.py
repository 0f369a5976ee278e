"""The tokens of one sentence: every other module of the extractor reads these and never the raw text."""

from __future__ import annotations

import re
from dataclasses import dataclass

# Digits keep inner separators; words keep inner apostrophes; hyphens, dashes and slashes stand alone.
_TOKEN = re.compile(r"\d+(?:[.,٫٬]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|[^\w\s]|_")

HYPHENS = frozenset("-‐‑")
DASHES = frozenset("-‐‑–—−")


@dataclass(frozen=True, slots=True)
class Words:
    """The tokens of a stretch of text, in order.

    Attributes:
        text: The whole text that the offsets point into.
        forms: The tokens as printed.
        lower: The same in lower case.
        starts: First code point of each token.
        ends: One past the last code point of each token.
    """

    text: str
    forms: list[str]
    lower: list[str]
    starts: list[int]
    ends: list[int]

    def at(self, index: int) -> str:
        """The lower-cased token at an index, or the empty string outside the sentence."""
        return self.lower[index] if 0 <= index < len(self.lower) else ""

    def form(self, index: int) -> str:
        """The token as printed at an index, or the empty string outside the sentence."""
        return self.forms[index] if 0 <= index < len(self.forms) else ""

    def glued(self, index: int) -> bool:
        """Whether the token touches the one before it."""
        return 0 < index < len(self.starts) and self.starts[index] == self.ends[index - 1]

    def hyphen(self, index: int) -> bool:
        """Whether the token is a hyphen that touches both its neighbours."""
        return self.at(index) in HYPHENS and self.glued(index) and self.glued(index + 1)

    def spaced_hyphen(self, index: int) -> bool:
        """Whether the token is a hyphen with a blank on either side, as tokenised text prints every hyphen."""
        return self.at(index) == "-" and not self.glued(index) and not self.glued(index + 1)

    def capital(self, index: int) -> bool:
        """Whether the token begins with an upper-case letter."""
        return self.form(index)[:1].isupper()

    def alpha(self, index: int) -> bool:
        """Whether the token is a word."""
        return self.form(index)[:1].isalpha()

    def digit(self, index: int) -> bool:
        """Whether the token begins with a decimal digit."""
        return self.form(index)[:1].isdecimal()

    def surface(self, first: int, last: int) -> str:
        """The text of the tokens from `first` up to, not including, `last`."""
        return self.text[self.starts[first] : self.ends[last - 1]] if first < last <= len(self.ends) else ""


def split_words(text: str, start: int, end: int) -> Words:
    """Cut a stretch of text into tokens.

    Args:
        text: The whole text.
        start: First code point of the stretch.
        end: One past its last code point.

    Returns:
        The tokens, with offsets into the whole text.
    """
    matches = list(_TOKEN.finditer(text, start, end))
    forms = [match.group() for match in matches]
    lower = [form.lower() for form in forms]
    return Words(text, forms, lower, [match.start() for match in matches], [match.end() for match in matches])
