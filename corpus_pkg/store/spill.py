"""Rows kept on disk until all are there, then given back sorted: memory holds one index entry a row."""

from __future__ import annotations

import pickle
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from corpus_pkg.model.rows import Row


class _Entry(NamedTuple):
    key: tuple[str, str]
    path: str
    offset: int


class Spill:
    """Article rows in any order in, sorted by (date, id) out; one row for each id.

    Of two rows with one id the one with the smaller `raw_path` is kept, whichever came first, so that the outcome does
    not depend on the order of arrival.
    """

    def __init__(self, folder: Path) -> None:
        self._stream = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115  closed by __exit__
        self._entries: dict[str, _Entry] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with suppress(OSError):  # of a full disk, which was told; nothing is to be kept
            self._stream.close()

    def __len__(self) -> int:
        return len(self._entries)

    def add(self, row: Row) -> tuple[str, str] | None:
        """Takes a row.

        Returns:
            None; or, where the id is there already, the `raw_path` that was dropped and the one that was kept.
        """
        own, path = row["id"], row["raw_path"]
        known = self._entries.get(own)
        if known is not None and known.path <= path:
            return path, known.path
        self._stream.seek(0, 2)
        # An article without a date sorts first; ISO dates sort as strings.
        key = (row["date"].isoformat() if row["date"] else "", own)
        self._entries[own] = _Entry(key, path, self._stream.tell())
        pickle.dump(row, self._stream, protocol=pickle.HIGHEST_PROTOCOL)
        return (known.path, path) if known is not None else None

    def __iter__(self) -> Iterator[Row]:
        for entry in sorted(self._entries.values()):
            yield self._at(entry)

    def find(self, own: str) -> Row | None:
        """The row of that id; None where there is none."""
        entry = self._entries.get(own)
        return self._at(entry) if entry else None

    def _at(self, entry: _Entry) -> Row:
        self._stream.flush()
        self._stream.seek(entry.offset)
        row: Row = pickle.load(self._stream)  # noqa: S301  a temporary file of this process
        return row
