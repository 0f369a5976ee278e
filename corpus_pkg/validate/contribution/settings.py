"""`corpus.toml`: what the dataset says of itself, with a place for everything that is wrong."""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from corpus_pkg.convert.settings import RIGHTS, mapping_faults
from corpus_pkg.findings import Finding, Place, Rule
from corpus_pkg.findings.finding import Fix
from corpus_pkg.findings.rules import card as rules
from corpus_pkg.findings.rules import schema as forms
from corpus_pkg.intake.fields import MAPPING
from corpus_pkg.intake.rights import rights_fault
from corpus_pkg.intake.source.document import decoded
from corpus_pkg.intake.source.place import Lines, Span
from corpus_pkg.intake.source.toml_source import read_toml
from corpus_pkg.model.declare import Field, fields_of
from corpus_pkg.model.licences import is_spdx, spelled
from corpus_pkg.model.manifest import Description

_LONGEST = 60
MOST_BYTES = 1_000_000
_FIELDS = {each.name: each for each in fields_of(Description)}


def settings_findings(path: Path, name: str) -> Iterator[Finding]:
    """What is wrong with a `corpus.toml`.

    Args:
        path: where it lies.
        name: how findings call it.
    """
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            yield Finding(forms.TOML_SYNTAX, Place(file=name), f"it has {size:,} bytes", {"bytes": size})
            return
        text, findings = decoded(path.read_bytes(), name)
    except OSError as error:
        yield Finding(forms.TOML_SYNTAX, Place(file=name), f"it cannot be read: {error.strerror}")
        return
    yield from findings
    if text is not None:
        yield from _Settings(text, name).findings()


class _Settings:
    def __init__(self, text: str, name: str) -> None:
        self._text, self._name = text, name
        self._lines, self._source = Lines(text), read_toml(text)

    def findings(self) -> Iterator[Finding]:
        for fault in self._source.faults:
            rule = forms.BYTE_ORDER_MARK if fault.kind == "byte-order-mark" else forms.TOML_SYNTAX
            span = Span(fault.start, fault.end)
            fix = self._fix(span, "") if rule is forms.BYTE_ORDER_MARK else None
            yield self._finding(rule, span, None, fault.message, fix)
        values = self._source.value
        if values is None:
            return
        for key, value in values.items():
            if key in _FIELDS:
                yield from self._value(_FIELDS[key], value)
            elif key == MAPPING:
                span = self._source.keys["/" + MAPPING]
                yield from (self._finding(rules.SETTINGS, span, key, each) for each in mapping_faults(value))
            elif key == RIGHTS:
                wrong = rights_fault(value)
                if wrong:
                    yield self._finding(rules.SETTINGS, self._source.keys["/" + RIGHTS], key, f"[{RIGHTS}]: {wrong}")
            else:
                yield self._unknown(key, values)
        if not values.get("license"):
            yield Finding(rules.CARD_LICENCE_MISSING, Place(file=self._name), "license is not stated")
        if not values.get("citation"):
            yield Finding(rules.CARD_CITATION, Place(file=self._name), "citation is not stated")

    def _unknown(self, key: str, values: dict[str, Any]) -> Finding:
        near = difflib.get_close_matches(key[:_LONGEST], _FIELDS.keys() - values.keys(), 1, 0.75)
        span = self._source.keys["/" + key.replace("~", "~0").replace("/", "~1")]
        message = f"unknown key {key!r:.60}" + (
            f"; did you mean {near[0]!r}?" if near else f"; known are {', '.join(_FIELDS)}"
        )
        return self._finding(rules.SETTINGS, span, key, message, self._fix(span, near[0]) if near else None)

    def _value(self, field: Field, value: object) -> Iterator[Finding]:
        span, pattern = self._source.spans["/" + field.name], field.declaration.pattern
        strings = value if isinstance(value, list) else [value]
        sound = isinstance(value, list) == field.shape.repeated and all(
            isinstance(each, str) and each for each in strings
        )
        if not sound or (pattern and not re.match(pattern, str(value))):
            wanted = "a list of strings" if field.shape.repeated else "a string of the right form"
            yield self._finding(rules.SETTINGS, span, field.name, f"{field.name} = {value!r:.80} is not {wanted}")
        elif field.name == "license":
            proper = spelled(str(value))
            if not is_spdx(str(value)):
                yield self._finding(rules.LICENCE_UNKNOWN, span, field.name, f"{value!r:.80} is no SPDX identifier")
            elif proper and proper != value:
                message = f"SPDX spells it {proper}"
                fix = self._fix(span, json.dumps(proper))
                yield self._finding(rules.LICENCE_UNKNOWN, span, field.name, message, fix)

    def _finding(self, rule: Rule, span: Span, key: str | None, message: str, fix: Fix | None = None) -> Finding:
        line, column = self._lines.place(span.start)
        place = Place(file=self._name, line=line, column=column, pointer=f"/{key}" if key else None)
        return Finding(rule, place, message, {}, fix)

    def _fix(self, span: Span, new: str) -> Fix:
        return Fix(span.start, span.end, self._text[span.start : span.end], new)
