"""The published schemas, as files: `schema/VERSION/NAME.schema.json`, shipped with the package."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from corpus_pkg.errors import DatasetError
from corpus_pkg.model.version import order

SUFFIX = ".schema.json"


def schema_folder() -> Traversable:
    """Where the published schemas lie: in the installed package, or beside it in a checkout."""
    installed = files("corpus_pkg") / "schema"
    return installed if installed.is_dir() else Path(__file__).parents[2] / "schema"


def published_versions() -> list[str]:
    """Every schema version that this package can judge, oldest first."""
    names = [each.name for each in schema_folder().iterdir() if each.is_dir()]
    return sorted(names, key=order)


@cache
def frozen_schema(version: str, name: str) -> dict[str, Any]:
    """The schema of that name as it was released.

    Raises:
        DatasetError: this package ships no such schema.
    """
    source = schema_folder() / version / (name + SUFFIX)
    if not source.is_file():
        known = ", ".join(published_versions())
        raise DatasetError(
            f"schema {version}/{name}",
            "is not known to this version of the package",
            f"Known versions: {known}. Install a newer corpus-pkg if the data is newer.",
        )
    schema: dict[str, Any] = json.loads(source.read_text("utf-8"))
    return schema


def dump(schema: dict[str, Any]) -> str:
    """A schema as its file holds it."""
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
