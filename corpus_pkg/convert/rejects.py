"""What could not be converted, and what was doubted: kept, counted, and listed in `rejects.jsonl`."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field

from corpus_pkg.findings import Finding, Level, Severity
from corpus_pkg.model.manifest import CodeCount

NAME = "rejects.jsonl"


@dataclass(slots=True)
class Ledger:
    """The findings of one run.

    Attributes:
        rejected: what could not be converted.
        doubted: what was converted with a value left out, or against other evidence.
        repairs: how often each repair was made, by code.
    """

    rejected: list[Finding] = field(default_factory=list)
    doubted: list[Finding] = field(default_factory=list)
    repairs: Counter[str] = field(default_factory=Counter)

    def add(self, finding: Finding) -> None:
        """Takes a finding: an error is a reject, of an article or of a correction, and so is a file passed over."""
        passed_over = finding.rule.level is Level.FILE and finding.severity is Severity.INFO
        rejected = passed_over or finding.severity is Severity.ERROR
        (self.rejected if rejected else self.doubted).append(finding)

    @property
    def failed(self) -> bool:
        """Whether something was rejected that should have been converted."""
        return any(each.severity is Severity.ERROR for each in self.rejected)

    def rejects(self) -> bytes:
        """The file `rejects.jsonl`: one object a line, by file and line."""
        ordered = sorted(self.rejected, key=_order)
        return "".join(json.dumps(_line(each), ensure_ascii=False) + "\n" for each in ordered).encode("utf-8")

    def rejected_counts(self) -> list[CodeCount]:
        """How often each reject's code was reported."""
        return _counts(Counter(each.rule.code for each in self.rejected))

    def noted_counts(self) -> list[CodeCount]:
        """How often each repair was made and each doubt was raised."""
        return _counts(self.repairs + Counter(each.rule.code for each in self.doubted))


def _counts(counter: Counter[str]) -> list[CodeCount]:
    return [CodeCount(code=code, count=count) for code, count in sorted(counter.items()) if count]


def _order(finding: Finding) -> tuple[str, int, str]:
    return finding.place.file, finding.place.line or 0, finding.rule.code


def _line(finding: Finding) -> dict[str, object]:
    rule = finding.rule
    return {"file": finding.place.file, "line": finding.place.line, "code": rule.code, "name": rule.name,
            "severity": str(rule.severity), "reason": finding.message, "mend": rule.mend}  # fmt: skip
