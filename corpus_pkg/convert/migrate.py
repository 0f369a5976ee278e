"""A dataset of an older schema version lifted to the newest, in place; its digests prove that nothing was lost."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pyarrow as pa

from corpus_pkg.convert.rejects import NAME as REJECTS
from corpus_pkg.errors import DatasetError
from corpus_pkg.model.arrow import arrow_schema
from corpus_pkg.model.frozen import published_versions
from corpus_pkg.model.lift import lifted, retyped
from corpus_pkg.model.manifest import Manifest
from corpus_pkg.model.rows import Row
from corpus_pkg.model.tables import Table, table
from corpus_pkg.model.version import SCHEMA_VERSION
from corpus_pkg.store import manifest as manifest_file
from corpus_pkg.store.batches import batches, copy_file
from corpus_pkg.store.digest import ContentDigest
from corpus_pkg.store.directory import BuildDirectory
from corpus_pkg.store.writer import Document, write_dataset


def migrate(dataset: Path, documents: Sequence[Document]) -> Manifest | None:
    """Lifts a dataset to the newest schema; the directory is replaced at once, or left whole.

    Args:
        dataset: the directory.
        documents: files made from tables and manifest, such as the card.

    Returns:
        The manifest as written; None where the dataset follows the newest schema already.

    Raises:
        DatasetError: it is no dataset, or not the one that its manifest states.
    """
    old = manifest_file.read(dataset)
    if old.schema_version == SCHEMA_VERSION:
        return None
    if old.schema_version not in published_versions():
        raise DatasetError(str(dataset), f"follows schema {old.schema_version}, which is not known here",
                           f"Known: {', '.join(published_versions())}. Install a newer corpus-pkg.")  # fmt: skip
    with BuildDirectory(dataset) as directory:
        draft = replace(old, schema_version=SCHEMA_VERSION)
        copy_file(dataset, REJECTS, directory.path)
        manifest = write_dataset(directory.path, _articles(dataset, old), draft, documents)
        # Both are looked at: what was read, and what was written.
        for folder, listed, what in ((dataset, old, "it is"), (directory.path, manifest, "the lifted one is")):
            for entry in old.configs:
                if _digest(folder, listed, table(entry.name), old.schema_version) != entry.content_sha256:
                    raise DatasetError(
                        str(dataset), f"{what} not what its manifest states: {entry.name} has other rows",
                        "Run `corpus validate` on the directory; nothing was changed.",
                    )  # fmt: skip
        directory.commit()
    return manifest


def _articles(dataset: Path, manifest: Manifest) -> Iterator[Row]:
    for batch in batches(dataset, manifest, "articles"):
        yield from lifted(batch, table("articles"), manifest.schema_version).to_pylist()


def _digest(dataset: Path, manifest: Manifest, config: Table, version: str) -> str:
    """The digest of a config's rows as an older schema version has them."""
    digest, schema = ContentDigest(), arrow_schema(config, version)
    for batch in batches(dataset, manifest, config.name):
        columns = dict(zip(batch.schema.names, batch.columns, strict=True))
        if "schema_version" in columns:
            columns["schema_version"] = pa.array([version] * len(batch), pa.string())
        digest.add(
            pa.RecordBatch.from_arrays([retyped(columns[each.name], each.type) for each in schema], schema=schema)
        )
    return digest.hexdigest()
