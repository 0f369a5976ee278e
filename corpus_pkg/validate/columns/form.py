"""The schema level by columns: the frozen JSON Schema's constraints on every leaf of a table.

Names, types and nullability are Arrow's business and proved by its schema; what is left of the JSON Schema are closed
vocabularies, patterns, bounds and lengths. A test under hypothesis holds the verdict to the reference validator's.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from corpus_pkg.findings import Rule
from corpus_pkg.findings.rules.schema import EMPTY_VALUE, NOT_A_CHOICE, NOT_A_DATE, OUT_OF_RANGE, WRONG_FORM
from corpus_pkg.validate.columns.breach import Breach
from corpus_pkg.validate.columns.frame import Batch, Items, Mask, present, truth
from corpus_pkg.validate.columns.texts import buffers, byte_lengths

_HEX = re.compile(r"\^(\[a-z\])?\[0-9a-f\]\{(\d+)\}\$\Z")
_VISIBLE = r"[^\x{9}-\x{d}\x{1c}-\x{20}\x{85}\x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000}]"
_EPOCH = dt.date(1970, 1, 1)
_FIRST_DAY, _LAST_DAY = (dt.date.min - _EPOCH).days, (dt.date.max - _EPOCH).days
_MICROSECONDS_A_DAY = 86_400_000_000
_DIGITS = np.zeros(256, dtype=bool)
_DIGITS[[*b"0123456789abcdef"]] = True


def form_breaches(batch: Batch, schema: Mapping[str, Any]) -> Iterator[Breach]:
    """What breaks the schema.

    Args:
        batch: the rows.
        schema: the JSON Schema of one row.
    """
    yield from _object(batch.articles, schema, schema.get("$defs", {}))


def _object(items: Items, schema: Mapping[str, Any], defs: Mapping[str, Any]) -> Iterator[Breach]:
    for name, declared in schema["properties"].items():
        node = next(each for each in declared.get("anyOf", [declared]) if each.get("type") != "null")
        if node.get("type") == "array":
            inner = node["items"]
            if "$ref" in inner:
                yield from _object(items.listed(name), _definition(inner, defs), defs)
            else:
                column = items.column(name)
                yield from _leaf(_wrapped(items, name), "item", column.flatten(), inner)
        elif "$ref" in node:
            yield from _object(items.nested(name), _definition(node, defs), defs)
        else:
            yield from _leaf(items, name, items.column(name), node)


def _definition(node: Mapping[str, Any], defs: Mapping[str, Any]) -> Mapping[str, Any]:
    found: Mapping[str, Any] = defs[node["$ref"].rpartition("/")[2]]
    return found


def _wrapped(items: Items, name: str) -> Items:
    """A list of plain values as records of one field, so that each value has a place."""
    column = items.column(name)
    lengths = pc.list_value_length(column)
    listed = pa.StructArray.from_arrays([column.flatten()], ["item"])
    whole = pa.ListArray.from_arrays(
        np.append(0, np.cumsum(lengths.to_numpy(zero_copy_only=False))).astype(np.int32), listed
    )
    parent = Items(items.pointer, pa.StructArray.from_arrays([whole], [name]), items.rows, items.places)
    return parent.listed(name)


def _leaf(items: Items, name: str, column: Any, node: Mapping[str, Any]) -> Iterator[Breach]:  # noqa: ANN401  Arrow arrays have no types
    if not len(column):
        return
    for rule, bad, wanted in _faults(column, node):
        if bad.any():
            words = wanted.replace("{", "{{").replace("}", "}}")
            said, field = (f"{name} is {{value!r:.120}}", name) if name != "item" else ("it is {item!r:.120}", "")
            yield Breach(rule, items, bad, f"{said}, not {words}", field)


def _faults(column: Any, node: Mapping[str, Any]) -> Iterator[tuple[Rule, Mask, str]]:  # noqa: ANN401  Arrow arrays have no types
    there = present(column)
    if "enum" in node:
        choices = [each for each in node["enum"] if each is not None]
        known = truth(pc.is_in(column, pa.array(choices, pa.string())))
        yield NOT_A_CHOICE, there & ~known, "one of " + ", ".join(choices)
    if "pattern" in node:
        yield WRONG_FORM, there & ~_matches(column, node["pattern"]), f"of the form {node['pattern']}"
    if "minLength" in node:
        yield EMPTY_VALUE, there & (byte_lengths(column) == 0), "a text of at least one character"
    if "minimum" in node:
        yield OUT_OF_RANGE, truth(pc.less(column, node["minimum"])), f"at least {node['minimum']}"
    if "maximum" in node:
        yield OUT_OF_RANGE, truth(pc.greater(column, node["maximum"])), f"at most {node['maximum']}"
    if pa.types.is_date(column.type) or pa.types.is_timestamp(column.type):
        yield NOT_A_DATE, there & ~_in_calendar(column), "a day between the years 1 and 9999"


def _in_calendar(column: Any) -> Mask:  # noqa: ANN401  Arrow arrays have no types
    """Where a day or instant is one that Python, and so RFC 3339, can write."""
    days = column.cast(pa.int32()).cast(pa.int64()) if pa.types.is_date(column.type) else column.cast(pa.int64())
    numbers = pc.fill_null(days, 0).to_numpy(zero_copy_only=False)
    if pa.types.is_timestamp(column.type):
        numbers = numbers // _MICROSECONDS_A_DAY
    mask: Mask = (numbers >= _FIRST_DAY) & (numbers <= _LAST_DAY)
    return mask


def _matches(column: Any, pattern: str) -> Mask:  # noqa: ANN401  Arrow arrays have no types
    hexadecimal = _HEX.match(pattern)
    if hexadecimal:
        return _hexadecimal(column, letters=1 if hexadecimal[1] else 0, digits=int(hexadecimal[2]))
    # RE2's `$` is the very end, as JSON Schema means it; its blanks are those of ASCII alone.
    return truth(pc.match_substring_regex(column, pattern.replace(r"\S", _VISIBLE)))


def _hexadecimal(column: Any, letters: int, digits: int) -> Mask:  # noqa: ANN401  Arrow arrays have no types
    """Ids and digests make most of a row's strings: their fixed length is looked at in one table."""
    good: Mask = byte_lengths(column) == letters + digits
    offsets, data = buffers(column)
    begins = offsets[:-1][good]
    if not len(begins):
        return good
    table = data[begins[:, None] + np.arange(letters + digits)]
    fine = _DIGITS[table[:, letters:]].all(axis=1)
    if letters:
        fine &= (table[:, 0] >= ord("a")) & (table[:, 0] <= ord("z"))
    good[good] = fine
    return good
