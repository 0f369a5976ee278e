"""Raw bytes to characters: the encoding is found in a fixed order and never guessed from letter frequencies.

The order: byte order mark, declared, strict UTF-8, UTF-16 by its zero bytes, cp1252 where the bytes leave no doubt.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from corpus_pkg.findings import Rule
from corpus_pkg.findings.rules.files import BINARY_FILE, UNDECODABLE_FILE
from corpus_pkg.model.vocabulary import EncodingProvenance

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_UTF8_SEQUENCE = re.compile(rb"[\xc3\xc2][\x80-\xbf]|\xe2[\x80-\x84][\x80-\xbf]")
_HIGH = re.compile(rb"[\x80-\xff]")
# 0xFF is the letter ÿ, which is rarer in news than damaged bytes are; the other five are not assigned.
_NOT_CP1252 = re.compile(rb"[\x81\x8d\x8f\x90\x9d\xff]")
_MOST_HIGH_BYTES = 0.25
_MOST_CONTROLS = 0.02


@dataclass(frozen=True, slots=True)
class Decoded:
    """Characters, and how they were found. A byte order mark stays as the first character."""

    text: str
    encoding: str
    provenance: EncodingProvenance


@dataclass(frozen=True, slots=True)
class NotText:
    """Why bytes could not be decoded."""

    rule: Rule
    reason: str


def decode(raw: bytes, declared: str | None = None) -> Decoded | NotText:
    """Decodes the bytes of a text file.

    Args:
        raw: the file's bytes.
        declared: the encoding that the contributor states.
    """
    for mark, encoding in _BOMS:
        if raw.startswith(mark):
            return _strictly(raw, encoding, "bom")
    if declared is not None:
        return _strictly(raw, declared, "declared")
    wide = _utf16(raw)
    if wide is not None:
        return wide
    if looks_binary(raw):
        return NotText(BINARY_FILE, "it holds control bytes that no text has")
    result = _strictly(raw, "utf-8", "utf-8")
    return _cp1252(raw, result) if isinstance(result, NotText) else result


def looks_binary(raw: bytes) -> bool:
    """Whether bytes hold control characters that no text has; UTF-16 and UTF-32 do too."""
    return b"\x00" in raw or len(_CONTROL.findall(raw)) > _MOST_CONTROLS * len(raw)


def _strictly(raw: bytes, encoding: str, provenance: EncodingProvenance) -> Decoded | NotText:
    try:
        text: object = raw.decode(encoding)
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        byte = raw[error.start]
        return NotText(UNDECODABLE_FILE, f"byte 0x{byte:02X} at offset {error.start} (line {line}) is not {encoding}")
    except (LookupError, ValueError):
        return NotText(UNDECODABLE_FILE, f"{encoding!r} is no encoding that is known")
    if not isinstance(text, str):  # some of Python's codecs are not text encodings
        return NotText(UNDECODABLE_FILE, f"{encoding!r} is not a text encoding")
    return Decoded(text, encoding, provenance)


def _utf16(raw: bytes) -> Decoded | None:
    """UTF-16 without a mark: Latin text has a zero in every second byte."""
    if len(raw) < 4 or len(raw) % 2 or b"\x00" not in raw:  # noqa: PLR2004  two code units
        return None
    even, odd = raw[0::2].count(0), raw[1::2].count(0)
    most = 0.7 * len(raw) / 2
    encoding = "utf-16-le" if odd > most and not even else "utf-16-be" if even > most and not odd else None
    result = _strictly(raw, encoding, "utf-16") if encoding else None
    return result if isinstance(result, Decoded) else None


def _cp1252(raw: bytes, failure: NotText) -> Decoded | NotText:
    high = len(_HIGH.findall(raw))
    if _NOT_CP1252.search(raw) or high > _MOST_HIGH_BYTES * len(raw):
        return failure
    if 2 * len(_UTF8_SEQUENCE.findall(raw)) >= high / 2:
        return failure  # mostly whole UTF-8 sequences: a damaged UTF-8 file, not cp1252
    return _strictly(raw, "cp1252", "cp1252")
