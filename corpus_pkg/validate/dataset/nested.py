"""A flat table against the records nested in articles: the same rows, in the same order."""

from __future__ import annotations

from collections.abc import Iterator

import pyarrow as pa

from corpus_pkg.findings import Finding, Place
from corpus_pkg.findings.rules.dataset import NESTED_DIFFERS
from corpus_pkg.model.arrow import arrow_schema
from corpus_pkg.model.tables import Table
from corpus_pkg.validate.columns.frame import Batch, plain_value
from corpus_pkg.validate.dataset.stream import Pull

_REPEATED = {"article_id": "id", "date": "date", "source": "source"}
_SOME = 4096


class Flat:
    """One child table, walked beside the articles.

    Args:
        table: the table.
        rows: its rows.
        version: the schema version that they follow.
    """

    def __init__(self, table: Table, rows: Pull, version: str) -> None:
        self._table, self._rows = table, rows
        self._schema = arrow_schema(table, version)
        self._differs = False

    def compare(self, batch: Batch, place: Place) -> tuple[pa.Table, list[Finding]]:
        """Takes as many rows as a batch of articles nests, and says where the two part; only the first difference.

        Returns:
            The rows taken, and a finding where they differ.
        """
        wanted = self._nested(batch)
        found, where = self._rows.take(wanted.num_rows)
        if self._differs or found.equals(wanted):
            return found, []
        self._differs = True
        return found, [self._difference(found, wanted, where or Place(file=self._table.name), place)]

    def rest(self) -> Iterator[tuple[pa.Table, list[Finding]]]:
        """Rows that are left when all articles are through."""
        while True:
            found, where = self._rows.take(_SOME)
            if not found.num_rows or where is None:
                return
            own = found["id"][0].as_py()
            extra = Finding(
                NESTED_DIFFERS, Place(file=where.file, row=where.row, record=own), f"{own} is nested in no article"
            )
            yield found, [] if self._differs else [extra]
            self._differs = True

    def _nested(self, batch: Batch) -> pa.Table:
        items = batch.listed(self._table.name)
        rows = pa.array(items.rows)
        columns = [batch.articles.column(_REPEATED[each.name]).take(rows) if each.name in _REPEATED
                   else items.column(each.name) for each in self._schema]  # fmt: skip
        return pa.Table.from_arrays(columns, schema=self._schema)

    def _difference(self, found: pa.Table, wanted: pa.Table, where: Place, place: Place) -> Finding:
        least = min(found.num_rows, wanted.num_rows)
        for row in range(least):
            one, two = found.slice(row, 1), wanted.slice(row, 1)
            if not one.equals(two):
                own = wanted["id"][row].as_py()
                column = next(name for name in wanted.column_names if not one[name].equals(two[name]))
                message = f"column {column} of {own} differs from the record nested in an article of {place.file}"
                at = Place(file=where.file, row=(where.row or 0) + row, pointer=f"/{column}", record=own)
                shown = [str(plain_value(each[column][0]))[:200] for each in (one, two)]
                return Finding(NESTED_DIFFERS, at, message, {"flat": shown[0], "nested": shown[1]})
        own = wanted["id"][least].as_py()
        return Finding(NESTED_DIFFERS, where, f"{own}, nested in an article of {place.file}, is missing")
