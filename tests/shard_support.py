"""Shards of articles for tests."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import pyarrow as pa
import pyarrow.parquet as pq
from record_support import records

from corpus_pkg.model.arrow import arrow_schema
from corpus_pkg.model.tables import table
from corpus_pkg.validate.dataset.shards import Shard
from corpus_pkg.validate.records.dates import with_dates

SCHEMA: Final = arrow_schema(table("articles"))
_GROUP: Final = 3


def write_shards(folder: Path, wanted: Mapping[str, Sequence[Mapping[str, Any]]]) -> list[Shard]:
    """Writes articles by SPLIT-NUMBER; of each is stated what differs from one that is sound."""
    whole = with_dates(records()[0]) | {"date": dt.date(2025, 1, 1)}
    found = []
    for name, rows in wanted.items():
        path = folder / f"{name}.parquet"
        pq.write_table(
            pa.Table.from_pylist([whole | each for each in rows], schema=SCHEMA), path, row_group_size=_GROUP
        )
        found.append(Shard(path, f"articles/{path.name}", name.partition("-")[0], len(rows)))
    return found
