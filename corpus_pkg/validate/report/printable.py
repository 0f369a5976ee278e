"""Makes text and values from anywhere safe to print: file names and articles may hold any code point."""

from __future__ import annotations

import math
import re
from typing import Any, Final

_UNPRINTABLE: Final = re.compile(
    "["
    "\x00-\x1f\x7f-\x9f"  # controls: they drive terminals, and XML forbids most
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # direction marks: they show text in another order than it has
    "\u2028\u2029\ufeff"  # line ends that only some readers know, and the byte order mark
    "\ud800-\udfff"  # lone surrogates: no encoding has them; undecodable file names are full of them
    "\ufdd0-\ufdef\ufffe\uffff"  # noncharacters
    "]"
)
_SURROGATE: Final = re.compile("[\ud800-\udfff]")


def visible(text: str, keep: str = "") -> str:
    r"""The text on one line, with `\x01` or `\u202e` for what would not be seen or would do something.

    Args:
        text: any text.
        keep: characters that stay as they are.
    """
    return _UNPRINTABLE.sub(lambda match: match[0] if match[0] in keep else _escape(match[0]), text)


def encodable(text: str) -> str:
    r"""The text with `\udc80` for lone surrogates, which no file can hold; nothing else changes."""
    return _SURROGATE.sub(lambda match: _escape(match[0]), text)


def plain(value: Any) -> Any:  # noqa: ANN401  whatever a finding holds
    """The value as JSON can hold it: sound strings, finite numbers, string keys, the same on every run."""
    match value:
        case None | bool() | int():
            return value
        case float() if math.isfinite(value):
            return value
        case dict():
            return {encodable(str(key)): plain(each) for key, each in value.items()}
        case list() | tuple():
            return [plain(each) for each in value]
        case set() | frozenset():
            return [plain(each) for each in sorted(value, key=repr)]
    return encodable(str(value))


def _escape(character: str) -> str:
    return character.encode("unicode_escape").decode("ascii")
