"""Edit lists: how a changed text leads back to the characters it was made from.

An edit says that `text[start:start + length]` stands for `raw`. A list is sorted and its edits do not overlap, so it is
a complete, invertible record of the change: `restore(text, edits)` is the raw text.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus_pkg.model.provenance import Edit


def restore(text: str, edits: Iterable[Edit]) -> str:
    """The raw characters that `text` was made from."""
    parts, position = [], 0
    for edit in edits:
        parts += [text[position : edit.start], edit.raw]
        position = edit.start + edit.length
    parts.append(text[position:])
    return "".join(parts)


def sound(text: str, edits: Sequence[Edit]) -> bool:
    """Whether the list is sorted, without overlap, and inside the text."""
    ends = all(each.start >= 0 and each.start + each.length <= len(text) for each in edits)
    return ends and all(one.start + one.length <= two.start for one, two in pairwise(edits))


class OffsetMap:
    """Offsets into the changed text, mapped to offsets into the raw characters.

    An offset inside a replaced stretch maps to the stretch's start, moved along as far as the raw stretch reaches.
    """

    def __init__(self, edits: Sequence[Edit]) -> None:
        self._starts = [each.start for each in edits]
        self._edits = edits
        self._shifts = [0]
        for each in edits:
            self._shifts.append(self._shifts[-1] + len(each.raw) - each.length)

    def start(self, offset: int) -> int:
        """Raw offset of the character that begins at `offset`: what was removed just before it is left out."""
        index = bisect_right(self._starts, offset)
        return self._at(index, offset)

    def end(self, offset: int) -> int:
        """Raw offset where the character before `offset` ends: what was removed just after it is left out."""
        if offset == 0:
            return 0
        index = bisect_right(self._starts, offset - 1)
        return self._at(index, offset)

    def _at(self, index: int, offset: int) -> int:
        if index:
            last = self._edits[index - 1]
            if offset < last.start + last.length:
                return last.start + self._shifts[index - 1] + min(offset - last.start, len(last.raw))
        return offset + self._shifts[index]


@dataclass(frozen=True, slots=True)
class _Piece:
    """One edit seen from the text between two changes: its stretch there, and the stretch on its other side."""

    start: int
    end: int
    other_start: int
    other_end: int
    later: bool


def _earlier_pieces(edits: Iterable[Edit]) -> list[_Piece]:
    pieces, shift = [], 0
    for each in edits:
        end = each.start + each.length
        pieces.append(_Piece(each.start, end, each.start + shift, each.start + shift + len(each.raw), later=False))
        shift += len(each.raw) - each.length
    return pieces


def _later_pieces(edits: Iterable[Edit]) -> list[_Piece]:
    pieces, shift = [], 0
    for each in edits:
        start = each.start + shift
        pieces.append(_Piece(start, start + len(each.raw), each.start, each.start + each.length, later=True))
        shift += len(each.raw) - each.length
    return pieces


def compose(raw: str, earlier: Sequence[Edit], later: Sequence[Edit]) -> list[Edit]:
    """One list for two changes in a row: `raw` --earlier--> middle --later--> text.

    Args:
        raw: the text before the first change.
        earlier: leads from the middle text back to `raw`.
        later: leads from the final text back to the middle text.
    """
    pieces = sorted([*_earlier_pieces(earlier), *_later_pieces(later)], key=lambda each: (each.start, each.end))
    merged: list[list[_Piece]] = []
    reach = -1
    for piece in pieces:
        # Pieces that merely touch stay apart: a boundary of paragraphs or regions may lie between them.
        if merged and piece.start < reach:
            merged[-1].append(piece)
        else:
            merged.append([piece])
        reach = max(reach, piece.end)
    return _joined(raw, merged)


def _joined(raw: str, clusters: Iterable[Sequence[_Piece]]) -> list[Edit]:
    edits, to_raw, to_text = [], 0, 0
    for cluster in clusters:
        low, high = cluster[0].start, max(each.end for each in cluster)
        raw_start, text_start = low + to_raw, low + to_text
        for each in cluster:
            growth = (each.other_end - each.other_start) - (each.end - each.start)
            if each.later:
                to_text += growth
            else:
                to_raw += growth
        raw_end, text_end = high + to_raw, high + to_text
        edits.append(Edit(start=text_start, length=text_end - text_start, raw=raw[raw_start:raw_end]))
    return edits
