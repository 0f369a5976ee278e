"""Heads are found again: those of articles read together at once, any others one by one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from corpus_pkg.convert.blobs import LocalBlobs
from corpus_pkg.convert.known import Known
from corpus_pkg.convert.packing import join, pack
from corpus_pkg.convert.readings import Group
from corpus_pkg.convert.records import Head
from corpus_pkg.convert.work import Job, Names

DAY = dt.date(2025, 6, 1)


def _group(*numbers: int) -> Group:
    return Group([f"{each:032x}" for each in numbers], [frozenset[bytes]()] * len(numbers), list)


class _Asked(LocalBlobs):
    """Blobs that remember what was asked for."""

    asked: list[str] = []  # noqa: RUF012  one test at a time

    def get(self, name: str) -> bytes | None:
        self.asked.append(name)
        return super().get(name)


@pytest.fixture
def job(tmp_path: Path) -> Job:
    _Asked.asked.clear()
    return Job(names=Names("none"), today=DAY, code="c", work="w", blobs=_Asked(tmp_path))


def _head(name: str, **more: bool) -> Head:
    return Head(key=name, facts=None, findings=[], today=DAY, **more)  # type: ignore[arg-type]


def _run(job: Job, groups: Iterable[Group], heads: dict[str, Head]) -> list[list[bool]]:
    """Which heads were known; the others are made."""
    known, found = Known(job), []
    for group, looked in known.looked_up(groups):
        found.append([each is not None for each in looked])
        assert all(each.kept for each in looked if each is not None)
        for name, each in zip(group.names("w"), looked, strict=True):
            head = each or heads[name]
            if each is None and head.key:
                job.blobs.put(name, join(pack(head), b"row"))
            known.took(head)
    return found


def test_a_whole_group_is_one_look(job: Job) -> None:
    group = _group(1, 2, 3)
    heads = {name: _head(name) for name in group.names("w")}
    assert _run(job, [group], heads) == [[False] * 3]
    _Asked.asked.clear()
    assert _run(job, [group], heads) == [[True] * 3]
    assert len(_Asked.asked) == 1


def test_another_group_of_the_same_articles_is_known_one_by_one(job: Job) -> None:
    groups = [_group(1, 2, 3), _group(3, 4), _group(2, 1)]
    heads = {name: _head(name) for group in groups for name in group.names("w")}
    assert _run(job, groups, heads) == [[False] * 3, [True, False], [True, True]]
    assert _run(job, reversed(groups), heads) == [[True] * 2, [True] * 2, [True] * 3]


def test_what_is_tried_again_is_not_kept_with_the_others(job: Job) -> None:
    group = _group(1, 2)
    one, two = group.names("w")
    failed = {one: _head(one), two: replace(_head(two), key="")}
    assert _run(job, [group], failed) == [[False, False]]
    assert _run(job, [group], failed) == [[True, False]]


def test_a_head_that_does_not_hold_any_more_is_not_known(job: Job) -> None:
    group = _group(1, 2)
    one, two = group.names("w")
    heads = {one: _head(one), two: _head(two, bound=True)}
    assert _run(job, [group], heads) == [[False, False]]
    assert _run(replace(job, today=DAY + dt.timedelta(1)), [group], heads) == [[True, False]]


def test_a_head_whose_row_is_gone_is_not_known(job: Job) -> None:
    group = _group(1, 2)
    heads = {name: _head(name) for name in group.names("w")}
    _run(job, [group], heads)
    assert isinstance(job.blobs, LocalBlobs)
    (job.blobs.root / group.names("w")[0][:2] / group.names("w")[0]).unlink()
    assert _run(job, [group], heads) == [[False, True]]
    assert _run(job, [group], heads) == [[True, True]]


def test_what_another_version_wrote_is_as_good_as_absent(job: Job) -> None:
    group = _group(1, 2)
    heads = {name: _head(name) for name in group.names("w")}
    _run(job, [group], heads)
    for name in set(_Asked.asked):
        job.blobs.put(name, b"\x00\x00\x00\x02ab")
    assert _run(job, [group], heads) == [[False, False]]


def test_groups_may_be_under_way_together(job: Job) -> None:
    groups = [_group(1), _group(2, 3)]
    known = Known(job)
    assert len(list(known.looked_up(groups))) == 2
    for group in groups:
        for name in group.names("w"):
            job.blobs.put(name, b"")
            known.took(_head(name))
    assert [len(each) for _, each in Known(job).looked_up(groups) if None not in each] == [1, 2]
