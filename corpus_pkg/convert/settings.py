"""`corpus.toml`: what a corpus says of itself."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from corpus_pkg.errors import UsageError
from corpus_pkg.intake.fields import KNOWN, MAPPING
from corpus_pkg.intake.files import SETTINGS
from corpus_pkg.model.declare import Field, fields_of
from corpus_pkg.model.manifest import Description
from corpus_pkg.model.rows import from_row

_DEFAULTS: dict[str, Any] = {"name": "unnamed-corpus", "version": "0.0.0", "languages": []}


def find_settings(sources: Sequence[Path]) -> Path | None:
    """The `corpus.toml` of a single source folder; None where there is none."""
    if len(sources) == 1 and (sources[0] / SETTINGS).is_file():
        return sources[0] / SETTINGS
    return None


def read_settings(path: Path | None) -> Description:
    """What a corpus says of itself; a corpus without settings is unnamed.

    Raises:
        UsageError: the file is not valid TOML, or a key or value is not one that is known.
    """
    if path is None:
        return _description({})
    try:
        values = tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise UsageError(str(path), f"is not valid TOML: {error}", "Mend the file.") from error
    known = {each.name: each for each in fields_of(Description)}
    for key, value in values.items():
        if key == MAPPING:
            continue
        if key not in known:
            raise UsageError(str(path), f"unknown key {key!r}", f"Known keys: {', '.join(known)}.")
        _check(path, known[key], value)
    return _description(values)


def read_mapping(path: Path | None) -> dict[str, str]:
    """The corpus's own names of fields, from ours to those of its files: the table `[mapping]`.

    Raises:
        UsageError: it is no table of names.
    """
    if path is None:
        return {}
    table = tomllib.loads(path.read_text("utf-8")).get(MAPPING, {})
    for fault in mapping_faults(table):
        raise UsageError(str(path), fault, f'For example: [{MAPPING}] text = "body".')
    return dict(table)


def mapping_faults(table: object) -> Iterator[str]:
    """What is wrong with a table `[mapping]`."""
    if not isinstance(table, dict):
        yield f"{MAPPING} = {table!r:.60} is no table"
        return
    for name, field in table.items():
        if name not in KNOWN:
            yield f"unknown key {name!r:.60} in [{MAPPING}]; known are {', '.join(KNOWN)}"
        elif not isinstance(field, str) or not field:
            yield f"[{MAPPING}] {name} = {field!r:.60} is no name of a field"


def _description(values: dict[str, Any]) -> Description:
    row = {each.name: values.get(each.name, _DEFAULTS.get(each.name)) for each in fields_of(Description)}
    return from_row(Description, row)


def _check(path: Path, field: Field, value: object) -> None:
    pattern = field.declaration.pattern
    strings = value if isinstance(value, list) else [value]
    sound = isinstance(value, list) == field.shape.repeated and all(isinstance(each, str) and each for each in strings)
    if not sound or (pattern and not re.match(pattern, str(value))):
        wanted = "a list of strings" if field.shape.repeated else "a string"
        raise UsageError(str(path), f"{field.name} = {value!r} is not {wanted} of the right form",
                         f'{field.declaration.doc} For example: version = "1.0.0".')  # fmt: skip
