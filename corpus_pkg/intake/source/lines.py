"""Lines of a byte stream, of which none is held in memory that is longer than allowed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
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
