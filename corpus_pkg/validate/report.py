"""Findings as text for people and as JSON for programs."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from corpus_pkg.findings import Finding, Severity


@dataclass(slots=True)
class Report:
    """Exact counts of all findings, and the first of each code.

    Attributes:
        most: how many findings of a code are kept.
    """

    most: int = 20
    kept: list[Finding] = field(default_factory=list)
    by_code: Counter[str] = field(default_factory=Counter)
    by_severity: Counter[Severity] = field(default_factory=Counter)

    def add(self, findings: Iterable[Finding]) -> None:
        """Takes findings."""
        for finding in findings:
            self.by_code[finding.rule.code] += 1
            self.by_severity[finding.severity] += 1
            if self.by_code[finding.rule.code] <= self.most:
                self.kept.append(finding)

    def failed(self, fail_on: Severity) -> bool:
        """Whether there is a finding at or above a severity."""
        return any(count and severity.rank >= fail_on.rank for severity, count in self.by_severity.items())

    def as_text(self, judged: Sequence[str]) -> str:
        """One line a finding, with how to mend it, and a closing line."""
        lines = []
        for each in self.kept:
            lines += [f"{each.place}: {each.severity} {each.rule.code} {each.rule.name}: {each.message}",
                      f"    {each.rule.what} {each.rule.mend}"]  # fmt: skip
        for code, count in sorted(self.by_code.items()):
            if count > self.most:
                lines.append(f"... and {count - self.most} more of {code}")
        counts = ", ".join(f"{self.by_severity[each]} {each}" for each in reversed(Severity) if self.by_severity[each])
        lines.append(f"{', '.join(judged)}: {counts or 'sound, no findings'}")
        return "\n".join(lines)

    def as_json(self, judged: Sequence[str]) -> str:
        """The report as one JSON object."""
        value = {
            "report_version": "1",
            "judged": list(judged),
            "counts": {str(each): self.by_severity[each] for each in Severity},
            "codes": dict(sorted(self.by_code.items())),
            "findings": [each.as_json() for each in self.kept],
        }
        return json.dumps(value, indent=1, ensure_ascii=False)
