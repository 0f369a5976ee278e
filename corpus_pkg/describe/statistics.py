"""What is in a dataset, counted column by column, in one pass and flat memory."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from corpus_pkg.convert.blobs import Blobs
from corpus_pkg.loading import Corpus
from corpus_pkg.model.declare import Field, fields_of
from corpus_pkg.model.tables import table

UNKNOWN = "(unknown)"
_ROWS, _THREADS = 1024, 2
_OWN_CODE = hashlib.sha256(Path(__file__).read_bytes()).hexdigest()
_SPREAD = ("source", "month", "language", "quote kind", "speaker", "entity type", "entity", "claim kind", "unit")
_COUNTS = ("articles", "words", "sentences", "quotes", "quotes with a speaker", "quotes with a known speaker",
           "entities", "mentions", "claims", "dates", "dates resolved", "articles with a date",
           "articles with a source")  # fmt: skip
_EMPTY_IS_UNKNOWN = frozenset({"authors"})
"""Lists of which none means that nobody knows; of other lists it means that there is none."""


@dataclass(slots=True)
class Statistics:
    """Counts over a dataset.

    Attributes:
        counts: single figures by name.
        spread: counts by value, by the name of the column.
        unknown: of each column that may say nothing, as `config.column`, how many rows do, and how many there are.
    """

    counts: Counter[str] = field(default_factory=lambda: Counter(dict.fromkeys(_COUNTS, 0)))
    spread: dict[str, Counter[str]] = field(default_factory=lambda: {name: Counter() for name in _SPREAD})
    unknown: dict[str, tuple[int, int]] = field(default_factory=dict)

    def add(self, other: Statistics) -> None:
        """Counts what is in another part of the dataset, too."""
        self.counts.update(other.counts)
        for name, values in other.spread.items():
            self.spread[name].update(values)
        for name, (null, of) in other.unknown.items():
            before = self.unknown.get(name, (0, 0))
            self.unknown[name] = (before[0] + null, before[1] + of)

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> Statistics:
        """What `as_json` gave."""
        return cls(
            Counter(value["counts"]), {name: Counter(each) for name, each in value["spread"].items()},
            {name: (each["null"], each["of"]) for name, each in value["unknown"].items()},
        )  # fmt: skip

    def as_json(self) -> dict[str, Any]:
        """The same as plain JSON, values by falling count."""
        return {
            "counts": dict(self.counts),
            "spread": {name: dict(ranked(each)) for name, each in self.spread.items()},
            "unknown": {name: {"null": null, "of": of} for name, (null, of) in self.unknown.items()},
        }


def ranked(counter: Counter[str], most: int | None = None) -> list[tuple[str, int]]:
    """The values with the highest counts, ties by name."""
    return sorted(counter.items(), key=lambda each: (-each[1], each[0]))[:most]


def statistics(corpus: Corpus, kept: Blobs | None = None) -> Statistics:
    """Reads a dataset once and counts.

    Args:
        corpus: the dataset.
        kept: where the counts of each shard are kept, and found again by its digest; None where they are not.
    """
    found, digests = Statistics(), {corpus.path / each.path: each.sha256 for each in corpus.manifest.files}
    with ThreadPoolExecutor(_THREADS) as threads:
        for config in corpus.configs:
            count = partial(_counted, config, kept=kept)
            for part in threads.map(lambda path, count=count: count(path, digests[path]), corpus.shards(config)):
                found.add(part)
    return found


def _counted(config: str, path: Path, sha256: str, *, kept: Blobs | None) -> Statistics:
    """What is in a shard."""
    name = hashlib.sha256(f"statistics\0{_OWN_CODE}\0{config}\0{sha256}".encode("ascii")).hexdigest()
    content = kept.get(name) if kept else None
    with suppress(ValueError, LookupError, TypeError, AttributeError):  # of what nobody kept here
        if content is not None:
            return Statistics.from_json(json.loads(content))
    fields = [each for each in fields_of(table(config).record) if each.shape.optional or each.name in _EMPTY_IS_UNKNOWN]
    found = Statistics()
    with pq.ParquetFile(path) as file:
        for batch in file.iter_batches(_ROWS, columns=columns_read(config, fields)):
            found.counts[config] += batch.num_rows
            _nulls(found, config, fields, batch)
            if config in _COUNTERS:
                _COUNTERS[config](found, batch)
    if kept:
        kept.put(name, json.dumps(found.as_json()).encode("utf-8"))
    return found


def columns_read(config: str, fields: Sequence[Field]) -> list[str]:
    """The columns of a config that are read: one at least, as it tells how many rows there are."""
    first = table(config).fields[0].name
    return sorted({first, *(each.name for each in fields), *_COUNTED.get(config, ())})


def _nulls(found: Statistics, config: str, fields: list[Field], batch: pa.RecordBatch) -> None:
    for each in fields:
        column, key = batch.column(each.name), f"{config}.{each.name}"
        null, of = found.unknown.get(key, (0, 0))
        empty = _true(pc.equal(pc.list_value_length(column), 0)) if each.name in _EMPTY_IS_UNKNOWN else 0
        found.unknown[key] = (null + column.null_count + empty, of + len(column))


def _articles(found: Statistics, batch: pa.RecordBatch) -> None:
    dates = batch.column("dates")
    found.counts.update({
        "words": sum(len(each.split()) for each in batch.column("text").to_pylist() if each is not None),
        "sentences": len(batch.column("sentences").flatten()), "dates": len(dates.flatten()),
        "dates resolved": _true(dates.flatten().field("resolved")),
        "articles with a date": len(batch) - batch.column("date").null_count,
        "articles with a source": len(batch) - batch.column("source").null_count,
    })  # fmt: skip
    by_month = pc.not_equal(batch.column("date_precision"), "year")
    months = pc.if_else(by_month, pc.strftime(batch.column("date"), format="%Y-%m"), pa.scalar(None, pa.string()))
    _spread(found, "month", months, unknown=True)
    _spread(found, "source", batch.column("source"), unknown=True)
    _spread(found, "language", batch.column("language"), unknown=True)


def _quotes(found: Statistics, batch: pa.RecordBatch) -> None:
    found.counts["quotes with a speaker"] += len(batch) - batch.column("speaker").null_count
    found.counts["quotes with a known speaker"] += len(batch) - batch.column("speaker_name").null_count
    _spread(found, "quote kind", batch.column("kind"))
    _spread(found, "speaker", batch.column("speaker_name"), unknown=True)


def _entities(found: Statistics, batch: pa.RecordBatch) -> None:
    found.counts["mentions"] += len(batch.column("mentions").flatten())
    _spread(found, "entity type", batch.column("type"))
    _spread(found, "entity", batch.column("name"))


def _claims(found: Statistics, batch: pa.RecordBatch) -> None:
    _spread(found, "claim kind", batch.column("kind"))
    _spread(found, "unit", batch.column("unit"))


def _spread(found: Statistics, name: str, column: pa.Array, *, unknown: bool = False) -> None:
    """Adds what a column holds; `unknown` counts what it does not say, too."""
    for each in column.value_counts():
        value = each["values"].as_py()
        if value is not None or unknown:
            found.spread[name][UNKNOWN if value is None else value] += each["counts"].as_py()


def _true(column: pa.Array) -> int:
    return int(pc.sum(column).as_py() or 0)


_COUNTERS = {"articles": _articles, "quotes": _quotes, "entities": _entities, "claims": _claims}
_COUNTED = {
    "articles": {"text", "sentences", "dates", "date", "date_precision", "source", "language"},
    "quotes": {"speaker", "speaker_name", "kind"}, "entities": {"mentions", "type", "name"}, "claims": {"kind", "unit"},
}  # fmt: skip
"""The columns that each of them reads."""
