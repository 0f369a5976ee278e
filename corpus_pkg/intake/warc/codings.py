"""What the body of a page was packed in for its way: chunks, gzip, deflate, Brotli, Zstandard."""

from __future__ import annotations

import codecs
import io
import re
import zlib

from corpus_pkg.intake.form import MOST_BYTES
from corpus_pkg.intake.streams import Unpacked

_CHUNK = re.compile(rb"([0-9A-Fa-f]{1,12})[ \t]*(?:;[^\r\n]*)?\r?\n")
_MOST_PAGE, _MOST_RATIO, _ALWAYS = 4 * MOST_BYTES, 200, 1_000_000
_CODECS = {"gzip": "gzip", "x-gzip": "gzip", "br": "brotli", "zstd": "zstd"}


class DamagedError(ValueError):
    """A stored answer that cannot be read as its own headers say."""


def unchunked(body: bytes) -> bytes:
    """The bytes of a body that was sent in chunks.

    Raises:
        DamagedError: a chunk is not of the length it states, or the last is missing.
    """
    chunks, at = list[bytes](), 0
    while match := _CHUNK.match(body, at):
        size, start = int(match[1], 16), match.end()
        if not size:
            return b"".join(chunks)
        chunks.append(body[start : start + size])
        at = start + size
        end = body[at : at + 2]
        if end != b"\r\n" and end[:1] != b"\n":
            raise DamagedError(f"a chunk of {size:,} bytes does not end where it should")
        at += 2 if end == b"\r\n" else 1
    raise DamagedError(f"no chunk begins after {at:,} bytes")


def unpacked(body: bytes, coding: str) -> bytes:
    """A body with one coding of it undone; markup that was unpacked before is left as it is.

    Args:
        body: the bytes.
        coding: as Content-Encoding names it, or `chunked`.

    Raises:
        DamagedError: it is damaged, unfolds without end, or the coding is not known.
    """
    if coding == "identity" or not body:
        return body
    try:
        return unchunked(body) if coding == "chunked" else _content(body, coding)
    except DamagedError:
        if body.removeprefix(codecs.BOM_UTF8).lstrip()[:1] == b"<":
            return body
        raise


def _content(body: bytes, coding: str) -> bytes:
    most = min(_MOST_PAGE, max(_ALWAYS, _MOST_RATIO * len(body)))
    if coding == "deflate":
        content = _inflated(body, most)
    elif coding in _CODECS:
        stream = Unpacked(io.BytesIO(body), ".br" if coding == "br" else "")
        if stream.codec != _CODECS[coding]:
            raise DamagedError(f"its {coding} data are none")
        content = io.BufferedReader(stream).read(most + 1)
        if stream.damage:
            raise DamagedError(stream.damage)
    else:
        raise DamagedError(f"it is packed as {coding[:40]!r}, which is not known")
    if len(content) > most:
        raise DamagedError(f"its {coding} data unfold to more than {most:,} bytes")
    return content


def _inflated(body: bytes, most: int) -> bytes:
    """Deflate: with the frame of zlib, as the standard has it, or without, as some servers send it."""
    for bits in (zlib.MAX_WBITS, -zlib.MAX_WBITS):
        inflater = zlib.decompressobj(bits)
        try:
            content = inflater.decompress(body, most + 1)
        except zlib.error:
            continue
        if inflater.eof or len(content) > most:
            return content
    raise DamagedError("its deflate data are cut or damaged")
