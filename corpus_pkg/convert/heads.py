"""What is asked of all articles together - ids once, in order, at one address - by an embedded database on disk.

Memory holds a page cache of fixed size, however many articles there are.
"""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from corpus_pkg.convert.records import Facts

_TABLE: Final = """
create table heads (
  position integer primary key, id text not null, date text not null, path text not null, url text,
  published text not null, key text not null, digest text not null, length integer not null
)"""


@dataclass(frozen=True, slots=True)
class Kept:
    """A record in the order of the dataset.

    Attributes:
        id: its id.
        key: the name under which it is kept.
        digest: digest of its row.
        length: code points of its text.
    """

    id: str
    key: str
    digest: str
    length: int


@dataclass(frozen=True, slots=True)
class Twins:
    """Two records of one id, or of one address.

    Attributes:
        path: where the later one was read.
        other: where the other one was read, which is kept where there can be but one.
        id: the id of the later one.
        url: the address, where it is one.
        newer: the newer of the two; None where that is not known.
    """

    path: str
    other: str
    id: str
    url: str | None = None
    newer: str | None = None


class Heads:
    """Takes the facts of records in the order of their raw articles.

    Args:
        folder: where the database may lie; it goes when it is closed.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / "heads.sqlite"
        # Nothing of it outlives the build: no journal, no waiting for the disk.
        self._base = sqlite3.connect(self._path, isolation_level=None)
        for setting in ("journal_mode = off", "synchronous = off", "locking_mode = exclusive", "cache_size = -16384"):
            self._base.execute(f"pragma {setting}")
        self._base.execute(_TABLE)
        self._base.execute("begin")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._base.close()
        self._path.unlink(missing_ok=True)

    def add(self, facts: Facts, key: str) -> None:
        """Takes a record."""
        # A record without a date sorts first; ISO dates sort as text.
        date = facts.date.isoformat() if isinstance(facts.date, dt.date) else ""
        self._base.execute(
            "insert into heads (id, date, path, url, published, key, digest, length) values (?, ?, ?, ?, ?, ?, ?, ?)",
            (facts.id, date, facts.raw_path, facts.url, facts.published, key, facts.digest, facts.length),
        )

    def __len__(self) -> int:
        return int(self._base.execute("select count(*) from heads").fetchone()[0])

    def one_an_id(self) -> Iterator[Twins]:
        """Leaves of the records of one id the one with the smallest path, and tells of the others."""
        self._base.execute("create index of_id on heads (id, path)")
        twice = (
            "select other.position, other.path, kept.path, other.id from heads as other join "
            "(select id, min(path) as path, count(*) as often from heads group by id) as kept using (id) "
            "where kept.often > 1 and other.path > kept.path order by other.position"
        )
        for _, path, kept, own in self._base.execute(twice):
            yield Twins(path, kept, own)
        self._base.execute(f"delete from heads where position in (select position from ({twice}))")  # noqa: S608  ours

    def at_one_address(self) -> Iterator[Twins]:
        """Tells of each record at the address of an earlier one, beside the newest so far."""
        self._base.execute("create index of_url on heads (url, position) where url is not null")
        shared = (
            "select url, path, published, id from heads where url in "
            "(select url from heads where url is not null group by url having count(*) > 1) order by url, position"
        )
        newest: tuple[str, str, str] | None = None
        for url, path, published, own in self._base.execute(shared):
            if newest is None or newest[0] != url:
                newest = url, path, published
                continue
            _, other, when = newest
            newer = None if not published or not when or published == when else (path if published > when else other)
            yield Twins(path, other, own, url, newer)
            newest = url, *max((other, when), (path, published), key=lambda each: each[1])

    def __iter__(self) -> Iterator[Kept]:
        """The records in the order of a dataset: by date and id."""
        self._base.execute("create index if not exists in_order on heads (date, id)")
        for row in self._base.execute("select id, key, digest, length from heads order by date, id"):
            yield Kept(*row)
