"""Findings for people at a terminal."""

from __future__ import annotations

from typing import Final

from corpus_pkg.findings import Finding
from corpus_pkg.findings.finding import Fix
from corpus_pkg.validate.report.collect import Report
from corpus_pkg.validate.report.printable import visible

_MOST_SHOWN: Final = 60


def as_text(report: Report) -> str:
    """A line that says where and what, as compilers print it, one with how to mend it, and a closing line."""
    lines = [line for each in report.kept for line in _lines(each)]
    lines += [f"... and {count} more of {code}" for code, count in report.left_out.items()]
    lines.append(visible(report.summary()))
    return "\n".join(lines)


def _lines(finding: Finding) -> list[str]:
    rule = finding.rule
    lines = [
        visible(f"{finding.place}: {finding.severity} {rule.code} {rule.name}: {finding.message}"),
        f"    {rule.what} {rule.mend}",
    ]
    if finding.fix:
        lines.append(f"    fix: {fix_in_words(finding.fix)} (--fix does it)")
    return lines


def fix_in_words(fix: Fix) -> str:
    """What a fix does, on one line: replace 'old' with 'new'."""
    return f"replace {_quoted(fix.old)} with {_quoted(fix.new)}"


def _quoted(text: str) -> str:
    return visible(repr(text if len(text) <= _MOST_SHOWN else text[:_MOST_SHOWN] + "…"))
