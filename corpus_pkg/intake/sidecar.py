"""The sidecar NAME.meta.toml: what the contributor knows about NAME.txt."""

from __future__ import annotations

import datetime as dt
import tomllib
from pathlib import Path

from corpus_pkg.findings import Finding, Place
from corpus_pkg.findings.rules.files import BAD_SIDECAR
from corpus_pkg.intake.files import SIDECAR
from corpus_pkg.intake.raw import Given
from corpus_pkg.intake.values import READERS, read_given


def sidecar_path(article: Path) -> Path:
    """Where the sidecar of an article lies, whether it exists or not."""
    return article.with_name(article.stem + SIDECAR)


def read_sidecar(path: Path, name: str, today: dt.date) -> tuple[Given, list[Finding]] | Finding:
    """What a sidecar states; one finding if it cannot be read at all.

    Args:
        path: where it lies.
        name: its path relative to the source given.
        today: the day of conversion.
    """
    try:
        values = tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        return Finding(BAD_SIDECAR, Place(file=name), f"it is not valid TOML in UTF-8: {error}")
    unknown = sorted(values.keys() - READERS.keys())
    if unknown:
        message = f"unknown keys: {', '.join(unknown)}; known are {', '.join(READERS)}"
        return Finding(BAD_SIDECAR, Place(file=name), message, {"keys": unknown})
    return read_given(values, Place(file=name), today)
