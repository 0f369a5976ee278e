"""What could not be converted, and what was doubted: kept, counted, and listed in `rejects.jsonl`."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from corpus_pkg.errors import CorpusError
from corpus_pkg.findings import Finding, Severity
from corpus_pkg.model.manifest import CodeCount, Units

NAME = "rejects.jsonl"


@dataclass(slots=True)
class Ledger:
    """The findings of one run.

    Attributes:
        rejected: what could not be converted.
        doubted: what was converted with a value left out, or against other evidence.
        repairs: how often each repair was made, by code.
        units: how many raw units came in.
        refused: how many of them became no record.
        tombstones: how many were left out as `tombstones.toml` asks.
    """

    rejected: list[Finding] = field(default_factory=list)
    doubted: list[Finding] = field(default_factory=list)
    repairs: Counter[str] = field(default_factory=Counter)
    units: int = 0
    refused: int = 0
    tombstones: int = 0

    def add(self, finding: Finding) -> None:
        """Takes a finding about an article that is kept: an error is a reject, of a correction, else it is a doubt."""
        (self.rejected if finding.severity is Severity.ERROR else self.doubted).append(finding)

    def refuse(self, findings: Iterable[Finding]) -> None:
        """Takes a unit that becomes no record, with all that is to be said of it."""
        self.refused += 1
        self.rejected += findings

    def bury(self, finding: Finding) -> None:
        """Takes a unit that is left out as `tombstones.toml` asks."""
        self.tombstones += 1
        self.rejected.append(finding)

    def counts(self, records: int) -> Units:
        """What became of the units."""
        return Units(read=self.units, records=records, refused=self.refused, tombstones=self.tombstones)

    def balance(self, records: int) -> None:
        """Proves the law of every run: units in = records + rejects + tombstones.

        Raises:
            CorpusError: the law does not hold, so that something was lost, or counted twice.
        """
        if self.units != records + self.refused + self.tombstones:
            law = f"{self.units} units in, {records} records, {self.refused} rejects, {self.tombstones} tombstones"
            raise CorpusError("the build", f"lost count: {law}", "Report this; the former dataset is untouched.")

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
