"""The rows of a table, one by one; a row whose quotation mark is never closed swallows no other.

Cells are parted as RFC 4180 says, by the reader of the standard library. It is given the bytes as Latin-1, one
character a byte, so that rows are told before their encoding is.
"""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from corpus_pkg.intake.source.lines import Line

_MANY, _MOST_ANEW = 100, 50
BYTES = "latin-1"
"""The encoding in which a byte is a character."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table.

    Attributes:
        line: where it begins, from 1.
        cells: their bytes; None for a row that cannot be read.
        fault: why it cannot.
        size: how many bytes it has, as far as they were read.
    """

    line: int
    cells: list[bytes] | None
    fault: str = ""
    size: int = 0


class Rows:
    """Parts lines into rows.

    Args:
        lines: the lines of the table.
        delimiter: what parts the cells.
        quoted: whether marks around a cell are no part of it.
        most: a row of more bytes is none.
    """

    def __init__(self, lines: Iterator[Line], delimiter: str, most: int, *, quoted: bool = True) -> None:
        self._lines, self._delimiter, self._most = lines, delimiter, most
        self._quoting: Literal[0, 3] = csv.QUOTE_MINIMAL if quoted else csv.QUOTE_NONE
        self._waiting: deque[Line] = deque()
        self._held: list[Line] = []
        # How often many lines were read in vain: a file in which that goes on is read line by line.
        self._anew = 0

    def __iter__(self) -> Iterator[Row]:
        # A limit of the whole process; ours, which is smaller than what some programs set, is that of a line.
        csv.field_size_limit(max(csv.field_size_limit(), self._most + 1))
        while (first := self._next()) is not None:
            row = self._row(first)
            if row is not None:
                yield row

    def _next(self) -> Line | None:
        return self._waiting.popleft() if self._waiting else next(self._lines, None)

    def _row(self, first: Line) -> Row | None:
        if first.content is None:
            return Row(first.number, None, f"the line has {first.size:,} bytes", first.size)
        if not first.content.strip():
            return None
        self._held = [first]
        try:
            cells = next(csv.reader(self._fed(), strict=True, delimiter=self._delimiter, quoting=self._quoting))
        except csv.Error as error:
            return self._refused(first, _words(error))
        return Row(first.number, [each.encode(BYTES) for each in cells], size=self._size)

    @property
    def _size(self) -> int:
        return sum(each.size for each in self._held)

    def _fed(self) -> Iterator[str]:
        """The lines that the reader asks for, until the row is too long to be one."""
        yield _text(self._held[0])
        size = self._held[0].size
        while (line := self._next()) is not None:
            self._held.append(line)
            size += line.size
            if line.content is None or size > self._most or self._anew > _MOST_ANEW:
                raise csv.Error("a quotation mark that opens in it is not closed")
            yield _text(line)

    def _refused(self, first: Line, fault: str) -> Row:
        """The row without those lines behind its first: they are read anew, each as a row of its own."""
        self._waiting.extendleft(reversed(self._held[1:]))
        self._anew += len(self._held) > _MANY
        return Row(first.number, None, fault, first.size)


def _text(line: Line) -> str:
    return (line.content or b"").decode(BYTES) + "\n"


def _words(error: csv.Error) -> str:
    """What is wrong, in words: the library's are those of its own code."""
    reason = str(error)
    if "unexpected end" in reason or "not closed" in reason:
        return "a quotation mark that opens in it is not closed"
    if "expected after" in reason:
        return "a quotation mark that opens in it closes in the middle of a cell"
    return "it holds a carriage return outside of quotation marks" if "new-line" in reason else reason
