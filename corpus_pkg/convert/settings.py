"""`corpus.toml`: what a corpus says of itself."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from corpus_pkg.errors import UsageError
from corpus_pkg.intake.fields import KNOWN, MAPPING
from corpus_pkg.intake.raw import Defaults
from corpus_pkg.intake.rights import read_rights, rights_fault
from corpus_pkg.model.declare import Field, fields_of
from corpus_pkg.model.manifest import Description
from corpus_pkg.model.rows import from_row

RIGHTS = "rights"
"""The table of `corpus.toml` that states the rights in all articles whose own are not stated."""
TABLES = (MAPPING, RIGHTS)
_DEFAULTS: dict[str, Any] = {"name": "unnamed-corpus", "version": "0.0.0", "languages": []}


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
        if key in TABLES:
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


def read_defaults(path: Path | None) -> Defaults:
    """What a corpus states of all its articles: its language, if it has one alone, and the table `[rights]`.

    Raises:
        UsageError: the rights cannot be read.
    """
    if path is None:
        return Defaults()
    values = tomllib.loads(path.read_text("utf-8"))
    languages, stated = values.get("languages") or [], values.get(RIGHTS)
    fault = rights_fault(stated) if stated is not None else None
    if fault:
        raise UsageError(str(path), f"[{RIGHTS}]: {fault}", f'For example: [{RIGHTS}] license = "CC0-1.0".')
    return Defaults(language=languages[0] if len(languages) == 1 else None, rights=read_rights(stated, "corpus"))


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
