"""The manifest file: written last, read first."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from corpus_pkg.errors import DatasetError
from corpus_pkg.model.lift import lifted_manifest
from corpus_pkg.model.manifest import Manifest
from corpus_pkg.model.rows import from_row, to_row

NAME = "manifest.json"


def dump(manifest: Manifest) -> bytes:
    """The manifest as its file holds it."""
    return (json.dumps(to_row(manifest), indent=1, ensure_ascii=False) + "\n").encode("utf-8")


def parse(text: str) -> Any:  # noqa: ANN401  whatever JSON the file holds
    """The JSON of a manifest file, not judged.

    Raises:
        ValueError: it is no JSON.
    """
    try:
        return json.loads(text)
    except RecursionError:
        raise ValueError("nested too deeply") from None


def read(dataset: Path) -> Manifest:
    """The manifest of a dataset directory.

    Raises:
        DatasetError: there is none, or it is not one.
    """
    path = dataset / NAME
    try:
        manifest: Manifest = from_row(Manifest, lifted_manifest(parse(path.read_text("utf-8"))))
    except OSError as error:
        raise DatasetError(str(dataset), f"no dataset: {NAME} cannot be read ({error.strerror})",
                           "Give the directory that `corpus convert` wrote.") from error  # fmt: skip
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise DatasetError(
            str(path), f"is not a manifest: {error}", "Run `corpus validate` on the directory."
        ) from error
    return manifest
