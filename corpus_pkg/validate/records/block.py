"""A block of JSON Lines read straight into columns: quick, and only where nothing is in doubt.

Arrow's reader is lenient: what it fills in or casts without a word is found out here, and the block is refused. What
refuses it says nothing: the lines are then read one by one, strictly, and judged by the published schema.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.json as pj

from corpus_pkg.model.arrow import arrow_schema
from corpus_pkg.model.tables import table

# Longer lines than a piece are refused, and read one by one.
_PIECE = 4 * 1024 * 1024
_LINE_END, _RETURN = 10, 13
_IN_KEYS = np.zeros(256, dtype=bool)
_IN_KEYS[[*b"abcdefghijklmnopqrstuvwxyz0123456789_"]] = True
_MARK_AND_COLON = int.from_bytes(b'":', "little")
_EXACT = 2.0**53
_DATE, _INSTANT = r"^\d{4}-\d{2}-\d{2}$", r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,6})?Z$"


def read_block(content: bytes) -> pa.RecordBatch | None:
    """The article records of some lines; None where a line might not be one.

    Args:
        content: whole lines; a line end after the last is optional.
    """
    # Arrow passes over a byte order mark, takes two objects on a line, and ends the process where it begins with null.
    lines = _one_a_line(content) if content else -1
    if lines < 0:
        return None
    options = pj.ReadOptions(use_threads=False, block_size=min(len(content) + 1, _PIECE))
    parse = pj.ParseOptions(explicit_schema=_lenient(), unexpected_field_behavior="error")
    try:
        found = pj.read_json(pa.BufferReader(content), read_options=options, parse_options=parse).combine_chunks()
        if found.num_rows != lines or not _all_keys(content, found):
            return None
        rows = _strict(found)
        rows.validate(full=True)
    except (pa.ArrowException, ValueError, KeyError):
        return None
    return rows


@cache
def _lenient() -> pa.Schema:
    """The schema of articles with everything nullable, and days and instants as text."""
    return pa.schema([_loosened(each) for each in arrow_schema(table("articles"))])


def _loosened(field: pa.Field) -> pa.Field:
    kind = field.type
    if pa.types.is_struct(kind):
        kind = pa.struct([_loosened(each) for each in kind])
    elif pa.types.is_list(kind):
        kind = pa.list_(_loosened(kind.value_field))
    elif pa.types.is_date(kind) or pa.types.is_timestamp(kind):
        kind = pa.string()
    return pa.field(field.name, kind, nullable=True)


def _all_keys(content: bytes, rows: pa.Table) -> bool:
    """Whether the lines state every key of the records that were read: a field that is missing is read as null.

    A key ends with a letter, its mark and a colon; fewer are counted where blanks stand before colons, and the lines
    are refused. In a text a mark before a colon is escaped, or opens the text.
    """
    wanted, stated = _expected(rows), 0
    plain = np.frombuffer(content, np.uint8)
    for shift in (0, 1):
        pairs = np.frombuffer(content, "<u2", (len(content) - shift) // 2, shift)
        places = np.flatnonzero(pairs == _MARK_AND_COLON) * 2 + shift
        stated += int(np.count_nonzero(_IN_KEYS[plain[places - 1]]))
    return stated == wanted


def _one_a_line(content: bytes) -> int:
    """How many lines there are, if each begins and ends as an object does; else -1."""
    plain = np.frombuffer(content, np.uint8)
    ends = np.flatnonzero(plain == _LINE_END)
    if not content.endswith(b"\n"):
        ends = np.append(ends, len(plain))
    begins = np.append(0, ends[:-1] + 1)
    lasts = ends - 1
    lasts -= plain[lasts] == _RETURN
    fine = (lasts > begins) & (plain[begins] == ord("{")) & (plain[lasts] == ord("}"))
    return len(ends) if fine.all() else -1


def _expected(rows: pa.Table) -> int:
    """How many keys the records have that were read: a field that is missing would be read as null."""
    nested = zip(rows.columns, rows.schema, strict=True)
    count: int = sum(_keys_of(column.combine_chunks(), each.type) for column, each in nested)
    return count + int(rows.num_rows * rows.num_columns)


def _keys_of(column: Any, kind: pa.DataType) -> int:  # noqa: ANN401  Arrow arrays have no types
    if pa.types.is_list(kind):
        return _keys_of(column.flatten(), kind.value_type)
    if not pa.types.is_struct(kind):
        return 0
    own = (len(column) - int(column.null_count)) * int(kind.num_fields)
    return own + sum(_keys_of(inner, each.type) for inner, each in zip(column.flatten(), kind, strict=True))


def _strict(rows: pa.Table) -> pa.RecordBatch:
    """The same rows with the schema of articles.

    Raises:
        ValueError: a value is null that must not be, or no day or instant.
    """
    wanted = arrow_schema(table("articles"))
    columns = [_cast(column.combine_chunks(), each) for column, each in zip(rows.columns, wanted, strict=True)]
    return pa.RecordBatch.from_arrays(columns, schema=wanted)


def _cast(column: Any, field: pa.Field) -> Any:  # noqa: ANN401  Arrow arrays have no types
    kind = field.type
    if column.null_count and not field.nullable:
        raise ValueError(f"{field.name} is null")
    if pa.types.is_date(kind) or pa.types.is_timestamp(kind):
        form = _DATE if pa.types.is_date(kind) else _INSTANT
        # Arrow has a year 0, and the calendar has none.
        if (
            pc.all(pc.match_substring_regex(column, form)).as_py() is False
            or pc.any(pc.starts_with(column, "0000")).as_py()
        ):
            raise ValueError(f"{field.name} is not of its form")
        return column.cast(kind)
    # A whole number beyond 2**53 may not be what a float holds; neither it nor what is infinite is less than that.
    if pa.types.is_floating(kind) and pc.all(pc.less(pc.abs(column), _EXACT)).as_py() is False:
        raise ValueError(f"{field.name} is beyond what a float holds exactly")
    if pa.types.is_struct(kind):
        # Fields of an absent record are null, and may be: only those of records that are there are looked at.
        there = column.drop_null() if column.null_count else column
        inner = [_cast(each, own) for each, own in zip(there.flatten(), kind, strict=True)]
        if not column.null_count:
            return pa.StructArray.from_arrays(inner, fields=list(kind))
        return _spread(pa.StructArray.from_arrays(inner, fields=list(kind)), column)
    if pa.types.is_list(kind):
        lengths = column.offsets
        return pa.ListArray.from_arrays(lengths, _cast(column.values, kind.value_field), type=kind)
    return column


def _spread(there: Any, column: Any) -> Any:  # noqa: ANN401  Arrow arrays have no types
    """Records put back into their places among the absent ones."""
    valid = column.is_valid()
    indices = pc.subtract(pc.cumulative_sum(valid.cast(pa.int64())), 1)
    return there.take(pc.if_else(valid, indices, None))
