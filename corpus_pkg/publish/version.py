"""Semantic versions of datasets (Semantic Versioning 2.0.0, without pre-releases), and the tags that carry them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus_pkg.errors import UsageError

_VERSION = re.compile(r"(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})\Z")


@dataclass(frozen=True, slots=True, order=True)
class Version:
    """A version; it orders as versions do."""

    major: int
    minor: int
    patch: int

    def __str__(self) -> str:
        return f"{self.major}.{self.minor}.{self.patch}"

    @property
    def tag(self) -> str:
        """The tag that carries it: `v1.2.0`."""
        return f"v{self}"

    def breaks(self, before: Version) -> bool:
        """Whether it may break what used an earlier version: by its major number, or before 1.0.0 by its minor one."""
        if before.major == 0 and self.major == 0:
            return self.minor > before.minor
        return self.major > before.major


def parse_version(text: str) -> Version:
    """A version from `1.2.0`.

    Raises:
        UsageError: it is none.
    """
    match = _VERSION.match(text)
    if match is None:
        raise UsageError(f"--version {text[:60]}", "is no version of three numbers", "For example: --version 1.2.0.")
    return Version(*map(int, match.groups()))


def tagged(tag: str) -> Version | None:
    """The version that a tag carries; None for other tags."""
    match = _VERSION.match(tag.removeprefix("v")) if tag.startswith("v") else None
    return Version(*map(int, match.groups())) if match else None
