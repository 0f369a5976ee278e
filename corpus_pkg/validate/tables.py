"""The dataset level, tables: Arrow schemas, order, ids, digests, nested rows against flat ones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from corpus_pkg.findings import Finding, Place
from corpus_pkg.findings import rules_dataset as rules
from corpus_pkg.model.arrow import arrow_schema
from corpus_pkg.model.manifest import Manifest
from corpus_pkg.model.rows import Row, child_rows
from corpus_pkg.model.tables import Table, table
from corpus_pkg.store.digest import ContentDigest

_BATCH = 64
# Damage may pass Arrow's checks and show only when names or values are taken out: text that is not UTF-8, no such day.
_DAMAGE = (pa.ArrowException, OSError, ValueError, OverflowError)


def shards(dataset: Path, manifest: Manifest, config: Table) -> list[Path]:
    """The shards of a config that are there, in order."""
    names = sorted(each.path for each in manifest.files if each.path.startswith(config.name + "/"))
    return [dataset / name for name in names if name.endswith(".parquet") and (dataset / name).is_file()]


def shard_findings(dataset: Path, manifest: Manifest, config: Table) -> Iterator[Finding]:
    """Shards that cannot be read, or have another Arrow schema than their config."""
    wanted = arrow_schema(config)
    for path in shards(dataset, manifest, config):
        place = Place(file=path.relative_to(dataset).as_posix())
        try:
            schema = pq.read_schema(path)
        except _DAMAGE as error:
            yield Finding(rules.PARQUET_DAMAGED, place, f"{error}".partition("\n")[0])
            continue
        if not schema.equals(wanted):
            yield Finding(rules.ARROW_SCHEMA, place, _difference(schema, wanted))


def _difference(schema: pa.Schema, wanted: pa.Schema) -> str:
    for name in wanted.names:
        if name not in schema.names:
            return f"the column {name} is missing"
        if not schema.field(name).equals(wanted.field(name)):
            return f"the column {name} is {schema.field(name)!s:.200}, not {wanted.field(name)!s:.200}"
    extra = [name for name in schema.names if name not in wanted.names]
    return f"the columns {', '.join(extra)} are not known" if extra else "the columns are in another order"


@dataclass(slots=True)
class Rows:
    """The rows of a config, read once in small batches, with what is found on the way.

    Attributes:
        dataset: the dataset.
        manifest: its manifest.
        config: the config.
        findings: damage, order, ids; filled while the rows are read.
    """

    dataset: Path
    manifest: Manifest
    config: Table
    findings: list[Finding] = field(default_factory=list)
    digest: ContentDigest = field(default_factory=ContentDigest)
    _ids: set[str] = field(default_factory=set)
    _last: tuple[str, str] | None = None

    def __iter__(self) -> Iterator[tuple[Place, Row]]:
        for path in shards(self.dataset, self.manifest, self.config):
            name, index = path.relative_to(self.dataset).as_posix(), 0
            try:
                with pq.ParquetFile(path) as file:
                    for batch in file.iter_batches(_BATCH):
                        for row in batch.to_pylist():
                            place = Place(file=name, row=index, record=row.get("id"))
                            self._look(place, row)
                            yield place, row
                            index += 1
            except _DAMAGE as error:
                message = f"{error}".partition("\n")[0]
                self.findings.append(Finding(rules.PARQUET_DAMAGED, Place(file=name, row=index), message))

    def _look(self, place: Place, row: Row) -> None:
        self.digest.add(row)
        own = row.get("id")
        if own is not None:
            if own in self._ids:
                self.findings.append(Finding(rules.ID_TWICE, place, f"{own} stands in an earlier row too"))
            self._ids.add(own)
        key = (row["date"].isoformat() if row.get("date") else "", row.get(self.config.article) or "")
        if self._last is not None and key < self._last:
            message = f"{key} stands after {self._last}"
            self.findings.append(Finding(rules.NOT_SORTED, place, message))
        self._last = key

    def finish(self) -> Iterator[Finding]:
        """What was found, and whether all rows are the ones that the manifest proves; call when all are read."""
        yield from self.findings
        place = Place(file=self.config.name)
        entry = next((each for each in self.manifest.configs if each.name == self.config.name), None)
        if entry is None:
            return
        if entry.rows != self.digest.rows:
            message = f"{self.digest.rows} rows; the manifest states {entry.rows}"
            yield Finding(rules.ROW_COUNT, place, message)
        if entry.content_sha256 != self.digest.hexdigest():
            message = f"the rows give {self.digest.hexdigest()}; the manifest states {entry.content_sha256}"
            yield Finding(rules.CONTENT_CHANGED, place, message)


def compare_nested(dataset: Path, manifest: Manifest, child: Table) -> Iterator[Finding]:
    """The first record where a flat table and the articles' nested records part."""
    articles = Rows(dataset, manifest, table("articles"))
    nested = ((place, row) for place, article in articles for row in child_rows(article, child))
    flat = iter(Rows(dataset, manifest, child))
    for place, row in nested:
        place_flat, row_flat = next(flat, (Place(file=child.name), None))
        if row_flat != row:
            column = next((name for name in row if row_flat is None or row_flat.get(name) != row[name]), "?")
            message = f"column {column} of {row['id']} differs from the record nested in {place.file} row {place.row}"
            if row_flat is None:
                message = f"{row['id']}, nested in {place.file} row {place.row}, is missing"
            yield Finding(rules.NESTED_DIFFERS, place_flat, message)
            return
    extra = next(flat, None)
    if extra is not None:
        yield Finding(rules.NESTED_DIFFERS, extra[0], f"{extra[1].get('id')} is nested in no article")
