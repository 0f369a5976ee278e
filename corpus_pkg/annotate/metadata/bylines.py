"""Bylines: `By Anna Lindholm and Peter Okoro, Reuters`."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from corpus_pkg.annotate.gazetteer import agencies, bodies
from corpus_pkg.annotate.metadata.written_dates import WrittenDate, read_date

_BY = re.compile(r"By[ \t]+(?=[A-ZÀ-Ý])", re.IGNORECASE)
_NAME = re.compile(
    r"(?:[A-ZÀ-Ý][\w.'’-]*|de|da|del|der|di|den|van|von|la|le|el|al|bin|ibn|ter|du|dos)"
    r"(?:[ ](?:[A-ZÀ-Ý][\w.'’-]*|de|da|del|der|di|den|van|von|la|le|el|al|bin|ibn|ter|du|dos)){0,5}\Z"
)
_PARTS = re.compile(r"\s*(?:,\s*and\s+|,|;|\band\b|&|\|)\s*")
_DATE_BREAK = re.compile(
    r"\s*[|,•·–—-]\s*(?:(?:published|updated|posted|on):?\s+)?|\s+(?:on\s+)?(?=\d|[A-Z][a-z]+ \d)", re.IGNORECASE
)
_PLACE = re.compile(r"\s+in\s+[A-ZÀ-Ý].*\Z")
_MOST_WORDS = 20
_MOST_NAME_WORDS = 5


@dataclass(frozen=True, slots=True)
class Byline:
    """Who wrote it, and for whom and when, where the line says so; `dated` is the date as printed."""

    authors: tuple[str, ...]
    agency: str | None
    source: str | None
    date: WrittenDate | None = None
    dated: str | None = None


def read_byline(line: str) -> Byline | None:
    """The byline that a line is; None if it is none."""
    label = _BY.match(line)
    if label is None or len(line.split()) > _MOST_WORDS or line.rstrip().endswith((".", "?", "!", ":", "”", '"')):
        return None
    names, date, dated = _dated(line[label.end() :])
    byline = read_names(names)
    return replace(byline, date=date, dated=dated) if byline is not None else None


def _dated(line: str) -> tuple[str, WrittenDate | None, str | None]:
    """Names, and the date that closes the line: `Anna Lindholm | 13 February 2025 10:30 GMT`."""
    for match in _DATE_BREAK.finditer(line):
        written = read_date(line, match.end())
        if written is not None and not line[written.end :].strip(" .,;|"):
            return line[: match.start()], written, line[match.end() : written.end]
    return line, None, None


def read_names(names: str) -> Byline | None:
    """Names parted by commas and `and`; None if a part is no name."""
    authors, agency, source = [], None, None
    for part in _PARTS.split(names.strip()):
        name = _PLACE.sub("", part).strip()
        if not name:
            continue
        if name in agencies():
            agency = agencies()[name].name if name.isupper() and name.title() in agencies() else name
        elif name in bodies() and bodies()[name].kind == "outlet":
            source = name
        elif _NAME.match(name) and len(name.split()) <= _MOST_NAME_WORDS:
            authors.append(name)
        else:
            return None
    return Byline(tuple(authors), agency, source) if authors or agency or source else None
