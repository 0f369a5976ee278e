"""Judges records: `.jsonl` in blocks of lines, `.json` as one record or an array of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import orjson
import pyarrow as pa

from corpus_pkg.findings import Finding, Place, Severity
from corpus_pkg.findings.rules import schema as rules
from corpus_pkg.findings.rules.files import UNREADABLE_FILE
from corpus_pkg.intake.source.document import Document, decoded
from corpus_pkg.intake.source.lines import Block, Line, blocks
from corpus_pkg.model.frozen import frozen_schema
from corpus_pkg.model.version import SCHEMA_VERSION
from corpus_pkg.validate.columns.judge import Ground, article_findings
from corpus_pkg.validate.columns.row import placed_findings
from corpus_pkg.validate.records.block import read_block
from corpus_pkg.validate.records.dates import with_dates
from corpus_pkg.validate.records.line import kind_of, record_findings
from corpus_pkg.validate.target import Steps

MOST_LINE = 10_000_000
_BLOCK_BYTES = 8 * 1024 * 1024
_MOST_LOCATED = 10_000


class Records:
    """Judges files of records.

    Args:
        today: a publication date after it is impossible.
        steps: counts what was looked at.
    """

    def __init__(self, today: dt.date, steps: Steps) -> None:
        # Whether a dataset states a licence is not known of records alone.
        self._ground = Ground(frozen_schema(SCHEMA_VERSION, "article"), today, licensed=True)
        self._steps = steps
        self._located = 0

    def lines(self, path: Path, name: str) -> Iterator[Finding]:
        """What is wrong with a file of JSON Lines; a line that is wrong stops no other."""
        try:
            with path.open("rb") as stream:
                for block, rows in _ahead(blocks(stream, _BLOCK_BYTES)):
                    yield from self._block(name, block, rows)
        except OSError as error:
            yield Finding(UNREADABLE_FILE, Place(file=name), f"it cannot be read: {error.strerror}")

    def document(self, path: Path, name: str) -> Iterator[Finding]:
        """What is wrong with a JSON file that holds one record, or an array of them."""
        try:
            size = path.stat().st_size
            raw = path.read_bytes() if size <= MOST_LINE else b""
        except OSError as error:
            yield Finding(UNREADABLE_FILE, Place(file=name), f"it cannot be read: {error.strerror}")
            return
        if size > MOST_LINE:
            yield Finding(rules.LINE_TOO_LONG, Place(file=name), f"it has {size:,} bytes; write one record a line")
            return
        text, findings = decoded(raw, name)
        yield from findings
        if text is None:
            return
        document = Document(name, text)
        yield from document.faults()
        value = document.source.value
        if document.broken:
            return
        listed = isinstance(value, list)
        for index, record in enumerate(value if listed else [value]):
            above = f"/{index}" if listed else ""
            for finding in self._record(record, Place(file=name)):
                inner = replace(finding, place=replace(finding.place, pointer=above + (finding.place.pointer or "")))
                yield replace(inner, place=document.located(inner))

    def _record(self, record: Any, place: Place) -> Iterator[Finding]:  # noqa: ANN401  a JSON value
        """One record, by its schema and, where that is sound, by all the rest."""
        self._steps.count("records")
        findings = list(record_findings(record, replace(place, record=_id(record))))
        yield from findings
        if kind_of(record) == "article" and not any(each.severity is Severity.ERROR for each in findings):
            self._steps.version(record["schema_version"])
            yield from placed_findings(with_dates(record), self._ground, place)

    def _block(self, name: str, block: Block, rows: pa.RecordBatch | None) -> Iterator[Finding]:
        if rows is None or rows.column("schema_version").unique().to_pylist() != [SCHEMA_VERSION]:
            for each in block.lines(MOST_LINE):
                yield from self._line(name, each)
            return
        self._steps.count("records", rows.num_rows)
        self._steps.version(SCHEMA_VERSION)
        found = list(article_findings(rows, self._ground, lambda row: Place(file=name, row=row)))
        if not found:
            return
        lines, document = list(block.lines(MOST_LINE)), (-1, Document(name, ""))
        for finding in sorted(found, key=lambda each: each.place.row or 0):
            row = finding.place.row or 0
            if row != document[0]:
                document = row, Document(name, (lines[row].content or b"").decode("utf-8"), lines[row].number)
            yield self._placed(finding, document[1])

    def _placed(self, finding: Finding, document: Document) -> Finding:
        """With the column of the value that is wrong, for as many findings as anyone reads."""
        self._located += 1
        if self._located > _MOST_LOCATED:
            return replace(finding, place=replace(finding.place, row=None, line=document.line))
        return replace(finding, place=document.located(finding))

    def _line(self, name: str, line: Line) -> Iterator[Finding]:
        """One line, strictly; an empty one is passed over."""
        if line.content is None:
            message = f"the line has {line.size:,} bytes"
            yield Finding(rules.LINE_TOO_LONG, Place(file=name, line=line.number), message, {"bytes": line.size})
            return
        if not line.content.strip():
            return
        text, findings = decoded(line.content, name, line.number)
        yield from findings
        if text is None:
            return
        document = Document(name, text, line.number)
        place = Place(file=name, line=line.number)
        read = _sound(line.content)
        found = list(self._record(orjson.loads(line.content), place)) if read else []
        # What is sound by its schema is not nested too deeply either; of all else the faults of its JSON come first.
        if found or not read:
            yield from document.faults()
            value = document.source.value
            if document.broken:
                return
            found = found if read else list(self._record(value, place))
        for finding in found:
            yield self._placed(finding, document)


def _ahead(found: Iterable[Block]) -> Iterator[tuple[Block, pa.RecordBatch | None]]:
    """Blocks with their rows; while one is judged, a second thread reads the next."""
    with ThreadPoolExecutor(1) as pool:
        waiting: tuple[Block, Future[pa.RecordBatch | None]] | None = None
        for block in found:
            reading = pool.submit(read_block, block.content or b"")
            if waiting:
                yield waiting[0], waiting[1].result()
            waiting = block, reading
        if waiting:
            yield waiting[0], waiting[1].result()


def _sound(raw: bytes) -> bool:
    """Whether a line is JSON without a key that stands twice: written out again it is what it was."""
    try:
        # What is read may be nested too deeply to be written, which is a TypeError.
        return orjson.dumps(orjson.loads(raw)) == raw.strip()
    except (ValueError, TypeError):
        return False


def _id(record: object) -> str | None:
    own = record.get("id") if isinstance(record, dict) else None
    return own if isinstance(own, str) else None
