"""Tables: CSV, TSV and their like; a row is an article, and a bad row costs itself alone."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace

from corpus_pkg.findings import Finding, Place
from corpus_pkg.findings.rules.files import EMPTY_FILE, TOO_LARGE, UNDECODABLE_FILE
from corpus_pkg.findings.rules.tables import BAD_HEADER, BAD_ROW, TABLE_READ_AS
from corpus_pkg.intake.fields import Fields
from corpus_pkg.intake.form import MOST_BYTES, Form, Reading
from corpus_pkg.intake.record import Records, record_digest
from corpus_pkg.intake.source.lines import bounded_lines
from corpus_pkg.intake.table.dialect import DELIMITERS, Dialect, looks_like_header, read_dialect
from corpus_pkg.intake.table.rows import Row, Rows
from corpus_pkg.intake.table.wide import Narrowed, wide_encoding
from corpus_pkg.intake.unit import Unit, refused
from corpus_pkg.text.encoding import Decoded, NotText, decode

_HEAD = 1 << 16
_LOST = "\ufffd".encode()
_MEDIA = {"\t": "text/tab-separated-values"}
_SHOWN = 120


def _read(reading: Reading) -> Iterator[Unit]:
    wide = wide_encoding(reading.stream.peek(_HEAD))
    stream = io.BufferedReader(Narrowed(reading.stream, wide), _HEAD) if wide else reading.stream
    head = stream.peek(_HEAD)
    fields = Fields(reading.mapping)
    dialect = read_dialect(head[: head.rfind(b"\n") + 1] or head, fields)
    if dialect is None or (twice := [each for each in dialect.twice if fields.leads(each)]):
        fault = _no_header(head) if dialect is None else f"the column {twice[0]!r:.60} stands in it twice"
        yield refused(Finding(BAD_HEADER, replace(reading.place, line=1), fault))
        return
    table = _Table(dialect, reading, wide)
    lines = bounded_lines(stream, MOST_BYTES)
    for _ in range(dialect.skipped):
        next(lines, None)
    empty = True
    for row in Rows(lines, dialect.delimiter, MOST_BYTES, quoted=dialect.quoted):
        empty = False
        yield table.unit(row)
    if empty:
        yield refused(Finding(EMPTY_FILE, reading.place, "it has a header and no row"))


class _Table:
    """The rows of one table as units."""

    def __init__(self, dialect: Dialect, reading: Reading, wide: str | None) -> None:
        self._dialect, self._reading, self._wide = dialect, reading, wide
        self._records = Records(reading, _MEDIA.get(dialect.delimiter, "text/csv"))
        self._notes = [self._read_as()] if dialect.delimiter != "," or not dialect.header else []

    def unit(self, row: Row) -> Unit:
        notes, self._notes = self._notes, []
        unit = self._unit(row)
        return replace(unit, findings=(*notes, *unit.findings))

    def _unit(self, row: Row) -> Unit:
        place = replace(self._reading.place, line=row.line)
        if row.size > MOST_BYTES:
            return refused(Finding(TOO_LARGE, place, f"the row has {row.size:,} bytes", {"bytes": row.size}))
        if row.cells is None:
            return refused(Finding(BAD_ROW, place, row.fault))
        columns = self._dialect.columns
        cells = row.cells[: len(columns)] if not any(row.cells[len(columns) :]) else row.cells
        if len(cells) != len(columns):
            return refused(Finding(BAD_ROW, place, f"it has {len(cells)} cells, and the header {len(columns)}"))
        if self._wide and any(_LOST in each for each in cells):
            return refused(Finding(UNDECODABLE_FILE, place, f"characters of it are not {self._wide}"))
        decoded = decode(b"\n".join(cells), None if self._wide else self._reading.given.encoding)
        if isinstance(decoded, NotText):
            return refused(Finding(decoded.rule, place, decoded.reason))
        return self._article([each.decode(decoded.encoding) for each in cells], decoded, place)

    def _article(self, cells: list[str], decoded: Decoded, place: Place) -> Unit:
        record = {name: cell for name, cell in zip(self._dialect.columns, cells, strict=True) if name}
        path = f"{place.file}#L{place.line}"
        unit = self._records.unit(record, path, record_digest(record), place)
        if unit.article is None:
            return unit
        provenance = "bom" if self._wide else decoded.provenance
        return replace(unit, article=replace(unit.article, encoding=self._wide or decoded.encoding,
                                             encoding_provenance=provenance))  # fmt: skip

    def _read_as(self) -> Finding:
        how = f"its cells are parted by {DELIMITERS[self._dialect.delimiter]}"
        how += "" if self._dialect.quoted else ", and quotation marks are part of them"
        how += "" if self._dialect.header else "; it has no header, and its columns are named by their numbers"
        return Finding(TABLE_READ_AS, replace(self._reading.place, line=1), how)


def _no_header(head: bytes) -> str:
    first = head.partition(b"\n")[0].decode("utf-8", "replace").strip()
    return f"no column of its first row is known as the text: {first[:_SHOWN]!r}"


FORM = Form(name="table", suffixes=(".csv", ".tsv", ".tab"), fits=looks_like_header, read=_read)
