"""Words by their stems, and how few articles have them, told by a table of the package and not by the corpus.

A word weighs the same whatever else is in the corpus, so that one article more changes no pair of others.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import NamedTuple

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d(?:[\d,.]*\d)?")
_ENDINGS = ("ing", "ed", "es", "s")
_LEAST_STEM = 3
TABLE = "background.tsv"


class Word(NamedTuple):
    """A word, or a number, of a text.

    Attributes:
        stem: without its ending, in small letters.
        start: its first code point.
        end: one past its last.
        capital: whether it is printed with a capital.
    """

    stem: str
    start: int
    end: int
    capital: bool


@dataclass(frozen=True, slots=True)
class Background:
    """In how many articles of a background a stem stands.

    Attributes:
        articles: how many there are.
        counts: of each stem that stands in several of them.
    """

    articles: int
    counts: Mapping[str, int]

    def rarity(self, stem: str) -> float:
        """The log of how few articles have it: 0 for a word of all of them."""
        return math.log((self.articles + 1) / self.counts.get(stem, 1))


@cache
def background() -> Background:
    """The table of the package."""
    lines = (files("corpus_pkg.link") / TABLE).read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    counts = {stem: int(count) for stem, count in rows}
    return Background(counts.pop(""), counts)


def stem_of(word: str) -> str:
    """A word without its ending, in small letters: enough to bring most forms of one word together."""
    small = word.casefold().replace("’", "'").removesuffix("'s")
    for ending in _ENDINGS:
        if small.endswith(ending) and len(small) - len(ending) >= _LEAST_STEM:
            return small[: -len(ending)]
    return small


def words_of(text: str) -> list[Word]:
    """The words and numbers of a text, in their order."""
    return [Word(stem_of(each[0]), each.start(), each.end(), each[0][0].isupper()) for each in _WORD.finditer(text)]
