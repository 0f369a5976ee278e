from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from report_support import FINDINGS, RULE, finding, report_of

from corpus_pkg.findings import Finding, Place, Severity
from corpus_pkg.validate.report import FORMATS, Report


def test_samples_are_the_first_by_place_and_not_by_arrival() -> None:
    found = [finding("Q003", line) for line in range(100)] + [finding("D002", line) for line in range(2)]
    for ordered in (found, found[::-1], found[50:] + found[:50]):
        report = report_of(*ordered, most=3)
        assert [(each.place.line, each.rule.code) for each in report.kept] == [
            (0, "D002"), (0, "Q003"), (1, "D002"), (1, "Q003"), (2, "Q003"),
        ]  # fmt: skip
        assert report.left_out == {"Q003": 97}


def test_order_is_file_line_column_row_record_code_message() -> None:
    places = [
        Place(file="a"), Place(file="a", line=2), Place(file="a", line=10), Place(file="a", line=10, column=1),
        Place(file="b"), Place(file="b", row=0), Place(file="b", row=1), Place(file="b", row=1, record="r"),
    ]  # fmt: skip
    found = [Finding(RULE, each, "m") for each in places] + [Finding(RULE, places[-1], "n")]
    assert report_of(*reversed(found)).kept == found


@given(st.lists(FINDINGS, max_size=8), st.integers(0, 3), st.randoms(use_true_random=False))
def test_every_format_is_the_same_whatever_the_order(found: list[Finding], most: int, chance: random.Random) -> None:
    first = report_of(*found, most=most)
    chance.shuffle(found)
    second = report_of(*found, most=most)
    for name, form in FORMATS.items():
        assert form(first) == form(second), name


@given(st.lists(FINDINGS, max_size=12), st.integers(0, 3))
def test_counts_are_exact(found: list[Finding], most: int) -> None:
    report = report_of(*found, most=most)
    assert report.by_code == Counter(each.rule.code for each in found)
    assert report.by_severity == Counter(dict.fromkeys(Severity, 0)) + Counter(each.severity for each in found)
    assert report.by_file == Counter((each.rule.code, each.place.file) for each in found)
    assert all(count <= most or not most for count in Counter(each.rule.code for each in report.kept).values())
    assert len(report.kept) + sum(report.left_out.values()) == len(found)


def test_zero_keeps_all() -> None:
    assert len(report_of(*[finding()] * 500, most=0).kept) == 500


def test_it_fails_from_a_severity_on() -> None:
    warning = replace(finding(), judged=Severity.WARNING)
    assert not report_of(warning).failed()
    assert report_of(warning, fail_on=Severity.WARNING).failed()
    assert report_of(warning).failed(Severity.INFO)
    assert not Report().failed(Severity.INFO)


def test_the_summary_counts_what_was_looked_at() -> None:
    report = report_of(finding(), finding(), replace(finding(), judged=Severity.WARNING))
    report.steps = {"files": 3, "records": 120}
    assert report.summary() == "data (3 files, 120 records): 2 errors, 1 warning"
    assert Report().summary() == "sound, no findings"


def test_the_worst_severity_of_a_code() -> None:
    info = replace(finding(), judged=Severity.INFO)
    assert report_of(finding(), info, finding("D002")).worst == {"Q003": Severity.ERROR, "D002": Severity.ERROR}
    assert report_of(info).worst == {"Q003": Severity.INFO}
