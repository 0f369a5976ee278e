"""Two articles at one address are both kept, and told."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from corpus_pkg.convert.addresses import Addresses

URL = "https://www.example.org/ferry"


def _row(path: str, url: str | None = URL, day: int | None = None) -> dict[str, Any]:
    date = dt.date(2025, 3, day) if day else None
    return {"url": url, "raw_path": path, "published_at": None, "date": date, "id": path}


@pytest.mark.parametrize(
    ("days", "words"),
    [((4, 5), "b.txt is newer"), ((5, 4), "a.txt is newer"), ((4, None), "not known"), ((4, 4), "not known")],
)
def test_the_newer_of_two_is_told(days: tuple[int | None, int | None], words: str) -> None:
    addresses = Addresses()
    assert addresses.add(_row("a.txt", day=days[0])) is None
    found = addresses.add(_row("b.txt", day=days[1]))
    assert found is not None
    assert (found.rule.code, found.place.file, found.values["other"]) == ("M037", "b.txt", "a.txt")
    assert words in found.message


def test_other_addresses_and_none_are_nothing() -> None:
    addresses = Addresses()
    rows = [_row("a.txt"), _row("b.txt", None), _row("c.txt", None), _row("d.txt", URL + "/2")]
    assert [addresses.add(each) for each in rows] == [None] * 4


def test_a_third_is_told_beside_the_newest() -> None:
    addresses = Addresses()
    assert addresses.add(_row("a.txt", day=4)) is None
    assert addresses.add(_row("b.txt", day=6)) is not None
    found = addresses.add(_row("c.txt", day=5))
    assert found is not None
    assert found.values["other"] == "b.txt"
