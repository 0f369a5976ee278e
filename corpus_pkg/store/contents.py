"""The content digests of a dataset from its article rows alone, written or not."""

from __future__ import annotations

import pyarrow as pa

from corpus_pkg.model.arrow import arrow_schema
from corpus_pkg.model.manifest import ConfigEntry
from corpus_pkg.model.rows import CHILD_TABLES, Row, child_rows
from corpus_pkg.model.tables import Table, table
from corpus_pkg.store.digest import ContentDigest

_TOGETHER = 256


class Contents:
    """Takes the rows of `articles` in their order."""

    def __init__(self) -> None:
        self._tables = (table("articles"), *CHILD_TABLES)
        self._digests = {each.name: ContentDigest() for each in self._tables}
        self._waiting: dict[str, list[Row]] = {each.name: [] for each in self._tables}

    def add(self, row: Row) -> None:
        """Takes an article and what is nested in it."""
        for each in self._tables:
            waiting = self._waiting[each.name]
            waiting += child_rows(row, each) if each.child else [row]
            if len(waiting) >= _TOGETHER:
                self._flush(each)

    def entries(self) -> list[ConfigEntry]:
        """The configs that have rows."""
        for each in self._tables:
            self._flush(each)
        return [ConfigEntry(name=name, rows=digest.rows, content_sha256=digest.hexdigest())
                for name, digest in self._digests.items() if digest.rows]  # fmt: skip

    def _flush(self, table: Table) -> None:
        if rows := self._waiting[table.name]:
            self._digests[table.name].add(pa.Table.from_pylist(rows, schema=arrow_schema(table)).combine_chunks())
            self._waiting[table.name] = []
