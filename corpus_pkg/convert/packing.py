"""Kept work as bytes: what it may be made of is listed, so that who can write there can still not run code here."""

from __future__ import annotations

import io
import pickle
from typing import Any, Final

import pyarrow as pa

from corpus_pkg.findings.registry import RULES
from corpus_pkg.findings.rule import Rule

_SIZE: Final = 4
_CODEC: Final = pa.Codec("zstd", compression_level=1)
_CLASSES: Final = {
    "collections": {"Counter"},
    "datetime": {"date", "datetime", "timedelta", "timezone"},
    "corpus_pkg.convert.records": {"Head", "Facts"},
    "corpus_pkg.convert.readings": {"Summary"},
    "corpus_pkg.findings.finding": {"Finding", "Fix", "Place"},
    "corpus_pkg.findings.rule": {"Severity"},
    "corpus_pkg.intake.raw": {"Defaults", "Given", "RawArticle", "Statement"},
    "corpus_pkg.intake.review": {"Review", "Stated"},
    "corpus_pkg.intake.source.document": {"Document"},
    "corpus_pkg.model.provenance": {"Alignment", "Extraction"},
    "corpus_pkg.model.rights": {"Rights"},
}
DAMAGE = (pickle.UnpicklingError, EOFError, LookupError, TypeError, ValueError, AttributeError)
"""What reading raises of bytes that another version of the package wrote, or that are no kept work."""


def pack(value: object) -> bytes:
    """A value as bytes."""
    stream = io.BytesIO()
    _Pickler(stream, pickle.HIGHEST_PROTOCOL).dump(value)
    return stream.getvalue()


def unpack(content: bytes) -> Any:  # noqa: ANN401  whatever was packed
    """A packed value.

    Raises:
        pickle.UnpicklingError: it holds what no kept work holds.
    """
    return _Unpickler(io.BytesIO(content)).load()


def compress(content: bytes) -> bytes:
    """Bytes made smaller."""
    return len(content).to_bytes(_SIZE) + bytes(_CODEC.compress(content, asbytes=True))


def decompress(content: bytes) -> bytes:
    """What was made smaller.

    Raises:
        ValueError: it is something else.
    """
    size = int.from_bytes(content[:_SIZE])
    try:
        return bytes(_CODEC.decompress(content[_SIZE:], decompressed_size=size, asbytes=True))
    except OSError as error:
        raise ValueError(str(error)) from error


def join(head: bytes, body: bytes) -> bytes:
    """Two parts as one piece, of which each can be read without the other."""
    return len(head).to_bytes(_SIZE) + head + body


def head_of(piece: bytes) -> bytes:
    """The first part of a piece."""
    return piece[_SIZE : _SIZE + int.from_bytes(piece[:_SIZE])]


def body_of(piece: bytes) -> bytes:
    """The second part of a piece."""
    return piece[_SIZE + int.from_bytes(piece[:_SIZE]) :]


class _Pickler(pickle.Pickler):
    """Rules go by their code: the registry has them on the other side."""

    def persistent_id(self, obj: Any) -> str | None:  # noqa: ANN401  pickle's own signature
        return obj.code if isinstance(obj, Rule) else None


class _Unpickler(pickle.Unpickler):
    def persistent_load(self, pid: Any) -> Rule:  # noqa: ANN401  pickle's own signature
        return RULES[pid]

    def find_class(self, module_name: str, global_name: str, /) -> Any:  # noqa: ANN401  pickle's own signature
        if global_name not in _CLASSES.get(module_name, ()):
            raise pickle.UnpicklingError(f"{module_name}.{global_name} has no place in kept work")
        return super().find_class(module_name, global_name)
