"""Work done elsewhere: results in order, losses made good, the guilty told, only so many under way."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus_pkg.convert.crew import Crew, Task, cannot_be_given_up
from corpus_pkg.errors import CorpusError


class Lost(Exception):  # noqa: N818  a loss
    """A worker is gone."""


class _Lane:
    """Ends a piece when it is looked at; fails as a plan says."""

    lost = (Lost,)

    def __init__(self, fails: Callable[[list[Any]], bool], *, begun: bool = True) -> None:
        self._fails, self._begun = fails, begun
        self.renewed = 0
        self.busy = 0

    def submit(self, call: Callable[..., Any], *arguments: object) -> Future[Any]:
        future: Future[Any] = Future()
        if self._fails(arguments[0]):
            future.set_exception(Lost())
        else:
            future.set_result(call(*arguments))
        return future

    def renew(self) -> bool:
        self.renewed += 1
        return self._begun


def _double(items: list[int], factor: int) -> list[int]:
    return [factor * each for each in items]


def _tasks(numbers: list[list[int]]) -> Iterator[Task[int]]:
    return (Task(call=_double, items=each, context=2, given_up=lambda item: -item) for each in numbers)


@given(st.lists(st.lists(st.integers(1, 99), min_size=1, max_size=5), max_size=20), st.integers(1, 4), st.integers())
def test_results_are_in_order_and_whole_whatever_is_lost(numbers: list[list[int]], lanes: int, seed: int) -> None:
    random, losses = Random(seed), deque(range(6))  # noqa: S311  for variety

    def fails(_items: list[int]) -> bool:
        # A worker is lost now and then, but never for good.
        return bool(losses) and random.random() < 0.2 and losses.pop() >= 0

    crew = Crew([_Lane(fails) for _ in range(lanes)])
    found = [each for results in crew.run(_tasks(numbers)) for each in results]
    expected = [item for each in numbers for item in each]
    assert [abs(each) in {item, 2 * item} for each, item in zip(found, expected, strict=True)] == [True] * len(found)
    given_up = sum(each < 0 for each in found)
    assert given_up <= 1, "an item is given up after four losses"


def test_the_item_that_ends_its_worker_is_told_and_no_other() -> None:
    lane = _Lane(lambda items: 7 in items)
    found = list(Crew([lane, _Lane(lambda items: 7 in items)]).run(_tasks([[1, 2], [3, 7, 5], [6]])))
    assert found == [[2, 4], [6, -7, 10], [12]]


def test_a_worker_that_never_began_says_nothing_of_its_work() -> None:
    starts = iter([True] * 9)
    lane = _Lane(lambda _items: next(starts, False), begun=False)
    assert list(Crew([lane]).run(_tasks([[1]]))) == [[2]]
    assert lane.renewed == 9


def test_a_worker_that_is_lost_while_it_waits_costs_nothing() -> None:
    class _Gone(_Lane):
        def submit(self, call: Callable[..., Any], *arguments: object) -> Future[Any]:
            if self.renewed < 9:
                raise Lost
            return super().submit(call, *arguments)

    lane = _Gone(lambda _items: False)
    assert list(Crew([lane]).run(_tasks([[1, 2]]))) == [[2, 4]]


def test_what_is_ready_is_not_done_again_and_keeps_its_place() -> None:
    tasks = iter([*_tasks([[1]]), Task(call=_double, items=[9], context=2, given_up=abs, ready=[0]), *_tasks([[2]])])
    assert list(Crew([_Lane(lambda items: 9 in items)]).run(tasks)) == [[2], [0], [4]]


def test_only_so_many_are_under_way() -> None:
    taken: list[int] = []

    def tasks() -> Iterator[Task[int]]:
        for number in range(1000):
            taken.append(number)
            yield Task(call=_double, items=[number], context=2, given_up=abs)

    results = Crew([_Lane(lambda _items: False)] * 2).run(tasks())
    assert next(results) == [0]
    assert len(taken) <= 10
    results.close()


def test_work_that_must_be_done_stops_the_run() -> None:
    task = Task(call=_double, items=["a shard"], context=2, given_up=cannot_be_given_up)
    with pytest.raises(CorpusError, match="a shard: every worker that took it was killed"):
        list(Crew([_Lane(lambda _items: True)]).run(iter([task])))


def test_what_the_work_raises_stops_the_run() -> None:
    def fails(_items: list[int], _context: int) -> list[int]:
        raise CorpusError("here", "it does not go on", "Mend it.")

    with pytest.raises(CorpusError, match="it does not go on"):
        list(Crew([_Lane(lambda _items: False)]).run(iter([Task(call=fails, items=[1], context=2, given_up=abs)])))


class _Here(_Lane):
    """Does a piece at once, and counts."""

    def __init__(self) -> None:
        super().__init__(lambda _items: False)
        self.pieces = 0

    def submit(self, call: Callable[..., Any], *arguments: object) -> Future[Any]:
        self.pieces += 1
        return super().submit(call, *arguments)


@pytest.mark.parametrize(("pieces", "here"), [(0, 0), (3, 3), (8, 8), (9, 0), (40, 0)])
def test_others_are_opened_only_where_there_is_much_to_do(pieces: int, here: int) -> None:
    few, many, opened = _Here(), _Here(), list[int]()

    def more() -> list[_Here]:
        opened.append(1)
        return [many]

    ready = [Task(call=_double, items=[], context=2, given_up=abs, ready=[0]) for _ in range(200)]
    tasks = [*ready[:100], *_tasks([[each] for each in range(pieces)]), *ready[100:]]
    found = list(Crew([few], more).run(iter(tasks)))
    assert found == [[0]] * 100 + [[2 * each] for each in range(pieces)] + [[0]] * 100
    assert (few.pieces, many.pieces, len(opened)) == (here, pieces - here, pieces > 8)


def test_much_that_is_spread_is_much_as_well() -> None:
    few, many = _Here(), _Here()
    tasks = []
    for each in range(30):
        tasks += [*_tasks([[each]]), *[Task(call=_double, items=[], context=2, given_up=abs, ready=[0])] * 100]
    assert sum(map(sum, Crew([few], lambda: [many]).run(iter(tasks)))) == 2 * sum(range(30))
    assert (few.pieces, many.pieces) == (8, 22)
