"""Findings for programs: one JSON object, or one finding a line."""

from __future__ import annotations

import json
from typing import Any

from corpus_pkg.findings import Finding
from corpus_pkg.validate.report.baseline import fingerprint
from corpus_pkg.validate.report.collect import REPORT_VERSION, Report
from corpus_pkg.validate.report.printable import plain


def as_json(report: Report) -> str:
    """The report as one JSON object: what was judged, exact counts, and the findings that are kept."""
    value = _summary(report) | {"findings": [_finding(each) for each in report.kept]}
    return json.dumps(value, indent=1, ensure_ascii=False)


def as_jsonl(report: Report) -> str:
    """One finding a line; the last line is the summary, so that a reader knows that nothing was cut off."""
    values = [*(_finding(each) for each in report.kept), _summary(report)]
    return "\n".join(json.dumps(each, ensure_ascii=False) for each in values)


def _finding(finding: Finding) -> dict[str, Any]:
    value: dict[str, Any] = plain(finding.as_json())
    return value | {"fingerprint": fingerprint(finding)}


def _summary(report: Report) -> dict[str, Any]:
    left_out = report.left_out
    value: dict[str, Any] = plain({"judged": report.judged, "steps": report.steps})
    return (
        {"report_version": REPORT_VERSION}
        | value
        | {
            "counts": {str(each): count for each, count in report.by_severity.items()},
            "codes": {
                code: {"count": count, "shown": count - left_out.get(code, 0)} for code, count in report.by_code.items()
            },
        }
    )
