"""A whole dataset from sorted article rows: every config, the documents, the manifest last."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path

import pyarrow as pa

from corpus_pkg.model.manifest import ConfigEntry, FileEntry, Manifest
from corpus_pkg.model.rows import Row
from corpus_pkg.store import manifest as manifest_file
from corpus_pkg.store.assembly import Assembly
from corpus_pkg.store.digest import file_sha256
from corpus_pkg.store.parquet import ShardCut
from corpus_pkg.store.shard import about_dataset, write_shard

Document = Callable[[Path, Manifest], Iterable[tuple[str, bytes]]]
"""Files made from what the tables hold and the manifest says: the folder that holds the tables; names and bytes."""
WRITER = f"pyarrow {pa.__version__}"


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
    about, assembly, cut = about_dataset(draft), Assembly(folder), ShardCut(draft.units.records)
    for stretch in _stretches(articles, cut):
        for config, shards in write_shard(stretch, about, folder).items():
            for shard in shards:
                assembly.add(config, shard)
    return finish(folder, assembly, draft, documents, complete())


def finish(
    folder: Path, assembly: Assembly, draft: Manifest, documents: Sequence[Document], complete: list[ConfigEntry]
) -> Manifest:
    """Ends a dataset whose shards are all there: names them, adds the documents, and writes the manifest.

    Args:
        folder: where it comes into being.
        assembly: its shards.
        draft: the manifest, its configs and files not filled in.
        documents: files to be made from tables and manifest.
        complete: the configs with every text in its place, where texts are withheld.
    """
    configs, files = assembly.close()
    manifest = replace(draft, writer=WRITER, complete=complete, configs=configs, files=files)
    for document in documents:
        for name, content in document(folder, manifest):
            path = folder / name
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(content)
    manifest = replace(manifest, files=_all_files(folder, manifest.files))
    (folder / manifest_file.NAME).write_bytes(manifest_file.dump(manifest))
    return manifest


def _stretches(articles: Iterable[Row], cut: ShardCut) -> Iterator[Iterator[Row]]:
    """Articles by the shards that they go to."""
    number = 0

    def shard(row: Row) -> int:
        nonlocal number
        number += cut.before(row["id"])
        return number

    for _, stretch in groupby(articles, shard):
        yield stretch


def _all_files(folder: Path, known: Sequence[FileEntry]) -> list[FileEntry]:
    """The entries of the shards, and one for each other file of the folder that is not hidden."""
    entries = {each.path: each for each in known}
    for path in folder.rglob("*"):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and name not in entries and not name.startswith("."):
            entries[name] = FileEntry(path=name, sha256=file_sha256(path), bytes=path.stat().st_size, rows=None)
    return [entries[name] for name in sorted(entries)]
