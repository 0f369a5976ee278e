"""Where keys and values of a TOML document stand: tomllib, which parses it, does not say.

Only what is needed to tell statements apart is understood here; tomllib judges what is TOML.
"""

from __future__ import annotations

import math
import re
import tomllib
from typing import NamedTuple

from corpus_pkg.intake.source.place import Span
from corpus_pkg.intake.source.read import LARGEST, MOST_DIGITS, MOST_LEVELS, SMALLEST, Fault, Refused, brief
from corpus_pkg.intake.source.tree import Node

_BLANK = re.compile(r"[ \t\r\n]*(?:#[^\n]*(?:\n[ \t\r\n]*|\Z))*")
_SPACE = re.compile(r"[ \t]*")
_REST = re.compile(r"[ \t]*(?:#[^\n]*|\r?)(?:\n|\Z)")
_KEY = re.compile(r"""[A-Za-z0-9_-]+|"[^"\\\n]*(?:\\.[^"\\\n]*)*"|'[^'\n]*'""")
_SCALAR = re.compile(
    r'''"""[^"\\]*(?:(?:\\.|"(?!""))[^"\\]*)*""""{0,2}'''
    r"""|'''[^']*(?:'(?!'')[^']*)*''''{0,2}"""
    r'''|"[^"\\\n]*(?:\\.[^"\\\n]*)*"'''
    r"""|'[^'\n]*'"""
    r"""|[0-9]{4}-[0-9]{2}-[0-9]{2}[ ][0-9]{2}:[^\s,\]}#]*"""
    r"""|[^\s,\]}#"'\[{=]+""",
    re.DOTALL,
)
_INTEGER = re.compile(r"[+-]?[0-9][0-9_]*|0x[0-9a-fA-F_]+|0o[0-7_]+|0b[01_]+")
_FLOAT = re.compile(r"[+-]?[0-9][0-9_]*(\.[0-9_]+)?([eE][+-]?[0-9_]+)?")


class _Part(NamedTuple):
    """One part of a dotted key."""

    token: str
    span: Span


def scan(text: str) -> tuple[Node, list[Fault]]:
    """Where everything stands in a document, and numbers in it that no 64 bits hold.

    Raises:
        Refused: without a fault, the document is not understood, so it is no TOML; with one, it must not be parsed.
    """
    scanner = _Scanner(text)
    scanner.scan()
    return scanner.root, scanner.faults


class _Scanner:
    def __init__(self, text: str) -> None:
        self.root = Node(Span(0, len(text)))
        self.root.children = {}
        self.faults: list[Fault] = []
        self._text = text
        self._at = 0
        self._table = self.root
        self._open: list[Node] = []

    def scan(self) -> None:
        while self._skip(_BLANK):
            if self._text[self._at] == "[":
                self._header()
            else:
                self._member(self._table)
                while self._open:
                    self._next()
            self._take(_REST)

    def _take(self, pattern: re.Pattern[str]) -> Span:
        match = pattern.match(self._text, self._at)
        if match is None:
            raise Refused
        self._at = match.end()
        return Span(*match.span())

    def _skip(self, pattern: re.Pattern[str]) -> str:
        """The next character after what is passed over; none at the end."""
        self._take(pattern)
        return self._text[self._at : self._at + 1]

    def _expect(self, mark: str) -> None:
        if not self._text.startswith(mark, self._at):
            raise Refused
        self._at += len(mark)

    def _header(self) -> None:
        start = self._at
        many = self._text.startswith("[[", start)
        self._expect("[[" if many else "[")
        *path, last = self._parts()
        self._expect("]]" if many else "]")
        span = Span(start, self._at)
        holder = self.root
        for part in path:
            holder = self._entered(holder, part)
        node = _members(holder).get(last.token) or self._made(holder, last, span)
        if many:
            if node.children is None:
                node.children = []
            if not isinstance(node.children, list):
                raise Refused
            self._table = self._item(node, span)
        else:
            # A table that was only implied by [a.b] before [a] stands where its own header does.
            node.start, node.end, node.key = *span, last.span
            self._table = node
        if self._table.children is None:
            self._table.children = {}

    def _parts(self) -> list[_Part]:
        """A dotted key, with the white space around it."""
        parts = []
        while True:
            self._skip(_SPACE)
            span = self._take(_KEY)
            parts.append(_Part(_unquoted(self._text[span.start : span.end]), span))
            if self._skip(_SPACE) != ".":
                return parts
            self._at += 1

    def _made(self, holder: Node, part: _Part, span: Span) -> Node:
        node = self._node(span, holder, part.token, part.span)
        _members(holder)[part.token] = node
        return node

    def _item(self, array: Node, span: Span) -> Node:
        if not isinstance(array.children, list):
            raise Refused
        node = self._node(span, array, len(array.children), None)
        array.children.append(node)
        return node

    def _node(self, span: Span, parent: Node, token: str | int, key: Span | None) -> Node:
        node = Node(span, parent, token, key)
        if node.depth > MOST_LEVELS:
            message = f"tables and arrays are nested more than {MOST_LEVELS} levels deep"
            # The pointer of what holds it: that of the value itself may be told from the span.
            raise Refused(Fault("too-deep", *span, message, parent))
        return node

    def _entered(self, holder: Node, part: _Part) -> Node:
        """The table under a key, which is made if it is new; of an array of tables the last."""
        node = _members(holder).get(part.token)
        if node is None:
            node = self._made(holder, part, part.span)
            node.children = {}
        if isinstance(node.children, list):
            if not node.children:
                raise Refused
            return node.children[-1]
        return node

    def _member(self, table: Node) -> None:
        *path, last = self._parts()
        for part in path:
            table = self._entered(table, part)
        self._expect("=")
        self._skip(_SPACE)
        self._value(self._made(table, last, Span(self._at, self._at)))

    def _value(self, node: Node) -> None:
        """A value; arrays and inline tables are left open."""
        here = self._text[self._at : self._at + 1]
        if here in {"[", "{"}:
            node.children = [] if here == "[" else {}
            self._at += 1
            self._open.append(node)
            return
        node.start, node.end = self._take(_SCALAR)
        if here not in {'"', "'"}:
            self._check_number(node)

    def _next(self) -> None:
        """One step in the innermost array or inline table that is open."""
        node = self._open[-1]
        closer = "]" if isinstance(node.children, list) else "}"
        here = self._skip(_BLANK)
        if here == "," and node.children:
            self._at += 1
            here = self._skip(_BLANK)
        elif node.children and here != closer:
            raise Refused
        if here == closer:
            self._at += 1
            node.end = self._at
            self._open.pop()
        elif closer == "]":
            self._value(self._item(node, Span(self._at, self._at)))
        else:
            self._member(node)

    def _check_number(self, node: Node) -> None:
        word = self._text[node.start : node.end]
        number = _INTEGER.fullmatch(word) or _FLOAT.fullmatch(word)
        if not number:
            return
        if len(word) > MOST_DIGITS:
            # Python itself refuses to convert thousands of digits, or to print what it made of them.
            raise Refused(Fault("huge-number", *node.span, f"a number of {len(word):,} characters", node))
        if _beyond(word):
            self.faults.append(Fault("huge-number", *node.span, f"the number {brief(word)} is beyond 64 bits", node))


def _members(node: Node) -> dict[str, Node]:
    if not isinstance(node.children, dict):
        raise Refused
    return node.children


def _unquoted(key: str) -> str:
    if "\\" not in key or key.startswith("'"):
        return key[1:-1] if key[0] in "\"'" else key
    try:
        return str(tomllib.loads(f"x = {key}")["x"])
    except ValueError:
        raise Refused from None


def _beyond(word: str) -> bool:
    try:
        return not SMALLEST <= int(word, 0) <= LARGEST
    except ValueError:
        try:
            return math.isinf(float(word))
        except ValueError:
            return False
