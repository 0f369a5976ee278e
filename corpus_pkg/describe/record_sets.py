"""The configs of a dataset as record sets of Croissant 1.1, derived from the declarations."""

from __future__ import annotations

import datetime as dt
from dataclasses import is_dataclass
from typing import Any

from corpus_pkg.model.declare import Field, fields_of
from corpus_pkg.model.tables import Table

Json = dict[str, Any]
_TYPES: dict[type, str] = {
    str: "sc:Text",
    int: "cr:Int64",
    float: "cr:Float64",
    bool: "sc:Boolean",
    dt.date: "sc:Date",
    dt.datetime: "sc:DateTime",
}


def record_set(table: Table, file_set: str) -> Json:
    """A config as a record set whose fields are its columns; records in a column are its sub-fields.

    Args:
        table: the config.
        file_set: id of the file set that holds its shards.
    """
    return {
        "@type": "cr:RecordSet",
        "@id": table.name,
        "name": table.name,
        "description": (table.record.__doc__ or "").partition("\n")[0],
        "key": {"@id": f"{table.name}/{table.fields[0].name}"},
        "field": [_field(each, table.name, file_set, each.name, "") for each in table.fields],
    }


def _field(field: Field, above: str, file_set: str, column: str, path: str | None) -> Json:
    """A field.

    Args:
        field: its declaration.
        above: id of what it is a part of.
        file_set: id of the file set that holds its shards.
        column: the column that holds it.
        path: the JSONPath (RFC 9535) that leads to it inside the records of the column; empty for the column itself;
            None for what is described and has no source.
    """
    own, shape = f"{above}/{field.name}", field.shape
    unit = f" Unit: {field.declaration.unit}." if field.declaration.unit else ""
    value: Json = {"@type": "cr:Field", "@id": own, "name": field.name, "description": field.declaration.doc + unit}
    if shape.repeated:
        value |= {"isArray": True, "arrayShape": "-1"}
    if is_dataclass(shape.base):
        # The records of a column are reached one by one; of records in a list inside them no reader yet makes records.
        inside = None if path is None or (path and shape.repeated) else path or "$"
        value["subField"] = [
            _field(each, own, file_set, column, inside and f"{inside}['{each.name}']") for each in fields_of(shape.base)
        ]
        return value
    value["dataType"] = _TYPES[shape.base]
    if path is not None:
        transform = {"transform": {"jsonPath": path}} if path else {}
        value["source"] = {"fileSet": {"@id": file_set}, "extract": {"column": column}, **transform}
    return value
