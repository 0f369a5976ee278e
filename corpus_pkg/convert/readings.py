"""What sources hold, read in groups; a group that was read before is known by what it is read from, and not read again.

What a source repeats beside many articles is known only when all were read: articles are told of it afterwards.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass, replace
from functools import cached_property, partial
from itertools import chain
from pathlib import Path
from types import TracebackType
from typing import Self

from corpus_pkg.convert.blobs import Blobs, LocalBlobs, gone, needed
from corpus_pkg.convert.keys import name_of, name_of_all, raw_digest
from corpus_pkg.convert.packing import DAMAGE, body_of, compress, decompress, head_of, join, pack, unpack
from corpus_pkg.convert.repeated import RepeatedBlocks, edges_of, source_of
from corpus_pkg.convert.spool import Spool
from corpus_pkg.findings import Finding
from corpus_pkg.findings.rules.files import UNREADABLE_FILE
from corpus_pkg.findings.rules.forms import EXTRA_MISSING
from corpus_pkg.findings.rules.metadata import IMPOSSIBLE_DATE
from corpus_pkg.intake.piece import OnceAFile, Piece
from corpus_pkg.intake.raw import RawArticle
from corpus_pkg.intake.unit import Unit

_MOST = 256
_BYTES = 1 << 20
_ONE_IN = 32
_PASSING = frozenset({UNREADABLE_FILE.code, EXTRA_MISSING.code})
"""What says more of the machine than of the file: the next build tries again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What is asked of a group before its articles are.

    Attributes:
        today: the day on which it was read.
        units: of each unit, whether it is an article, and what was found.
        digests: of each article, its digest but for what its source repeats.
        sources: of each article, what tells its source.
        edges: the blocks at the edges of all articles.
    """

    today: dt.date
    units: list[tuple[bool, tuple[Finding, ...]]]
    digests: list[str]
    sources: list[bytes | None]
    edges: bytes

    def holds(self, today: dt.date) -> bool:
        """Whether it would be read so on a day: a date that was still to come may have passed."""
        refused = any(each.rule.code == IMPOSSIBLE_DATE.code for _, findings in self.units for each in findings)
        return today == self.today or (today > self.today and not refused)


@dataclass(frozen=True)
class Group:
    """Articles that were read together, with the blocks that their sources repeat.

    Attributes:
        digests: of each article, as `keys.raw_digest` tells it.
        repeated: of each, digests of the repeated blocks.
        load: brings the articles.
    """

    digests: list[str]
    repeated: list[frozenset[bytes]]
    load: Callable[[], list[RawArticle]]

    @cached_property
    def articles(self) -> list[RawArticle]:
        """The articles, in their order."""
        return [replace(raw, repeated=blocks) if blocks else raw
                for raw, blocks in zip(self.load(), self.repeated, strict=True)]  # fmt: skip

    def names(self, work: str) -> list[str]:
        """The names under which what becomes of the articles is kept."""
        return [name_of(work, *each) for each in zip(self.digests, self.repeated, strict=True)]


class Readings:
    """Reads sources, and gives their articles group by group.

    Args:
        folder: where temporary files may lie.
        kept: where groups are kept that can be known again.
        today: the day of conversion.
    """

    def __init__(self, folder: Path, kept: Blobs, today: dt.date) -> None:
        self._kept, self._today = kept, today
        self._passing = LocalBlobs(folder / "read")
        self._stack = ExitStack()
        self._blocks = self._stack.enter_context(RepeatedBlocks(folder))
        self._listed = self._stack.enter_context(Spool[tuple[str, bool, list[str], list[bytes | None]]](folder))
        self._count = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()

    def __len__(self) -> int:
        return self._count

    def read(self, pieces: Iterable[Piece]) -> Iterator[tuple[bool, tuple[Finding, ...]]]:
        """Reads all, or what is new of it; of each unit, whether it is an article, and what was found.

        Raises:
            CorpusError: what was read cannot be kept.
        """
        once = OnceAFile()
        for group in _groups(pieces):
            for is_article, findings in self._take(group):
                yield is_article, once(findings)
        self._blocks.settle()

    def _take(self, group: list[Piece]) -> Iterator[tuple[bool, tuple[Finding, ...]]]:
        keys = [each.key for each in group if each.key is not None]
        if len(keys) < len(group):
            for some in _some(_units(group)):
                read, content = _packed(some, self._today)
                name = name_of_all("read", *read.digests)
                if read.digests:
                    self._passing.put(name, content)
                yield from self._list(name, read, kept=False)
            return
        name = name_of_all("read", *keys)
        known = self._known(name)
        if known is not None:
            yield from self._list(name, known, kept=True)
            return
        read, content = _packed(list(_units(group)), self._today)
        lasting = not any(each.rule.code in _PASSING for _, findings in read.units for each in findings)
        (self._kept if lasting else self._passing).put(name, content)
        yield from self._list(name, read, kept=lasting)

    def _known(self, name: str) -> Summary | None:
        content = self._kept.get(name)
        try:
            known = unpack(head_of(content)) if content is not None else None
            return known if isinstance(known, Summary) and known.holds(self._today) else None
        except DAMAGE:
            return None

    def _list(self, name: str, read: Summary, *, kept: bool) -> Iterator[tuple[bool, tuple[Finding, ...]]]:
        if read.digests:
            self._listed.add((name, kept, read.digests, read.sources))
            self._blocks.add(read.sources, read.edges)
            self._count += len(read.digests)
        yield from read.units

    def __iter__(self) -> Iterator[Group]:
        """The articles, once all were read."""
        for name, kept, digests, sources in self._listed:
            load = partial(_articles, self._kept if kept else self._passing, name, len(digests))
            yield Group(digests, [self._blocks.of(each) for each in sources], load)


def _groups(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """Pieces that are kept together: cut by what they are, so that one more changes one group; or one without a key."""
    group: list[Piece] = []
    size = 0
    for piece in pieces:
        if piece.key is None:
            if group:
                yield group
            yield [piece]
            group, size = [], 0
            continue
        group.append(piece)
        size += piece.size
        if size >= _BYTES or len(group) == _MOST or int(piece.key[:8], 16) % _ONE_IN == 0:
            yield group
            group, size = [], 0
    if group:
        yield group


def _units(pieces: Iterable[Piece]) -> Iterator[Unit]:
    return chain.from_iterable(each.units() for each in pieces)


def _some(units: Iterable[Unit]) -> Iterator[list[Unit]]:
    """Units, as many at a time as memory should hold."""
    group: list[Unit] = []
    size = 0
    for unit in units:
        group.append(unit)
        size += len(unit.article.characters) if unit.article else 0
        if len(group) == _MOST or size >= _BYTES:
            yield group
            group, size = [], 0
    if group:
        yield group


def _packed(units: list[Unit], today: dt.date) -> tuple[Summary, bytes]:
    """What is asked of units, and how they are kept."""
    articles = [each.article for each in units if each.article is not None]
    sources = [source_of(each) for each in articles]
    edges = (edges_of(each, source) for each, source in zip(articles, sources, strict=True) if source is not None)
    summary = Summary(
        today=today, units=[(each.article is not None, each.findings) for each in units],
        digests=[raw_digest(each) for each in articles], sources=sources, edges=b"".join(edges),
    )  # fmt: skip
    return summary, join(pack(summary), compress(pack(articles)))


def _articles(blobs: Blobs, name: str, count: int) -> list[RawArticle]:
    with suppress(*DAMAGE):
        articles: list[RawArticle] = unpack(decompress(body_of(needed(blobs, name))))
        if len(articles) == count and all(isinstance(each, RawArticle) for each in articles):
            return articles
    raise gone(name)
