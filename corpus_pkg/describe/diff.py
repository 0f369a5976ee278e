"""What changed between two versions of a dataset, record by record: as text, as a changelog entry, as JSON."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

import orjson
import pyarrow.parquet as pq

from corpus_pkg.loading import Corpus
from corpus_pkg.model.rows import json_form

_BATCH = 256
_SHOWN = 10
# What an article is known by where its bytes changed, and so its id.
_SAME = ("url", "raw_path")
# What every record repeats of its making: a new version of the package is no change of the data.
_MAKING = frozenset({"annotator", "schema_version"})


@dataclass(frozen=True, slots=True)
class Change:
    """One record that is not what it was.

    Attributes:
        config: where it stands.
        id: of the record; of an article whose text changed, that of the newer one.
        kind: added, removed, text (an article whose raw bytes changed), annotation.
        fields: which of its fields differ.
        label: words to know it by.
    """

    config: str
    id: str
    kind: str
    fields: tuple[str, ...] = ()
    label: str = ""


@dataclass(slots=True)
class Diff:
    """All changes between two versions.

    Attributes:
        old, new: the versions.
        changes: the changes, by config and id.
        columns: of each config the columns that came and went.
        rows: of each config the rows before and after.
    """

    old: str
    new: str
    changes: list[Change] = field(default_factory=list)
    columns: dict[str, tuple[list[str], list[str]]] = field(default_factory=dict)
    rows: dict[str, tuple[int, int]] = field(default_factory=dict)

    def count(self, config: str, kind: str) -> int:
        """How many records of a config changed in one way."""
        return sum(each.config == config and each.kind == kind for each in self.changes)

    def as_json(self) -> dict[str, Any]:
        """The same for a program."""
        return {
            "old": self.old,
            "new": self.new,
            "configs": {
                config: {
                    "rows": list(rows), "columns_added": self.columns[config][0],
                    "columns_removed": self.columns[config][1],
                    **{kind: self.count(config, kind) for kind in ("added", "removed", "text", "annotation")},
                }
                for config, rows in self.rows.items()
            },
            "changes": [asdict(each) for each in self.changes],
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Known:
    """What is kept of a record: the digests of its fields, and what it may be known by."""

    fields: Mapping[str, bytes]
    same: tuple[str, ...]
    label: str


def diff(old: Corpus, new: Corpus) -> Diff:
    """What changed essentially; what only repeats which package made the dataset is passed over."""
    found = Diff(old.manifest.dataset.version, new.manifest.dataset.version)
    for config in sorted({*old.configs, *new.configs}, key=lambda each: (each != "articles", each)):
        before, after = (corpus if config in corpus.configs else None for corpus in (old, new))
        names = [_columns(each, config) if each else [] for each in (before, after)]
        came = [each for each in names[1] if each not in names[0]] if before else []
        went = [each for each in names[0] if each not in names[1]] if after else []
        found.columns[config] = came, went
        one, two = _records(before, config), _records(after, config)
        found.rows[config] = len(one), len(two)
        found.changes += _changes(config, one, two, frozenset(came + went))
    return found


def _columns(corpus: Corpus, config: str) -> list[str]:
    return list(pq.read_schema(corpus.shards(config)[0]).names)


def _records(corpus: Corpus | None, config: str) -> dict[str, _Known]:
    found = {}
    for path in corpus.shards(config) if corpus else ():
        with pq.ParquetFile(path) as file:
            for batch in file.iter_batches(_BATCH):
                for row in batch.to_pylist():
                    own = row.get("id") or _digest(row).hex()
                    found[own] = _known(row)
    return found


def _known(row: dict[str, Any]) -> _Known:
    words = row.get("title") or row.get("text") or row.get("name") or ""
    fields = {name: _digest(value) for name, value in row.items() if name not in _MAKING}
    return _Known(
        fields, tuple(f"{name} {row[name]}" for name in _SAME if row.get(name)), " ".join(str(words).split())[:80]
    )


def _digest(value: Any) -> bytes:  # noqa: ANN401  a value of a row
    return hashlib.blake2b(orjson.dumps(json_form(value), option=orjson.OPT_SORT_KEYS), digest_size=12).digest()


def _changes(config: str, old: dict[str, _Known], new: dict[str, _Known], passed: frozenset[str]) -> Iterator[Change]:
    gone = {name: own for own in sorted(old.keys() - new.keys()) for name in old[own].same}
    moved: set[str] = set()
    for own in sorted(new.keys() - old.keys()):
        before = next((gone[name] for name in new[own].same if name in gone and gone[name] not in moved), None)
        if before is None:
            yield Change(config, own, "added", (), new[own].label)
        else:
            moved.add(before)
            yield Change(config, own, "text", _differ(old[before], new[own], passed), new[own].label)
    for own in sorted(old.keys() - new.keys() - moved):
        yield Change(config, own, "removed", (), old[own].label)
    for own in sorted(old.keys() & new.keys()):
        fields = _differ(old[own], new[own], passed)
        if fields:
            yield Change(config, own, "annotation", fields, new[own].label)


def _differ(one: _Known, two: _Known, passed: frozenset[str]) -> tuple[str, ...]:
    return tuple(name for name, digest in two.fields.items() if name not in passed and one.fields.get(name) != digest)


def as_text(found: Diff) -> str:
    """The changes in lines for people."""
    lines = [f"{found.old} -> {found.new}"]
    for config, (before, after) in found.rows.items():
        lines.append(f"{config:10s} {before:,} -> {after:,} rows: {_counted(found, config)}{_columned(found, config)}")
        mine = [each for each in found.changes if each.config == config]
        lines += [f"  {each.kind:10s} {each.id}  {each.label}" + (f" [{', '.join(each.fields)}]" if each.fields else "")
                  for each in mine[:_SHOWN]]  # fmt: skip
        lines += [f"  ... and {len(mine) - _SHOWN:,} more"] if len(mine) > _SHOWN else []
    return "\n".join(lines)


def as_markdown(found: Diff) -> str:
    """The changes as an entry of a changelog."""
    lines = [f"## {found.new}", ""]
    for config, (before, after) in found.rows.items():
        lines.append(f"- `{config}`: {before:,} to {after:,} rows; {_counted(found, config)}{_columned(found, config)}")
    return "\n".join(lines) + "\n"


def _counted(found: Diff, config: str) -> str:
    words = {"added": "added", "removed": "removed", "text": "with another text", "annotation": "annotated otherwise"}
    counts = [f"{count:,} {word}" for kind, word in words.items() if (count := found.count(config, kind))]
    return ", ".join(counts) or "nothing changed"


def _columned(found: Diff, config: str) -> str:
    came, went = found.columns[config]
    return "".join(f"; columns {word}: {', '.join(names)}" for names, word in ((came, "new"), (went, "gone")) if names)
