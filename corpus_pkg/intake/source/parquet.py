"""Parquet files of unknown make: their rows in small batches, so that one that unfolds without measure is noticed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pyarrow as pa
import pyarrow.parquet as pq

from corpus_pkg.intake.source.memory import bounded

DAMAGE = (pa.ArrowException, OSError, ValueError, OverflowError, MemoryError, KeyError, TypeError)
"""What reading a damaged file raises; some damage shows only when names or values are taken out of what was read."""
_MOST_ROWS, _BATCH_BYTES = 4096, 12 * 1024 * 1024
_UNFOLDS, _LEAST_UNFOLDED = 1000, 64 * 1024 * 1024


def budget(size: int) -> int:
    """How many bytes a file may unfold to.

    Args:
        size: how many bytes it has.
    """
    return max(_LEAST_UNFOLDED, _UNFOLDS * size)


def batches(file: pq.ParquetFile, columns: Sequence[str] | None = None) -> Iterator[pa.RecordBatch]:
    """The rows of a file, as many at a time as fill a batch, by the first row and by what each group declares.

    Args:
        file: the file.
        columns: those that are read; None for all.
    """
    first = next((each.nbytes for each in _read(file, 1, 0, columns)), 1) if file.num_row_groups else 1
    for group in range(file.num_row_groups):
        declared = file.metadata.row_group(group)
        row = max(1, first, declared.total_byte_size // max(1, declared.num_rows))
        yield from _read(file, max(1, min(_MOST_ROWS, _BATCH_BYTES // row)), group, columns)


def _read(file: pq.ParquetFile, size: int, group: int, columns: Sequence[str] | None) -> Iterator[pa.RecordBatch]:
    found = file.iter_batches(size, row_groups=[group], columns=columns, use_threads=False)
    while True:
        with bounded():
            batch = next(found, None)
        if batch is None:
            return
        yield batch
