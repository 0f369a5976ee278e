"""The rows of a dataset as they lie in its shards, and the other files that go with them from one build to the next."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from corpus_pkg.errors import DatasetError
from corpus_pkg.intake.source.parquet import DAMAGE
from corpus_pkg.model.manifest import Manifest

_ROWS = 256


def batches(dataset: Path, manifest: Manifest, config: str) -> Iterator[pa.RecordBatch]:
    """The rows of a config, shard after shard.

    Raises:
        DatasetError: a shard cannot be read.
    """
    for each in manifest.files:
        if each.path.startswith(f"{config}/"):
            try:
                with pq.ParquetFile(dataset / each.path) as file:
                    yield from file.iter_batches(_ROWS)
            except DAMAGE as error:
                message = f"cannot be read: {error}".partition("\n")[0]
                raise DatasetError(str(dataset / each.path), message, "Run `corpus validate`.") from error


def copy_file(dataset: Path, name: str, target: Path) -> None:
    """Takes a file over into another build.

    Raises:
        DatasetError: it cannot be read.
    """
    try:
        content = (dataset / name).read_bytes()
    except OSError as error:
        message = f"cannot be read: {error.strerror}"
        raise DatasetError(str(dataset / name), message, "Run `corpus validate`.") from error
    (target / name).write_bytes(content)
