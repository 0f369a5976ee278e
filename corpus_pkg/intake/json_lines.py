"""JSON Lines: one line, one article, under the field names that corpora use."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from corpus_pkg.findings import Finding, Place
from corpus_pkg.findings.rules.files import BAD_JSON, NO_TEXT, TOO_LARGE
from corpus_pkg.intake import json_text
from corpus_pkg.intake.files import RawFile
from corpus_pkg.intake.plain import MOST_BYTES
from corpus_pkg.intake.raw import RawArticle
from corpus_pkg.intake.source.json_source import JsonSource, read_json
from corpus_pkg.intake.source.lines import Line, bounded_lines
from corpus_pkg.intake.values import read_given

MEDIA_TYPE = "application/jsonl"
TEXT_NAMES = ("text", "content", "body", "article", "maintext", "article_text")
NAMES: dict[str, tuple[str, ...]] = {
    "title": ("title", "headline"),
    "date": ("date", "published", "published_at", "date_publish", "publication_date", "pubdate", "publish_date"),
    "source": ("source", "outlet", "publisher", "source_name", "sitename"),
    "source_kind": ("source_kind",),
    "agency": ("agency",),
    "url": ("url", "link"),
    "authors": ("authors", "author", "byline"),
    "language": ("language", "lang"),
    "rights": ("rights", "license", "licence"),
}
"""The names that a field goes by, the preferred one first."""
_BOM = b"\xef\xbb\xbf"
_BLANK = b" \t\r\n"


def read_json_lines(file: RawFile, today: dt.date) -> Iterator[RawArticle | Finding]:
    """The articles of a JSON Lines file, one by one; a damaged line stops no other.

    Args:
        file: the file.
        today: the day of conversion.
    """
    with file.path.open("rb") as stream:
        for line in bounded_lines(stream, MOST_BYTES):
            yield from _line(line, file.name, today)


def json_line_articles(lines: Iterable[bytes], name: str, today: dt.date) -> Iterator[RawArticle | Finding]:
    """The articles of raw lines; lines end with U+000A alone, as JSON Lines asks."""
    for number, raw in enumerate(lines, 1):
        content = raw.removesuffix(b"\n")
        size = len(content)
        yield from _line(Line(number, content if size <= MOST_BYTES else None, size, 0), name, today)


def _line(line: Line, name: str, today: dt.date) -> Iterator[RawArticle | Finding]:
    place = Place(file=name, line=line.number)
    if line.content is None:
        yield Finding(TOO_LARGE, place, f"the line has {line.size:,} bytes", {"bytes": line.size})
        return
    unmarked = line.content.removeprefix(_BOM) if line.number == 1 else line.content
    content = unmarked.strip(_BLANK)
    if content:
        # A byte order mark is one character, and so is every blank.
        before = (unmarked is not line.content) + len(unmarked) - len(unmarked.lstrip(_BLANK))
        yield from _Record(content, place, before).read(today)


@dataclass(frozen=True)
class _Record:
    """One line with something on it.

    Attributes:
        content: its bytes, without what is blank around them.
        line: where it stands.
        before: how many characters stand before the content.
    """

    content: bytes
    line: Place
    before: int

    def read(self, today: dt.date) -> Iterator[RawArticle | Finding]:
        try:
            record = json_text.loads(self.content.decode("utf-8"))
        except UnicodeDecodeError as error:
            offset = len(self.content[: error.start].decode("utf-8"))
            yield Finding(BAD_JSON, self._at(offset), f"it is not UTF-8: {error.reason}")
            return
        except ValueError as error:
            yield self._fault(f"{error}")
            return
        if not isinstance(record, dict):
            yield Finding(BAD_JSON, self._at(0), f"the line holds a JSON {type(record).__name__}, not an object")
            return
        text = _first(record, TEXT_NAMES)
        if not isinstance(text, str) or not text.strip():
            message = "no text in any of " + ", ".join(TEXT_NAMES)
            yield Finding(NO_TEXT, self.line, message, {"fields": sorted(map(str, record))[:50]})
            return
        given, findings = read_given({key: _first(record, names) for key, names in NAMES.items()}, self.line, today,
                                     lambda field: self._field(_stated(record, NAMES[field]) or field))  # fmt: skip
        yield from findings
        yield RawArticle(path=f"{self.line.file}#L{self.line.line}", media_type=MEDIA_TYPE, encoding="utf-8",
                         sha256=hashlib.sha256(self.content).hexdigest(), encoding_provenance="declared",
                         characters=text, given=given)  # fmt: skip

    @cached_property
    def _source(self) -> JsonSource:
        """The positions in a line: read only for one that something is wrong with, as it takes its time."""
        return read_json(self.content.decode("utf-8"))

    def _fault(self, reason: str) -> Finding:
        # Large numbers come last: those within a float's range refuse no line.
        faults = sorted(self._source.faults, key=lambda each: each.kind == "huge-number")
        if not faults:
            return Finding(BAD_JSON, self._at(0), reason)
        first = faults[0]
        place = replace(self._at(first.start), pointer=first.pointer or None)
        return Finding(BAD_JSON, place, first.message, {"kind": first.kind})

    def _field(self, name: str) -> Place:
        pointer = f"/{name}"
        span = self._source.spans.get(pointer)
        # There is none in a line that is nested more deeply than positions are read.
        return replace(self._at(span.start) if span else self.line, pointer=pointer)

    def _at(self, offset: int) -> Place:
        return replace(self.line, column=self.before + offset + 1)


def _first(record: dict[str, Any], names: Iterable[str]) -> Any:  # noqa: ANN401  JSON is of any type
    name = _stated(record, names)
    return record[name] if name else None


def _stated(record: dict[str, Any], names: Iterable[str]) -> str | None:
    """The first of the names that the record states something under."""
    return next((each for each in names if record.get(each) not in (None, "", [])), None)
