"""Rows of an older schema version lifted to the newest, losslessly: nothing is taken out, nothing is guessed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from corpus_pkg.model.arrow import arrow_schema
from corpus_pkg.model.ids import text_sha256
from corpus_pkg.model.tables import Table
from corpus_pkg.model.version import SCHEMA_VERSION, order

Columns = dict[str, pa.Array]


def lifted(rows: pa.RecordBatch, table: Table, version: str) -> pa.RecordBatch:
    """Rows of a config as the newest schema has them; the same rows where they follow it.

    Args:
        rows: the rows.
        table: their config.
        version: the schema version that they follow.
    """
    if version == SCHEMA_VERSION:
        return rows
    columns = dict(zip(rows.schema.names, rows.columns, strict=True))
    for reached, steps in _STEPS:
        if order(version) < order(reached) and table.name in steps:
            columns |= steps[table.name](columns)
    if "schema_version" in columns:
        columns["schema_version"] = pa.array([SCHEMA_VERSION] * len(rows), pa.string())
    wanted = arrow_schema(table)
    return pa.RecordBatch.from_arrays([retyped(columns[each.name], each.type) for each in wanted], schema=wanted)


def retyped(column: pa.Array, kind: pa.DataType) -> pa.Array:
    """The same values under a type that differs in what may be null alone: Arrow's cast looks into absent records."""
    if pa.types.is_struct(kind):
        inner = [retyped(each, own.type) for each, own in zip(column.flatten(), kind, strict=True)]
        mask = column.is_null() if column.null_count else None
        return pa.StructArray.from_arrays(inner, fields=list(kind), mask=mask)
    if pa.types.is_list(kind):
        return pa.ListArray.from_arrays(column.offsets, retyped(column.values, kind.value_type), type=kind)
    return column


def lifted_manifest(value: dict[str, Any]) -> dict[str, Any]:
    """The JSON of a manifest with what its schema version does not know yet."""
    return {"complete": [], **value}


def _measured(columns: Columns) -> Columns:
    """0.2.0 states length and digest of each text, so that it is proved without it."""
    digests = [text_sha256(each) for each in columns["text"].to_pylist()]
    return {
        "text_length": pc.utf8_length(columns["text"]).cast(pa.int64()),
        "text_sha256": pa.array(digests, pa.string()),
    }


_STEPS: tuple[tuple[str, dict[str, Callable[[Columns], Columns]]], ...] = (("0.2.0", {"articles": _measured}),)
"""What each version added, by config, the oldest first."""
