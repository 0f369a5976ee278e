"""The dataset level, shards: what a Parquet file declares of itself, before any row is read."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from corpus_pkg.findings import Finding, Place
from corpus_pkg.findings.rules import dataset as rules
from corpus_pkg.intake.source.memory import bounded
from corpus_pkg.intake.source.parquet import DAMAGE
from corpus_pkg.model.arrow import arrow_schema
from corpus_pkg.model.manifest import Manifest
from corpus_pkg.model.tables import Table
from corpus_pkg.store.parquet import MOST_ROWS
from corpus_pkg.validate.dataset.files import is_regular

_NAME = re.compile(r"([A-Za-z0-9_]+)-(\d{5})-of-(\d{5})\.parquet\Z")
# A group ends between articles, so it may hold the rows of one article more.
_GROUP_ROWS = 2 * MOST_ROWS
_MOST_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Shard:
    """A Parquet file of a config.

    Attributes:
        path: where it lies.
        name: its path in the dataset.
        split: the split that its name states.
        rows: how many rows its manifest states; its own footer's where there is no manifest.
    """

    path: Path
    name: str
    split: str
    rows: int


def shards(dataset: Path, manifest: Manifest, config: str) -> list[Shard]:
    """The shards of a config that are there, in order."""
    found = []
    for each in sorted(manifest.files, key=lambda each: each.path):
        path = dataset / each.path
        inside = each.path.startswith(config + "/") and each.path.endswith(".parquet") and ".." not in each.path
        if inside and is_regular(path) and not path.is_symlink():
            named = _NAME.match(path.name)
            found.append(Shard(path, each.path, named[1] if named else "train", each.rows or 0))
    return found


def name_findings(manifest: Manifest, config: str) -> Iterator[Finding]:
    """Shards are numbered without a gap, in each split."""
    splits: dict[str, dict[int, set[int]]] = {}
    for each in manifest.files:
        folder, _, name = each.path.rpartition("/")
        if folder != config:
            continue
        named = _NAME.match(name)
        if not named:
            yield Finding(rules.SHARD_NAME, Place(file=each.path), "it is not named SPLIT-00000-of-0000N.parquet")
        else:
            splits.setdefault(named[1], {}).setdefault(int(named[3]), set()).add(int(named[2]))
    for split, counts in sorted(splits.items()):
        for count, numbers in sorted(counts.items()):
            # As many as are shown: thousands of counts, each with thousands missing, would take their time.
            missing = list(islice((each for each in range(count) if each not in numbers), _MOST_SHOWN))
            if missing or len(counts) > 1:
                message = f"{split}: of {count} shards there are {len(numbers)}"
                yield Finding(rules.SHARD_NAME, Place(file=config), message, {"missing": missing})


def shard_findings(shard: Shard, config: Table, version: str) -> Iterator[Finding]:
    """What is wrong with a shard by what it declares.

    Args:
        shard: the shard.
        config: its config.
        version: the schema version that it follows.
    """
    place = Place(file=shard.name)
    try:
        with pq.ParquetFile(shard.path) as file:
            metadata, schema = file.metadata, file.schema_arrow
            yield from _schema(place, schema, arrow_schema(config, version))
            _open_columns(file)
            yield from _groups(place, metadata)
            yield from _counts(shard, place, metadata)
    except DAMAGE as error:
        yield Finding(rules.PARQUET_DAMAGED, place, f"{error}".partition("\n")[0][:300])


def _counts(shard: Shard, place: Place, metadata: pq.FileMetaData) -> Iterator[Finding]:
    if metadata.num_rows == 0:
        yield Finding(rules.EMPTY_CONFIG, place, "it has no rows")
    if metadata.num_rows != shard.rows:
        message = f"{metadata.num_rows} rows; the manifest states {shard.rows}"
        yield Finding(rules.FILE_ROWS, place, message)


def _schema(place: Place, schema: pa.Schema, wanted: pa.Schema) -> Iterator[Finding]:
    for name in _unsupported(schema):
        yield Finding(rules.UNSUPPORTED_TYPE, place, f"the column {name} is of a type that does not load")
    if not schema.equals(wanted):
        loose = pa.schema([_nullable(each) for each in schema])
        rule = (
            rules.NULLABILITY if loose.equals(pa.schema([_nullable(each) for each in wanted])) else rules.ARROW_SCHEMA
        )
        yield Finding(rule, place, _difference(schema, wanted))
    for key, value in (schema.metadata or {}).items():
        if key in {b"huggingface", b"pandas"} and not _names_all(key, value, schema):
            message = f"the metadata of {key.decode()} do not name the columns that are there"
            yield Finding(rules.FOREIGN_FEATURES, place, message)


def _names_all(key: bytes, value: bytes, schema: pa.Schema) -> bool:
    try:
        stated = json.loads(value)
        if key == b"pandas":
            return {each["name"] for each in stated["columns"]} <= {*schema.names, None}
        return set(stated["info"]["features"]) == set(schema.names)
    except (ValueError, KeyError, TypeError, RecursionError):
        return False


def _nullable(field: pa.Field) -> pa.Field:
    kind = field.type
    if pa.types.is_struct(kind):
        kind = pa.struct([_nullable(each) for each in kind])
    elif pa.types.is_list(kind):
        kind = pa.list_(_nullable(kind.value_field))
    return pa.field(field.name, kind, nullable=True)


def _unsupported(schema: pa.Schema) -> Iterator[str]:
    def bad(kind: pa.DataType) -> bool:
        if pa.types.is_struct(kind):
            return not kind.num_fields or any(bad(each.type) for each in kind)
        if pa.types.is_list(kind) or pa.types.is_large_list(kind):
            return bad(kind.value_type)
        return pa.types.is_map(kind) or "list_view" in str(kind) or str(kind).startswith("decimal32")

    return (each.name for each in schema if bad(each.type))


def _difference(schema: pa.Schema, wanted: pa.Schema) -> str:
    for name in wanted.names:
        if name not in schema.names:
            return f"the column {name} is missing"
        if not schema.field(name).equals(wanted.field(name)):
            return f"the column {name} is {schema.field(name)!s:.200}, not {wanted.field(name)!s:.200}"
    extra = [name for name in schema.names if name not in wanted.names]
    return f"the columns {', '.join(extra)} are not known" if extra else "the columns are in another order"


def _open_columns(file: pq.ParquetFile) -> None:
    """Reads a row, which opens every column: to ask for a codec that is none ends the process, to use it raises.

    Raises:
        ArrowException: a column cannot be opened.
    """
    for number in range(min(1, file.num_row_groups)):
        with bounded():
            next(file.iter_batches(1, row_groups=[number], use_threads=False), None)


def _groups(place: Place, metadata: pq.FileMetaData) -> Iterator[Finding]:
    for number in range(metadata.num_row_groups):
        group = metadata.row_group(number)
        if group.num_rows > _GROUP_ROWS:
            yield Finding(rules.GROUP_SIZE, place, f"row group {number} holds {group.num_rows:,} rows")
            break
    columns = [metadata.row_group(number).column(column) for number in range(min(1, metadata.num_row_groups))
               for column in range(metadata.num_columns)]  # fmt: skip
    other = sorted({each.compression for each in columns} - {"ZSTD"})
    if other or not all(each.has_offset_index for each in columns):
        message = f"compression {', '.join(other) or 'ZSTD'}" + ("" if other else ", without a page index")
        yield Finding(rules.COMPRESSION, place, message)
