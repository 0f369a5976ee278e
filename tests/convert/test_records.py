"""What is passed between processes and kept: the same back, and never code."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable

import pytest

from corpus_pkg.convert.packing import join, pack
from corpus_pkg.convert.records import Head, facts_of, pack_row, read_head, read_row
from corpus_pkg.findings import Finding, Place
from corpus_pkg.findings.finding import Fix
from corpus_pkg.findings.rules.files import NO_BODY
from corpus_pkg.model import Article
from corpus_pkg.model.rows import Row, to_row

DAY = dt.date(2025, 3, 4)


@pytest.fixture
def row(read: Callable[[str], Article]) -> Row:
    return to_row(read("LAGOS, March 3, 2025 (AP) - “It rained,” said Anna Lindholm. Some 40 boats left."))


def test_head_and_row_come_back_as_they_were(row: Row) -> None:
    packed = pack_row(row)
    finding = Finding(NO_BODY, Place(file="a", line=2), "m", {"x": [1]}, Fix(1, 2, "a", "b"))
    head = Head(key="k", facts=facts_of(row, packed), findings=[finding], repairs=Counter({"T004": 2}), today=DAY)
    content = join(pack(head), packed)
    assert read_head(content) == head
    assert read_head(content).findings[0].rule is NO_BODY
    assert read_row(content) == row


def test_a_head_holds_on_later_days_unless_a_day_had_a_part_in_it() -> None:
    free = Head(key="k", facts=None, findings=[], today=DAY)
    bound = Head(key="k", facts=None, findings=[], today=DAY, bound=True)
    later, earlier = DAY + dt.timedelta(1), DAY - dt.timedelta(1)
    assert [free.holds(each) for each in (earlier, DAY, later)] == [False, True, True]
    assert [bound.holds(each) for each in (earlier, DAY, later)] == [False, True, False]
