"""A finding: one place where a rule is broken, with the values that break it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from corpus_pkg.findings.rule import Rule, Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where something is wrong; what is not known is null.

    Attributes:
        file: path as the user gave it, or relative to the dataset.
        line: line of a text file, from 1.
        column: column of that line in code points, from 1.
        row: row of a table, from 0.
        pointer: JSON pointer (RFC 6901) into the row or document.
        record: id of the record.
    """

    file: str
    line: int | None = None
    column: int | None = None
    row: int | None = None
    pointer: str | None = None
    record: str | None = None

    def __str__(self) -> str:
        parts = [":".join(str(each) for each in (self.file, self.line, self.column) if each is not None)]
        if self.row is not None:
            parts.append(f"row {self.row}")
        if self.pointer:
            parts.append(self.pointer)
        if self.record:
            parts.append(f"[{self.record}]")
        return " ".join(parts)


@dataclass(frozen=True, slots=True)
class Fix:
    """A mechanical replacement in the file that a finding names.

    Attributes:
        start: first code point that is replaced, in the decoded file (line ends as they are).
        end: one past the last.
        old: what stands there, so that a file that changed since is noticed.
        new: what is put there.
    """

    start: int
    end: int
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One breach of a rule.

    Attributes:
        rule: the rule.
        place: where.
        message: what is wrong here, with the values that break the rule.
        values: the same values for a program.
        fix: a replacement that mends it, where it is mechanical.
        judged: how bad it is here, where policy says otherwise than the rule.
    """

    rule: Rule
    place: Place
    message: str
    values: dict[str, Any] = field(default_factory=dict)
    fix: Fix | None = None
    judged: Severity | None = None

    @property
    def severity(self) -> Severity:
        """How bad it is here."""
        return self.judged or self.rule.severity

    def as_json(self) -> dict[str, Any]:
        """The finding as one JSON object; places that are not known are left out."""
        place = {name: getattr(self.place, name) for name in Place.__dataclass_fields__}
        value = {
            "code": self.rule.code,
            "name": self.rule.name,
            "severity": str(self.severity),
            "place": {key: value for key, value in place.items() if value is not None},
            "message": self.message,
            "values": self.values,
            "rule": self.rule.what,
            "mend": self.rule.mend,
        }
        if self.fix:
            value["fix"] = {name: getattr(self.fix, name) for name in Fix.__dataclass_fields__}
        return value
