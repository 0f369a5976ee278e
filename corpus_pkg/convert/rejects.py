"""What could not be converted, and what was doubted: kept, counted, and listed in `rejects.jsonl`."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from corpus_pkg.convert.packing import pack, unpack
from corpus_pkg.errors import CorpusError
from corpus_pkg.findings import Finding, Severity
from corpus_pkg.model.manifest import CodeCount, Units

NAME = "rejects.jsonl"


class FindingLog:
    """Findings in the order in which they came, in a database without a name that leaves memory when it grows.

    Attributes:
        counts: how often each code was reported.
        worst: whether one of them is an error.
    """

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.worst = False
        self._base = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        self._base.execute("create table log (position integer primary key, file text, line int, code text, all_of_it)")
        self._base.execute("begin")

    def append(self, finding: Finding) -> None:
        """Takes a finding."""
        self.counts[finding.rule.code] += 1
        self.worst |= finding.severity is Severity.ERROR
        place = finding.place
        # A file name may hold bytes that are no characters; they sort as Python sorts them.
        values = place.file.encode("utf-8", "surrogatepass"), place.line or 0, finding.rule.code, pack(finding)
        self._base.execute("insert into log (file, line, code, all_of_it) values (?, ?, ?, ?)", values)

    def __len__(self) -> int:
        return self.counts.total()

    def __iter__(self) -> Iterator[Finding]:
        return self._ordered("position")

    def __getitem__(self, index: int) -> Finding:
        found = self._base.execute("select all_of_it from log where position = ?", (index + 1,)).fetchone()
        if found is None:
            raise IndexError(index)
        finding: Finding = unpack(found[0])
        return finding

    def by_place(self) -> Iterator[Finding]:
        """The findings by file and line."""
        return self._ordered("file, line, code, position")

    def _ordered(self, columns: str) -> Iterator[Finding]:
        for (content,) in self._base.execute(f"select all_of_it from log order by {columns}"):  # noqa: S608  ours
            yield unpack(content)


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

    rejected: FindingLog = field(default_factory=FindingLog)
    doubted: FindingLog = field(default_factory=FindingLog)
    repairs: Counter[str] = field(default_factory=Counter)
    units: int = 0
    refused: int = 0
    tombstones: int = 0

    def add(self, finding: Finding) -> None:
        """Takes a finding about an article that is kept: an error is a reject, of a correction, else it is a doubt."""
        (self.rejected if finding.severity is Severity.ERROR else self.doubted).append(finding)

    def take(self, findings: Iterable[Finding], *, is_article: bool) -> None:
        """Takes a unit that was read, with what was found.

        Args:
            findings: what is to be said of it.
            is_article: whether it holds an article; else it is refused.
        """
        self.units += 1
        if not is_article:
            self.refuse(findings)
            return
        for each in findings:
            self.add(each)

    def refuse(self, findings: Iterable[Finding]) -> None:
        """Takes a unit that becomes no record, with all that is to be said of it."""
        self.refused += 1
        for each in findings:
            self.rejected.append(each)

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
        return self.rejected.worst

    def write_rejects(self, path: Path) -> None:
        """Writes the file `rejects.jsonl`: one object a line, by file and line."""
        with path.open("w", encoding="utf-8", newline="\n") as stream:
            for each in self.rejected.by_place():
                stream.write(json.dumps(_line(each), ensure_ascii=False) + "\n")

    def rejected_counts(self) -> list[CodeCount]:
        """How often each reject's code was reported."""
        return _counts(self.rejected.counts)

    def noted_counts(self) -> list[CodeCount]:
        """How often each repair was made and each doubt was raised."""
        return _counts(self.repairs + self.doubted.counts)


def _counts(counter: Counter[str]) -> list[CodeCount]:
    return [CodeCount(code=code, count=count) for code, count in sorted(counter.items()) if count]


def _line(finding: Finding) -> dict[str, object]:
    rule = finding.rule
    return {"file": finding.place.file, "line": finding.place.line, "code": rule.code, "name": rule.name,
            "severity": str(rule.severity), "reason": finding.message, "mend": rule.mend}  # fmt: skip
