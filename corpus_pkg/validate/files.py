"""The dataset level, files: manifest, digests, stray files, links."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from corpus_pkg.findings import Finding, Place
from corpus_pkg.findings.rules_dataset import (
    FILE_CHANGED,
    FILE_MISSING,
    FILE_UNLISTED,
    NO_MANIFEST,
    VERSION_UNKNOWN,
)
from corpus_pkg.model.frozen import published_versions
from corpus_pkg.model.manifest import Manifest
from corpus_pkg.model.rows import from_row
from corpus_pkg.store import manifest as manifest_file
from corpus_pkg.store.digest import file_sha256
from corpus_pkg.validate.record_schema import schema_findings


def read_manifest(dataset: Path) -> Manifest | list[Finding]:
    """The manifest, or what is wrong with it."""
    place = Place(file=manifest_file.NAME)
    try:
        value = manifest_file.parse((dataset / manifest_file.NAME).read_text("utf-8"))
    except (OSError, ValueError) as error:
        return [Finding(NO_MANIFEST, place, f"it cannot be read: {error}")]
    version = value.get("schema_version") if isinstance(value, dict) else None
    if version not in published_versions():
        known = ", ".join(published_versions())
        return [Finding(VERSION_UNKNOWN, place, f"schema_version is {version!r}; known are {known}")]
    findings = list(schema_findings(value, version, "manifest", place))
    if findings:
        return [Finding(NO_MANIFEST, each.place, each.message) for each in findings]
    manifest: Manifest = from_row(Manifest, value)
    return manifest


def file_findings(dataset: Path, manifest: Manifest) -> Iterator[Finding]:
    """What is wrong with the files; what a file holds is not looked at."""
    listed = {each.path: each for each in manifest.files}
    for path in sorted(dataset.rglob("*")):
        name = path.relative_to(dataset).as_posix()
        if path.is_symlink():
            yield Finding(FILE_UNLISTED, Place(file=name), "a symbolic link may lead out of the dataset")
        elif path.is_file() and name not in listed and name != manifest_file.NAME:
            yield Finding(FILE_UNLISTED, Place(file=name), "the manifest does not list it")
    for name, entry in listed.items():
        path = dataset / name
        if ".." in Path(name).parts or Path(name).is_absolute() or not path.is_file() or path.is_symlink():
            yield Finding(FILE_MISSING, Place(file=name), "the manifest lists it, and it is no file of the dataset")
        elif path.stat().st_size != entry.bytes or file_sha256(path) != entry.sha256:
            size = path.stat().st_size
            message = f"{size} bytes, sha256 {file_sha256(path)}; the manifest states {entry.bytes}, {entry.sha256}"
            yield Finding(FILE_CHANGED, Place(file=name), message)
