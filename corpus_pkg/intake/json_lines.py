"""JSON Lines: one line, one article, under the field names that corpora use."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator
from typing import Any

from corpus_pkg.findings import Finding, Place
from corpus_pkg.findings.rules.files import BAD_JSON, NO_TEXT, TOO_LARGE
from corpus_pkg.intake import json_text
from corpus_pkg.intake.files import RawFile
from corpus_pkg.intake.plain import MOST_BYTES
from corpus_pkg.intake.raw import RawArticle
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


def read_json_lines(file: RawFile, today: dt.date) -> Iterator[RawArticle | Finding]:
    """The articles of a JSON Lines file, one by one; a damaged line stops no other.

    Args:
        file: the file.
        today: the day of conversion.
    """
    with file.path.open("rb") as stream:
        yield from json_line_articles(stream, file.name, today)


def json_line_articles(lines: Iterable[bytes], name: str, today: dt.date) -> Iterator[RawArticle | Finding]:
    """The articles of raw lines; lines end with U+000A alone, as JSON Lines asks."""
    for number, line in enumerate(lines, 1):
        content = line.removeprefix(_BOM) if number == 1 else line
        content = content.strip(b" \t\r\n")
        if content:
            yield from _line(content, name, number, today)


def _line(content: bytes, name: str, number: int, today: dt.date) -> Iterator[RawArticle | Finding]:
    place = Place(file=name, line=number)
    if len(content) > MOST_BYTES:
        yield Finding(TOO_LARGE, place, f"the line has {len(content):,} bytes", {"bytes": len(content)})
        return
    try:
        record = json_text.loads(content.decode("utf-8"))
    except ValueError as error:
        yield Finding(BAD_JSON, place, f"{error}")
        return
    if not isinstance(record, dict):
        yield Finding(BAD_JSON, place, f"the line holds a JSON {type(record).__name__}, not an object")
        return
    text = _first(record, TEXT_NAMES)
    if not isinstance(text, str) or not text.strip():
        message = "no text in any of " + ", ".join(TEXT_NAMES)
        yield Finding(NO_TEXT, place, message, {"fields": sorted(map(str, record))[:50]})
        return
    given, findings = read_given({key: _first(record, names) for key, names in NAMES.items()}, place, today)
    yield from findings
    yield RawArticle(path=f"{name}#L{number}", sha256=hashlib.sha256(content).hexdigest(), media_type=MEDIA_TYPE,
                     encoding="utf-8", encoding_provenance="declared", characters=text, given=given)  # fmt: skip


def _first(record: dict[str, Any], names: Iterable[str]) -> Any:  # noqa: ANN401  JSON is of any type
    return next((record[each] for each in names if record.get(each) not in (None, "", [])), None)
