"""The sidecar NAME.meta.toml: what the contributor knows about NAME.txt."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from corpus_pkg.findings import Finding, Place
from corpus_pkg.findings.finding import Fix
from corpus_pkg.findings.rules.files import BAD_SIDECAR
from corpus_pkg.intake.mending import mended_key, mended_value
from corpus_pkg.intake.raw import Given
from corpus_pkg.intake.source.place import Lines, Span, line_column
from corpus_pkg.intake.source.toml_source import MOST_CHARACTERS, TomlSource, read_toml
from corpus_pkg.intake.source.tree import escaped
from corpus_pkg.intake.values import READERS, read_given


def read_sidecar(path: Path, name: str, today: dt.date) -> tuple[Given | None, list[Finding]]:
    """What a sidecar states, and what is wrong with it; nothing is taken from one that is damaged.

    Args:
        path: where it lies.
        name: its path relative to the source given.
        today: the day of conversion.
    """
    try:
        size = path.stat().st_size
        if size > MOST_CHARACTERS:
            return None, [Finding(BAD_SIDECAR, Place(file=name), f"it has {size:,} bytes", {"bytes": size})]
        raw = path.read_bytes()
        text = raw.decode("utf-8")
    except OSError as error:
        return None, [Finding(BAD_SIDECAR, Place(file=name), f"it cannot be read: {error.strerror}")]
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8")
        line, column = line_column(before, len(before))
        place = Place(file=name, line=line, column=column)
        return None, [Finding(BAD_SIDECAR, place, f"it is not UTF-8: {error.reason} 0x{raw[error.start]:02x}")]
    return _Sidecar(text, name, today).read()


class _Sidecar:
    def __init__(self, text: str, name: str, today: dt.date) -> None:
        self._text = text
        self._name = name
        self._today = today
        self._lines = Lines(text)
        self._source: TomlSource = read_toml(text)

    def read(self) -> tuple[Given | None, list[Finding]]:
        damage = [*self._faults(), *self._unknown()]
        values = {key: value for key, value in (self._source.value or {}).items() if key in READERS}
        place = Place(file=self._name)
        given, findings = read_given(values, place, self._today, self._where)
        return None if damage else given, damage + [self._mended(each, values) for each in findings]

    def _faults(self) -> Iterator[Finding]:
        for fault in self._source.faults:
            place = self._place(Span(fault.start, fault.end), fault.pointer or None)
            message = f"it is not sound TOML: {fault.message}"
            fix = self._fix(Span(fault.start, fault.end), "") if fault.kind == "byte-order-mark" else None
            yield Finding(BAD_SIDECAR, place, message, {"kind": fault.kind}, fix)

    def _unknown(self) -> Iterator[Finding]:
        value = self._source.value or {}
        free = [key for key in READERS if key not in value]
        for key in [each for each in value if each not in READERS]:
            span = self._source.keys[escaped(key)]
            # A table is not what any known key holds: its name alone would not mend it.
            near = None if isinstance(value[key], dict) else mended_key(key, free)
            if near:
                free.remove(near)
            message = f"unknown key {key!r:.60}; known are {', '.join(READERS)}"
            fix = self._fix(span, near) if near else None
            yield Finding(BAD_SIDECAR, self._place(span, escaped(key)), message, {"keys": [key]}, fix)

    def _mended(self, finding: Finding, values: dict[str, object]) -> Finding:
        field = finding.values["field"]
        new = mended_value(field, values[field], self._today)
        if new is None:
            return finding
        # What JSON writes of printable characters is a TOML string too.
        return replace(finding, fix=self._fix(self._source.spans[escaped(field)], json.dumps(new, ensure_ascii=False)))

    def _where(self, field: str) -> Place:
        return self._place(self._source.spans[escaped(field)], escaped(field))

    def _place(self, span: Span, pointer: str | None) -> Place:
        line, column = self._lines.place(span.start)
        return Place(file=self._name, line=line, column=column, pointer=pointer)

    def _fix(self, span: Span, new: str) -> Fix:
        return Fix(*span, self._text[span.start : span.end], new)
