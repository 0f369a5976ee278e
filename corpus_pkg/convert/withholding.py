"""Rows on their way to a dataset that may be passed on: texts that may not are left out, what they were is proved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from corpus_pkg.model.manifest import ConfigEntry
from corpus_pkg.model.rows import Row
from corpus_pkg.model.withheld import may_be_passed_on, withhold
from corpus_pkg.store.contents import Contents


class Withholding:
    """Article rows with the texts of those withheld that may not be passed on.

    Args:
        rows: the rows, whole.
    """

    def __init__(self, rows: Iterable[Row]) -> None:
        self._rows = rows
        self._contents = Contents()
        self._withheld = 0

    def __iter__(self) -> Iterator[Row]:
        for row in self._rows:
            self._contents.add(row)
            if may_be_passed_on(row):
                yield row
            else:
                self._withheld += 1
                yield withhold(row)

    def complete(self) -> list[ConfigEntry]:
        """The configs as they are with every text in its place; empty where none was withheld."""
        return self._contents.entries() if self._withheld else []
