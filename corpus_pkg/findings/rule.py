"""What a rule is: a code that never changes its meaning, and all that explains it."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass
from enum import StrEnum
from functools import partial


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


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that can be wrong.

    Attributes:
        code: level letter and number; never reused.
        name: the code in words.
        what: what the rule asks for.
        why: what goes wrong for a user when it is broken.
        mend: how to mend it.
        severity: how bad it is.
        bad: an example that breaks the rule.
        good: its sound twin.
        since: the schema version that brought it; data of an older version is only warned.
    """

    code: str
    name: str
    what: str
    why: str
    mend: str
    _: KW_ONLY
    severity: Severity
    bad: str
    good: str
    since: str = "0.1.0"

    @property
    def level(self) -> Level:
        """The level that the code's letter states."""
        return Level(self.code[0])


error = partial(Rule, severity=Severity.ERROR)
warning = partial(Rule, severity=Severity.WARNING)
info = partial(Rule, severity=Severity.INFO)
