"""Header lines above the body: `Key: value` lines, a date of its own, an inline `date 2025-02-13 ...`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus_pkg.annotate.metadata.written_dates import WrittenDate, read_date
from corpus_pkg.intake.stamps import read_stamp
from corpus_pkg.intake.values import READERS

_KEYS = {
    "date": "date", "dated": "date", "published": "date", "published on": "date", "publication date": "date",
    "posted": "date", "source": "source", "publisher": "source", "outlet": "source", "agency": "agency",
    "title": "title", "headline": "title", "author": "authors", "authors": "authors", "reporter": "authors",
    "url": "url", "link": "url", "updated": "other", "last updated": "other", "section": "other",
    "category": "other", "language": "other", "location": "other", "copyright": "other", "keywords": "other",
}  # fmt: skip
_KEYED = re.compile(r"(" + "|".join(sorted(_KEYS, key=len, reverse=True)) + r")[ \t]*:[ \t]*(\S[^\n]*)", re.IGNORECASE)
_INLINE = re.compile(r"(?:date|dated|published)[ \t]*:?[ \t]+(?=[\dA-Z])", re.IGNORECASE)
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Header:
    """One header line, or the part of a line that is header.

    Attributes:
        start, end: the stretch.
        key: what it states: date, title, source, agency, authors, url, other.
        value: the words, for all but dates.
        date: the date, where it states one.
    """

    start: int
    end: int
    key: str
    value: str
    date: WrittenDate | None = None


def read_header(text: str, start: int, line_end: int) -> Header | None:
    """The header that begins at `start`; None if the line is none."""
    keyed = _KEYED.match(text, start, line_end)
    if keyed and line_end - start <= _LONGEST:
        key, value = _KEYS[keyed[1].lower()], keyed[2].strip()
        if key != "date":
            return Header(start, line_end, key, value)
        written = read_date(text, keyed.start(2))
        if written and not text[written.end : line_end].strip(" .,;|"):
            return Header(start, line_end, "date", value, written)
        if written is None and (known := READERS["date"](read_stamp(value))):
            stamp = WrittenDate(known["date"], known["date_precision"], known.get("published_at"), line_end)
            return Header(start, line_end, "date", value, stamp)
        if written is None:
            return Header(start, line_end, "date", value)  # a date line that cannot be read is still no body
    return _alone(text, start, line_end) or _inline(text, start, line_end)


def _alone(text: str, start: int, line_end: int) -> Header | None:
    """A line that is a date and nothing else."""
    written = read_date(text, start)
    if written and not text[written.end : line_end].strip(" .,;|"):
        return Header(start, line_end, "date", text[start:line_end].strip(), written)
    return None


def _inline(text: str, start: int, line_end: int) -> Header | None:
    """`date 2025-02-13 China on Thursday ...`: the header is glued to the first sentence."""
    label = _INLINE.match(text, start, line_end)
    written = read_date(text, label.end()) if label else None
    if written is None:
        return None
    end = written.end
    while end < line_end and text[end] in " \t:,-–—|":
        end += 1
    return Header(start, end, "date", text[start : written.end], written)
