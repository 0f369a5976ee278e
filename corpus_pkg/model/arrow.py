"""The Arrow schema of each config, derived from the record types."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import is_dataclass
from functools import cache
from typing import Any

import pyarrow as pa

from corpus_pkg.model.declare import Field, fields_of
from corpus_pkg.model.tables import Table
from corpus_pkg.model.version import SCHEMA_VERSION, order

_SCALARS: dict[type, Any] = {
    str: pa.string(),
    int: pa.int64(),
    float: pa.float64(),
    bool: pa.bool_(),
    dt.date: pa.date32(),
    dt.datetime: pa.timestamp("us", tz="UTC"),
}


def _type(field: Field, version: str) -> pa.DataType:
    base = field.shape.base
    plain = pa.struct(_fields(fields_of(base), version)) if is_dataclass(base) else _SCALARS[base]
    return pa.list_(pa.field("element", plain, nullable=False)) if field.shape.repeated else plain


def _fields(fields: Iterable[Field], version: str) -> list[pa.Field]:
    """The fields that a version of the schema has, as it has them."""
    return [
        pa.field(each.name, _type(each, version), nullable=_nullable(each, version))
        for each in fields
        if order(each.declaration.since) <= order(version)
    ]


def _nullable(field: Field, version: str) -> bool:
    since = field.declaration.nullable_since
    return field.shape.optional and (since is None or order(since) <= order(version))


@cache
def arrow_schema(table: Table, version: str = SCHEMA_VERSION) -> pa.Schema:
    """The Arrow schema of a config, nullability included.

    Args:
        table: the config.
        version: the version of the published schema.
    """
    return pa.schema(_fields(table.fields, version))
