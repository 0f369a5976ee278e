"""Collects findings from a stream: exact counts, and the first samples of each code in bounded memory."""

from __future__ import annotations

import heapq
import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from corpus_pkg.findings import Finding, Rule, Severity
from corpus_pkg.validate.report.printable import plain

REPORT_VERSION: Final = "1"
"""Version of the JSON reports, `json` and `jsonl`; a baseline is one of them."""


class _Sample:
    """A finding in the order of the report; turned round, so that `heapq` has the last of them on top."""

    def __init__(self, finding: Finding) -> None:
        place = finding.place
        numbers = (-1 if each is None else each for each in (place.line, place.column, place.row))
        self.finding = finding
        self.order = (place.file, *numbers, place.record or "", finding.rule.code, finding.message)

    @cached_property
    def tie(self) -> tuple[str, ...]:
        """What tells apart findings of one place and message; dear, so asked for only where it decides."""
        finding = self.finding
        values = json.dumps(plain(finding.values), sort_keys=True)
        return finding.place.pointer or "", values, repr(finding.fix), str(finding.severity)

    def comes_after(self, other: _Sample) -> bool:
        """Whether it stands behind the other in the report."""
        return self.tie > other.tie if self.order == other.order else self.order > other.order

    __lt__ = comes_after


@dataclass(slots=True)
class Report:
    """Exact counts of all findings, and the first of each code, whatever order they arrive in.

    Attributes:
        most: how many findings of a code are kept; 0 for all.
        fail_on: the severity from which on a finding is a failure.
        judged: what was judged: the paths, as the user gave them.
        steps: how much was looked at: {"files": 3, "records": 120}; filled by the caller.
        exact: how many findings there are of a code, in a file, of a severity.
        rules: the rules that were broken, by code.
    """

    most: int = 20
    fail_on: Severity = Severity.ERROR
    judged: list[str] = field(default_factory=list)
    steps: dict[str, int] = field(default_factory=dict)
    exact: Counter[tuple[str, str, Severity]] = field(default_factory=Counter)
    rules: dict[str, Rule] = field(default_factory=dict)
    _heaps: dict[str, list[_Sample]] = field(default_factory=dict)

    def add(self, findings: Iterable[Finding]) -> None:
        """Takes findings."""
        for finding in findings:
            code = finding.rule.code
            self.exact[code, finding.place.file, finding.severity] += 1
            self.rules.setdefault(code, finding.rule)
            heap, sample = self._heaps.setdefault(code, []), _Sample(finding)
            if not self.most:
                heap.append(sample)
            elif len(heap) < self.most:
                heapq.heappush(heap, sample)
            elif heap[0].comes_after(sample):
                heapq.heapreplace(heap, sample)

    def failed(self, fail_on: Severity | None = None) -> bool:
        """Whether there is a finding at or above a severity: the one given, else the report's own."""
        least = (fail_on or self.fail_on).rank
        return any(severity.rank >= least for _, _, severity in self.exact)

    @property
    def kept(self) -> list[Finding]:
        """The samples by file, line, column, row, record, code and message."""
        samples = (each for heap in self._heaps.values() for each in heap)
        # Ascending in `_Sample` is the last first.
        return [each.finding for each in sorted(samples, reverse=True)]

    @property
    def by_code(self) -> Counter[str]:
        """Exact counts by code, in the order of the codes."""
        counts: Counter[str] = Counter()
        for (code, _, _), count in sorted(self.exact.items()):
            counts[code] += count
        return counts

    @property
    def by_severity(self) -> Counter[Severity]:
        """Exact counts by severity, the worst first; each is there, be it with 0."""
        counts: Counter[Severity] = Counter(dict.fromkeys(reversed(Severity), 0))
        for (_, _, severity), count in self.exact.items():
            counts[severity] += count
        return counts

    @property
    def by_file(self) -> Counter[tuple[str, str]]:
        """Exact counts by code and file."""
        counts: Counter[tuple[str, str]] = Counter()
        for (code, file, _), count in self.exact.items():
            counts[code, file] += count
        return counts

    @property
    def left_out(self) -> dict[str, int]:
        """How many findings of a code are not kept, by code; only codes of which some are not."""
        rest = {code: count - len(self._heaps[code]) for code, count in self.by_code.items()}
        return {code: count for code, count in rest.items() if count}

    @property
    def worst(self) -> dict[str, Severity]:
        """The worst severity of each code; policy can make it differ between files."""
        ascending = sorted(self.exact, key=lambda key: key[2].rank)
        return {code: severity for code, _, severity in ascending}

    def summary(self) -> str:
        """One line: what was judged, how much that was, and the exact counts."""
        counts = ", ".join(_number(count, str(each)) for each, count in self.by_severity.items() if count)
        steps = ", ".join(f"{count} {name}" for name, count in self.steps.items())
        what = ", ".join(self.judged) + (f" ({steps})" if steps else "")
        return f"{what}: {counts or 'sound, no findings'}" if what else counts or "sound, no findings"


def _number(count: int, name: str) -> str:
    return f"{count} {name}" if count == 1 or name == Severity.INFO else f"{count} {name}s"
