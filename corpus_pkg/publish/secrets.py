"""What looks like a secret in the files that people read: it must never be published."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

_MOST_BYTES = 50_000_000
_TEXTS = frozenset({".md", ".json", ".jsonl", ".toml", ".yaml", ".yml", ".txt", ".csv", ".svg"})
_KINDS = {
    "a token of the Hub": re.compile(rb"\bhf_[A-Za-z0-9]{30,}\b"),
    "a token of GitHub": re.compile(rb"\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9_]{50,})\b"),
    "a key of AWS": re.compile(rb"\b(?:AKIA|ASIA)[A-Z0-9]{16}\b"),
    "a key of Slack": re.compile(rb"\bxox[abprs]-[A-Za-z0-9-]{20,}"),
    "a private key": re.compile(rb"-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----"),
}


def secrets(folder: Path, names: Iterator[str] | list[str]) -> Iterator[tuple[str, str]]:
    """The files that hold one, and what kind; never the secret itself.

    Args:
        folder: where they lie.
        names: their paths in it.
    """
    for name in names:
        path = folder / name
        if path.suffix.lower() in _TEXTS and path.stat().st_size <= _MOST_BYTES:
            content = path.read_bytes()
            yield from ((name, kind) for kind, pattern in _KINDS.items() if pattern.search(content))
