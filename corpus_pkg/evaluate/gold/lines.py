"""The lines of a gold file, each a JSON object with an id and a text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from corpus_pkg.errors import UsageError
from corpus_pkg.evaluate.gold.fields import Fields
from corpus_pkg.intake import json_text

_SHAPE = "Each line is one JSON object in UTF-8 with at least `id` and `text`."


def read_lines(path: Path) -> Iterator[Fields]:
    """The records of a gold file, in order.

    Args:
        path: JSON Lines; blank lines are passed over.

    Raises:
        UsageError: the file cannot be read or holds no record, a line is no JSON object, or an id stands twice; the
            message names file and line.
    """
    seen: dict[str, int] = {}
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UsageError(
            str(path), f"cannot be read: {error.strerror}", "Give a gold folder of readable files."
        ) from error
    for number, line in enumerate(content.split(b"\n"), 1):
        if not line.strip():
            continue
        fields = _record(line, f"{path}:{number}")
        own = fields.text("id")
        if own in seen:
            raise UsageError(
                fields.where, f"the id {own!r} stands on line {seen[own]} too", "Give each record its own."
            )
        seen[own] = number
        yield fields
    if not seen:
        raise UsageError(str(path), "the set holds no record", _SHAPE)


def _record(line: bytes, where: str) -> Fields:
    try:
        value = json_text.loads(line.decode("utf-8"))
    except ValueError as error:
        raise UsageError(where, f"the line is not JSON: {error}", _SHAPE) from error
    if not isinstance(value, dict):
        raise UsageError(where, f"the line holds a JSON {type(value).__name__}, not an object", _SHAPE)
    return Fields(value, where)
