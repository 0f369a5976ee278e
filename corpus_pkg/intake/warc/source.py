"""The bytes of a web archive, in which the next record can be searched for."""

from __future__ import annotations

import io
import re
from typing import BinaryIO

from corpus_pkg.intake.form import MOST_BYTES

MOST_HEADER = 1 << 16
"""The header of a record has at most so many bytes."""
VERSION = re.compile(rb"WARC/(?:0\.1[78]|1\.[01])\r?\n\Z")
"""The line that begins a record."""
# What is searched for the next record is read twice: in a file of nothing but damage not without end.
_MOST_AGAIN = 40 * MOST_BYTES


class Source:
    """A stream that can take back what was just read."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream, self._back, self._again = stream, io.BytesIO(), 0

    def read(self, size: int) -> bytes:
        """So many bytes; fewer at the end."""
        piece = self._back.read(size)
        return piece + self._stream.read(size - len(piece)) if len(piece) < size else piece

    def line(self) -> bytes:
        """Up to the end of the line, or as much of it as a header may have."""
        line = self._back.readline(MOST_HEADER)
        return line if line.endswith(b"\n") else line + self._stream.readline(MOST_HEADER - len(line))

    def unread(self, content: bytes) -> None:
        """Takes back what was read last; it all came from what was taken back before, if some of that is left."""
        self._again += len(content)
        if self._back.tell() < len(self._back.getbuffer()):
            self._back.seek(-len(content), io.SEEK_CUR)
        else:
            self._back = io.BytesIO(content)

    def more(self) -> bool:
        """Whether it goes on."""
        piece = self.read(1)
        self.unread(piece)
        return bool(piece)

    def search(self) -> bool:
        """Goes on to the next line that begins a record, or to the end; False if that took too much already."""
        while self._again <= _MOST_AGAIN and (line := self.line()):
            if VERSION.match(line):
                self.unread(line)
                break
        return self._again <= _MOST_AGAIN
