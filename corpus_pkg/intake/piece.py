"""Pieces of the input: units that are read together, and hang on nothing that stands before or after them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from corpus_pkg.findings import Finding
from corpus_pkg.findings.rules.forms import FIELDS_GUESSED, TWO_FIELDS
from corpus_pkg.intake.source.lines import Line
from corpus_pkg.intake.unit import Unit

_LINES, _BYTES = 256, 1 << 20
_ONCE_A_FILE = frozenset({FIELDS_GUESSED.code, TWO_FIELDS.code})


@dataclass(frozen=True, slots=True)
class Piece:
    """Some of the units of a file, or all of them.

    Attributes:
        units: reads them.
        key: tells what they are read from from anything else; None where only reading tells.
        size: bytes that it holds in memory until it is read.
    """

    units: Callable[[], Iterable[Unit]]
    key: str | None = None
    size: int = 0


def single(unit: Unit) -> Piece:
    """A piece of one unit that is read already."""
    return Piece(lambda: [unit])


def piece_key(about: object, *contents: bytes) -> str:
    """The key of a piece.

    Args:
        about: all that is known of it besides; its `repr` says everything about it.
        contents: its bytes.
    """
    total = hashlib.sha256()
    for each in (repr(about).encode("utf-8", "surrogatepass"), *contents):
        total.update(len(each).to_bytes(8) + each)
    return total.hexdigest()


def together(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """Lines, as many at a time as make a piece: those of the beginning stay together when others are added below."""
    group: list[Line] = []
    size = 0
    try:
        for line in lines:
            group.append(line)
            size += len(line.content or b"")
            if len(group) == _LINES or size >= _BYTES:
                yield group
                group, size = [], 0
    except OSError:  # a file that cannot be read to its end loses no line before that
        if group:
            yield group
        raise
    if group:
        yield group


def noted(pieces: Iterable[Piece], notes: Sequence[Finding]) -> Iterator[Piece]:
    """The pieces, the first of their units with what is to be said of them all.

    A piece with such a unit has no key: what is said hangs on more than the piece.
    """
    left = list(notes)

    def units(piece: Piece) -> Iterator[Unit]:
        for unit in piece.units():
            yield replace(unit, findings=(*left, *unit.findings)) if left else unit
            left.clear()

    for piece in pieces:
        yield Piece(partial(units, piece)) if left else piece


class OnceAFile:
    """Leaves of what is told of each unit of a file, as its fields were guessed, the first time."""

    def __init__(self) -> None:
        self._file, self._told = "", set[str]()

    def __call__(self, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
        """What was found of a unit, without what was told before."""
        told = [each for each in findings if each.rule.code in _ONCE_A_FILE]
        if not told:
            return findings
        if told[0].place.file != self._file:
            self._file, self._told = told[0].place.file, set()
        again = [each for each in told if each.message in self._told]
        self._told |= {each.message for each in told}
        return tuple(each for each in findings if each not in again) if again else findings


def units_of(pieces: Iterable[Piece]) -> Iterator[Unit]:
    """The units of pieces, one by one."""
    once = OnceAFile()
    for piece in pieces:
        for unit in piece.units():
            yield replace(unit, findings=once(unit.findings)) if unit.findings else unit
