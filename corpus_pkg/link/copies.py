"""One text told twice: copies, edited copies, and excerpts inside another story.

Two texts are held against each other by their shingles, every five words in a row: how many of the shorter one's stand
in the other (containment; Broder, 1997). An excerpt is a copy, too, and editing takes away less than from Jaccard's
measure. Which pairs are held against each other is told by fingerprints (winnowing; Schleimer, Wilkerson and Aiken,
2003): two texts that have a stretch of twelve words in common have at least one fingerprint in common.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

Hashes = npt.NDArray[np.uint64]
SHINGLE = 5
_WINDOW = 8
LEAST = 0.5
"""A pair whose shorter text has a smaller share of its shingles in the other is no copy."""
_LEAST_TOLD = 0.7
LEAST_SHINGLES = 24
"""A shorter text is no copy of any other: notices and lists of results are made of the same words."""
_WORD = re.compile(r"[^\W_]+")
_BASE = np.uint64(0x9E3779B97F4A7C15)


@dataclass(frozen=True, slots=True)
class Shingled:
    """A text in words.

    Attributes:
        starts: where each word begins, in code points.
        ends: where it ends.
        shingles: a digest of each five words in a row, by the first of them.
        words: a digest of each word, once.
        telling: those of names and numbers: of words with a capital or a digit.
    """

    starts: npt.NDArray[np.int64]
    ends: npt.NDArray[np.int64]
    shingles: Hashes
    words: frozenset[int]
    telling: frozenset[int]


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that two texts have in common, in both of them.

    Attributes:
        one: first and one past the last code point in the one.
        two: the same in the other.
    """

    one: tuple[int, int]
    two: tuple[int, int]


@lru_cache(1 << 16)
def _digest(word: str) -> int:
    return int.from_bytes(hashlib.blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest())


def shingled(text: str) -> Shingled:
    """A text in words: letters and digits alone, capitals or not."""
    found = list(_WORD.finditer(text))
    digests = [_digest(each[0].casefold()) for each in found]
    words = np.array(digests, dtype=np.uint64)
    telling = {digest for each, digest in zip(found, digests, strict=True) if not each[0].islower()}
    count = max(len(words) - SHINGLE + 1, 0)
    total = np.zeros(count, dtype=np.uint64)
    for place in range(SHINGLE):
        total = total * _BASE + words[place : place + count]
    return Shingled(
        np.array([each.start() for each in found], dtype=np.int64),
        np.array([each.end() for each in found], dtype=np.int64), _mixed(total), frozenset(digests), frozenset(telling),
    )  # fmt: skip


def _mixed(values: Hashes) -> Hashes:
    """Digests of which the least tell nothing of the words (the last steps of splitmix64)."""
    for shift, factor in ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB)):
        values = (values ^ (values >> np.uint64(shift))) * np.uint64(factor)
    return values ^ (values >> np.uint64(31))


def fingerprints(shingles: Hashes) -> Hashes:
    """The least digest of every eight in a row, each once and sorted: some two of nine."""
    if len(shingles) <= _WINDOW:
        return np.unique(shingles[:1] if len(shingles) == 0 else shingles.min(keepdims=True))
    return np.unique(np.lib.stride_tricks.sliding_window_view(shingles, _WINDOW).min(axis=1))


def copied(one: Shingled, two: Shingled) -> float | None:
    """How much of the shorter text stands in the other, 0 to 1; None where neither is a copy.

    News of one form - results, tenders, the weather - have most words in common and no copy: the names and numbers of a
    copy are those of its original.
    """
    shorter, longer = sorted((one, two), key=lambda each: len(each.shingles))
    first, second = np.unique(shorter.shingles), np.unique(longer.shingles)
    if len(first) < LEAST_SHINGLES:
        return None
    share = float(len(np.intersect1d(first, second, assume_unique=True)) / min(len(first), len(second)))
    told = len(shorter.telling & longer.words) / len(shorter.telling) if shorter.telling else 1.0
    return share if share >= LEAST and told >= _LEAST_TOLD else None


def passages(one: Shingled, two: Shingled) -> list[Passage]:
    """What two texts have in common, from the beginning of the one: stretches of five words and more, none twice."""
    places: dict[int, list[int]] = {}
    for place, shingle in enumerate(two.shingles.tolist()):
        places.setdefault(shingle, []).append(place)
    return [
        Passage((int(one.starts[first]), int(one.ends[first + length - 1])),
                (int(two.starts[second]), int(two.ends[second + length - 1])))
        for first, second, length in _runs(one.shingles.tolist(), two.shingles.tolist(), places)
    ]  # fmt: skip


def _runs(one: list[int], two: list[int], places: dict[int, list[int]]) -> Iterator[tuple[int, int, int]]:
    """The longest stretch at each place that is not within one before: both beginnings, and how many words."""
    at = 0
    while at < len(one):
        best, length = -1, 0
        for second in places.get(one[at], ()):
            run = 1
            while at + run < len(one) and second + run < len(two) and one[at + run] == two[second + run]:
                run += 1
            if run > length:
                best, length = second, run
        if length:
            yield at, best, length + SHINGLE - 1
        at += length + SHINGLE - 1 if length else 1
