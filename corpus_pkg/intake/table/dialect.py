"""How the cells of a table are parted, and what its columns are called: told by its first lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO

from corpus_pkg.intake.fields import TEXT, Fields
from corpus_pkg.intake.source.lines import bounded_lines
from corpus_pkg.intake.table.rows import Rows

DELIMITERS = {",": "commas", "\t": "tabs", ";": "semicolons", "|": "bars"}
_LONGEST_NAME, _MOST_LINES = 60, 40
_SEPARATOR = re.compile(rb"sep=([,;\t|])\r?\n", re.IGNORECASE)
_NAME = re.compile(r"[^.!?]+\Z")


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a table is read.

    Attributes:
        delimiter: what parts its cells.
        quoted: whether marks around a cell are no part of it.
        columns: their names; numbers from 1 where there is no header.
        skipped: how many lines stand before the first row of articles.
        header: whether its first row names the columns.
    """

    delimiter: str
    quoted: bool
    columns: tuple[str, ...]
    skipped: int
    header: bool = True

    @property
    def twice(self) -> list[str]:
        """Names that more than one column has."""
        return [name for name, count in Counter(each.lower() for each in self.columns if each).items() if count > 1]


def read_dialect(head: bytes, fields: Fields) -> Dialect | None:
    """How a table is read; None where no row of names stands above it.

    Args:
        head: its beginning, in UTF-8 or another encoding that keeps ASCII.
        fields: tells which names are known.
    """
    head = head.removeprefix(b"\xef\xbb\xbf")
    separator = _SEPARATOR.match(head)
    rest = head[separator.end() :] if separator else head
    delimiters = [separator[1].decode("ascii")] if separator else list(DELIMITERS)
    found = [(each, names) for each in delimiters if (names := _names(rest, each))]
    if not found:
        return None
    delimiter, names = max(found, key=lambda each: (_known(each[1], fields), len(each[1])))
    skipped = 1 if separator else 0
    quoted = delimiter != "\t" or _sound(rest, len(names), quoted=True) >= _sound(rest, len(names), quoted=False)
    if fields.all(dict.fromkeys(names, "x"), "text"):
        return Dialect(delimiter, quoted, names, skipped + 1)
    numbered = tuple(str(number) for number in range(1, len(names) + 1))
    # Columns that corpus.toml names by their numbers have no header.
    return (
        Dialect(delimiter, quoted, numbered, skipped, header=False)
        if fields.all(dict.fromkeys(numbered, "x"), "text")
        else None
    )


def looks_like_header(head: bytes) -> bool:
    """Whether a file begins with the names of columns, of which one is the text and another is known too."""
    return any(_is_header(names) for each in DELIMITERS if (names := _names(head.lstrip(b"\xef\xbb\xbf"), each)))


def _is_header(names: Sequence[str]) -> bool:
    lowered = {each.lower() for each in names}
    short = all(len(each) <= _LONGEST_NAME and (not each or _NAME.match(each)) for each in names)
    return short and bool(lowered & set(TEXT)) and _known(names, Fields()) > 1


def _known(names: Sequence[str], fields: Fields) -> int:
    return fields.count(dict.fromkeys(names, "x"))


def _names(head: bytes, delimiter: str) -> tuple[str, ...]:
    """The cells of the first row."""
    first = next(_rows(head, delimiter), None)
    return tuple(each.decode("utf-8", "replace").strip() for each in first or [])


def _rows(head: bytes, delimiter: str, *, quoted: bool = True) -> Iterator[list[bytes] | None]:
    lines = bounded_lines(BytesIO(head), len(head))
    return (each.cells for each in Rows(lines, delimiter, len(head), quoted=quoted))


def _sound(head: bytes, width: int, *, quoted: bool) -> int:
    """How many of the first rows have as many cells as the header; bad ones count against."""
    rows = [each for each, _ in zip(_rows(head, "\t", quoted=quoted), range(_MOST_LINES), strict=False)]
    return sum(1 if each is not None and len(each) == width else -1 for each in rows)
