"""TOML with positions: tomllib parses, a scanner says where everything stands; any text is read and never raises."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from typing import Any

from corpus_pkg.intake.source.place import Lines
from corpus_pkg.intake.source.read import BOM, Fault, Refused, Source, brief, byte_order_mark
from corpus_pkg.intake.source.toml_scan import scan
from corpus_pkg.intake.source.tree import Node

MOST_CHARACTERS = 1_000_000
_WHERE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)\Z")
_SURROGATE = re.compile(r"[\ud800-\udfff]")


@dataclass(frozen=True)
class TomlSource(Source):
    """A TOML text that was read; a table stands where its header does, or the key that implies it."""

    value: dict[str, Any] | None


def read_toml(text: str) -> TomlSource:
    """A TOML text, with what is wrong with it."""
    try:
        return _read(text)
    except Refused as refused:
        return TomlSource(None, [refused.fault] if refused.fault else [])


def _read(text: str) -> TomlSource:
    if len(text) > MOST_CHARACTERS:
        message = f"it has {len(text):,} characters, which is more than {MOST_CHARACTERS:,}"
        raise Refused(Fault("too-long", MOST_CHARACTERS, len(text), message))
    if surrogate := _SURROGATE.search(text):
        message = f"{ascii(surrogate[0])[1:-1]} is half of a surrogate pair, which is no character"
        raise Refused(Fault("lone-surrogate", *surrogate.span(), message))
    marked = text.startswith(BOM)
    # A space in the mark's place keeps every offset.
    body = f" {text[1:]}" if marked else text
    root, faults = _scanned(body)
    if marked:
        faults.insert(0, byte_order_mark(root))
    try:
        value = tomllib.loads(body)
    except RecursionError:
        return TomlSource(None, [*faults, Fault("too-deep", 0, len(text), "it is nested too deeply")])
    except ValueError as error:
        return TomlSource(None, [*faults, _syntax(body, f"{error}")])
    return TomlSource(value, faults, root)


def _scanned(text: str) -> tuple[Node | None, list[Fault]]:
    try:
        return scan(text)
    except Refused as refused:
        # Without a fault, tomllib refuses it too, and says why.
        if refused.fault:
            raise
        return None, []


def _syntax(text: str, message: str) -> Fault:
    match = _WHERE.search(message)
    start = len(text)
    if match and match[1]:
        start = Lines(text).offset(int(match[1]), int(match[2]))
    words = message[: match.start()] if match else message
    if words == "Invalid value":
        rest = text[start:].partition("\n")[0]
        words += f" {brief(rest.strip())}: a text stands in quotation marks"
    return Fault("syntax", start, min(start + 1, len(text)), words[:1].lower() + words[1:])
