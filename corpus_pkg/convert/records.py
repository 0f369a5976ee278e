"""What became of a raw article, as it is kept and passed between processes: a head for all, and the row."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import pickle
from collections import Counter
from dataclasses import dataclass, field
from typing import Any, Final

import pyarrow as pa

from corpus_pkg.findings import Finding, Place
from corpus_pkg.findings.registry import RULES
from corpus_pkg.findings.rule import Rule
from corpus_pkg.intake.raw import RawArticle
from corpus_pkg.model.rows import Row

_SIZE: Final = 4
_CODEC: Final = pa.Codec("zstd", compression_level=1)
_CLASSES: Final = frozenset({
    ("collections", "Counter"), ("datetime", "date"), ("datetime", "datetime"), ("datetime", "timedelta"),
    ("datetime", "timezone"), ("corpus_pkg.convert.records", "Head"), ("corpus_pkg.convert.records", "Facts"),
    ("corpus_pkg.findings.finding", "Finding"), ("corpus_pkg.findings.finding", "Fix"),
    ("corpus_pkg.findings.finding", "Place"), ("corpus_pkg.findings.rule", "Severity"),
})  # fmt: skip
"""All that a kept piece of work may be made of: whoever can write there can still not run code here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the whole corpus asks of one record.

    Attributes:
        id: its id.
        date: the day of publication.
        raw_path: where it was read.
        raw_sha256: digest of its raw bytes.
        url: its address.
        published: the moment or day of publication, as text that sorts; empty where not known.
        identified: whether its language was identified.
        length: code points of its text.
        words: words of its text.
        digest: digest of its row.
    """

    id: str
    date: dt.date | None
    raw_path: str
    raw_sha256: str
    url: str | None
    published: str
    identified: bool
    length: int
    words: int
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What became of one raw article.

    Attributes:
        key: the name under which it is kept; empty where it is not.
        facts: of its record; None where it is none, and the findings say why.
        findings: what was refused or doubted on the way.
        repairs: how often each repair was made, by code.
        today: the day of conversion.
        bound: whether another day could make something else of it.
        kept: whether it was made by an earlier build.
    """

    key: str
    facts: Facts | None
    findings: list[Finding]
    repairs: Counter[str] = field(default_factory=Counter)
    today: dt.date
    bound: bool = False
    kept: bool = False

    def holds(self, today: dt.date) -> bool:
        """Whether it is what would be made on a day: what was past then is past later, too."""
        return today == self.today or (today > self.today and not self.bound)


def lost(raw: RawArticle, rule: Rule, message: str, today: dt.date) -> Head:
    """The head of an article that could not be annotated; it is not kept, and tried again by the next build."""
    return Head(key="", facts=None, findings=[Finding(rule, Place(file=raw.path), message)], today=today)


def facts_of(row: Row, packed: bytes) -> Facts:
    """What the corpus asks of a row."""
    return Facts(
        id=row["id"], date=row["date"], raw_path=row["raw_path"], raw_sha256=row["raw_sha256"], url=row["url"],
        published=str(row["published_at"] or row["date"] or ""), identified=row["language_provenance"] == "identified",
        length=len(row["text"]), words=row["text"].count(" ") + row["text"].count("\n") + 1,
        digest=hashlib.blake2b(packed, digest_size=16).hexdigest(),
    )  # fmt: skip


def pack_row(row: Row) -> bytes:
    """A row as bytes."""
    content = pickle.dumps(row, protocol=pickle.HIGHEST_PROTOCOL)
    return len(content).to_bytes(_SIZE) + bytes(_CODEC.compress(content, asbytes=True))


def pack(head: Head, row: bytes) -> bytes:
    """A head and a packed row as one piece."""
    stream = io.BytesIO()
    _Pickler(stream, pickle.HIGHEST_PROTOCOL).dump(head)
    return len(stream.getvalue()).to_bytes(_SIZE) + stream.getvalue() + row


def read_head(content: bytes) -> Head:
    """The head of a packed piece.

    Raises:
        pickle.UnpicklingError: it holds what no head holds.
    """
    head: Head = _Unpickler(io.BytesIO(content[_SIZE : _SIZE + _head_size(content)])).load()
    return head


def read_row(content: bytes) -> Row:
    """The row of a packed piece.

    Raises:
        pickle.UnpicklingError: it holds what no row holds.
    """
    start = _SIZE + _head_size(content)
    size = int.from_bytes(content[start : start + _SIZE])
    plain = _CODEC.decompress(content[start + _SIZE :], decompressed_size=size, asbytes=True)
    row: Row = _Unpickler(io.BytesIO(plain)).load()
    return row


def pack_finding(finding: Finding) -> bytes:
    """A finding as bytes."""
    stream = io.BytesIO()
    _Pickler(stream, pickle.HIGHEST_PROTOCOL).dump(finding)
    return stream.getvalue()


def read_finding(content: bytes) -> Finding:
    """A finding from its bytes."""
    finding: Finding = _Unpickler(io.BytesIO(content)).load()
    return finding


def _head_size(content: bytes) -> int:
    return int.from_bytes(content[:_SIZE])


class _Pickler(pickle.Pickler):
    """Rules go by their code: the registry has them on the other side."""

    def persistent_id(self, obj: Any) -> str | None:  # noqa: ANN401  pickle's own signature
        return obj.code if isinstance(obj, Rule) else None


class _Unpickler(pickle.Unpickler):
    def persistent_load(self, pid: Any) -> Rule:  # noqa: ANN401  pickle's own signature
        return RULES[pid]

    def find_class(self, module_name: str, global_name: str, /) -> Any:  # noqa: ANN401  pickle's own signature
        if (module_name, global_name) not in _CLASSES:
            raise pickle.UnpicklingError(f"{module_name}.{global_name} has no place in kept work")
        return super().find_class(module_name, global_name)
