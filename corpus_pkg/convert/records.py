"""What became of a raw article, as it is kept and passed between processes: a head for all, and the row."""

from __future__ import annotations

import datetime as dt
import hashlib
import pickle
from collections import Counter
from dataclasses import dataclass, field

from corpus_pkg.convert.packing import body_of, compress, decompress, head_of, unpack
from corpus_pkg.findings import Finding, Place
from corpus_pkg.findings.rule import Rule
from corpus_pkg.intake.raw import RawArticle
from corpus_pkg.model.rows import Row


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
    return compress(pickle.dumps(row, protocol=pickle.HIGHEST_PROTOCOL))


def read_head(piece: bytes) -> Head:
    """The head of a piece that was joined with a packed row.

    Raises:
        pickle.UnpicklingError: it holds what no head holds.
    """
    head: Head = unpack(head_of(piece))
    return head


def read_row(piece: bytes) -> Row:
    """The row of such a piece.

    Raises:
        pickle.UnpicklingError: it holds what no row holds.
    """
    row: Row = unpack(decompress(body_of(piece)))
    return row
