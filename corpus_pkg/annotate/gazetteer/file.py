"""A user's own gazetteer: a CSV file with the columns of the package's tables, and a type."""

from __future__ import annotations

import csv
import hashlib
import re
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import get_args

from corpus_pkg.annotate.gazetteer.entry import Entry
from corpus_pkg.errors import UsageError
from corpus_pkg.model.provenance import ModelUse
from corpus_pkg.model.vocabulary import EntityType

COLUMNS = ("name", "type", "kind", "country", "wikidata", "aliases", "metonym_of")
"""The columns; only the first two must be there, and only these may be."""
_FORMS = {
    "type": (re.compile("|".join(get_args(EntityType))), f"one of {', '.join(get_args(EntityType))}"),
    "country": (re.compile("[A-Z]{2}|"), "an ISO 3166-1 alpha-2 code, such as KE, or empty"),
    "wikidata": (re.compile("(?:Q[1-9][0-9]*)?"), "a Wikidata id, such as Q114, or empty"),
    "metonym_of": (re.compile(r"(?:[a-z]+:\S+)?"), "an entity's key, such as country:KE, or empty"),
}


@dataclass(frozen=True, slots=True)
class GazetteerFile:
    """A gazetteer as read from a file.

    Attributes:
        entries: its rows.
        use: what the records say of it: name, number of rows, digest.
    """

    entries: tuple[Entry, ...]
    use: ModelUse


def read_gazetteer(path: Path) -> GazetteerFile:
    """Reads a gazetteer.

    Args:
        path: a CSV file in UTF-8 with a header, columns as in `COLUMNS`, several aliases parted by `|`.

    Raises:
        UsageError: it cannot be read, or a row is not in this form; the message says which and how to mend it.
    """
    try:
        content = path.read_bytes()
        lines = csv.DictReader(StringIO(content.decode("utf-8-sig"), newline=""), strict=True)
        rows = list(lines)
    except OSError as error:
        raise UsageError(str(path), f"cannot be read: {error.strerror}", "Give a CSV file.") from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise UsageError(str(path), f"is not CSV in UTF-8: {error}", "Save it as CSV, UTF-8.") from error
    header = lines.fieldnames or []
    wrong = [each for each in header if each not in COLUMNS] + [each for each in COLUMNS[:2] if each not in header]
    if wrong:
        raise UsageError(f"{path}:1", f"the columns are {', '.join(header) or 'missing'}",
                         f"Columns are {', '.join(COLUMNS)}; name and type must be there.")  # fmt: skip
    entries = tuple(_entry(path, number, row) for number, row in enumerate(rows, 2))
    use = ModelUse(name=f"gazetteer {path.name}", version=f"{len(entries)} rows",
                   sha256=hashlib.sha256(content).hexdigest(), verified=False)  # fmt: skip
    return GazetteerFile(entries, use)


def _entry(path: Path, number: int, row: dict[str, str | None]) -> Entry:
    if None in row or None in row.values():
        raise UsageError(f"{path}:{number}", "has more or fewer cells than the header",
                         "Put cells that hold a comma in double quotes.")  # fmt: skip
    cells = {name: (row.get(name) or "").strip() for name in COLUMNS}
    if not cells["name"]:
        raise UsageError(f"{path}:{number}", "has no name", "Give the name, or delete the row.")
    for column, (form, wanted) in _FORMS.items():
        if not form.fullmatch(cells[column]):
            raise UsageError(f"{path}:{number}", f"{column} is {cells[column]!r}", f"It is {wanted}.")
    kind: EntityType = next(each for each in get_args(EntityType) if each == cells["type"])
    aliases = tuple(each.strip() for each in cells["aliases"].split("|") if each.strip())
    return Entry(cells["name"], kind, cells["kind"] or "own", cells["country"] or None, cells["wikidata"] or None,
                 aliases, cells["metonym_of"] or None)  # fmt: skip
