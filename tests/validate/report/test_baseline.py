from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from report_support import FINDINGS, RULE, finding, report_of

from corpus_pkg.errors import UsageError
from corpus_pkg.findings import Finding, Place, Severity
from corpus_pkg.validate.report.as_json import as_json, as_jsonl
from corpus_pkg.validate.report.baseline import fingerprint, read_baseline, unknown

PLACE = Place(file="a", line=1, column=2, row=3, pointer="/quotes/0", record="r")
BASE = Finding(RULE, PLACE, "line 3 is wrong", {"start": 1, "line": 3})


@pytest.mark.parametrize(
    "same",
    [
        replace(BASE, place=replace(PLACE, line=9, column=9, row=9)),
        replace(BASE, message="line 77 is wrong", values={"line": 77, "start": 1}),
        replace(BASE, judged=Severity.INFO),
        replace(BASE, rule=replace(RULE, what="Said in other words.")),
    ],
)
def test_what_moves_keeps_its_fingerprint(same: Finding) -> None:
    assert fingerprint(same) == fingerprint(BASE)


@pytest.mark.parametrize(
    "other",
    [
        replace(BASE, rule=replace(RULE, code="Q004")),
        replace(BASE, place=replace(PLACE, file="b")),
        replace(BASE, place=replace(PLACE, record="s")),
        replace(BASE, place=replace(PLACE, pointer="/quotes/1")),
        replace(BASE, message="other"),
        replace(BASE, values={"start": 2}),
    ],
)
def test_what_is_another_fault_has_another_fingerprint(other: Finding) -> None:
    assert fingerprint(other) != fingerprint(BASE)


@given(st.lists(FINDINGS, max_size=6), st.sampled_from([as_json, as_jsonl]))
def test_a_report_is_its_own_baseline(tmp_path_factory: pytest.TempPathFactory, found: list[Finding], form) -> None:  # noqa: ANN001
    path = tmp_path_factory.mktemp("baseline") / "report"
    path.write_text(form(report_of(*found, most=0)) + "\n", encoding="utf-8")
    baseline = read_baseline(path)
    assert baseline == Counter(map(fingerprint, found))
    assert list(unknown(found, baseline)) == []


def test_only_as_many_are_known_as_were_counted() -> None:
    known = Counter([fingerprint(finding())])
    new = finding("D002")
    assert list(unknown([finding(line=1), new, finding(line=2)], known)) == [new, finding(line=2)]
    assert known == {fingerprint(finding()): 1}, "the baseline is not used up"


def _of(**changes: object) -> str:
    value = json.loads(as_json(report_of(finding())))
    return json.dumps(value | changes)


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"\xff\xfe", "not UTF-8"),
        (b"", "neither JSON nor JSON Lines"),
        (b"no json", "neither JSON nor JSON Lines"),
        (b"[" * 100_000, "neither JSON nor JSON Lines"),
        (b"[]", "no report"),
        (b"{}", "report_version is None"),
        (_of(report_version="2").encode(), "report_version is '2', this version reads '1'"),
        (_of(counts=None).encode(), "no counts"),
        (_of(findings=[{}]).encode(), "without a fingerprint"),
        (_of(findings=["x"]).encode(), "without a fingerprint"),
        (as_json(report_of(finding(), finding(), most=1)).encode(), "holds 1 findings of the 2 that it counts"),
        (as_jsonl(report_of(finding(), finding())).split("\n")[0].encode(), "report_version is None"),
        (as_jsonl(report_of(finding(), finding()))[:-5].encode(), "neither JSON nor JSON Lines"),
    ],
)
def test_what_is_no_whole_report_is_refused(tmp_path: Path, content: bytes, what: str) -> None:
    path = tmp_path / "baseline.json"
    path.write_bytes(content)
    with pytest.raises(UsageError) as raised:
        read_baseline(path)
    assert what in raised.value.what
    assert raised.value.where.startswith(str(path))
    assert "--max-findings 0" in raised.value.mend


def test_a_missing_baseline_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read: No such file"):
        read_baseline(tmp_path / "none")


def test_a_byte_order_mark_is_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "baseline"
    path.write_text("\ufeff" + as_json(report_of(finding())), encoding="utf-8")
    assert read_baseline(path).total() == 1
