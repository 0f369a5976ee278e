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
        parts = [self.file]
        if self.line is not None:
            parts.append(str(self.line) if self.column is None else f"{self.line}:{self.column}")
        if self.row is not None:
            parts.append(f"row {self.row}")
        if self.pointer:
            parts.append(self.pointer)
        if self.record:
            parts.append(f"[{self.record}]")
        head = ":".join(parts[:2]) if self.line is not None else parts[0]
        return " ".join([head, *parts[2 if self.line is not None else 1 :]])


@dataclass(frozen=True, slots=True)
class Finding:
    """One breach of a rule.

    Attributes:
        rule: the rule.
        place: where.
        message: what is wrong here, with the values that break the rule.
        values: the same values for a program.
    """

    rule: Rule
    place: Place
    message: str
    values: dict[str, Any] = field(default_factory=dict)

    @property
    def severity(self) -> Severity:
        """The rule's severity."""
        return self.rule.severity

    def as_json(self) -> dict[str, Any]:
        """The finding as one JSON object; places that are not known are left out."""
        place = {name: getattr(self.place, name) for name in Place.__dataclass_fields__}
        return {
            "code": self.rule.code,
            "name": self.rule.name,
            "severity": str(self.severity),
            "place": {key: value for key, value in place.items() if value is not None},
            "message": self.message,
            "values": self.values,
            "mend": self.rule.mend,
        }
