"""JSON Lines: one line, one article; a damaged line stops no other."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from corpus_pkg.findings import Finding, Place
from corpus_pkg.findings.rules.files import BAD_JSON, TOO_LARGE
from corpus_pkg.intake import json_text
from corpus_pkg.intake.form import MOST_BYTES, Form, Reading
from corpus_pkg.intake.record import Records
from corpus_pkg.intake.source.json_source import JsonSource, read_json
from corpus_pkg.intake.source.lines import Line, bounded_lines
from corpus_pkg.intake.source.tree import escaped
from corpus_pkg.intake.unit import Unit, refused

MEDIA_TYPE = "application/jsonl"
_OBJECT = re.compile(rb"\{\s*(?:\"|\}|\Z)")
_BOM = b"\xef\xbb\xbf"
_BLANK = b" \t\r\n"


def _read(reading: Reading) -> Iterator[Unit]:
    return _lines(bounded_lines(reading.stream, MOST_BYTES), reading)


def _lines(lines: Iterable[Line], reading: Reading) -> Iterator[Unit]:
    records = Records(reading, MEDIA_TYPE)
    for line in lines:
        unit = _line(line, reading, records)
        if unit is not None:
            yield unit


def _line(line: Line, reading: Reading, records: Records) -> Unit | None:
    place = Place(file=reading.name, line=line.number)
    if line.content is None:
        return refused(Finding(TOO_LARGE, place, f"the line has {line.size:,} bytes", {"bytes": line.size}))
    unmarked = line.content.removeprefix(_BOM) if line.number == 1 else line.content
    content = unmarked.strip(_BLANK)
    if not content:
        return None
    # A byte order mark is one character, and so is every blank.
    before = (unmarked is not line.content) + len(unmarked) - len(unmarked.lstrip(_BLANK))
    return _Record(content, place, before).unit(records)


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

    def unit(self, records: Records) -> Unit:
        try:
            record = json_text.loads(self.content.decode("utf-8"))
        except UnicodeDecodeError as error:
            offset = len(self.content[: error.start].decode("utf-8"))
            return refused(Finding(BAD_JSON, self._at(offset), f"it is not UTF-8: {error.reason}"))
        except ValueError as error:
            return refused(self._fault(f"{error}"))
        if not isinstance(record, dict):
            message = f"the line holds a JSON {type(record).__name__}, not an object"
            return refused(Finding(BAD_JSON, self._at(0), message))
        path = f"{self.line.file}#L{self.line.line}"
        return records.unit(record, path, hashlib.sha256(self.content).hexdigest(), self.line, self._field)

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

    def _field(self, keys: tuple[str, ...]) -> Place:
        pointer = "".join(map(escaped, keys))
        span = self._source.spans.get(pointer)
        # There is none in a line that is nested more deeply than positions are read.
        return replace(self._at(span.start) if span else self.line, pointer=pointer)

    def _at(self, offset: int) -> Place:
        return replace(self.line, column=self.before + offset + 1)


def _fits(head: bytes) -> bool:
    """Whether each line is an object of its own: one that goes on in the next line ends it with a comma or bracket."""
    first, end, _ = head.partition(b"\n")
    return _OBJECT.match(head) is not None and not (end and first.rstrip().endswith((b"{", b",", b"[", b":")))


FORM = Form(name="JSON Lines", suffixes=(".jsonl", ".ndjson"), fits=_fits, read=_read, lines=_lines)
