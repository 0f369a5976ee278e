"""What a pattern hands to its reader, and what the reader makes of it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal

from corpus_pkg.annotate.dates.lexicon import PARTS
from corpus_pkg.annotate.dates.tokens import Tokens
from corpus_pkg.model.vocabulary import DateType

Order = Literal["day", "month"]
# These count from the time of the story, which the day of publication does not give.
NARRATIVE: Final = frozenset({"previous", "preceding", "prior", "following", "same", "that"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """A match over the classes of a text.

    Attributes:
        match: which tokens.
        tokens: the text's.
        anchor: the day of publication, where it is trusted.
        order: what its numeric dates begin with, where that is known.
    """

    match: re.Match[str]
    tokens: Tokens
    anchor: dt.date | None
    order: Order | None = None

    @property
    def first(self) -> int:
        """Index of the first token."""
        return self.match.start()

    @property
    def last(self) -> int:
        """One past the index of the last token."""
        return self.match.end()

    def words(self, group: str) -> list[str]:
        """The tokens of a group, in lower case; empty where it took no part or the pattern has none."""
        if group not in self.match.re.groupindex:
            return []
        start, end = self.match.span(group)
        return self.tokens.words[start:end] if start >= 0 else []

    def word(self, group: str) -> str:
        """The tokens of a group, joined by spaces."""
        return " ".join(self.words(group))


@dataclass(frozen=True, slots=True)
class Reading:
    """What an expression means: its value, its type, and whether it hangs on no unknown day.

    `first` and `last` move the stretch where the reader knows better than the pattern; `alternatives` are the values
    of which one is meant, where the words do not tell which.
    """

    value: str | None
    type: DateType = "DATE"
    resolved: bool = True
    first: int | None = None
    last: int | None = None
    alternatives: tuple[str, ...] = ()


# Words that look like a date and are none: no other form may read a part of them.
REFUSED: Final = Reading(None, resolved=False)

Reader = Callable[[Phrase], Reading | None]


def open_reading(value: str | None = None, kind: DateType = "DATE") -> Reading:
    """A reading whose value waits for a day that is not known."""
    return Reading(value, kind, resolved=False)


def anchored(value: str | None, phrase: Phrase, part: str = "") -> Reading:
    """A reading that the day of publication gave.

    Args:
        value: The value; underspecified or None where the day is not known.
        phrase: The expression.
        part: The part of the day that the expression names (`morning`), if any.

    Returns:
        The reading; resolved where there is a day to hang it on.
    """
    known = phrase.anchor is not None and value is not None
    if part:
        return Reading(f"{value}T{PARTS[part]}" if value else None, "TIME", resolved=known)
    return Reading(value, resolved=known)
