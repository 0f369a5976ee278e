"""Bytes of files, unpacked: gzip, bzip2, xz, Zstandard, LZ4 and Brotli; cut and damaged ones give what is before."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import zlib
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, BinaryIO

import pyarrow as pa

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_PIECE, _SMALL = 1 << 18, 1 << 14
# No text shrinks to a two-hundredth; what does is made to fill a disk.
_MOST_RATIO, _ALWAYS = 200, 100_000_000
_DAMAGE = (OSError, EOFError, zlib.error, lzma.LZMAError)


class _Arrow:
    """Arrow's streams give nothing of a piece that is damaged: small pieces keep more."""

    def __init__(self, stream: BinaryIO, codec: str) -> None:
        self._stream = pa.CompressedInputStream(pa.PythonFile(stream, "r"), codec)

    def read1(self, size: int) -> bytes:
        piece: bytes = self._stream.read(min(size, _SMALL))
        return piece


# Suffixes, first bytes (Brotli has none), and what unpacks a stream: something with `read1`.
_CODECS: dict[str, tuple[tuple[str, ...], bytes, Callable[[BinaryIO], Any]]] = {
    "gzip": ((".gz", ".gzip"), b"\x1f\x8b\x08", lambda stream: gzip.GzipFile(fileobj=stream)),
    "bzip2": ((".bz2",), b"BZh", bz2.BZ2File),
    "xz": ((".xz",), b"\xfd7zXZ\x00", lzma.LZMAFile),
    "zstd": ((".zst", ".zstd"), b"\x28\xb5\x2f\xfd", lambda stream: _Arrow(stream, "zstd")),
    "lz4": ((".lz4",), b"\x04\x22\x4d\x18", lambda stream: _Arrow(stream, "lz4")),
    "brotli": ((".br",), b"", lambda stream: _Arrow(stream, "brotli")),
}
PACKED = tuple(suffix for suffixes, _, _ in _CODECS.values() for suffix in suffixes)
"""What the names of compressed files end with."""


def bare_name(name: str) -> str:
    """A file's name without the suffix of its compression."""
    packed = next((each for each in PACKED if name.lower().endswith(each)), "")
    return name[: len(name) - len(packed)]


class Unpacked(io.RawIOBase):
    """A stream that unpacks another, and ends, instead of raising, where that is damaged.

    Attributes:
        codec: how it is compressed; None if it is not.
        damage: why it ended early; None if it did not.
    """

    def __init__(self, stream: BinaryIO, name: str) -> None:
        self._counted = _Counted(stream)
        packed = io.BufferedReader(self._counted, _PIECE)
        self.codec = _codec(packed.peek(8)[:8], name)
        self.damage: str | None = None
        self._given = 0
        self._inner: Any = _CODECS[self.codec][2](packed) if self.codec else packed

    def readable(self) -> bool:
        """It can be read, and only that."""
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        """As `io.RawIOBase` has it."""
        if self.damage:
            return 0
        view = memoryview(buffer).cast("B")
        try:
            piece = self._inner.read1(min(len(view), _PIECE))
        except _DAMAGE as error:
            if self.codec is None:
                raise
            self.damage = f"its {self.codec} data are cut or damaged after {self._given:,} bytes of content: {error}"
            return 0
        view[: len(piece)] = piece
        self._given += len(piece)
        if self.codec and self._given > max(_ALWAYS, _MOST_RATIO * self._counted.count):
            self.damage = f"its {self.codec} data unfold to more than {_MOST_RATIO} times their size"
        return len(piece)


def begun(stream: io.BufferedReader[Any], most: int) -> tuple[bytes, OSError | None]:
    """The first bytes of a stream, at most so many, and what stopped the reading before."""
    pieces, size = list[bytes](), 0
    try:
        while size < most and (piece := stream.read1(min(most - size, _PIECE))):
            pieces.append(piece)
            size += len(piece)
    except OSError as error:
        return b"".join(pieces), error
    return b"".join(pieces), None


class Joined(io.RawIOBase):
    """Some bytes, and then the rest of the stream that they were read from, or what it raised."""

    def __init__(self, begun: BinaryIO, rest: BinaryIO, error: OSError | None = None) -> None:
        self._begun, self._rest, self._error = begun, rest, error

    def readable(self) -> bool:
        """It can be read, and only that."""
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        """As `io.RawIOBase` has it."""
        view = memoryview(buffer).cast("B")
        piece = self._begun.read(len(view))
        if not piece and self._error:
            raise self._error
        piece = piece or self._rest.read(len(view))
        view[: len(piece)] = piece
        return len(piece)


class _Counted(io.RawIOBase):
    """Counts the bytes that were read."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream, self.count = stream, 0

    def readable(self) -> bool:
        """It can be read, and only that."""
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        view = memoryview(buffer).cast("B")
        piece = self._stream.read(len(view))
        view[: len(piece)] = piece
        self.count += len(piece)
        return len(piece)


def _codec(head: bytes, name: str) -> str | None:
    for codec, (suffixes, magic, _) in _CODECS.items():
        if magic and head.startswith(magic):
            return codec
        if not magic and name.lower().endswith(suffixes):
            return codec
    return None
