"""The strings of a JSON text."""

from __future__ import annotations

import re

from corpus_pkg.intake.source.read import Fault, Refused
from corpus_pkg.intake.source.tree import Node

_SPECIAL = re.compile(r'["\\\x00-\x1f]')
_ESCAPE = re.compile(r'\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})')
_CODED = re.compile(
    r"\\u(?P<high>[dD][89abAB]..)\\u(?P<low>[dD][c-fC-F]..)|\\u(?P<unit>....)|\\(?P<letter>.)|[\ud800-\udfff]"
)
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_LETTERS = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_CONTROLS = {value: f"\\{letter}" for letter, value in _LETTERS.items()}
_HIGH, _LOW = 0xD800, 0xDC00
_REPLACEMENT = "\ufffd"


class StringReader:
    """Reads strings where they begin; faults that end no reading are added to the list given.

    A lone surrogate is read as U+FFFD: what it is can be neither printed nor stored.

    Attributes:
        end: one past the closing mark of the string that was read last.
    """

    def __init__(self, text: str, faults: list[Fault]) -> None:
        self.end = 0
        self._text = text
        self._faults = faults
        self._surrogates = _SURROGATE.search(text) is not None

    def read(self, start: int, node: Node) -> str:
        """The string whose opening mark stands at `start`.

        Raises:
            Refused: it is no JSON string.
        """
        at = start + 1
        escaped = self._surrogates
        while True:
            special = _SPECIAL.search(self._text, at)
            if special is None:
                raise Refused(Fault("syntax", start, len(self._text), "the string that opens here is not closed", node))
            if special[0] == '"':
                break
            escape = _ESCAPE.match(self._text, special.start())
            if escape is None:
                raise Refused(self._damage(special.start(), start, node))
            escaped = True
            at = escape.end()
        self.end = special.end()
        content = self._text[start + 1 : self.end - 1]
        return _CODED.sub(lambda match: self._decoded(match, start + 1, node), content) if escaped else content

    def _damage(self, at: int, start: int, node: Node) -> Fault:
        here = self._text[at]
        if here != "\\":
            written = _CONTROLS.get(here, f"\\u{ord(here):04x}")
            message = f"a control character (U+{ord(here):04X}) stands in a string; write it as {written}"
            return Fault("syntax", at, at + 1, message, node)
        if at + 1 == len(self._text):
            return Fault("syntax", start, at + 1, "the string that opens here is not closed", node)
        end = at + 2
        message = f"no escape of JSON is {self._text[at:end]!r}; a backslash itself is written \\\\"
        if self._text[at + 1] == "u":
            while end < len(self._text) and self._text[end] in "0123456789abcdefABCDEF":
                end += 1
            message = f"{self._text[at:end]} has fewer than four hexadecimal digits"
        return Fault("syntax", at, end, message, node)

    def _decoded(self, match: re.Match[str], offset: int, node: Node) -> str:
        if match["high"]:
            return chr(0x10000 + (int(match["high"], 16) - _HIGH) * 0x400 + int(match["low"], 16) - _LOW)
        if match["letter"]:
            return _LETTERS.get(match["letter"], match["letter"])
        character = chr(int(match["unit"], 16)) if match["unit"] else match[0]
        if not _SURROGATE.match(character):
            return character
        start, end = match.span()
        written = ascii(character)[1:-1]
        message = f"{written} is half of a surrogate pair, which is no character"
        self._faults.append(Fault("lone-surrogate", offset + start, offset + end, message, node))
        return _REPLACEMENT
