"""Datasets of any size for timing the validator: real articles, converted once, then copied under new ids."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import orjson

from corpus_pkg.convert.build import Options, build
from corpus_pkg.describe.card import card_document
from corpus_pkg.errors import UsageError
from corpus_pkg.intake.rights import read_rights
from corpus_pkg.loading import load
from corpus_pkg.model.ids import article_id, record_id
from corpus_pkg.model.manifest import Manifest, SourceEntry
from corpus_pkg.model.rows import Row, json_form, to_row
from corpus_pkg.store.writer import write_dataset

_REFERENCES = ("speaker_entity", "reporter_entity", "nested_in", "group", "asserted_by", "quote_id")
_LEAST, _MOST = 8_000, 16_000
_TAKEN = 1_500
_SOURCE = "articles.jsonl"


@dataclass(frozen=True, slots=True)
class Stock:
    """Rows to copy.

    Attributes:
        rows: the rows, all of a JSON form of 8 to 16 kB.
        manifest: the manifest of the dataset that they are of.
    """

    rows: list[Row]
    manifest: Manifest


def stock(sources: Sequence[Path], folder: Path) -> Stock:
    """Converts sources, in the fast mode, and keeps the rows of about 12 kB.

    Args:
        sources: articles, as `corpus convert` takes them.
        folder: an empty folder to work in.

    Raises:
        UsageError: no article gives a record of that size.
    """
    target = folder / "stock"
    build(sources, target, Options(mode="fast", documents=(card_document(),)))
    corpus = load(target)
    rows, free = [], to_row(read_rights("CC0-1.0"))
    for article in corpus:
        row = to_row(article)
        if _LEAST <= len(orjson.dumps(json_form(row))) <= _MOST:
            rows.append(row | {"raw_path": f"{_SOURCE}#L1", "raw_media_type": "application/jsonl", "rights": free})
        if len(rows) == _TAKEN:
            break
    if not rows:
        raise UsageError(" ".join(map(str, sources)), "no article gives a record of 8 to 16 kB", "Name more articles.")
    return Stock(rows, corpus.manifest)


def copies(rows: Sequence[Row], count: int) -> Iterator[Row]:
    """As many rows, each with ids of its own, sorted as a dataset sorts them."""
    made = (_copy(rows[number % len(rows)], number) for number in range(count))
    days = sorted({row["date"] or dt.date.min for row in rows})
    # A day at a time, so that no more than the rows of one day are held.
    if count <= len(rows):
        yield from sorted(made, key=_order)
        return
    for day in days:
        chosen = [index for index, row in enumerate(rows) if (row["date"] or dt.date.min) == day]
        numbers = (number for index in chosen for number in range(index, count, len(rows)))
        yield from sorted((_copy(rows[number % len(rows)], number) for number in numbers), key=_order)


def _order(row: Row) -> tuple[dt.date, str]:
    return row["date"] or dt.date.min, row["id"]


def _copy(row: Row, number: int) -> Row:
    digest = hashlib.sha256(f"{row['raw_sha256']} {number}".encode("ascii")).hexdigest()
    own = article_id(digest)
    listed = [each for name in ("quotes", "entities", "claims") for each in row[name]]
    renamed = {each["id"]: record_id(each["id"][0], own, each["id"]) for each in listed}
    changed = {name: [_renamed(each, renamed) for each in row[name]] for name in ("quotes", "entities", "claims")}
    return row | changed | {"id": own, "raw_sha256": digest}


def _renamed(record: Row, renamed: dict[str, str]) -> Row:
    references = {name: renamed.get(record[name], record[name]) for name in _REFERENCES if name in record}
    return record | references | {"id": renamed[record["id"]]}


def write_copies(stocked: Stock, count: int, target: Path) -> Path:
    """A sound dataset of as many articles."""
    target.mkdir()
    (target / "rejects.jsonl").write_bytes(b"")
    described = replace(stocked.manifest.dataset, license="CC0-1.0", citation="None.", languages=[])
    source = SourceEntry(path=_SOURCE, sha256=hashlib.sha256(b"").hexdigest())
    draft = replace(stocked.manifest, dataset=described, configs=[], files=[], sources=[source], rejected=[], noted=[])
    write_dataset(target, copies(stocked.rows, count), draft, (card_document(),))
    return target


def write_lines(stocked: Stock, count: int, target: Path) -> list[Any]:
    """A file of as many records, one a line; also the values of the first few."""
    first: list[Any] = []
    with target.open("wb") as stream:
        for row in copies(stocked.rows, count):
            value = json_form(row)
            stream.write(orjson.dumps(value) + b"\n")
            if len(first) < _MOST // 100:
                first.append(value)
    return first
