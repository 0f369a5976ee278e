"""A JSON document that keeps the places of its parts, so that a finding says line and column."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from corpus_pkg.findings import Finding, Place, Rule
from corpus_pkg.findings.finding import Fix
from corpus_pkg.findings.rules import schema as rules
from corpus_pkg.intake.source.json_source import TRAILING_COMMA, JsonSource, read_json
from corpus_pkg.intake.source.place import Lines

FAULTS: dict[str, Rule] = {
    "syntax": rules.JSON_SYNTAX,
    "trailing-data": rules.JSON_SYNTAX,
    "duplicate-key": rules.KEY_TWICE,
    "not-finite": rules.NOT_FINITE,
    "too-deep": rules.TOO_DEEP,
    "lone-surrogate": rules.LONE_SURROGATE,
    "huge-number": rules.HUGE_NUMBER,
    "byte-order-mark": rules.BYTE_ORDER_MARK,
    "too-long": rules.LINE_TOO_LONG,
}
"""The rule that each fault of a source breaks."""


@dataclass(slots=True)
class Document:
    """A JSON document that keeps the places of its parts.

    Attributes:
        name: the file.
        text: its text.
        line: the line that the text stands on in the file, from 1; other lines count on from it.
        whole: whether the text is the whole file, so that fixes can be applied to it.
    """

    name: str
    text: str
    line: int = 1
    whole: bool = False
    _source: JsonSource | None = None
    _lines: Lines | None = None

    def __reduce__(self) -> tuple[type[Document], tuple[str, str, int, bool]]:
        """From one process to another goes the text: it is read again where it is asked."""
        return Document, (self.name, self.text, self.line, self.whole)

    @property
    def source(self) -> JsonSource:
        """What was read."""
        if self._source is None:
            self._source = read_json(self.text)
        return self._source

    def at(self, offset: int, pointer: str | None = None) -> Place:
        """The place of an offset into the text."""
        if self._lines is None:
            self._lines = Lines(self.text)
        line, column = self._lines.place(offset)
        return Place(file=self.name, line=self.line + line - 1, column=column, pointer=pointer)

    def of(self, pointer: str) -> Place:
        """The place of a value; of the nearest one around it where it is missing."""
        above = pointer
        while above and above not in self.source.spans:
            above = above.rpartition("/")[0]
        span = self.source.spans.get(above)
        return self.at(span.start if span else 0, pointer or None)

    def key(self, pointer: str) -> Place:
        """The place of a member's key."""
        span = self.source.keys.get(pointer)
        return self.at(span.start, pointer) if span else self.of(pointer)

    @property
    def broken(self) -> bool:
        """Whether the JSON itself is wrong: what it says is then not looked at."""
        return any(each.kind != "byte-order-mark" for each in self.source.faults)

    def faults(self) -> Iterator[Finding]:
        """What is wrong with the JSON itself."""
        for fault in self.source.faults:
            needless = fault.kind == "byte-order-mark" or fault.message.startswith(TRAILING_COMMA)
            fix = Fix(fault.start, fault.start + 1, self.text[fault.start : fault.start + 1], "") if needless else None
            yield Finding(FAULTS[fault.kind], self.at(fault.start, fault.pointer or None), fault.message,
                          {"kind": fault.kind}, fix if self.whole else None)  # fmt: skip

    def mended(self, finding: Finding) -> Fix | None:
        """The replacement of a name or word that is a slip of another, as a schema finding states it."""
        near, pointer = finding.values.get("near"), finding.place.pointer or ""
        span = (self.source.keys if finding.rule is rules.FIELD_UNKNOWN else self.source.spans).get(pointer)
        if near is None or span is None or not self.whole:
            return None
        return Fix(span.start, span.end, self.text[span.start : span.end], json.dumps(near))

    def located(self, finding: Finding) -> Place:
        """The place of a finding whose pointer leads into this document."""
        pointer = finding.place.pointer or ""
        place = self.key(pointer) if finding.rule is rules.FIELD_UNKNOWN else self.of(pointer)
        return Place(file=place.file, line=place.line, column=place.column, pointer=finding.place.pointer,
                     record=finding.place.record)  # fmt: skip


def decoded(raw: bytes, name: str, line: int | None = None) -> tuple[str | None, list[Finding]]:
    """Bytes as UTF-8, or what keeps them from it.

    Args:
        raw: the bytes.
        name: the file.
        line: the line that they stand on in the file.
    """
    try:
        return raw.decode("utf-8"), []
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8", "replace")
        row, column = before.count("\n") + (line or 1), len(before) - before.rfind("\n")
        place = Place(file=name, line=row, column=column)
        return None, [Finding(rules.NOT_UTF8, place, f"byte 0x{raw[error.start]:02x}: {error.reason}")]
