"""Lines of a byte stream, of which none is held in memory that is longer than allowed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from typing import BinaryIO

_PIECE = 1_000_000


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a stream.

    Attributes:
        number: its number, from 1.
        content: its bytes without the line end; None if they are more than allowed.
        size: how many bytes it has, without the line end.
        offset: how many bytes stand before it in the stream.
    """

    number: int
    content: bytes | None
    size: int
    offset: int


def bounded_lines(stream: BinaryIO, most: int) -> Iterator[Line]:
    r"""The lines of a stream; b"\n" alone ends one.

    Args:
        stream: read piece by piece, from where it stands.
        most: a line of more bytes is read over: its size is counted and its content dropped.
    """
    number = offset = 0
    while True:
        pieces: list[bytes] = []
        size = 0
        ended = False
        while not ended and (piece := stream.readline(_PIECE)):
            ended = piece.endswith(b"\n")
            size += len(piece) - ended
            if size > most:
                pieces.clear()
            else:
                pieces.append(piece)
        if not size and not ended:
            return
        number += 1
        content = b"".join(pieces).removesuffix(b"\n") if size <= most else None
        yield Line(number, content, size, offset)
        offset += size + ended


@dataclass(frozen=True, slots=True)
class Block:
    """Whole lines of a stream.

    Attributes:
        content: their bytes; None for the bytes of one line that did not fit, of which only the size is known.
        first: the number of the first line.
        size: how many bytes they have.
    """

    content: bytes | None
    first: int
    size: int

    def lines(self, most: int) -> Iterator[Line]:
        """The lines one by one; the content of one longer than `most` is None."""
        if self.content is None:
            yield Line(self.first, None, self.size, 0)
            return
        for line in bounded_lines(BytesIO(self.content), most):
            yield replace(line, number=self.first + line.number - 1)


def blocks(stream: BinaryIO, size: int) -> Iterator[Block]:
    r"""The lines of a stream, as many at a time as fit into `size` bytes; a longer one is passed over, and counted.

    Args:
        stream: read piece by piece, from where it stands.
        size: how many bytes are held.
    """
    number, rest = 1, b""
    while True:
        piece = stream.read(size - len(rest))
        content = rest + piece
        end = content.rfind(b"\n") + 1 if piece else len(content)
        if end:
            yield Block(content[:end], number, end)
            number, rest = number + content.count(b"\n", 0, end), content[end:]
        elif len(content) >= size:
            passed = len(content) + _pass_over(stream)
            yield Block(None, number, passed)
            number, rest = number + 1, b""
        else:
            rest = content
        if not piece:
            return


def _pass_over(stream: BinaryIO) -> int:
    """Reads on to the end of a line, and says how many bytes that were."""
    passed = 0
    while piece := stream.readline(_PIECE):
        passed += len(piece)
        if piece.endswith(b"\n"):
            return passed - 1
    return passed
