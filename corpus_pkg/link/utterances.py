"""One utterance in different articles: quoted verbatim, shortened, or in another translation.

The words of two quotations are aligned in their order, each with its own stem alone (the longest common subsequence,
words that few articles have counting more). What is aligned is told by its place in both: a reader sees what differs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus_pkg.link.words import Word, background, words_of

_FREE = 1.0
"""A word that more than a third of all articles have weighs nothing."""
_LEAST, _LEAST_VERBATIM = 11.0, 20.0
_SHARE, _VERBATIM = 0.6, 0.9
_Value = tuple[float, int, int]
_NOTHING: _Value = (0.0, 0, 0)
"""Of an alignment: what it weighs, how many words it has, and how many of them follow one another."""


@dataclass(frozen=True, slots=True)
class Utterance:
    """What is quoted, in words.

    Attributes:
        words: the words, in their order.
        weights: what each weighs.
    """

    words: Sequence[Word]
    weights: Sequence[float]

    @property
    def weight(self) -> float:
        """What all of them weigh."""
        return sum(self.weights)


@dataclass(frozen=True, slots=True)
class Aligned:
    """Stretches of two quotations that say the same.

    Attributes:
        score: the share of the shorter one's weight that is aligned, 0 to 1.
        weight: what is aligned weighs.
        spans: start and end in the one, start and end in the other, in code points of each quotation.
    """

    score: float
    weight: float
    spans: Sequence[tuple[int, int, int, int]]


def utterance(text: str) -> Utterance:
    """A quotation in words.

    Args:
        text: what stands inside the marks.
    """
    known, words = background(), words_of(text)
    return Utterance(words, [max(known.rarity(each.stem) - _FREE, 0.0) for each in words])


def same(one: Utterance, two: Utterance, *, speaker: bool) -> Aligned | None:
    """The alignment of two quotations of one utterance; None where they are not known to be that.

    Args:
        one: a quotation.
        two: one of another article, of about the same day.
        speaker: whether both are known to have one speaker; else only long and verbatim ones are one utterance.
    """
    least, share = (_LEAST, _SHARE) if speaker else (_LEAST_VERBATIM, _VERBATIM)
    shorter = min(one.weight, two.weight)
    if min(_shared(one, two), shorter) < max(least, share * shorter):
        return None
    found = aligned(one, two)
    return found if found.weight >= least and found.score >= share else None


def aligned(one: Utterance, two: Utterance) -> Aligned:
    """The heaviest words that stand in both in one order."""
    pairs = _heaviest(one, two)
    weight = sum(one.weights[at] for at, _ in pairs)
    shorter = min(one.weight, two.weight)
    return Aligned(min(weight / shorter, 1.0) if shorter else 0.0, weight, _spans(one.words, two.words, pairs))


def _shared(one: Utterance, two: Utterance) -> float:
    """What the words weigh that stand in both in any order: no alignment weighs more."""
    stems = {each.stem for each in two.words}
    return sum(weight for each, weight in zip(one.words, one.weights, strict=True) if each.stem in stems)


def _heaviest(one: Utterance, two: Utterance) -> list[tuple[int, int]]:
    """The places of the words that are aligned: the heaviest, of these the most, of these in the fewest stretches."""
    rows, columns = len(one.words), len(two.words)
    best = [[_NOTHING] * (columns + 1) for _ in range(rows + 1)]
    met: dict[tuple[int, int], _Value] = {}
    for row in range(rows - 1, -1, -1):
        stem, weight, here, below = one.words[row].stem, one.weights[row], best[row], best[row + 1]
        for column in range(columns - 1, -1, -1):
            most = max(below[column], here[column + 1])
            if stem == two.words[column].stem:
                heavy, count, joined = max(below[column + 1], _joined(met.get((row + 1, column + 1))))
                met[row, column] = heavy + weight, count + 1, joined
                most = max(most, met[row, column])
            here[column] = most
    return list(_path(best, met))


def _joined(value: _Value | None) -> _Value:
    """What an alignment is worth that begins with the next word of both."""
    return (value[0], value[1], value[2] + 1) if value else _NOTHING


def _path(best: list[list[_Value]], met: dict[tuple[int, int], _Value]) -> Iterator[tuple[int, int]]:
    row = column = 0
    while (worth := best[row][column]) != _NOTHING:
        if met.get((row, column)) == worth:
            yield row, column
            # As it was valued: the next words of both follow where that is worth as much as anything.
            while (after := met.get((row + 1, column + 1))) and _joined(after) >= best[row + 1][column + 1]:
                row, column = row + 1, column + 1
                yield row, column
            row, column = row + 1, column + 1
        elif best[row + 1][column] == worth:
            row += 1
        else:
            column += 1


def _spans(
    one: Sequence[Word], two: Sequence[Word], pairs: Sequence[tuple[int, int]]
) -> list[tuple[int, int, int, int]]:
    """The stretches of words that follow each other in both."""
    spans: list[tuple[int, int, int, int]] = []
    before = (-2, -2)
    for row, column in pairs:
        start, end, other, last = one[row].start, one[row].end, two[column].start, two[column].end
        if before == (row - 1, column - 1):
            start, _, other, _ = spans.pop()
            spans.append((start, end, other, last))
        else:
            spans.append((start, end, other, last))
        before = (row, column)
    return spans
