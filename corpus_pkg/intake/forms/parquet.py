"""Parquet files of articles, as data hubs keep them: a row is an article."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from corpus_pkg.findings import Finding, Place
from corpus_pkg.findings.rules.files import EMPTY_FILE, TOO_LARGE
from corpus_pkg.findings.rules.forms import UNFOLDS
from corpus_pkg.findings.rules.tables import BAD_HEADER, BAD_PARQUET
from corpus_pkg.intake.fields import Fields
from corpus_pkg.intake.form import MOST_BYTES, Form, Reading
from corpus_pkg.intake.record import Records, record_digest
from corpus_pkg.intake.source.parquet import DAMAGE, batches, budget
from corpus_pkg.intake.unit import Unit, refused

MEDIA_TYPE = "application/vnd.apache.parquet"
_MAGIC = b"PAR1"
_SHOWN = 12


def _read(reading: Reading) -> Iterator[Unit]:
    # Its footer stands at its end: it is read from a file, not from a stream.
    with tempfile.TemporaryFile() as copy:
        shutil.copyfileobj(reading.stream, copy)
        size = copy.tell()
        copy.seek(0)
        try:
            file = pq.ParquetFile(copy)
            names = file.schema_arrow.names
        except DAMAGE as error:
            yield refused(_damage(reading.place, error))
            return
        wanted = _wanted(names, reading)
        if not wanted:
            message = f"no column is known as the text; they are {', '.join(map(str, names[:_SHOWN]))}"
            yield refused(Finding(BAD_HEADER, reading.place, message, {"columns": names[:50]}))
            return
        yield from _Rows(reading, file, wanted, budget(size)).units()


def _wanted(names: list[str], reading: Reading) -> list[str]:
    """The columns that say something of articles; none if none is the text."""
    fields = Fields(reading.mapping)
    text = [each for each in names if fields.leads(each, "text")]
    return [each for each in names if fields.leads(each)] if text else []


def _damage(place: Place, error: Exception) -> Finding:
    return Finding(BAD_PARQUET, place, f"{error}".partition("\n")[0][:300])


class _Rows:
    def __init__(self, reading: Reading, file: pq.ParquetFile, columns: list[str], most: int) -> None:
        self._reading, self._file, self._columns, self._most = reading, file, columns, most
        self._records = Records(reading, MEDIA_TYPE)

    def units(self) -> Iterator[Unit]:
        done, unfolded, found = 0, 0, batches(self._file, self._columns)
        while True:
            try:
                batch = next(found, None)
            except DAMAGE as error:
                yield refused(_damage(replace(self._reading.place, row=done), error))
                return
            if batch is None:
                break
            unfolded += batch.nbytes
            if unfolded > self._most:
                message = f"it unfolds to more than {self._most:,} bytes; the rest is not read"
                yield refused(Finding(UNFOLDS, replace(self._reading.place, row=done), message))
                return
            yield from self._batch(batch, done)
            done += batch.num_rows
        if not done:
            yield refused(Finding(EMPTY_FILE, self._reading.place, "it has columns and no row"))

    def _batch(self, batch: pa.RecordBatch, before: int) -> Iterator[Unit]:
        try:
            batch.validate(full=True)
            rows = batch.to_pylist()
        except DAMAGE:
            rows = [None] * batch.num_rows
        for index, row in enumerate(rows):
            place = replace(self._reading.place, row=before + index)
            yield self._unit(row, place) if row is not None else self._alone(batch.slice(index, 1), place)

    def _alone(self, batch: pa.RecordBatch, place: Place) -> Unit:
        """A row of a batch in which some row is damaged."""
        try:
            batch.validate(full=True)
            row = batch.to_pylist()[0]
        except DAMAGE as error:
            return refused(_damage(place, error))
        return self._unit(row, place)

    def _unit(self, row: dict[str, Any], place: Place) -> Unit:
        number = (place.row or 0) + 1
        unit = self._records.unit(row, f"{place.file}#{number}", record_digest(row), place)
        if unit.article is not None and len(unit.article.characters) > MOST_BYTES:
            return refused(Finding(TOO_LARGE, place, f"its text has {len(unit.article.characters):,} characters"))
        return unit


FORM = Form(name="Parquet", suffixes=(".parquet", ".pq"), fits=lambda head: head.startswith(_MAGIC), read=_read,
            unfolds=True)  # fmt: skip
