"""Streams of UTF-16 and UTF-32 as UTF-8: spreadsheets save their texts so."""

from __future__ import annotations

import codecs
import io
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_PIECE = 1 << 16


def wide_encoding(head: bytes) -> str | None:
    """The encoding of more than one byte a character that a byte order mark tells; None without one."""
    return next((name for mark, name in _MARKS if head.startswith(mark)), None)


class Narrowed(io.RawIOBase):
    """A stream of an encoding as UTF-8; what is none of it becomes U+FFFD."""

    def __init__(self, stream: BinaryIO, encoding: str) -> None:
        self._stream, self._decoder = stream, codecs.getincrementaldecoder(encoding)("replace")
        self._waiting, self._ended = b"", False

    def readable(self) -> bool:
        """It can be read, and only that."""
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        """As `io.RawIOBase` has it."""
        view = memoryview(buffer).cast("B")
        while not self._waiting and not self._ended:
            piece = self._stream.read(_PIECE)
            self._ended = not piece
            text = self._decoder.decode(piece, final=self._ended)
            self._waiting = text.encode("utf-8", "replace")
        taken, self._waiting = self._waiting[: len(view)], self._waiting[len(view) :]
        view[: len(taken)] = taken
        return len(taken)
