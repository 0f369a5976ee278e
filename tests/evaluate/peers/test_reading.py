"""What adapters share."""

from __future__ import annotations

import datetime as dt

import pytest

from corpus_pkg.evaluate.peers.reading import midnight, placed

TEXT = "🙂 Three Miles"


@pytest.mark.parametrize(
    ("start", "end", "surface", "expected"),
    [
        (2, 13, "three miles", (2, 13)),
        (3, 14, "three miles", None),
        (4, 15, "three miles", None),
        (2, 13, "three mile", None),
        (-11, -6, "Three", None),
        (2, 2, "", None),
    ],
)
def test_a_stretch_holds_what_was_read(start: int, end: int, surface: str, expected: tuple[int, int] | None) -> None:
    assert placed(TEXT, start, end, surface) == expected


def test_relative_times_start_at_midnight_of_a_day_that_does_not_change() -> None:
    assert midnight(dt.date(2024, 5, 7)) == dt.datetime(2024, 5, 7)  # noqa: DTZ001
    assert midnight(None) == dt.datetime(2000, 1, 1)  # noqa: DTZ001
