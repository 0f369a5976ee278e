"""Two articles at one address: versions of one story, both of which are kept, and told."""

from __future__ import annotations

import hashlib

from corpus_pkg.findings import Finding, Place
from corpus_pkg.findings.rules.metadata import ADDRESS_TWICE
from corpus_pkg.model.rows import Row


class Addresses:
    """Remembers where articles were published: 16 bytes an address, and where its article was read."""

    def __init__(self) -> None:
        self._seen: dict[bytes, tuple[str, str]] = {}

    def add(self, row: Row) -> Finding | None:
        """Takes an article; the finding where another was published at its address."""
        if row["url"] is None:
            return None
        key = hashlib.sha256(row["url"].encode("utf-8")).digest()[:16]
        path, when = row["raw_path"], str(row["published_at"] or row["date"] or "")
        before = self._seen.setdefault(key, (path, when))
        if before == (path, when):
            return None
        self._seen[key] = max(before, (path, when), key=lambda each: each[1])
        newer = "which is newer is not known" if not when or not before[1] or when == before[1] else (
            f"{path if when > before[1] else before[0]} is newer")  # fmt: skip
        message = f"{before[0]} has the same address, {row['url'][:200]}; {newer}"
        return Finding(ADDRESS_TWICE, Place(file=path, record=row["id"]), message, {"other": before[0]})
