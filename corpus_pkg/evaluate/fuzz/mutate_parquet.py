"""Changes Parquet files where it means something: the footer, the heads of pages, and the values themselves."""

from __future__ import annotations

import io
from random import Random
from typing import Any, Final

import pyarrow as pa
import pyarrow.parquet as pq

_MAGIC, _TAIL = b"PAR1", 8
_FAILED = (pa.ArrowException, OSError, ValueError, TypeError, OverflowError, KeyError, MemoryError)
_HEAD = 40
_NUMBERS: Final = (0, -1, 1, 7, 2**31 - 1, -(2**31), 10**6)
_WORDS: Final = ("", "\0", "é", "“", "x" * 300, "2025", "A", "quotes", "\u2028", "-1")


def mutate_parquet(content: bytes, random: Random) -> bytes | None:
    """The content changed in one place; None where it is no Parquet file.

    Args:
        content: a Parquet file.
        random: chooses.
    """
    if len(content) < _TAIL + 4 or content[-4:] != _MAGIC:
        return None
    way = random.random()
    if way < 0.35:  # noqa: PLR2004  a third each
        footer = min(int.from_bytes(content[-_TAIL:-4], "little"), len(content) - _TAIL)
        return _edited(content, len(content) - _TAIL - footer, len(content), random)
    try:
        if way < 0.55:  # noqa: PLR2004  a fifth
            starts = _pages(content)
            start = random.choice(starts)
            return _edited(content, start, start + _HEAD, random)
        return _rewritten(content, random)
    except _FAILED:
        return None


def _edited(content: bytes, start: int, end: int, random: Random) -> bytes:
    """Some bytes of a stretch changed."""
    changed = bytearray(content)
    for _ in range(random.choice((1, 1, 2, 4))):
        at = random.randrange(max(0, start), max(start + 1, min(end, len(changed))))
        changed[at] = random.choice(
            (0, 1, 0x7F, 0x80, 0xFF, changed[at] ^ 1 << random.randrange(8), random.randrange(256))
        )
    return bytes(changed)


def _pages(content: bytes) -> list[int]:
    """Where the first pages of the columns begin."""
    metadata = pq.read_metadata(io.BytesIO(content))
    columns = [metadata.row_group(group).column(column) for group in range(metadata.num_row_groups)
               for column in range(metadata.num_columns)]  # fmt: skip
    return [each.data_page_offset for each in columns] + [
        each.dictionary_page_offset for each in columns if each.dictionary_page_offset
    ]


def _rewritten(content: bytes, random: Random) -> bytes:
    """The same schema with other values, or the same values with another schema."""
    table = pq.read_table(io.BytesIO(content))
    rows = table.to_pylist()
    if random.random() < 0.8 and rows:  # noqa: PLR2004  mostly values
        for _ in range(random.choice((1, 1, 2, 4))):
            row = random.choice(rows)
            _change(row, random)
        if random.random() < 0.2:  # noqa: PLR2004  rows doubled or in another order
            rows.append(random.choice(rows))
            random.shuffle(rows)
        table = pa.Table.from_pylist(rows, schema=table.schema)
    else:
        table = _cast(table, random)
    sink = io.BytesIO()
    pq.write_table(table, sink, compression=random.choice(("zstd", "snappy", "none")), write_page_index=True,
                   use_dictionary=random.choice((True, False)), row_group_size=random.choice((1, 1000)))  # fmt: skip
    return sink.getvalue()


def _cast(table: pa.Table, random: Random) -> pa.Table:
    """A table with one column dropped, doubled, renamed, or of another type."""
    index = random.randrange(table.num_columns)
    field, column = table.schema.field(index), table.column(index)
    match random.randrange(5):
        case 0:
            return table.remove_column(index)
        case 1:
            return table.append_column(field, column)
        case 2:
            return table.rename_columns([*table.column_names[:index], "x", *table.column_names[index + 1 :]])
        case 3:
            return table.set_column(index, field.with_nullable(not field.nullable), column)
    kind = random.choice((pa.large_string(), pa.binary(), pa.int64(), pa.float32(), pa.null(), pa.list_(pa.int8())))
    return table.set_column(index, pa.field(field.name, kind), pa.nulls(len(column), kind))


def _change(record: dict[str, Any], random: Random) -> None:
    """Changes one value somewhere in a record, by another of its type."""
    name = random.choice(list(record))
    value = record[name]
    if isinstance(value, dict):
        _change(value, random)
    elif isinstance(value, list):
        _change_list(value, random)
    elif isinstance(value, bool):
        record[name] = not value
    elif isinstance(value, int):
        record[name] = random.choice((*_NUMBERS, value + 1, value - 1))
    elif isinstance(value, float):
        record[name] = random.choice((float("nan"), float("inf"), -0.0, 1e308, 5e-324, 0.5, -1.0))
    elif isinstance(value, str):
        record[name] = random.choice((*_WORDS, value[:-1], value + "x", value[::-1]))
    else:
        record[name] = None


def _change_list(values: list[Any], random: Random) -> None:
    if not values:
        return
    at = random.randrange(len(values))
    match random.randrange(6):
        case 0:
            del values[at]
        case 1:
            values.append(values[at])
        case 2:
            random.shuffle(values)
        case _ if isinstance(values[at], dict):
            _change(values[at], random)
        case _:
            values[at] = values[0]
