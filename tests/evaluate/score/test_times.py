"""Expressions of time: strict, relaxed, and by value."""

from __future__ import annotations

import pytest
from gold_support import at

from corpus_pkg.evaluate.gold.times import Time, TimedText
from corpus_pkg.evaluate.score.times import TimeScore
from corpus_pkg.evaluate.tasks.times import as_instant

TEXT = "The ferry sank on Tuesday, 7 May 2024 and was raised three days later."
SANK = Time(at(TEXT, "Tuesday, 7 May 2024"), "2024-05-07")
RAISED = Time(at(TEXT, "three days later"), "2024-05-10")


def _score(*found: Time) -> TimeScore:
    score = TimeScore()
    score.add(TimedText("one", TEXT, None, [SANK, RAISED]), list(found))
    return score


@pytest.mark.parametrize(
    ("found", "figures"),
    [
        ([SANK, RAISED], [100, 100, 100, 100, 100]),
        ([Time(SANK.stretch, "2024-05-07T00:00:00"), RAISED], [100, 100, 100, 100, 100]),
        ([Time(at(TEXT, "7 May 2024"), "2024-05-07"), RAISED], [50, 100, 100, 100, 100]),
        ([SANK, Time(RAISED.stretch, "P3D")], [100, 100, 100, 50, 50]),
        ([SANK, Time(RAISED.stretch, None)], [100, 100, 100, 50, 50]),
        ([SANK], [66.67, 66.67, 50, 66.67, 100]),
        ([Time(at(TEXT, "Tuesday"), "2024-05-07"), Time(at(TEXT, "7 May 2024"), "2024-05-07")], [0, 50, 50, 50, 100]),
        ([], [0, 0, 0, 0, None]),
    ],
)
def test_a_part_is_relaxed_and_values_are_of_what_was_found(found: list[Time], figures: list[float | None]) -> None:
    assert list(_score(*found).figures().values()) == figures


def test_a_set_that_knows_instants_alone_is_met_in_its_own_form() -> None:
    values = ["2025-02-13", "2025-02", "2025", "2025-02-13TAF", "2025-02-13T09:30", "P3D", "202", "2025-W07", "2025-SU"]
    assert [as_instant(each) for each in values] == [
        "2025-02-13", "2025-02", "2025", "2025-02-13", "2025-02-13T09:30", None, None, None, None
    ]  # fmt: skip


def test_what_differs_is_named() -> None:
    score = _score(Time(at(TEXT, "7 May 2024"), "2024-05"), Time(at(TEXT, "ferry"), "P1D"))
    assert [(each.kind, each.gold, each.predicted) for each in score.mistakes] == [
        ("stretch", "Tuesday, 7 May 2024 = 2024-05-07", "7 May 2024 = 2024-05"),
        ("value", "Tuesday, 7 May 2024 = 2024-05-07", "7 May 2024 = 2024-05"),
        ("missed", "three days later = 2024-05-10", None),
        ("spurious", None, "ferry = P1D"),
    ]
