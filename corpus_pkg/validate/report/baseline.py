"""Findings that are known: a former report as a baseline, so that only new ones count.

A baseline is a report of `--format json` or `jsonl` that holds every finding, so one written with `--max-findings 0`.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from corpus_pkg.errors import UsageError
from corpus_pkg.findings import Finding
from corpus_pkg.validate.report.collect import REPORT_VERSION
from corpus_pkg.validate.report.printable import plain

_DIGITS: Final = 32
_MOVABLE: Final = frozenset({"line", "column", "row"})
_MOVED: Final = re.compile(r"\b(line|column|row) \d+")
_MEND: Final = "Give a report that `corpus validate --format json --max-findings 0` wrote."


def fingerprint(finding: Finding) -> str:
    """The same for the same fault, though lines or rows above it come and go.

    Severity and wording of the rule do not count, as policy and documentation change them.
    """
    place = finding.place
    message = _MOVED.sub(r"\1", finding.message)
    values = {key: value for key, value in finding.values.items() if key not in _MOVABLE}
    parts = [finding.rule.code, place.file, place.record, place.pointer, message, plain(values)]
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()[:_DIGITS]


def read_baseline(path: Path) -> Counter[str]:
    """How often each fingerprint is in a former report.

    Args:
        path: the report.

    Raises:
        UsageError: it cannot be read, is no such report, or does not hold all findings that it counted.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise UsageError(str(path), f"the baseline cannot be read: {error.strerror}", _MEND) from error
    except UnicodeDecodeError as error:
        raise UsageError(str(path), "the baseline is not UTF-8", _MEND) from error
    summary, findings = _parts(path, text)
    if summary.get("report_version") != REPORT_VERSION:
        what = f"report_version is {summary.get('report_version')!r}, this version reads {REPORT_VERSION!r}"
        raise UsageError(str(path), what, _MEND)
    counts = summary.get("counts")
    marks = [each.get("fingerprint") for each in findings if isinstance(each, dict)]
    if not isinstance(counts, dict) or len(marks) < len(findings) or not all(isinstance(each, str) for each in marks):
        raise UsageError(str(path), "the baseline has no counts, or findings without a fingerprint", _MEND)
    counted = sum(each for each in counts.values() if isinstance(each, int))
    if counted != len(marks):
        what = f"the baseline holds {len(marks)} findings of the {counted} that it counts"
        raise UsageError(str(path), what, _MEND)
    return Counter(str(each) for each in marks)


def unknown(findings: Iterable[Finding], baseline: Mapping[str, int]) -> Iterator[Finding]:
    """The findings that the baseline does not have, or not as often."""
    left = Counter(baseline)
    for finding in findings:
        mark = fingerprint(finding)
        if left[mark] > 0:
            left[mark] -= 1
        else:
            yield finding


def _parts(path: Path, text: str) -> tuple[dict[str, Any], list[Any]]:
    """Summary and findings: of one JSON object, or of lines whose last is the summary."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        value = None
    if isinstance(value, dict) and isinstance(value.get("findings"), list):
        return value, value["findings"]
    values = [value] if isinstance(value, dict) else _lines(path, text)
    if not values or not isinstance(values[-1], dict):
        raise UsageError(str(path), "the baseline is no report", _MEND)
    return values[-1], values[:-1]


def _lines(path: Path, text: str) -> list[Any]:
    values = []
    # Not `splitlines`: JSON strings may hold the line ends that only Unicode knows.
    for number, line in enumerate(text.rstrip("\n").split("\n"), 1):
        try:
            values.append(json.loads(line))
        except (ValueError, RecursionError) as error:
            raise UsageError(f"{path}:{number}", "the baseline is neither JSON nor JSON Lines", _MEND) from error
    return values
