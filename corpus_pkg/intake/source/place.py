"""Offsets of a text, as people count them: lines and columns from 1, columns in code points."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of a text, in code points: the first, and one past the last."""

    start: int
    end: int


class Lines:
    """The lines of a text. U+000A alone ends one; a U+000D before it is its line's last column."""

    def __init__(self, text: str) -> None:
        # An array holds 8 bytes a line, where a list of ints would hold 40.
        self._starts = array("q", [0])
        self._starts.extend(match.end() for match in re.finditer("\n", text))
        self._length = len(text)

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset; offsets outside the text are taken for its nearest end."""
        offset = min(max(offset, 0), self._length)
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def offset(self, line: int, column: int) -> int:
        """The offset of a line and column; those outside the text are taken for its nearest end."""
        start = self._starts[min(max(line, 1), len(self._starts)) - 1]
        return min(start + max(column, 1) - 1, self._length)


def line_column(text: str, offset: int) -> tuple[int, int]:
    """Line and column of one offset; for many offsets of a text, `Lines` is the quicker."""
    offset = min(max(offset, 0), len(text))
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
