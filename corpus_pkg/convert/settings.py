"""`corpus.toml`: what a corpus says of itself."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from corpus_pkg.errors import UsageError
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
        if key not in known:
            raise UsageError(str(path), f"unknown key {key!r}", f"Known keys: {', '.join(known)}.")
        _check(path, known[key], value)
    return _description(values)


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
