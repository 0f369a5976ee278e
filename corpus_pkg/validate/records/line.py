"""One record: which kind it is, and what is wrong with it by its schema."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from corpus_pkg.findings import Finding, Place
from corpus_pkg.findings.rules import schema as rules
from corpus_pkg.findings.rules.dataset import VERSION_UNKNOWN
from corpus_pkg.intake.source.schema import schema_findings
from corpus_pkg.model.frozen import published_versions
from corpus_pkg.model.version import SCHEMA_VERSION

_TELLING = {
    "raw_sha256": "article",
    "speaker": "quotes",
    "mentions": "entities",
    "number": "claims",
    "from_article": "links",
}


def kind_of(value: object) -> str | None:
    """Which record an object is, by the fields that only that kind has."""
    if not isinstance(value, dict):
        return None
    return next((name for field, name in _TELLING.items() if field in value), None)


def record_findings(value: Any, place: Place) -> Iterator[Finding]:  # noqa: ANN401  a JSON value
    """What is wrong with one record by its schema.

    Args:
        value: the JSON value.
        place: where it stands.
    """
    name = kind_of(value)
    if name is None:
        message = (
            f"it is a JSON {type(value).__name__}"
            if not isinstance(value, dict)
            else "it has no field that tells its kind"
        )
        yield Finding(rules.NOT_A_RECORD, place, message)
        return
    version = value.get("schema_version", SCHEMA_VERSION)
    if version not in published_versions():
        message = f"schema_version is {version!r:.40}; known are {', '.join(published_versions())}"
        yield Finding(VERSION_UNKNOWN, place, message)
        return
    yield from schema_findings(value, str(version), name, place)


def looks_like_record(line: bytes) -> bool:
    """Whether a line, even a damaged one, is a record of a dataset and no raw article, by the keys that it shows."""
    return (
        any(b'"%s"' % field.encode("ascii") in line for field in _TELLING) and b'"id"' in line
    ) or b'"from_article"' in line
