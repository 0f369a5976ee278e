"""JSON (RFC 8259) with positions: any text is read in linear time, without recursion, and never raises."""

from __future__ import annotations

import math
import re
from typing import Any, NoReturn

from corpus_pkg.intake.source.json_strings import StringReader
from corpus_pkg.intake.source.json_words import misplaced
from corpus_pkg.intake.source.place import Span
from corpus_pkg.intake.source.read import (
    BOM,
    LARGEST,
    MOST_DIGITS,
    MOST_LEVELS,
    MOST_VALUES,
    SMALLEST,
    Fault,
    Refused,
    Source,
    brief,
    byte_order_mark,
)
from corpus_pkg.intake.source.tree import Node

_BLANK = re.compile(r"[ \t\n\r]*")
_NUMBER = re.compile(r"(-?(?:0|[1-9][0-9]*))(\.[0-9]+)?([eE][-+]?[0-9]+)?")
_GOES_ON = re.compile(r"[\w.+-]")
_WORDS = {"true": True, "false": False, "null": None}
_NOT_FINITE = {"NaN": math.nan, "Infinity": math.inf, "-Infinity": -math.inf}
_WORD = re.compile(rf"(?:{'|'.join((*_WORDS, *_NOT_FINITE))})(?!\w)")

TRAILING_COMMA = "a comma stands before the closing"
"""How the message of a fault begins that is mended by taking one character out."""


class JsonSource(Source):
    """A JSON text that was read: of members with one key the last is kept, as the standard library does."""


def read_json(text: str) -> JsonSource:
    """A JSON text, with all that a strict reader refuses in it."""
    reader = _Reader(text)
    try:
        reader.read()
    except Refused as refused:
        if refused.fault:
            reader.faults.append(refused.fault)
        return JsonSource(None, reader.faults)
    return JsonSource(reader.value, reader.faults, reader.root)


class _Reader:
    def __init__(self, text: str) -> None:
        self.value: Any = None
        self.root = Node(Span(0, 0))
        self.faults: list[Fault] = []
        self._text = text
        self._at = 0
        self._values = 0
        self._strings = StringReader(text, self.faults)
        # The arrays and objects that are open: where each stands, and what it holds so far.
        self._open: list[tuple[Node, Any]] = []

    def read(self) -> None:
        if self._text.startswith(BOM):
            self.faults.append(byte_order_mark(self.root))
            self._at = 1
        self._peek()
        self.root.start = self._at
        self.value = self._value(self.root)
        while self._open:
            node, value = self._open[-1]
            if isinstance(value, dict):
                self._next_member(node, value)
            else:
                self._next_item(node, value)
        if self._peek():
            message = f"the JSON value has ended, and {misplaced(self._text, self._at)[0]}"
            self.faults.append(Fault("trailing-data", self._at, len(self._text), message, self.root))

    def _peek(self) -> str:
        """The next character that is no white space; none at the end."""
        here = self._text[self._at : self._at + 1]
        if here > " ":
            return here
        # The pattern matches everywhere, at least nothing.
        self._at = _BLANK.match(self._text, self._at).end()  # type: ignore[union-attr]
        return self._text[self._at : self._at + 1]

    def _refuse(self, expected: str, node: Node) -> NoReturn:
        found, length = misplaced(self._text, self._at)
        raise Refused(Fault("syntax", self._at, self._at + length, f"expected {expected}, but {found}", node))

    def _goes_on(self, node: Node, closer: str) -> bool:
        """Whether something more stands in an open array or object, and where; closes it if not."""
        here = self._peek()
        if here == "," and node.children:
            comma = self._at
            self._at += 1
            if self._peek() == closer:
                message = f"{TRAILING_COMMA} {closer}, where JSON allows none"
                raise Refused(Fault("syntax", comma, comma + 1, message, node))
            return True
        if here == closer:
            self._at += 1
            node.end = self._at
            self._open.pop()
            return False
        if node.children:
            self._refuse(f'"," or "{closer}"', node)
        return True

    def _next_item(self, node: Node, items: list[Any]) -> None:
        if self._goes_on(node, "]") and isinstance(node.children, list):
            item = Node(Span(self._at, self._at), node, len(items))
            node.children.append(item)
            items.append(self._value(item))

    def _next_member(self, node: Node, members: dict[str, Any]) -> None:
        if not self._goes_on(node, "}") or not isinstance(node.children, dict):
            return
        start = self._at
        if self._text[start : start + 1] != '"':
            self._refuse('a key in double quotation marks (")' + ("" if node.children else ' or "}"'), node)
        key = self._strings.read(start, node)
        self._at = self._strings.end
        if self._peek() != ":":
            self._refuse(f'":" after the key {brief(key)}', node)
        member = Node(Span(0, 0), node, key, Span(start, self._strings.end))
        if key in node.children:
            message = f"the key {brief(key)} stands twice in one object"
            self.faults.append(Fault("duplicate-key", start, self._strings.end, message, member))
        node.children[key] = member
        self._at += 1
        self._peek()
        member.start = self._at
        members[key] = self._value(member)

    def _value(self, node: Node) -> Any:  # noqa: ANN401  JSON is of any type
        """The value that begins here; of an array or object, which is left open, what it holds so far."""
        here = self._text[self._at : self._at + 1]
        value: Any
        self._values += 1
        if self._values > MOST_VALUES:
            # A value of two bytes takes a hundred times as much to remember.
            message = f"it holds more than {MOST_VALUES:,} values"
            raise Refused(Fault("too-long", self._at, self._at + 1, message, self.root))
        if here and here in "[{":
            return self._opened(node, here)
        if here == '"':
            value = self._strings.read(self._at, node)
            self._at = self._strings.end
        elif match := _NUMBER.match(self._text, self._at):
            value = self._number(match, node)
        elif match := _WORD.match(self._text, self._at):
            value = self._word(match, node)
        else:
            self._refuse("a value", node)
        node.end = self._at
        return value

    def _opened(self, node: Node, bracket: str) -> Any:  # noqa: ANN401  a list or dict
        if len(self._open) == MOST_LEVELS:
            message = f"arrays and objects are nested more than {MOST_LEVELS} levels deep"
            raise Refused(Fault("too-deep", self._at, self._at + 1, message, node))
        self._at += 1
        value: Any
        node.children, value = ([], []) if bracket == "[" else ({}, {})
        self._open.append((node, value))
        return value

    def _word(self, match: re.Match[str], node: Node) -> float | bool | None:
        word = match[0]
        self._at = match.end()
        if word in _WORDS:
            return _WORDS[word]
        self.faults.append(Fault("not-finite", match.start(), self._at, f"{word} is no number of JSON", node))
        return _NOT_FINITE[word]

    def _number(self, match: re.Match[str], node: Node) -> float | None:
        self._at = match.end()
        if _GOES_ON.match(self._text, self._at):
            zero = match[0] in {"0", "-0"} and self._text[self._at] in "0123456789"
            self._refuse("no digit after a leading zero" if zero else "the number to end", node)
        whole, fraction, power = match.groups()
        if fraction or power:
            value: float = float(match[0])
            huge = "is beyond what a float holds" if math.isinf(value) else ""
        elif len(whole.lstrip("-")) > MOST_DIGITS:
            message = f"a whole number of {len(whole.lstrip('-')):,} digits"
            self.faults.append(Fault("huge-number", *match.span(), message, node))
            return None
        else:
            value = int(whole)
            huge = "" if SMALLEST <= value <= LARGEST else "is beyond 64 bits"
        if huge:
            self.faults.append(Fault("huge-number", *match.span(), f"the number {brief(match[0])} {huge}", node))
        return value
