"""Articles without their text: offsets, digests and short surfaces stay, what quotes at length is null."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from corpus_pkg.model.rows import Row

LONGEST: Final = 10
"""As many words of a text a record may hold whose text is withheld."""
QUOTING: Final = ("quotes", "scare")
"""The lists whose records are stretches of speech: of these no words stay."""


def may_be_passed_on(row: Row) -> bool:
    """Whether the rights of an article allow its text to be passed on; what nobody states is no leave."""
    return row["rights"] is not None and row["rights"]["redistributable"] is True


def withhold(row: Row) -> Row:
    """An article's row without its text.

    Args:
        row: the row; it is not changed.
    """
    kept: Row = _each_surface(row, lambda record: record["text"] if len(record["text"].split()) <= LONGEST else None)
    for name in QUOTING:
        kept[name] = [each | {"text": None} for each in kept[name]]
    regions = [each | {"text": None} for each in row["regions"]]
    return kept | {"text": None, "regions": regions, "edits": []}


def fill(row: Row, text: str) -> Row:
    """The row with every surface cut out of its text again.

    Args:
        row: a withheld row.
        text: its text.
    """
    filled: Row = _each_surface(row, lambda record: text[record["start"] : record["end"]])
    return filled | {"text": text}


def _each_surface(value: Any, surface: Callable[[Row], str | None]) -> Any:  # noqa: ANN401  a row, or what is in it
    """A copy in which every record with a stretch and its words has the words that a function gives."""
    if isinstance(value, list):
        return [_each_surface(each, surface) for each in value]
    if not isinstance(value, dict):
        return value
    made = {name: _each_surface(each, surface) for name, each in value.items()}
    if made.get("start") is not None and made.get("end") is not None and "text" in made:
        made["text"] = surface(value)
    return made
