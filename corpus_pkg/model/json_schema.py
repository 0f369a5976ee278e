"""JSON Schema (2020-12) of every record type, derived from the declarations.

Dates are `YYYY-MM-DD`, instants RFC 3339; an object holds exactly the declared fields.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import is_dataclass
from typing import Any

from corpus_pkg.model.annotations import ID
from corpus_pkg.model.article import SHA256, Article
from corpus_pkg.model.correction import CORRECTABLE, Correction, correctable
from corpus_pkg.model.declare import Field, fields_of
from corpus_pkg.model.manifest import Manifest
from corpus_pkg.model.tables import TABLES, Table
from corpus_pkg.model.version import SCHEMA_VERSION

_SCALARS: dict[type, dict[str, str]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    dt.date: {"type": "string", "format": "date"},
    dt.datetime: {"type": "string", "format": "date-time"},
}
_CONSTRAINTS = {"minimum": "minimum", "maximum": "maximum", "min_length": "minLength"}


def _pattern(pattern: str) -> str:
    # ECMA 262, the dialect of JSON Schema, has no \Z: there `$` means the very end, which Python's does not.
    return pattern.removesuffix(r"\Z") + "$" if pattern.endswith(r"\Z") else pattern


def _value(field: Field) -> dict[str, Any]:
    shape, declaration = field.shape, field.declaration
    if is_dataclass(shape.base):
        return {"$ref": f"#/$defs/{shape.base.__name__}"}
    schema: dict[str, Any] = dict(_SCALARS[shape.base])
    if shape.choices:
        schema["enum"] = list(shape.choices)
    for name, keyword in _CONSTRAINTS.items():
        constraint = getattr(declaration, name)
        if constraint is not None:
            schema[keyword] = constraint
    if declaration.pattern is not None:
        schema["pattern"] = _pattern(declaration.pattern)
    return schema


def _property(field: Field) -> dict[str, Any]:
    schema = _value(field)
    if field.shape.repeated:
        schema = {"type": "array", "items": schema}
    if field.shape.optional:
        schema = {"anyOf": [schema, {"type": "null"}]}
    unit = f" Unit: {field.declaration.unit}." if field.declaration.unit else ""
    return {"description": field.declaration.doc + unit, **schema}


def _object(fields: Iterable[Field], doc: str) -> dict[str, Any]:
    columns = tuple(fields)
    return {
        "description": doc,
        "type": "object",
        "properties": {each.name: _property(each) for each in columns},
        "required": [each.name for each in columns],
        "additionalProperties": False,
    }


def _doc(record: type) -> str:
    return (record.__doc__ or "").partition("\n")[0]


def _nested(fields: Iterable[Field]) -> dict[str, type]:
    found: dict[str, type] = {}
    for each in fields:
        base = each.shape.base
        if is_dataclass(base) and base.__name__ not in found:
            found[base.__name__] = base
            found.update(_nested(fields_of(base)))
    return found


def _document(name: str, fields: tuple[Field, ...], doc: str) -> dict[str, Any]:
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:corpus-pkg:schema:{SCHEMA_VERSION}:{name}",
        "title": name,
        **_object(fields, doc),
        "$defs": {key: _object(fields_of(value), _doc(value)) for key, value in sorted(_nested(fields).items())},
    }


def row_schema(table: Table) -> dict[str, Any]:
    """The JSON Schema of one row of a config."""
    name = "article" if table.record is Article else table.name
    return _document(name, table.fields, _doc(table.record))


def json_schemas() -> dict[str, dict[str, Any]]:
    """Every published schema of this version, by name: `article`, each child config, `annotations`, `manifest`."""
    rows = {("article" if each.record is Article else each.name): row_schema(each) for each in TABLES}
    return rows | {
        "annotations": annotations_schema(),
        "manifest": _document("manifest", fields_of(Manifest), _doc(Manifest)),
    }


def annotations_schema() -> dict[str, Any]:
    """The JSON Schema of `NAME.annotations.json`: the corrections that stand beside a raw article."""
    own = {each.name: _property(each) for each in fields_of(Correction)}
    entry: dict[str, Any] = {
        "description": "One correction. A record is addressed by its place and its words, and by its id if it has one.",
        "type": "object",
        "properties": {
            **{name: own[name] for name in ("action", "config")},
            "id": {"description": "Id of the record, if known.", "type": "string", "pattern": _pattern(ID)},
            **{name: own[name]["anyOf"][0] | {"description": own[name]["description"]}
               for name in ("start", "end", "text")},
            "set": {"description": "What is to hold: the fields to set, with their values.", "type": "object"},
            **{name: own[name] for name in ("by", "on", "note")},
        },
        "required": ["action", "config", "by", "on"],
        "additionalProperties": False,
        "allOf": [
            {"if": {"properties": {"config": {"const": name}}, "required": ["config"]},
             "then": {"properties": {"set": _settable(name)}}}
            for name in CORRECTABLE
        ] + [{"if": {"properties": {"config": {"enum": list(CORRECTABLE)}}},
              "then": {"required": ["start", "end", "text"]},
              "else": {"properties": {"action": {"const": "confirm"}}}}],
    }  # fmt: skip
    document = _document("annotations", (), "Reviewed annotations of one raw article: `NAME.annotations.json`.")
    return document | {
        "properties": {
            "schema_version": {"description": "The schema that the file follows.", "type": "string"},
            "text_sha256": {
                "description": "Digest of the article's text (UTF-8) that was reviewed; a changed text is noticed.",
                "type": "string", "pattern": _pattern(SHA256),
            },
            "corrections": {"description": "The corrections.", "type": "array", "items": entry},
        },
        "required": ["schema_version", "corrections"],
        "$defs": {key: _object(fields_of(value), _doc(value)) for name in CORRECTABLE
                  for key, value in sorted(_nested(correctable(name)).items())},
    }  # fmt: skip


def _settable(config: str) -> dict[str, Any]:
    properties = {each.name: _property(each) for each in correctable(config)}
    return {"type": "object", "properties": properties, "additionalProperties": False}
