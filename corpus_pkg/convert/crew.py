"""Pieces of work done elsewhere, their results in order; a worker that is lost costs what it was doing, and no more.

A piece whose worker is lost is given to another. If that one is lost as well, its items are done one by one, and an
item that ends its worker twice is told by name. Only so many pieces are under way, whatever the source could give.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass, field
from typing import Any, Generic, Protocol, TypeVar

from corpus_pkg.errors import CorpusError

T = TypeVar("T")
_AHEAD = 4
_TRIES = 2
_FEW, _LOOKED_AT = 8, 64


class Lane(Protocol):
    """Does one piece after another."""

    lost: tuple[type[BaseException], ...]
    """What a future raises when its worker is gone."""

    def submit(self, call: Callable[..., Any], *arguments: Any) -> Future[Any]:  # noqa: ANN401  any call
        """Begins a piece."""

    def renew(self) -> bool:
        """Gets ready again after a loss; whether the worker had begun, so that what it did may have ended it.

        Raises:
            CorpusError: it cannot.
        """


@dataclass(frozen=True, slots=True, kw_only=True)
class Task(Generic[T]):
    """Some items that are done together.

    Attributes:
        call: gives one result an item; it runs in another process.
        items: what it is given.
        context: what it is given besides.
        given_up: the result of an item that ended its worker each time; raises where there is none.
        ready: results known beforehand; then nothing is done.
    """

    call: Callable[[list[Any], Any], list[T]]
    items: Sequence[Any]
    context: Any
    given_up: Callable[[Any], T]
    ready: list[T] | None = None


@dataclass(slots=True)
class _Entry(Generic[T]):
    """A task in its order, and the results that it has so far."""

    task: Task[T]
    results: dict[int, T] = field(default_factory=dict)

    def done(self) -> list[T] | None:
        if self.task.ready is not None:
            return self.task.ready
        if len(self.results) < len(self.task.items):
            return None
        return [self.results[index] for index in range(len(self.task.items))]


@dataclass(slots=True)
class _Piece(Generic[T]):
    """Items of an entry that go to one worker."""

    entry: _Entry[T]
    indices: list[int]
    losses: int = 0

    def take(self, results: list[T]) -> None:
        self.entry.results |= dict(zip(self.indices, results, strict=True))

    def after_loss(self) -> list[_Piece[T]]:
        """What is to be done now that its worker was lost."""
        self.losses += 1
        if self.losses < _TRIES:
            return [self]
        if len(self.indices) > 1:
            return [_Piece(self.entry, [index]) for index in self.indices]
        (index,) = self.indices
        self.entry.results[index] = self.entry.task.given_up(self.entry.task.items[index])
        return []


class Crew:
    """Does tasks on lanes.

    Args:
        lanes: each does one piece at a time.
        more: opens others instead, once there is more to do than a few pieces; those at hand end what they are given at
            once. None where there are none.
    """

    def __init__(self, lanes: Sequence[Lane], more: Callable[[], Sequence[Lane]] | None = None) -> None:
        self._lanes, self._more = list(lanes), more

    def _worth_more(self, pieces: int) -> bool:
        """Whether there are other lanes, and so many pieces that they are worth opening."""
        return self._more is not None and pieces > _FEW

    def _open_more(self) -> deque[Lane]:
        self._lanes, self._more = list(self._more() if self._more else self._lanes), None
        return deque(self._lanes)

    def run(self, tasks: Iterator[Task[T]]) -> Iterator[list[T]]:
        """The results of tasks, in their order.

        Raises:
            CorpusError: a lane was lost and cannot be renewed.
        """
        waiting: deque[_Entry[T]] = deque()
        todo: deque[_Piece[T]] = deque()
        idle, busy = deque(self._lanes), dict[Future[Any], tuple[_Piece[T], Lane]]()
        open_ended, begun = True, 0
        try:
            while True:
                most, enough = (_LOOKED_AT, _FEW) if self._more else (_AHEAD * len(self._lanes), len(idle))
                while open_ended and len(waiting) < most and len(todo) <= enough:
                    task = next(tasks, None)
                    open_ended = task is not None
                    if task is not None:
                        waiting.append(_Entry(task))
                        todo += [] if task.ready is not None else [_Piece(waiting[-1], list(range(len(task.items))))]
                if self._worth_more(begun + len(todo)):
                    idle = self._open_more()
                while todo and idle:
                    _begin(todo, idle, busy)
                    begun += 1
                while waiting and (results := waiting[0].done()) is not None:
                    waiting.popleft()
                    yield results
                if busy and (len(idle) == 0 or not open_ended or len(waiting) >= most):
                    _collect(busy, idle, todo)
                elif not waiting and not open_ended:
                    return
        finally:
            for future in busy:
                future.cancel()


def _begin(todo: deque[_Piece[T]], idle: deque[Lane], busy: dict[Future[Any], tuple[_Piece[T], Lane]]) -> None:
    """Gives a piece to a lane; one whose worker was lost while it had nothing to do gets another first."""
    piece, lane = todo.popleft(), idle.popleft()
    items = [piece.entry.task.items[index] for index in piece.indices]
    try:
        busy[lane.submit(piece.entry.task.call, items, piece.entry.task.context)] = piece, lane
    except lane.lost:
        lane.renew()
        todo.appendleft(piece)
        idle.append(lane)


def _collect(busy: dict[Future[Any], tuple[_Piece[T], Lane]], idle: deque[Lane], todo: deque[_Piece[T]]) -> None:
    """Waits for a piece to end, and takes its results or what is left of it."""
    done, _ = wait(busy, return_when=FIRST_COMPLETED)
    for future in done:
        piece, lane = busy.pop(future)
        try:
            piece.take(future.result())
        except lane.lost:
            begun = lane.renew()
            todo.extendleft(reversed(piece.after_loss() if begun else [piece]))
        idle.append(lane)


def cannot_be_given_up(item: object) -> Any:  # noqa: ANN401  it gives nothing
    """For work without which there is no result.

    Raises:
        CorpusError: always.
    """
    raise CorpusError(str(item), "every worker that took it was killed, or ran out of memory",
                      "Use fewer workers, or more memory; what was done is kept.")  # fmt: skip
