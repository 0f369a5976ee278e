"""Tokens of a text as a string of classes, one letter a token, with the offsets that lead back."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from corpus_pkg.annotate.dates.lexicon import CLASSES, NAMES, OTHER

# Possessive quantifiers keep every token linear, whatever follows it.
_TOKEN = re.compile(
    r"[^\W\d_]{3,}+(?![:.])| (?![ \t])"  # most words and what parts them are no more than that
    r"|(?:https?://|www\.)\S++"
    r"|[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,9})?)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?"
    r"|[0-9]{4}/[0-9]{2}/[0-9]{2}|[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}|[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4}"
    r"|[0-9]++(?:[.,:/][0-9]++)*+(?:st|nd|rd|th|['’]?s)?+"
    r"|['’][0-9]0s"
    r"|[QH][1-4](?![^\W_])"
    r"|[ap]\.[ ]?m\b\.?|[^\W\d_]++"
    r"|['’]s\b|\n[ \t\r]*+\n|[ \t]{3,}+|\S|\s",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:1[5-9]|20)[0-9]{2}\Z")
_CLOCK = re.compile(r"(?:[01]?[0-9]|2[0-4])[:.][0-5][0-9](?::[0-5][0-9])?\Z")
_DAY = re.compile(r"(?:0?[1-9]|[12][0-9]|3[01])\Z")
_ORDINAL = re.compile(r"[0-9]{1,3}(?:st|nd|rd|th)\Z", re.IGNORECASE)
_DECADE = re.compile(r"(?:(?:1[5-9]|20)[0-9]0['’]?|['’]?[2-9]0)s\Z")
_NUMBER = re.compile(r"[0-9]{1,3}(?:,[0-9]{3}){1,4}\Z|[0-9]{1,9}(?:\.[0-9]{1,6})?\Z")
_CALENDAR = re.compile(r"[0-9]{4}[-/][0-9]{2}[-/]|[0-9]{1,2}([/.])[0-9]{1,2}\1[0-9]{4}\Z")
_MARKS = {"-": "-", "–": "-", "—": "=", ",": ",", ".": ".", "'s": "'", "’s": "'", "(": "(", "?": ".", "!": ".",
          ";": ";", ":": ";"}  # fmt: skip
_NO_YEAR_BEFORE = frozenset("$£€¥#@+/\\")
_HALF_OF_DAY = frozenset({"am", "pm"})
_BLANK = " "


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of one text.

    `classes[i]` is the class of token `i`, `text[starts[i]:ends[i]]` its surface and `words[i]` that in lower case.
    """

    text: str
    classes: str
    starts: list[int]
    ends: list[int]
    words: list[str]

    def word(self, index: int) -> str:
        """A token in lower case; empty outside the text."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def kind(self, index: int) -> str:
        """The class of a token; empty outside the text."""
        return self.classes[index] if 0 <= index < len(self.words) else ""

    def capital(self, index: int) -> bool:
        """Whether a token begins with a capital."""
        return 0 <= index < len(self.words) and self.text[self.starts[index]].isupper()


def tokenize(text: str) -> Tokens:
    """Cut a text into tokens.

    Args:
        text: Any text.

    Returns:
        Its tokens, in order. Spaces and most marks belong to none.
    """
    classes, starts, ends, words = [], [], [], []
    start = 0
    for match in _TOKEN.finditer(text):  # they leave no gap, so that their lengths tell where they stand
        surface = match[0]
        end = start + len(surface)
        letter, word = _plain(surface)
        if letter != _BLANK:
            classes.append(letter or _other_class(text, start, end, word))
            starts.append(start)
            ends.append(end)
            words.append(word)
        start = end
    return Tokens(text, "".join(classes), starts, ends, words)


@lru_cache(maxsize=16_384)
def _plain(surface: str) -> tuple[str, str]:
    """The class of a token that is known without its neighbours, else none; and the token in lower case."""
    word = surface.lower()
    letter = NAMES.get(surface) or CLASSES.get(word)
    if letter is None and word.isalpha() and word not in _HALF_OF_DAY:
        letter = OTHER
    return letter or (_BLANK if len(surface) == 1 and surface.isspace() else ""), word


def _other_class(text: str, start: int, end: int, word: str) -> str:
    """The class of a token that is no plain word: a number, a mark, a clock time."""
    mark = _MARKS.get(word)
    if mark:
        return mark
    first = word[0]
    if first.isspace():
        return "|"  # a blank line, an indent or a column of a table: no expression goes across
    if first in "0123456789'’":
        return _number_class(text, start, end, word)
    if first in "ap" and word.replace(".", "").replace(" ", "") in _HALF_OF_DAY:
        return "C"
    return "5" if first in "qh" and word[1:] in {"1", "2", "3", "4"} else OTHER


def _number_class(text: str, start: int, end: int, word: str) -> str:
    """The class of a token that begins with a digit; glued to letters or to a sign it is no time."""
    after = text[end : end + 2]
    if start and (text[start - 1] in _NO_YEAR_BEFORE or text[start - 1].isalnum() or text[start - 1] == "_"):
        return OTHER
    clock = word[0] != "'" and after[:1].lower() in ("a", "p") and _CLOCK_TAIL.match(text, end) is not None
    if (after[:1].isalnum() and not clock) or after[:1] in ("%", "°", "_") or after == " %":
        return OTHER
    calendar = _CALENDAR.match(word)
    if calendar:
        return "/" if calendar[1] else "I"
    if word.isdigit():
        return "Y" if _YEAR.match(word) else "D" if _DAY.match(word) else "4" if len(word) == 4 else "N"  # noqa: PLR2004
    for letter, pattern in (("O", _ORDINAL), ("E", _DECADE), ("K", _CLOCK), ("N", _NUMBER)):
        if pattern.match(word):
            return letter
    return OTHER


_CLOCK_TAIL = re.compile(r"[ap]\.?m\b", re.IGNORECASE)
