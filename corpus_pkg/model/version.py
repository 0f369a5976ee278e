"""The two versions that every dataset states: of the code that made it, and of the schema it follows."""

from __future__ import annotations

from typing import Final

PIPELINE_VERSION: Final = "0.1.0"
"""Version of this package, and so of the rules that annotate."""

SCHEMA_VERSION: Final = "0.2.0"
"""Version of the published contract; `schema/VERSION/` is immutable once released."""


def order(version: str) -> tuple[int, ...]:
    """What versions are compared by: `0.10.0` comes after `0.9.0`."""
    return tuple(map(int, version.split(".")))
