"""Digests: of files, and of rows whatever wrote them."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa

_WIDTHS = {"int64": "<i8", "double": "<f8", "date32[day]": "<i4", "timestamp[us, tz=UTC]": "<i8", "bool": "u1"}


class ContentDigest:
    """sha256 over the values of rows in their order: the same for the same rows, in any file format or version.

    Every leaf column is a stream of its own, so that rows may come in batches of any size. A leaf's stream is made of
    its values that are not null (UTF-8; little-endian; days and microseconds since 1970), of their lengths where they
    have any, and, where the schema allows null, of one byte a slot that says whether there is a value. The digest is
    that of all leaves' digests, one line each, sorted by path.
    """

    def __init__(self) -> None:
        self._streams: dict[str, Any] = {}
        self.rows = 0

    def add(self, rows: pa.Table | pa.RecordBatch) -> None:
        """Takes rows."""
        self.rows += rows.num_rows
        for batch in rows.to_batches() if isinstance(rows, pa.Table) else (rows,):
            for field, column in zip(batch.schema, batch.columns, strict=True):
                self._column(field.name, column, nullable=field.nullable)

    def hexdigest(self) -> str:
        """The digest so far."""
        lines = [f"{path}\t{stream.hexdigest()}\n" for path, stream in sorted(self._streams.items())]
        return hashlib.sha256("".join([f"{self.rows}\n", *lines]).encode("utf-8")).hexdigest()

    def _stream(self, path: str, content: bytes | memoryview) -> None:
        if path not in self._streams:
            self._streams[path] = hashlib.sha256()
        self._streams[path].update(content)

    def _column(self, path: str, column: Any, *, nullable: bool) -> None:  # noqa: ANN401  Arrow arrays have no types
        if nullable:
            there = np.ones(len(column), np.uint8)
            if column.null_count:
                there = column.is_valid().to_numpy(zero_copy_only=False).astype(np.uint8)
            self._stream(path + "?", there.data)
        if pa.types.is_struct(column.type):
            for field, inner in zip(column.type, column.flatten(), strict=True):
                # A field of an absent record has no value either.
                self._column(f"{path}.{field.name}", inner, nullable=nullable or field.nullable)
            return
        if column.null_count:
            column = column.drop_null()
        if pa.types.is_list(column.type):
            self._lengths(path, column)
            self._column(path + "[]", column.flatten(), nullable=column.type.value_field.nullable)
        elif pa.types.is_string(column.type):
            ends = self._lengths(path, column)
            content = column.buffers()[2]
            self._stream(path, memoryview(content)[int(ends[0]) : int(ends[-1])] if content is not None else b"")
        else:
            values = column.cast(pa.int64()) if pa.types.is_timestamp(column.type) else column
            values = values.cast(pa.int32()) if pa.types.is_date(column.type) else values
            self._stream(path, values.to_numpy(zero_copy_only=False).astype(_WIDTHS[str(column.type)]).data)

    def _lengths(self, path: str, column: Any) -> Any:  # noqa: ANN401  Arrow arrays have no types
        ends = np.frombuffer(column.buffers()[1], np.int32) if len(column) else np.zeros(1, np.int32)
        ends = ends[column.offset : column.offset + len(column) + 1] if len(column) else ends
        self._stream(path + "#", np.diff(ends).astype("<i4").data)
        return ends


def file_sha256(path: Path) -> str:
    """The sha256 of a file's bytes."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
