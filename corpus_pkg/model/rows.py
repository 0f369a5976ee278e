"""Records to plain rows and back; plain rows to their JSON form."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import is_dataclass
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar

from corpus_pkg.model.declare import fields_of
from corpus_pkg.model.tables import TABLES, Table

T = TypeVar("T")
Row = dict[str, Any]


def to_row(record: Any) -> Row:  # noqa: ANN401  any record type
    """A record as nested dicts and lists, dates kept as dates."""
    kind: type = type(record)
    return _writer(kind)(record)


@cache
def _writer(record: type) -> Callable[[Any], Row]:
    """What makes rows of records of one type: which of its fields hold records is looked up once."""
    declared = fields_of(record)
    names, values = tuple(each.name for each in declared), attrgetter(*(each.name for each in declared))
    nested = [(each.name, _writer(each.shape.base)) for each in declared if is_dataclass(each.shape.base)]
    plain = [each.name for each in declared if each.shape.repeated and not is_dataclass(each.shape.base)]

    def write(one: Any) -> Row:  # noqa: ANN401  any record type
        row: Row = dict(zip(names, values(one) if len(names) > 1 else (values(one),), strict=True))
        for name, inner in nested:
            value = row[name]
            if isinstance(value, list):
                row[name] = [inner(each) for each in value]
            elif value is not None:
                row[name] = inner(value)
        for name in plain:
            if row[name] is not None:
                row[name] = list(row[name])
        return row

    return write


@cache
def _reader(record: type) -> Callable[[Mapping[str, Any]], Any]:
    nested = {each.name: _reader(each.shape.base) for each in fields_of(record) if is_dataclass(each.shape.base)}
    names = tuple(each.name for each in fields_of(record))

    def value(name: str, raw: Any) -> Any:  # noqa: ANN401  a field's value has no narrower type
        if raw is None or name not in nested:
            return raw
        return [nested[name](each) for each in raw] if isinstance(raw, list) else nested[name](raw)

    return lambda row: record(**{name: value(name, row[name]) for name in names})


def from_row(record: type[T], row: Mapping[str, Any]) -> T:
    """A record from a plain row; columns that are not its own are passed over.

    Raises:
        KeyError: a field is missing.
    """
    kind: type = record
    result: T = _reader(kind)(row)
    return result


def json_form(value: Any) -> Any:  # noqa: ANN401  any plain value
    """A plain row as JSON holds it: dates `YYYY-MM-DD`, instants RFC 3339 in UTC."""
    if isinstance(value, dict):
        return {key: json_form(each) for key, each in value.items()}
    if isinstance(value, list):
        return [json_form(each) for each in value]
    if isinstance(value, dt.datetime):
        return value.astimezone(dt.UTC).isoformat().replace("+00:00", "Z")
    return value.isoformat() if isinstance(value, dt.date) else value


def child_rows(article: Mapping[str, Any], table: Table) -> list[Row]:
    """The flat rows that an article's nested records make in a child config."""
    repeated = {"article_id": article["id"], "date": article["date"], "source": article["source"]}
    return [
        {each.name: repeated.get(each.name, nested.get(each.name)) for each in table.fields}
        for nested in article[table.name]
    ]


CHILD_TABLES: tuple[Table, ...] = tuple(each for each in TABLES if each.child)
