"""The order of a dataset's articles: by date, those without one first, then by id."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from corpus_pkg.findings import Finding, Place
from corpus_pkg.findings.rules.dataset import NOT_SORTED
from corpus_pkg.validate.columns.references import id_numbers
from corpus_pkg.validate.columns.texts import byte_lengths
from corpus_pkg.validate.dataset.stream import Rows

_NO_DATE = -(2**31)
_ID_LENGTH = 17


def of_length(column: pa.Array) -> bool:
    """Whether all ids are of their length, so that they can be read as numbers."""
    return bool((byte_lengths(column) == _ID_LENGTH).all())


class Order:
    """Follows the articles of a split from shard to shard."""

    def __init__(self) -> None:
        self._split, self._last = "", (_NO_DATE, 0)

    def take(self, rows: Rows) -> Iterator[Finding]:
        """Articles that stand after a later one."""
        if not of_length(rows.batch.column("id")) or not rows.batch.num_rows:
            return
        days = pc.fill_null(rows.batch.column("date").cast(pa.int32()), _NO_DATE).to_numpy(zero_copy_only=False)
        own = id_numbers(rows.batch.column("id"), letters=False)
        if rows.shard.split == self._split:
            days, own = np.append(np.int32(self._last[0]), days), np.append(np.uint64(self._last[1]), own)
        falling = (days[1:] < days[:-1]) | ((days[1:] == days[:-1]) & (own[1:] < own[:-1]))
        first = 0 if rows.shard.split == self._split else 1
        for index in np.flatnonzero(falling):
            place = rows.place(int(index) + first)
            record = rows.batch.column("id")[int(index) + first].as_py()
            yield Finding(
                NOT_SORTED, Place(file=place.file, row=place.row, record=record), "it stands after a later article"
            )
        self._split, self._last = rows.shard.split, (int(days[-1]), int(own[-1]))
