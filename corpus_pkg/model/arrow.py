"""The Arrow schema of each config, derived from the record types."""

from __future__ import annotations

import datetime as dt
from dataclasses import is_dataclass
from functools import cache
from typing import Any

import pyarrow as pa

from corpus_pkg.model.declare import Field, fields_of
from corpus_pkg.model.tables import Table

_SCALARS: dict[type, Any] = {
    str: pa.string(),
    int: pa.int64(),
    float: pa.float64(),
    bool: pa.bool_(),
    dt.date: pa.date32(),
    dt.datetime: pa.timestamp("us", tz="UTC"),
}


def _type(field: Field) -> pa.DataType:
    base = field.shape.base
    plain = pa.struct([_field(each) for each in fields_of(base)]) if is_dataclass(base) else _SCALARS[base]
    return pa.list_(pa.field("element", plain, nullable=False)) if field.shape.repeated else plain


def _field(field: Field) -> pa.Field:
    return pa.field(field.name, _type(field), nullable=field.shape.optional)


@cache
def arrow_schema(table: Table) -> pa.Schema:
    """The Arrow schema of a config, nullability included."""
    return pa.schema([_field(each) for each in table.fields])
