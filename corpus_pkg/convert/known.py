"""What became of articles when they were annotated before: kept for each, and once more for those read together."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from corpus_pkg.convert.keys import name_of_all
from corpus_pkg.convert.packing import DAMAGE, pack, unpack
from corpus_pkg.convert.readings import Group
from corpus_pkg.convert.records import Head, read_head
from corpus_pkg.convert.work import Job


@dataclass(slots=True)
class _Open:
    """A group that is under way."""

    name: str
    size: int
    kept: bool
    heads: list[Head] = field(default_factory=list)


class Known:
    """Looks up heads group by group, and keeps those of whole groups together.

    Args:
        job: how articles are annotated, and where what becomes of them is kept.
        together: whether the heads of a group are trusted to tell that its rows are there; else each is looked at.
    """

    def __init__(self, job: Job, *, together: bool = True) -> None:
        self._job, self._trusted = job, together
        self._open: deque[_Open] = deque()

    def looked_up(self, groups: Iterable[Group]) -> Iterator[tuple[Group, list[Head | None]]]:
        """The groups, with what became of each of their articles; None where that is not kept."""
        for group in groups:
            names = group.names(self._job.work)
            own = name_of_all("heads", *names)
            together = self._together(own, names)
            self._open.append(_Open(own, len(names), together is not None))
            yield group, list(together) if together is not None else [self._alone(each) for each in names]

    def took(self, head: Head) -> None:
        """Takes what became of each article, in their order."""
        group = self._open[0]
        group.heads.append(head)
        if len(group.heads) < group.size:
            return
        self._open.popleft()
        if not group.kept and all(each.key for each in group.heads):
            self._job.blobs.put(group.name, pack(group.heads))

    def _together(self, name: str, names: list[str]) -> list[Head] | None:
        """The heads of a whole group: as long as what they are heads of is there."""
        content = self._job.blobs.get(name) if self._trusted else None
        if content is None:
            return None
        try:
            heads: list[Head] = unpack(content)
            sound = [each.key for each in heads] == names and all(
                each.holds(self._job.today) and self._job.blobs.has(each.key) for each in heads
            )
        except DAMAGE:
            return None
        return [replace(each, kept=True) for each in heads] if sound else None

    def _alone(self, name: str) -> Head | None:
        content = self._job.blobs.get(name)
        if content is None:
            return None
        try:
            head = read_head(content)
        except DAMAGE:
            return None
        return replace(head, kept=True) if head.holds(self._job.today) else None
