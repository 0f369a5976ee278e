"""A raw article: its characters as decoded, and what the contributor stated about it."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
from typing import Literal

from corpus_pkg.intake.review import Review
from corpus_pkg.model.provenance import Extraction
from corpus_pkg.model.rights import Rights
from corpus_pkg.model.vocabulary import DatePrecision, EncodingProvenance, SourceKind

_PART = re.compile(r"(.+)#(?:L([0-9]{1,18})|[0-9]{1,18}(?:\.[0-9]{1,9})?)\Z", re.DOTALL)


def origin(path: str) -> tuple[str, int | None]:
    """The file that an article's path names, and the line in it, where it names one.

    Args:
        path: `a.jsonl#L3`, `a.rss#2`, `a.xml#1.2`, `a.txt`; a file's own name may hold a # too.
    """
    match = _PART.match(path)
    return (match[1], int(match[2]) if match[2] else None) if match else (path, None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What the contributor states, in a sidecar or in the fields of a record; what is not stated is null."""

    title: str | None = None
    date: dt.date | None = None
    date_precision: DatePrecision | None = None
    published_at: dt.datetime | None = None
    source: str | None = None
    source_kind: SourceKind | None = None
    agency: str | None = None
    url: str | None = None
    authors: tuple[str, ...] = ()
    language: str | None = None
    rights: Rights | None = None
    encoding: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Defaults:
    """What the corpus states of all its articles: it holds where neither contributor nor markup say otherwise."""

    language: str | None = None
    rights: Rights | None = None


StatedField = Literal[
    "title",
    "date",
    "modified",
    "source",
    "agency",
    "authors",
    "url",
    "language",
    "rights",
    "dateline",
    "free",
    "kind",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What the markup of a raw file states about its article: evidence, to be weighed against other evidence.

    Attributes:
        field: what it is about; one statement an author.
        value: the words, as they are written there (an instant, a name, an address), white space collapsed.
        where: what states it: `meta article:published_time`, `json-ld datePublished`, `nitf date.issue`.
        start: where that begins in the decoded raw file, page or document, in code points; None where not known.
    """

    field: StatedField
    value: str
    where: str
    start: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RawArticle:
    """One article as it came in.

    Attributes:
        path: the file, relative to the source given; `#L3` for the third line.
        sha256: digest of the raw bytes.
        media_type: media type of the file.
        encoding: what the bytes were decoded by.
        encoding_provenance: how the encoding was found.
        characters: the decoded raw characters; of a file that is more than text, those of the article's text.
        given: what the contributor states.
        defaults: what the corpus states of all its articles.
        statements: what the file's own markup states, in its order.
        repeated: digests of the blocks that its source prints beside many articles.
        extraction: how the characters were taken from a page; None where they are the file's own.
        review: what a person corrected, if anything.
    """

    path: str
    sha256: str
    media_type: str
    encoding: str
    encoding_provenance: EncodingProvenance
    characters: str
    given: Given = field(default_factory=Given)
    defaults: Defaults = field(default_factory=Defaults)
    statements: tuple[Statement, ...] = ()
    repeated: frozenset[bytes] = frozenset()
    extraction: Extraction | None = None
    review: Review | None = None
