from __future__ import annotations

import json

from hypothesis import given
from report_support import REPORTS, finding, report_of

from corpus_pkg.validate.report import Report
from corpus_pkg.validate.report.as_json import as_json, as_jsonl
from corpus_pkg.validate.report.baseline import fingerprint


def test_the_object_says_what_was_judged_counted_and_shown() -> None:
    report = report_of(*[finding(line=line) for line in range(5)], most=2)
    report.steps = {"files": 1}
    value = json.loads(as_json(report))
    findings = value.pop("findings")
    assert value == {
        "report_version": "1",
        "judged": ["data"],
        "steps": {"files": 1},
        "counts": {"error": 5, "warning": 0, "info": 0},
        "codes": {"Q003": {"count": 5, "shown": 2}},
    }
    assert findings == [each.as_json() | {"fingerprint": fingerprint(each)} for each in report.kept]


def test_lines_are_findings_and_the_last_is_the_summary() -> None:
    report = report_of(finding("Q003"), finding("D002"))
    *found, last = [json.loads(line) for line in as_jsonl(report).split("\n")]
    whole = json.loads(as_json(report))
    assert found == whole.pop("findings")
    assert last == whole


@given(REPORTS)
def test_any_report_is_json(report: Report) -> None:
    def refuse(name: str) -> None:
        raise AssertionError(name)

    for text in (as_json(report), as_jsonl(report)):
        text.encode()
    json.loads(as_json(report), parse_constant=refuse)
    lines = [json.loads(line, parse_constant=refuse) for line in as_jsonl(report).split("\n")]
    assert len(lines) == len(report.kept) + 1
