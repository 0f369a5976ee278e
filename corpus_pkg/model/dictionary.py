"""The data dictionary: one Markdown table a record type."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import is_dataclass

from corpus_pkg.model.declare import Field, fields_of
from corpus_pkg.model.tables import TABLES, Table


def type_name(field: Field) -> str:
    """A field's type as a reader of the dictionary wants it: `list[Span]`, `string, null`, ..."""
    shape = field.shape
    name = shape.base.__name__ if is_dataclass(shape.base) else _NAMES[shape.base.__name__]
    name = f"list[{name}]" if shape.repeated else name
    return f"{name} or null" if shape.optional else name


_NAMES = {
    "str": "string",
    "int": "integer",
    "float": "number",
    "bool": "boolean",
    "date": "date",
    "datetime": "timestamp",
}


def _row(field: Field) -> str:
    notes = [field.declaration.doc]
    if field.shape.choices:
        notes.append("One of " + ", ".join(f"`{each}`" for each in field.shape.choices) + ".")
    if field.declaration.unit:
        notes.append(f"Unit: {field.declaration.unit}.")
    return f"| `{field.name}` | {type_name(field)} | {' '.join(notes)} | {field.declaration.since} |"


def _section(title: str, doc: str, fields: Iterable[Field]) -> str:
    head = f"### {title}\n\n{doc}\n\n| field | type | meaning | since |\n|---|---|---|---|\n"
    return head + "\n".join(_row(each) for each in fields) + "\n"


def _parts(fields: Iterable[Field], seen: dict[str, type]) -> None:
    for each in fields:
        base = each.shape.base
        if is_dataclass(base) and base.__name__ not in seen:
            seen[base.__name__] = base
            _parts(fields_of(base), seen)


def data_dictionary(tables: Iterable[Table] = TABLES) -> str:
    """Every column of the given configs, and of the records nested in them, as Markdown."""
    chosen = tuple(tables)
    top = {each.record.__name__ for each in chosen}
    nested: dict[str, type] = {}
    sections = []
    for each in chosen:
        doc = (each.record.__doc__ or "").partition("\n")[0]
        sections.append(_section(f"Config `{each.name}`", doc, each.fields))
        _parts(each.fields, nested)
    for name, record in sorted(nested.items()):
        if name not in top:
            doc = (record.__doc__ or "").partition("\n")[0]
            sections.append(_section(f"Record `{name}`", doc, fields_of(record)))
    return "\n".join(sections)
