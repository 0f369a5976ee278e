"""Two articles at one address are both kept, and told."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from corpus_pkg.convert.heads import Heads, Twins
from corpus_pkg.convert.records import Facts

URL = "https://www.example.org/ferry"


def _facts(path: str, url: str | None = URL, day: int | None = None, own: str | None = None) -> Facts:
    date = dt.date(2025, 3, day) if day else None
    return Facts(id=own or path, date=date, raw_path=path, raw_sha256="", url=url, published=str(date or ""),
                 identified=False, length=1, words=1, digest="00")  # fmt: skip


def _shared(folder: Path, *facts: Facts) -> list[Twins]:
    with Heads(folder) as heads:
        for each in facts:
            heads.add(each, each.raw_path)
        return list(heads.at_one_address())


@pytest.mark.parametrize(("days", "newer"), [((4, 5), "b.txt"), ((5, 4), "a.txt"), ((4, None), None), ((4, 4), None)])
def test_the_newer_of_two_is_told(days: tuple[int, int | None], newer: str | None, tmp_path: Path) -> None:
    found = _shared(tmp_path, _facts("a.txt", day=days[0]), _facts("b.txt", day=days[1]))
    assert found == [Twins("b.txt", "a.txt", "b.txt", URL, newer)]


def test_other_addresses_and_none_are_nothing(tmp_path: Path) -> None:
    facts = [_facts("a.txt"), _facts("b.txt", None), _facts("c.txt", None), _facts("d.txt", URL + "/2")]
    assert _shared(tmp_path, *facts) == []


def test_a_third_is_told_beside_the_newest(tmp_path: Path) -> None:
    found = _shared(tmp_path, _facts("a.txt", day=4), _facts("b.txt", day=6), _facts("c.txt", day=5))
    assert [(each.path, each.other) for each in found] == [("b.txt", "a.txt"), ("c.txt", "b.txt")]


def test_of_one_id_the_smallest_path_stays_whatever_came_first(tmp_path: Path) -> None:
    with Heads(tmp_path) as heads:
        for path, own in (("c.txt", "x"), ("a.txt", "x"), ("b.txt", "y"), ("d.txt", "x")):
            heads.add(_facts(path, own=own), path)
        assert [(each.path, each.other) for each in heads.one_an_id()] == [("c.txt", "a.txt"), ("d.txt", "a.txt")]
        assert [each.key for each in heads] == ["a.txt", "b.txt"]
        assert len(heads) == 2


def test_records_are_given_by_date_and_id_those_without_a_date_first(tmp_path: Path) -> None:
    with Heads(tmp_path) as heads:
        for name, day in (("b", 5), ("z", None), ("a", 5), ("c", 4)):
            heads.add(_facts(name, None, day), name)
        assert [each.key for each in heads] == ["z", "c", "a", "b"]
    assert list(tmp_path.iterdir()) == []
