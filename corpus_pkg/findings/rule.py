"""What a rule is: a code that never changes its meaning, and all that explains it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """What a rule looks at; the order is the order of checking, cheap first."""

    FILE = "F"
    SCHEMA = "S"
    TEXT = "T"
    METADATA = "M"
    QUOTES = "Q"
    ENTITIES = "E"
    CLAIMS = "C"
    LINKS = "L"
    REVIEW = "R"
    DATASET = "D"
    CARD = "P"


class Severity(StrEnum):
    """How bad a finding is: an error breaks a MUST, a warning a SHOULD, info only reports."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"

    @property
    def rank(self) -> int:
        """0 for info, 1 for warning, 2 for error."""
        return list(Severity).index(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One thing that can be wrong.

    Attributes:
        code: level letter and number; never reused.
        name: the code in words.
        severity: how bad it is.
        what: what the rule asks for.
        why: what goes wrong for a user when it is broken.
        mend: how to mend it.
        bad: an example that breaks the rule.
        good: its sound twin.
        since: the schema version that brought it; data of an older version is only warned.
    """

    code: str
    name: str
    severity: Severity
    what: str
    why: str
    mend: str
    bad: str = ""
    good: str = ""
    since: str = "0.1.0"

    @property
    def level(self) -> Level:
        """The level that the code's letter states."""
        return Level(self.code[0])
