"""What a form of raw files is: how its content is known, and how its units are read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from io import BufferedReader
from typing import Any

from corpus_pkg.findings import Place
from corpus_pkg.intake.raw import Given
from corpus_pkg.intake.source.lines import Line
from corpus_pkg.intake.unit import Unit

MOST_BYTES = 10_000_000
"""A unit of more bytes is no article: ten million is a thousand times a long one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One file on its way in.

    Attributes:
        name: the file, relative to the source given.
        stream: its bytes, unpacked, from the beginning.
        today: the day of conversion; a publication date after it is refused.
        given: what the sidecar states of every article in it.
        mapping: the corpus's own names of fields: from ours to those of its files.
    """

    name: str
    stream: BufferedReader[Any]
    today: dt.date
    given: Given = field(default_factory=Given)
    mapping: Mapping[str, str] = field(default_factory=dict)

    @property
    def place(self) -> Place:
        """The whole file."""
        return Place(file=self.name)

    def bounded(self) -> bytes | None:
        """The whole content; None if it is more than a unit may have."""
        raw = self.stream.read(MOST_BYTES + 1)
        return raw if len(raw) <= MOST_BYTES else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A form of raw files; packages add theirs under the entry point group `corpus_pkg.intake`.

    Attributes:
        name: what it is called.
        suffixes: what the names of its files end with, in lower case.
        fits: whether a file that begins with these bytes (at most 64 KiB, without a byte order mark, ASCII white space
            before them removed) is of this form.
        read: the units of a file, one by one; it raises nothing for bad data.
        lines: the same of some of its lines, where each line is a unit or none and hangs on no other.
        unfolds: whether a file of some bytes may hold many times as many: what is read of it is not kept.
        single: whether a file holds one article, beside which reviewed annotations may stand.
        or_text: whether a file that only its name calls so is plain text; else it is a damaged one of the form.
    """

    name: str
    suffixes: tuple[str, ...]
    fits: Callable[[bytes], bool]
    read: Callable[[Reading], Iterator[Unit]]
    lines: Callable[[Iterable[Line], Reading], Iterator[Unit]] | None = None
    unfolds: bool = False
    single: bool = False
    or_text: bool = False
