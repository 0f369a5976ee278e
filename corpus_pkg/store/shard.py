"""One shard of a dataset: the same stretch of articles in every config."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from corpus_pkg.model.manifest import Manifest
from corpus_pkg.model.rows import CHILD_TABLES, Row, child_rows
from corpus_pkg.model.tables import table
from corpus_pkg.store.parquet import TableWriter


def write_shard(rows: Iterable[Row], about: Mapping[str, Any], folder: Path | None = None) -> dict[str, list[bytes]]:
    """The Parquet files of a stretch of articles, by config: one, or several where one would be too large.

    Args:
        rows: the rows of `articles`, in the order of a dataset; they are taken one by one.
        about: what each file says of the dataset that it is a part of.
        folder: where temporary files may lie; None for the system's place.
    """
    with tempfile.TemporaryDirectory(dir=folder) as name:
        tables = (table("articles"), *CHILD_TABLES)
        writers = {each.name: TableWriter(Path(name) / each.name, each, about) for each in tables}
        for row in rows:
            writers["articles"].add(row["id"], [row])
            for child in CHILD_TABLES:
                if nested := child_rows(row, child):
                    writers[child.name].add(row["id"], nested)
        written = {config: [path.read_bytes() for path, _ in writer.close()] for config, writer in writers.items()}
    return {config: shards for config, shards in written.items() if shards}


def about_dataset(draft: Manifest) -> dict[str, Any]:
    """What every Parquet file says of the dataset that it is a part of, should it be found alone."""
    return {
        "dataset": draft.dataset.name, "dataset_version": draft.dataset.version, "schema_version": draft.schema_version,
        "pipeline_version": draft.pipeline_version, "models": [f"{each.name} {each.version}" for each in draft.models],
    }  # fmt: skip
