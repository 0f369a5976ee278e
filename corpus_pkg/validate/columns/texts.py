"""Many texts at once, addressed by code points: whether spans say what they are said to, and what they say."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

Ints = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]
_CONTINUATION, _TOP_TWO, _BLANK = 0x80, 0xC0, 0x20


def buffers(column: Any) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.uint8]]:  # noqa: ANN401  Arrow arrays have no types
    """Offsets and bytes of a column of strings; a null string has no bytes."""
    filled = column.fill_null("") if column.null_count else column
    _, offsets, data = filled.buffers()
    ends = np.frombuffer(offsets, np.int32)[filled.offset : filled.offset + len(filled) + 1]
    content = np.frombuffer(data, np.uint8) if data is not None and data.size else np.empty(0, np.uint8)
    return ends, content


def byte_lengths(column: Any) -> Ints:  # noqa: ANN401  Arrow arrays have no types
    """The lengths of strings in bytes; 0 for null."""
    if not len(column):
        return np.empty(0, np.int64)
    return np.diff(buffers(column)[0]).astype(np.int64)


class Texts:
    """The texts of a batch.

    Args:
        column: the texts, none null.

    Attributes:
        lengths: of each text, in code points.
        bases: where each text begins, counting the code points of all texts before it.
        plain: which of them are ASCII.
        ascii: whether all are.
    """

    def __init__(self, column: Any) -> None:  # noqa: ANN401  Arrow arrays have no types
        offsets, data = buffers(column)
        first = int(offsets[0]) if len(offsets) else 0
        self._data = data[first : int(offsets[-1]) if len(offsets) else 0]
        leads = (self._data & _TOP_TWO) != _CONTINUATION
        self.plain = _rows_of_ascii(self._data, offsets - first)
        self.ascii = bool(self.plain.all())
        ends = (offsets - first).astype(np.int64)
        self._ends, self._sizes = ends[1:], np.diff(ends)
        if self.ascii:
            points = ends
            self._starts = np.arange(len(self._data) + 1)
        else:
            self._starts = np.append(np.flatnonzero(leads), len(self._data))
            points = np.searchsorted(self._starts, ends)
        self.bases, self.lengths = points[:-1], np.diff(points)

    def holding(self, wanted: npt.NDArray[np.bool_]) -> Mask:
        """Which texts hold one of some bytes.

        Args:
            wanted: for each of the 256 byte values, whether it is meant.
        """
        found = np.flatnonzero(wanted[self._data])
        mask = np.zeros(len(self.lengths), dtype=bool)
        if len(found):
            mask[np.searchsorted(self._ends, found, side="right")] = True
        return mask

    def edges(self) -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.uint8]]:
        """The first and the last byte of each text; none is empty."""
        return self._data[self._ends - self._sizes], self._data[self._ends - 1]

    def gaps(self, rows: Ints, start: Ints, end: Ints) -> Mask:
        """Which texts have words outside of spans that are in order and do not overlap."""
        first = np.searchsorted(rows, np.arange(len(self.lengths)))
        last = np.searchsorted(rows, np.arange(len(self.lengths)), side="right") - 1
        held = last >= first
        low, high = self._bytes(rows, start, end)
        begins = np.concatenate([self._ends - self._sizes, high])
        # Before a text's first span, after its last one (the whole text where there is none), and in between.
        heads = np.where(held, low[np.minimum(first, len(low) - 1)] if len(low) else 0, self._ends)
        follows = np.append(low[1:], 0) if len(low) else low
        follows[last[held]] = self._ends[held]
        ends = np.concatenate([heads, follows])
        owners = np.concatenate([np.arange(len(self.lengths)), rows])
        lengths = np.maximum(ends - begins, 0)
        outside = self._data[_spread(begins, lengths)] > _BLANK
        mask = np.zeros(len(self.lengths), dtype=bool)
        if outside.any():
            mask[np.repeat(owners, lengths)[outside]] = True
        return mask

    def inside(self, rows: Ints, start: Ints, end: Ints) -> Mask:
        """Where a span is not empty and lies in its text."""
        return (start >= 0) & (start < end) & (end <= self.lengths[rows])

    def _bytes(self, rows: Ints, start: Ints, end: Ints) -> tuple[Ints, Ints]:
        bases = self.bases[rows]
        return self._starts[bases + start], self._starts[bases + end]

    def say(self, rows: Ints, start: Ints, end: Ints, surfaces: Any) -> Mask:  # noqa: ANN401  Arrow arrays have no types
        """Where `text[start:end]` is the surface; False outside the text."""
        good = self.inside(rows, start, end)
        low, high = self._bytes(rows, np.where(good, start, 0), np.where(good, end, 0))
        offsets, content = buffers(surfaces)
        good &= (high - low) == np.diff(offsets)
        if not good.all():
            low, begins = low[good], offsets[:-1][good].astype(np.int64)
            lengths = np.diff(offsets)[good].astype(np.int64)
            differs = self._differ(low, lengths, content[_spread(begins, lengths)])
            good[good] = ~differs
        elif len(low):
            lengths = np.diff(offsets).astype(np.int64)
            good = ~self._differ(low, lengths, content[int(offsets[0]) : int(offsets[-1])])
        return good

    def _differ(self, low: Ints, lengths: Ints, wanted: npt.NDArray[np.uint8]) -> Mask:
        """Where the bytes from `low` on are not the wanted ones; all lengths are at least 1."""
        unequal = self._data[_spread(low, lengths)] != wanted
        if not unequal.any():
            return np.zeros(len(low), dtype=bool)
        starts = np.cumsum(lengths) - lengths
        found: Mask = np.logical_or.reduceat(unequal, starts)
        return found

    def cut(self, rows: Ints, start: Ints, end: Ints) -> Any:  # noqa: ANN401  Arrow arrays have no types
        """The surfaces of spans; every span lies in its text."""
        low, high = self._bytes(rows, start, end)
        lengths = high - low
        offsets = np.zeros(len(low) + 1, np.int32)
        np.cumsum(lengths, out=offsets[1:])
        data = self._data[_spread(low, lengths)]
        return pa.StringArray.from_buffers(len(low), pa.py_buffer(offsets), pa.py_buffer(data))

    def at(self, rows: Ints, offset: Ints) -> npt.NDArray[np.str_]:
        """The code point at an offset of each text; a blank outside it."""
        good = (offset >= 0) & (offset < self.lengths[rows])
        safe = np.where(good, offset, 0)
        found = np.full(len(rows), " ", dtype="<U1")
        if good.any():
            chosen = self.cut(rows[good], safe[good], safe[good] + 1)
            found[good] = np.array(chosen.to_pylist(), dtype="<U1")
        return found


def _spread(begins: Ints, lengths: Ints) -> npt.NDArray[np.int64]:
    """Indices of all bytes of stretches, one stretch after the other."""
    ends = np.cumsum(lengths)
    total = int(ends[-1]) if len(ends) else 0
    return np.repeat(begins - (ends - lengths), lengths) + np.arange(total)


def _rows_of_ascii(data: npt.NDArray[np.uint8], offsets: npt.NDArray[np.int32]) -> Mask:
    foreign = np.flatnonzero(data & _CONTINUATION)
    plain = np.ones(len(offsets) - 1, dtype=bool)
    if len(foreign):
        plain[np.searchsorted(offsets, foreign, side="right") - 1] = False
    return plain
