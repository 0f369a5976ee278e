"""Texts put back into a dataset that was published without them, by whoever holds the articles; each is proved."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from corpus_pkg.annotate.body import part_body
from corpus_pkg.convert.blobs import blobs_at
from corpus_pkg.convert.readings import Readings
from corpus_pkg.convert.rejects import NAME as REJECTS
from corpus_pkg.convert.settings import read_defaults, read_mapping
from corpus_pkg.convert.sources import Source, Sources
from corpus_pkg.errors import DatasetError, UsageError
from corpus_pkg.intake.raw import RawArticle
from corpus_pkg.intake.reader import FormatReader
from corpus_pkg.model.ids import article_id, text_sha256
from corpus_pkg.model.manifest import ConfigEntry, Manifest
from corpus_pkg.model.rows import Row, to_row
from corpus_pkg.model.version import PIPELINE_VERSION, SCHEMA_VERSION
from corpus_pkg.model.withheld import fill
from corpus_pkg.store import manifest as manifest_file
from corpus_pkg.store.batches import batches, copy_file
from corpus_pkg.store.contents import Contents
from corpus_pkg.store.directory import BuildDirectory
from corpus_pkg.store.spill import Spill
from corpus_pkg.store.writer import Document, write_dataset


@dataclass(frozen=True, slots=True)
class Rehydrated:
    """What came of it.

    Attributes:
        restored: ids of the articles whose text was put back.
        missing: those of which no source has the raw bytes.
        other: those whose bytes are there and give another text, as another version of the package would.
        whole: whether the dataset is now, row by row, the one from which texts were withheld.
    """

    restored: list[str]
    missing: list[str]
    other: list[str]
    whole: bool


def rehydrate(dataset: Path, sources: Sequence[Source], target: Path, documents: Sequence[Document]) -> Rehydrated:
    """Writes a dataset anew with the texts that sources hold.

    Args:
        dataset: the dataset without them.
        sources: the raw articles, as they were converted; all of them, where blocks are repeated in many.
        target: the directory to make or replace.
        documents: files made from tables and manifest, such as the card.

    Raises:
        UsageError: nothing is withheld, or a source is missing.
        DatasetError: it is no dataset, or follows an older schema.
    """
    old = manifest_file.read(dataset)
    if old.schema_version != SCHEMA_VERSION:
        raise DatasetError(str(dataset), f"follows schema {old.schema_version}", "Lift it first: `corpus migrate DIR`.")
    if not old.complete:
        raise UsageError(str(dataset), "withholds no text", "There is nothing to put back.")
    with Sources(sources) as opened, BuildDirectory(target) as directory, Spill(directory.path) as texts:
        opened.refuse_inside(target)
        with directory.work() as folder:
            _read(opened, texts, folder)
        filling = _Filling(dataset, old, texts)
        copy_file(dataset, REJECTS, directory.path)
        write_dataset(directory.path, filling, old, documents, filling.complete)
        directory.commit()
    return Rehydrated(filling.restored, filling.missing, filling.other, filling.whole)


def _read(sources: Sources, texts: Spill, folder: Path) -> None:
    """The bodies of all raw articles, by their ids."""
    settings, today = sources.settings(), dt.datetime.now(dt.UTC).date()
    reader = FormatReader(today, read_mapping(settings), read_defaults(settings))
    with Readings(folder, blobs_at(folder), today) as readings:
        for _ in readings.read(sources.pieces(reader)):
            pass
        for raw in chain.from_iterable(group.articles for group in readings):
            _keep(raw, texts)


def _keep(raw: RawArticle, texts: Spill) -> None:
    body = part_body(raw)
    texts.add({
        "id": article_id(raw.sha256), "date": None, "raw_path": raw.path, "text": body.text,
        "edits": [to_row(each) for each in body.edits], "regions": [to_row(each) for each in body.regions],
    })  # fmt: skip


class _Filling:
    """The rows of a dataset with the texts that were found."""

    def __init__(self, dataset: Path, manifest: Manifest, texts: Spill) -> None:
        self._dataset, self._manifest, self._texts = dataset, manifest, texts
        self._contents = Contents()
        self.restored: list[str] = []
        self.missing: list[str] = []
        self.other: list[str] = []
        self.whole = False

    def __iter__(self) -> Iterator[Row]:
        for batch in batches(self._dataset, self._manifest, "articles"):
            for row in batch.to_pylist():
                filled = self._filled(row)
                self._contents.add(filled)
                yield filled

    def _filled(self, row: Row) -> Row:
        own = row["id"]
        if row["text"] is not None:
            return row
        found = self._texts.find(own)
        if found is None:
            self.missing.append(own)
            return row
        if text_sha256(found["text"]) != row["text_sha256"]:
            self.other.append(own)
            return row
        self.restored.append(own)
        return fill(row, found["text"]) | {"edits": found["edits"], "regions": found["regions"]}

    def complete(self) -> list[ConfigEntry]:
        """What is still to be put back.

        Raises:
            DatasetError: all texts are there, and the rows are not those that they were withheld from.
        """
        if self.missing or self.other:
            return self._manifest.complete
        if self._contents.entries() != self._manifest.complete:
            mend = f"Use corpus-pkg {self._manifest.pipeline_version}; this is {PIPELINE_VERSION}."
            raise DatasetError(
                str(self._dataset), "its rows with all texts are not those that they were taken from", mend
            )
        self.whole = True
        return []
