"""A whole dataset from sorted article rows: every config, the documents, the manifest last."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pyarrow as pa

from corpus_pkg.model.manifest import ConfigEntry, FileEntry, Manifest
from corpus_pkg.model.rows import CHILD_TABLES, Row, child_rows
from corpus_pkg.model.tables import TABLES, Table, table
from corpus_pkg.store import manifest as manifest_file
from corpus_pkg.store.digest import file_sha256
from corpus_pkg.store.parquet import ShardCut, TableWriter

Document = Callable[[Path, Manifest], Iterable[tuple[str, bytes]]]
"""Files made from what the tables hold and the manifest says: the folder that holds the tables; names and bytes."""
WRITER = f"pyarrow {pa.__version__}"


@dataclass(frozen=True, slots=True)
class _Written:
    config: ConfigEntry
    files: list[FileEntry]


def write_dataset(
    folder: Path,
    articles: Iterable[Row],
    draft: Manifest,
    documents: Sequence[Document],
    complete: Callable[[], list[ConfigEntry]] = list,
) -> Manifest:
    """Writes a dataset into an empty folder.

    Args:
        folder: the folder.
        articles: the rows of `articles`, sorted by (date, id).
        draft: the manifest, its configs and files not filled in.
        documents: files to be made from tables and manifest, such as the card.
        complete: asked, once all rows are written, for the configs with every text in its place.

    Returns:
        The manifest as written.
    """
    articles_table = table("articles")
    about = _about(draft)
    writers = {each.name: TableWriter(folder / each.name, each, about) for each in (articles_table, *CHILD_TABLES)}
    cut = ShardCut(draft.units.records)
    for row in articles:
        if cut.before(row["id"]):
            for writer in writers.values():
                writer.end_shard()
        writers[articles_table.name].add(row["id"], [row])
        for child in CHILD_TABLES:
            rows = child_rows(row, child)
            if rows:
                writers[child.name].add(row["id"], rows)
    written = [each for each in (_close(folder, one, writers) for one in TABLES if one.name in writers) if each]
    manifest = replace(draft, writer=WRITER, complete=complete(), configs=[each.config for each in written],
                       files=[file for each in written for file in each.files])  # fmt: skip
    for document in documents:
        for name, content in document(folder, manifest):
            path = folder / name
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(content)
    manifest = replace(manifest, files=_all_files(folder, manifest.files))
    (folder / manifest_file.NAME).write_bytes(manifest_file.dump(manifest))
    return manifest


def _about(draft: Manifest) -> dict[str, Any]:
    """What every Parquet file says of the dataset that it is a part of, should it be found alone."""
    return {
        "dataset": draft.dataset.name, "dataset_version": draft.dataset.version, "schema_version": draft.schema_version,
        "pipeline_version": draft.pipeline_version, "models": [f"{each.name} {each.version}" for each in draft.models],
    }  # fmt: skip


def _close(folder: Path, each: Table, writers: dict[str, TableWriter]) -> _Written | None:
    writer = writers[each.name]
    shards = writer.close()
    if not shards:
        return None
    config = ConfigEntry(name=each.name, rows=writer.digest.rows, content_sha256=writer.digest.hexdigest())
    return _Written(config, [_entry(folder, path, rows) for path, rows in shards])


def _entry(folder: Path, path: Path, rows: int | None) -> FileEntry:
    name = path.relative_to(folder).as_posix()
    return FileEntry(path=name, sha256=file_sha256(path), bytes=path.stat().st_size, rows=rows)


def _all_files(folder: Path, known: Sequence[FileEntry]) -> list[FileEntry]:
    """The entries of the shards, and one for each other file of the folder."""
    entries = {each.path: each for each in known}
    for path in folder.rglob("*"):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and name not in entries:
            entries[name] = _entry(folder, path, None)
    return [entries[name] for name in sorted(entries)]
