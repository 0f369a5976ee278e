"""What came out of a gold set: figures, errors, words and seconds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

from corpus_pkg.annotate.entities.finder import EntityFinder
from corpus_pkg.annotate.parsing import SentenceParser

Figure: TypeAlias = float | int | None
"""An F1 or a share from 0 to 100, a count, or None where the set's gold does not say what is measured."""

WORDS_PER_SECOND = "words_per_second"
_BEFORE, _WINDOW = 60, 160


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing that is not as gold has it.

    Attributes:
        document: id of the gold record.
        kind: what is wrong: `missed`, `spurious`, `speaker`, ...
        gold: what gold has; None where it has nothing.
        predicted: what was found; None where nothing was.
        context: some 160 characters of the text around it.
    """

    document: str
    kind: str
    gold: str | None
    predicted: str | None
    context: str

    def as_json(self, name: str) -> dict[str, str | None]:
        """The error as a JSON object, with the set's name."""
        return {"set": name, "document": self.document, "kind": self.kind, "gold": self.gold,
                "predicted": self.predicted, "context": self.context}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Bin:
    """The records of one range of confidence.

    Attributes:
        low: least confidence.
        high: confidence from which on records belong to the next bin; the last bin holds 1 as well.
        records: how many there are.
        confidence: their mean confidence, 0 to 1; None where there are none.
        right: how many of a hundred are right; None where there are none.
    """

    low: float
    high: float
    records: int
    confidence: float | None
    right: float | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came out of one set.

    Attributes:
        figures: the measures by name.
        words: words of the set's texts, as white space parts them.
        seconds: CPU seconds of the part of the pipeline that the set measures.
        mistakes: what is not as gold has it.
        reliability: how often records are right, by their confidence; None where no record states one.
        notes: what a reader of the figures must know.
    """

    figures: dict[str, Figure]
    words: int
    seconds: float
    mistakes: list[Mistake] = field(default_factory=list)
    reliability: list[Bin] | None = None
    notes: list[str] = field(default_factory=list)

    @property
    def words_per_second(self) -> float | None:
        """Words a CPU second; None where the clock is too coarse to say."""
        return round(self.words / self.seconds, 1) if self.seconds > 0 else None

    def as_json(self) -> dict[str, Any]:
        """The figures, the speed and the reliability as a JSON object."""
        value: dict[str, Any] = {**self.figures, WORDS_PER_SECOND: self.words_per_second}
        if self.reliability is not None:
            value["reliability"] = [
                {"low": each.low, "high": each.high, "records": each.records, "confidence": each.confidence,
                 "right": each.right}
                for each in self.reliability
            ]  # fmt: skip
        if self.notes:
            value["notes"] = self.notes
        return value


@dataclass(frozen=True, slots=True)
class Tools:
    """What opens the models, which only some tasks need.

    Attributes:
        finder: opens what finds entities.
        parser: opens the parser; None in the fast mode.
    """

    finder: Callable[[], EntityFinder]
    parser: Callable[[], SentenceParser] | None = None


Measure: TypeAlias = Callable[[Path, Tools], Outcome]
"""Runs on a gold file."""


def around(text: str, start: int) -> str:
    """Some 160 characters of a text around a place, for a reader of errors."""
    first = max(0, start - _BEFORE)
    return text[first : first + _WINDOW]
