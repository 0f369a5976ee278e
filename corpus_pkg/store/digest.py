"""Digests: of files, and of rows whatever wrote them."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from corpus_pkg.model.rows import Row, json_form


class ContentDigest:
    """sha256 over the JSON form of rows in their order: the same for the same rows, in any file format or version."""

    def __init__(self) -> None:
        self._hash = hashlib.sha256()
        self.rows = 0

    def add(self, row: Row) -> None:
        """Takes a row."""
        line = json.dumps(json_form(row), ensure_ascii=False, separators=(",", ":"), sort_keys=True)
        self._hash.update(line.encode("utf-8") + b"\n")
        self.rows += 1

    def hexdigest(self) -> str:
        """The digest so far."""
        return self._hash.hexdigest()


def file_sha256(path: Path) -> str:
    """The sha256 of a file's bytes."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
