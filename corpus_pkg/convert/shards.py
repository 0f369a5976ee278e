"""Kept work to the shards of a dataset: made where there are workers, kept as well, and put together in order."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from corpus_pkg.convert.blobs import Blobs, needed
from corpus_pkg.convert.crew import Task, cannot_be_given_up
from corpus_pkg.convert.heads import Kept
from corpus_pkg.convert.records import read_row
from corpus_pkg.model.rows import Row
from corpus_pkg.model.withheld import may_be_passed_on, withhold
from corpus_pkg.store.assembly import Assembly, Digests
from corpus_pkg.store.parquet import ShardCut
from corpus_pkg.store.shard import write_shard


@dataclass(frozen=True, slots=True, kw_only=True)
class Making:
    """What a worker must know to make a shard.

    Attributes:
        blobs: where rows are kept, and shards are.
        work: what annotates, told from anything else.
        about: what each file says of the dataset, as sorted pairs.
        withhold: whether texts that may not be passed on are left out.
    """

    blobs: Blobs
    work: str
    about: tuple[tuple[str, Any], ...]
    withhold: bool


@dataclass(frozen=True, slots=True)
class Stretch:
    """The articles of a shard.

    Attributes:
        name: what its files are kept under.
        keys: what their rows are kept under.
    """

    name: str
    keys: tuple[str, ...]

    def __str__(self) -> str:
        return f"a shard of {len(self.keys)} articles"


@dataclass(frozen=True, slots=True)
class Made:
    """A shard that is kept.

    Attributes:
        name: what its files are kept under, with config and number.
        files: how many files each config has.
        whole: the same for the files with every text in its place; empty where no text was withheld.
        articles: how many articles it holds.
    """

    name: str
    articles: int
    files: dict[str, int]
    whole: dict[str, int]


def tasks(kept: Iterable[Kept], articles: int, making: Making) -> Iterator[Task[Made]]:
    """The shards to be made: a shard of the same rows that was made before is not made again.

    Args:
        kept: the records in the order of the dataset.
        articles: how many there are.
        making: how.
    """
    for stretch in _stretches(kept, articles, making):
        known = _known(stretch, making.blobs)
        yield Task(call=make, items=[stretch], context=making, given_up=cannot_be_given_up,
                   ready=[known] if known else None)  # fmt: skip


def make(stretches: list[Stretch], making: Making) -> list[Made]:
    """Makes shards and keeps them; a worker runs it.

    Raises:
        CorpusError: a row is not there any more, or a shard cannot be kept.
    """
    return [_make(each, making) for each in stretches]


def put_together(made: Iterable[Made], assembly: Assembly, whole: Digests | None, blobs: Blobs) -> bool:
    """Adds shards to a dataset, in order; whether a text was withheld from any.

    Args:
        made: the shards.
        assembly: the dataset.
        whole: the digests with every text in its place; None where no text may be withheld.
        blobs: where the shards are kept.
    """
    withheld = False
    for each in made:
        withheld |= bool(each.whole)
        for config, shard in _files(each.name, each.files, "", blobs):
            assembly.add(config, shard)
            if whole is not None and not each.whole:
                whole.add(config, shard)
        if whole is not None:
            for config, shard in _files(each.name, each.whole, "-whole", blobs):
                whole.add(config, shard)
    return withheld


def _files(name: str, counts: Mapping[str, int], end: str, blobs: Blobs) -> Iterator[tuple[str, bytes]]:
    for config, count in counts.items():
        for number in range(count):
            yield config, needed(blobs, f"{name}-{config}-{number}{end}")


def _stretches(kept: Iterable[Kept], articles: int, making: Making) -> Iterator[Stretch]:
    cut = ShardCut(articles)
    name = partial(hashlib.blake2b, repr((making.work, making.about, making.withhold)).encode(), digest_size=16)
    keys, digest = list[str](), name()
    for each in kept:
        if cut.before(each.id) and keys:
            yield Stretch(digest.hexdigest(), tuple(keys))
            keys, digest = [], name()
        keys.append(each.key)
        digest.update(bytes.fromhex(each.digest))
    if keys:
        yield Stretch(digest.hexdigest(), tuple(keys))


def _known(stretch: Stretch, blobs: Blobs) -> Made | None:
    """The shard, if it is kept whole."""
    content = blobs.get(stretch.name)
    if content is None:
        return None
    try:
        made = Made(stretch.name, len(stretch.keys), **json.loads(content))
    except (ValueError, TypeError):  # of what nobody kept here
        return None
    names = [f"{made.name}-{config}-{number}" for config, count in made.files.items() for number in range(count)]
    names += [f"{made.name}-{config}-{number}-whole" for config, count in made.whole.items() for number in range(count)]
    return made if all(blobs.get(each) is not None for each in names) else None


def _make(stretch: Stretch, making: Making) -> Made:
    files = write_shard(_rows(stretch, making, withheld=making.withhold), dict(making.about))
    whole: dict[str, list[bytes]] = {}
    if making.withhold and any(not may_be_passed_on(row) for row in _rows(stretch, making, withheld=False)):
        whole = write_shard(_rows(stretch, making, withheld=False), dict(making.about))
    made = Made(stretch.name, len(stretch.keys), {name: len(each) for name, each in files.items()},
                {name: len(each) for name, each in whole.items()})  # fmt: skip
    for shards, end in ((files, ""), (whole, "-whole")):
        for config, contents in shards.items():
            for number, content in enumerate(contents):
                making.blobs.put(f"{made.name}-{config}-{number}{end}", content)
    making.blobs.put(made.name, json.dumps({"files": made.files, "whole": made.whole}).encode("ascii"))
    return made


def _rows(stretch: Stretch, making: Making, *, withheld: bool) -> Iterator[Row]:
    for key in stretch.keys:
        row = read_row(needed(making.blobs, key))
        yield withhold(row) if withheld and not may_be_passed_on(row) else row
