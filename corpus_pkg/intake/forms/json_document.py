"""JSON documents: one article, a list of articles, or an object with a list of them, as news services answer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from corpus_pkg.findings import Finding, Place
from corpus_pkg.findings.rules.files import TOO_LARGE
from corpus_pkg.findings.rules.forms import BAD_DOCUMENT
from corpus_pkg.intake import json_text
from corpus_pkg.intake.fields import Fields, records_in, text_of
from corpus_pkg.intake.form import Form, Reading
from corpus_pkg.intake.record import Records, record_digest
from corpus_pkg.intake.source.document import decoded
from corpus_pkg.intake.source.json_source import read_json
from corpus_pkg.intake.source.place import line_column
from corpus_pkg.intake.source.tree import escaped
from corpus_pkg.intake.unit import Unit, refused

MEDIA_TYPE = "application/json"
_MOST_BYTES = 256_000_000
_OPENS = re.compile(rb"\{\s*(?:\"|\}|\Z)|\[\s*(?:[{\]]|\Z)")


def _read(reading: Reading) -> Iterator[Unit]:
    raw = reading.stream.read(_MOST_BYTES + 1)
    if len(raw) > _MOST_BYTES:
        message = f"it has more than {_MOST_BYTES:,} bytes; write one article a line (.jsonl)"
        yield refused(Finding(TOO_LARGE, reading.place, message))
        return
    text, findings = decoded(raw, reading.name)
    if text is None:
        yield refused(findings[0])
        return
    try:
        value = json_text.loads(text)
    except ValueError as error:
        yield refused(_fault(text, reading, f"{error}"))
        return
    above, records = _records(value, Fields(reading.mapping))
    if not records:
        yield refused(Finding(BAD_DOCUMENT, reading.place, f"it holds no article: a JSON {type(value).__name__}"))
    reader = Records(reading, MEDIA_TYPE)
    for number, record in enumerate(records):
        pointer = above if above is None else f"{above}/{number}"
        yield _unit(record, reader, replace(reading.place, pointer=pointer), number + 1 if pointer else None)


def _unit(record: Any, reader: Records, place: Place, number: int | None) -> Unit:  # noqa: ANN401  JSON is of any type
    if not isinstance(record, dict):
        return refused(Finding(BAD_DOCUMENT, place, f"a JSON {type(record).__name__} in the place of an article"))
    path = place.file if number is None else f"{place.file}#{number}"

    def where(keys: tuple[str, ...]) -> Place:
        return replace(place, pointer=(place.pointer or "") + "".join(map(escaped, keys)))

    return reader.unit(record, path, record_digest(record), place, where)


def _records(value: Any, fields: Fields) -> tuple[str | None, list[Any]]:  # noqa: ANN401  JSON is of any type
    """The records of a document, and the pointer to their list; None for a document that is one record."""
    if isinstance(value, list):
        return "", value
    if not isinstance(value, dict):
        return None, []
    # An object with a text of its own is an article, whatever it lists besides.
    wrapped = None if any(text_of(each.value) for each in fields.all(value, "text")) else records_in(value)
    return wrapped or (None, [value])


def _fault(text: str, reading: Reading, reason: str) -> Finding:
    faults = sorted(read_json(text).faults, key=lambda each: each.kind == "huge-number")
    if not faults:
        return Finding(BAD_DOCUMENT, reading.place, reason)
    line, column = line_column(text, faults[0].start)
    place = replace(reading.place, line=line, column=column, pointer=faults[0].pointer or None)
    return Finding(BAD_DOCUMENT, place, faults[0].message, {"kind": faults[0].kind})


def _fits(head: bytes) -> bool:
    return _OPENS.match(head) is not None


FORM = Form(name="JSON", suffixes=(".json",), fits=_fits, read=_read)
