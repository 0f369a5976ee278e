"""What a reader hands back: the value, where its parts stand, and what is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from corpus_pkg.intake.source.place import Span
from corpus_pkg.intake.source.tree import Node, Spans

FaultKind = Literal[
    "syntax",
    "duplicate-key",
    "not-finite",
    "too-deep",
    "too-long",
    "lone-surrogate",
    "huge-number",
    "byte-order-mark",
    "trailing-data",
]
MOST_LEVELS = 100
MOST_DIGITS = 300
MOST_VALUES = 4_000_000
SMALLEST, LARGEST = -(2**63), 2**63 - 1
BOM = "\ufeff"
_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong with a text.

    Attributes:
        kind: what sort of fault it is.
        start: first code point of what is wrong.
        end: one past its last.
        message: what is wrong, in words.
        node: the value that is wrong, or that holds what is wrong.
    """

    kind: FaultKind
    start: int
    end: int
    message: str
    node: Node | None = None

    @property
    def pointer(self) -> str:
        """JSON pointer of the value that is wrong, or that holds what is wrong."""
        return self.node.pointer if self.node else ""


class Refused(Exception):  # noqa: N818  it ends a reading; it is no error of the program
    """Reading ends here, with a fault or without a word."""

    def __init__(self, fault: Fault | None = None) -> None:
        super().__init__(fault)
        self.fault = fault


@dataclass(frozen=True)
class Source:
    """A text that was read.

    Attributes:
        value: what it says; None if it cannot be read.
        faults: what is wrong with it, in the order of the text.
        root: where its values stand; None if it cannot be read.
    """

    value: Any
    faults: list[Fault]
    root: Node | None = None

    @cached_property
    def spans(self) -> Mapping[str, Span]:
        """Where each value stands, by JSON pointer."""
        return Spans(self.root, lambda node: node.span)

    @cached_property
    def keys(self) -> Mapping[str, Span]:
        """Where the key of each member stands, quotation marks included, by the member's JSON pointer."""
        return Spans(self.root, lambda node: node.key)


def brief(words: str) -> str:
    """Words of a text, quoted for a message, cut if they are long; what cannot be printed is escaped."""
    return repr(words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…")


def byte_order_mark(root: Node | None) -> Fault:
    """The fault of a text that begins with one."""
    return Fault("byte-order-mark", 0, 1, "a byte order mark (U+FEFF) stands before the text", root)
