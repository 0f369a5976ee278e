"""The dataset level, rows: one walk through the articles and, beside them, through the flat tables."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from corpus_pkg.findings import Finding, Place, Rule
from corpus_pkg.findings.rules import dataset as rules
from corpus_pkg.findings.rules.metadata import ANNOTATOR_DIFFERS
from corpus_pkg.model.arrow import arrow_schema
from corpus_pkg.model.frozen import frozen_schema
from corpus_pkg.model.lift import lifted
from corpus_pkg.model.manifest import Manifest
from corpus_pkg.model.rows import CHILD_TABLES
from corpus_pkg.model.tables import TABLES, table
from corpus_pkg.model.version import SCHEMA_VERSION
from corpus_pkg.store.digest import ContentDigest
from corpus_pkg.validate.columns.frame import Batch, Mask, truth
from corpus_pkg.validate.columns.judge import Ground, article_findings
from corpus_pkg.validate.columns.references import id_numbers
from corpus_pkg.validate.columns.texts import byte_lengths
from corpus_pkg.validate.dataset.ids import IdLedger
from corpus_pkg.validate.dataset.ledger import Sources
from corpus_pkg.validate.dataset.links import link_findings
from corpus_pkg.validate.dataset.nested import Flat
from corpus_pkg.validate.dataset.order import Order, of_length
from corpus_pkg.validate.dataset.shards import shards
from corpus_pkg.validate.dataset.splits import Splits
from corpus_pkg.validate.dataset.stream import Pull, Rows, Stream

_MOST_CELL = 1_000_000
_WALKED = (table("articles"), *CHILD_TABLES)


class Walk:
    """Judges all rows of a dataset.

    Args:
        dataset: the directory.
        manifest: its manifest.
        today: a publication date after it is impossible.

    Attributes:
        articles: how many articles were looked at.
    """

    def __init__(self, dataset: Path, manifest: Manifest, today: dt.date) -> None:
        self._dataset, self._manifest = dataset, manifest
        self._ground = Ground(
            frozen_schema(SCHEMA_VERSION, "article"), today, bool(manifest.dataset.license),
            frozenset(manifest.dataset.languages),
        )  # fmt: skip
        self._digests = {each.name: ContentDigest() for each in TABLES}
        self._ids = {each.name: IdLedger() for each in _WALKED}
        self._streams = {
            each.name: Stream(shards(dataset, manifest, each.name), arrow_schema(each, manifest.schema_version))
            for each in _WALKED
        }
        self._flats = {
            each.name: Flat(each, Pull(self._streams[each.name]), manifest.schema_version) for each in CHILD_TABLES
        }
        self._order, self._sources = Order(), Sources(manifest)
        self._splits = Splits(self._streams["articles"].shards)
        self.articles = 0

    def findings(self) -> Iterator[Finding]:
        """Everything that is wrong with the rows."""
        with ExitStack() as stack:
            stack.enter_context(self._splits)
            for each in self._ids.values():
                stack.enter_context(each)
            for rows in self._streams["articles"]:
                yield from self._take(rows)
            damaged = [each for stream in self._streams.values() for each in stream.findings]
            yield from damaged
            yield from self._splits.findings()
            if not damaged:
                for name, flat in self._flats.items():
                    yield from self._rest(name, flat)
                yield from link_findings(self._dataset, self._manifest, self._ids, self._digests["links"])
                yield from self._ids_twice()
                yield from self._whole()

    def _take(self, rows: Rows) -> Iterator[Finding]:
        batch = Batch(rows.batch)
        self.articles += len(batch)
        newest = lifted(rows.batch, table("articles"), self._manifest.schema_version)
        yield from article_findings(newest, self._ground, rows.place)
        yield from self._order.take(rows)
        yield from self._sources.take(rows, batch)
        yield from self._cells(rows, batch)
        yield from self._annotators(rows, batch)
        self._splits.take(rows)
        self._count("articles", pa.Table.from_batches([rows.batch]))
        for name, flat in self._flats.items():
            found, differing = flat.compare(batch, rows.place(0))
            yield from differing
            self._count(name, found)

    def _count(self, config: str, rows: pa.Table) -> None:
        for batch in rows.to_batches():
            if of_length(batch.column("id")):
                places = self._digests[config].rows + np.arange(batch.num_rows)
                self._ids[config].add(id_numbers(batch.column("id")), places)
            self._digests[config].add(batch)

    def _rest(self, name: str, flat: Flat) -> Iterator[Finding]:
        for rows, differing in flat.rest():
            yield from differing
            self._count(name, rows)

    def _cells(self, rows: Rows, batch: Batch) -> Iterator[Finding]:
        for name in ("text", "title"):
            large = byte_lengths(batch.articles.column(name)) > _MOST_CELL
            yield from _at(rows, large, rules.CELL_SIZE, f"/{name}", f"more than {_MOST_CELL:,} bytes")

    def _annotators(self, rows: Rows, batch: Batch) -> Iterator[Finding]:
        """Whether all articles were made by what the manifest names."""
        manifest, annotator = self._manifest, batch.articles.nested("annotator")
        version = truth(pc.equal(batch.articles.column("schema_version"), manifest.schema_version))
        message = f"the manifest declares {manifest.schema_version}"
        yield from _at(rows, ~version, rules.VERSION_UNKNOWN, "/schema_version", message)
        same = annotator.one_of("version", manifest.pipeline_version) & annotator.one_of("mode", manifest.mode)
        models = annotator.listed("models")
        known = {(each.name, each.version, each.sha256) for each in manifest.models}
        same &= np.bincount(models.rows, minlength=len(batch)) == len(known)
        stated = zip(*(models.column(name).to_pylist() for name in ("name", "version", "sha256")), strict=True)
        same[models.rows[[each not in known for each in stated]]] = False
        message = f"the manifest states {manifest.pipeline_version}, mode {manifest.mode}, {len(known)} models"
        yield from _at(rows, ~same, ANNOTATOR_DIFFERS, "/annotator", message)

    def _ids_twice(self) -> Iterator[Finding]:
        for name, ids in self._ids.items():
            for place in ids.twice():
                row = place
                for shard in self._streams[name].shards:
                    if row < shard.rows:
                        yield Finding(
                            rules.ID_TWICE, Place(file=shard.name, row=row), "its id stands in an earlier row too"
                        )
                        break
                    row -= shard.rows
                else:
                    yield Finding(rules.ID_TWICE, Place(file=name, row=place), "its id stands in an earlier row too")

    def _whole(self) -> Iterator[Finding]:
        """Whether the rows are the ones that the manifest proves."""
        entries = {each.name: each for each in self._manifest.configs}
        for name, digest in self._digests.items():
            entry = entries.get(name)
            if (entry.rows if entry else 0) != digest.rows:
                message = f"{digest.rows} rows; the manifest states {entry.rows if entry else 0}"
                yield Finding(rules.ROW_COUNT, Place(file=name), message)
            if entry and entry.content_sha256 != digest.hexdigest():
                message = f"the rows give {digest.hexdigest()}; the manifest states {entry.content_sha256}"
                yield Finding(rules.CONTENT_CHANGED, Place(file=name), message)


def _at(rows: Rows, mask: Mask, rule: Rule, pointer: str, message: str) -> Iterator[Finding]:
    for row in np.flatnonzero(mask):
        place, record = rows.place(int(row)), rows.batch.column("id")[int(row)].as_py()
        yield Finding(rule, Place(file=place.file, row=place.row, pointer=pointer, record=record), message)
