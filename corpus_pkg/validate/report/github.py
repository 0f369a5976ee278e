"""Findings as annotations of GitHub Actions, and as the summary of a step.

The escapes are those of the workflow commands: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Final

from corpus_pkg.findings import Finding, Severity
from corpus_pkg.validate.report.collect import Report
from corpus_pkg.validate.report.markdown import as_markdown
from corpus_pkg.validate.report.printable import visible

_COMMANDS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_MOST: Final = 10  # annotations of a kind that GitHub shows for a step; it drops the rest without a word
_SUMMARY_BYTES: Final = 1024 * 1024  # GitHub drops a step's whole summary above 1 MiB
_CUT: Final = "\n\n*Cut here: a step's summary may have 1 MiB. The `json` report holds every finding.*\n"


def as_github(report: Report) -> str:
    """Workflow commands, at most ten of a kind, one of each code first; and a line that says what is missing."""
    shown = _choice(report)
    lines = [_command(each) for each in shown]
    rest = sum(report.exact.values()) - len(shown)
    if rest:
        lines.append(f"and {rest} more findings: GitHub shows ten of a kind; the step summary counts them all")
    elif not shown:
        lines.append("sound, no findings")
    return "\n".join(lines)


def write_step_summary(report: Report, path: Path) -> None:
    """Appends the report to the summary of the step, cut at a line end where it would grow too large.

    Args:
        report: the report.
        path: the file that the environment names in GITHUB_STEP_SUMMARY.
    """
    written = path.stat().st_size if path.exists() else 0
    content = _capped(as_markdown(report) + "\n", _SUMMARY_BYTES - 1 - written)
    with path.open("ab") as file:
        file.write(content)


def _choice(report: Report) -> list[Finding]:
    """The first of each code, then the second of each, and so on, until a kind has its ten."""
    seen: Counter[str] = Counter()
    turns: list[tuple[int, Finding]] = []
    for each in report.kept:
        turns.append((seen[each.rule.code], each))
        seen[each.rule.code] += 1
    chosen: list[Finding] = []
    kinds: Counter[Severity] = Counter()
    # The sort is stable: within a turn, and within a kind, the order of the report stays.
    for _, each in sorted(turns, key=lambda turn: (-turn[1].severity.rank, turn[0])):
        kinds[each.severity] += 1
        if kinds[each.severity] <= _MOST:
            chosen.append(each)
    return chosen


def _command(finding: Finding) -> str:
    place, rule = finding.place, finding.rule
    properties = {"file": place.file, "line": place.line, "col": place.column, "title": f"{rule.code} {rule.name}"}
    if place.line is None:
        properties["col"] = None
    stated = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items() if value is not None)
    # An annotation without a line stands at the head of the file: only the message can say which row it is about.
    message = finding.message if place.line is not None else f"{place}: {finding.message}"
    text = f"{message}\n{rule.what} {rule.mend}"
    return f"::{_COMMANDS[finding.severity]} {stated}::{_data(text)}"


def _data(text: str) -> str:
    return visible(text, keep="\r\n").replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _capped(text: str, room: int) -> bytes:
    content = text.encode()
    if len(content) <= room:
        return content
    closing = b"\n\n</details>" + _CUT.encode()
    kept = content[: max(room - len(closing), 0)]
    kept = kept[: kept.rfind(b"\n") + 1]
    opened = kept.count(b"<details>") > kept.count(b"</details>")
    content = kept + (closing if opened else _CUT.encode())
    # Earlier commands of the step may have filled the file: nothing can be said there any more.
    return content if len(content) <= room else b""
