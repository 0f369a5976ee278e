"""The dataset level, files: manifest, digests, stray files, links, programs."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from corpus_pkg.findings import Finding, Place
from corpus_pkg.findings.rules import dataset as rules
from corpus_pkg.intake.kinds import is_code
from corpus_pkg.intake.source.json_source import read_json
from corpus_pkg.intake.source.schema import schema_findings
from corpus_pkg.model.frozen import published_versions
from corpus_pkg.model.lift import lifted_manifest
from corpus_pkg.model.manifest import FileEntry, Manifest
from corpus_pkg.model.rows import from_row
from corpus_pkg.model.tables import TABLES
from corpus_pkg.store import manifest as manifest_file
from corpus_pkg.store.digest import file_sha256

_MOST_BYTES = 200_000_000


def is_regular(path: Path) -> bool:
    """Whether a path leads to a regular file: pipes and devices end never, and are not opened."""
    try:
        return path.is_file()
    except OSError:  # such as a name that is longer than file systems allow
        return False


def read_bounded(path: Path, most: int) -> str:
    """The text of a file.

    Raises:
        OSError: it cannot be read.
        ValueError: it is no regular file, is larger than `most` bytes, or is not UTF-8.
    """
    size = path.stat().st_size
    if not is_regular(path):
        raise ValueError("it is no regular file")
    if size > most:
        raise ValueError(f"it has {size:,} bytes")
    return path.read_text("utf-8")


def read_manifest(dataset: Path) -> Manifest | list[Finding]:
    """The manifest, or what is wrong with it."""
    place = Place(file=manifest_file.NAME)
    try:
        source = read_json(read_bounded(dataset / manifest_file.NAME, _MOST_BYTES))
    except (OSError, ValueError) as error:
        return [Finding(rules.NO_MANIFEST, place, f"it cannot be read: {error}")]
    if source.faults:
        return [Finding(rules.NO_MANIFEST, place, each.message) for each in source.faults]
    value = source.value
    version = value.get("schema_version") if isinstance(value, dict) else None
    if version not in published_versions():
        known = ", ".join(published_versions())
        return [Finding(rules.VERSION_UNKNOWN, place, f"schema_version is {version!r:.80}; known are {known}")]
    findings = list(schema_findings(value, str(version), "manifest", place))
    if findings:
        return [Finding(rules.NO_MANIFEST, each.place, each.message) for each in findings]
    manifest: Manifest = from_row(Manifest, lifted_manifest(value))
    return manifest


def manifest_findings(manifest: Manifest) -> Iterator[Finding]:
    """What a manifest says that cannot be so."""
    place = Place(file=manifest_file.NAME)
    for name, listed in (
        ("files", [each.path for each in manifest.files]),
        ("configs", [each.name for each in manifest.configs]),
        ("sources", [each.path for each in manifest.sources]),
    ):
        for value, count in Counter(listed).items():
            if count > 1:
                own = Place(file=place.file, pointer=f"/{name}")
                yield Finding(rules.ENTRY_TWICE, own, f"{value!r} stands {count} times", {"value": value})
    known = [each.name for each in TABLES]
    names = [each.name for each in manifest.configs]
    if [each for each in names if each not in known] or "articles" not in names:
        message = f"configs are {', '.join(names)}; known are {', '.join(known)}, and articles is needed"
        yield Finding(rules.CONFIG_UNKNOWN, Place(file=place.file, pointer="/configs"), message)


def unsafe(name: str) -> bool:
    """Whether a path of a manifest or card leads out of the dataset."""
    return ".." in name.split("/") or name.startswith("/") or "\\" in name or ":" in name.partition("/")[0]


def file_findings(dataset: Path, manifest: Manifest) -> Iterator[Finding]:
    """What is wrong with the files; what a file holds is not looked at."""
    listed = {each.path: each for each in manifest.files}
    for path in sorted(_walk(dataset)):
        yield from _stray(path, path.relative_to(dataset).as_posix(), listed)
    for name, entry in sorted(listed.items()):
        path = dataset / name
        if unsafe(name):
            yield Finding(rules.UNSAFE_PATH, Place(file=manifest_file.NAME, pointer="/files"), f"{name!r} leads out")
        elif is_regular(path) and not path.is_symlink():
            yield from _changed(path, entry)
        elif not os.path.islink(path):  # noqa: PTH114  pathlib raises for a name that is too long
            yield Finding(
                rules.FILE_MISSING, Place(file=name), "the manifest lists it, and it is no file of the dataset"
            )


def _walk(dataset: Path) -> Iterator[Path]:
    for folder, folders, names in os.walk(dataset, followlinks=False):
        yield from (Path(folder) / each for each in (*folders, *names))


def _stray(path: Path, name: str, listed: dict[str, FileEntry]) -> Iterator[Finding]:
    place = Place(file=name)
    if path.is_symlink():
        yield Finding(rules.DATASET_LINK, place, f"it leads to {path.readlink()}")
    elif path.name.startswith("."):
        yield Finding(rules.DATASET_HIDDEN, place, "a hidden file or folder")
    elif path.is_file() and is_code(path):
        yield Finding(rules.DATASET_CODE, place, "a program")
    elif path.is_file() and name not in listed and name != manifest_file.NAME:
        yield Finding(rules.FILE_UNLISTED, place, "the manifest does not list it")


def _changed(path: Path, entry: FileEntry) -> Iterator[Finding]:
    place, size = Place(file=entry.path), path.stat().st_size
    try:
        digest = file_sha256(path)
    except OSError as error:
        yield Finding(rules.FILE_MISSING, place, f"it cannot be read: {error.strerror}")
        return
    if size != entry.bytes or digest != entry.sha256:
        message = f"{size} bytes, sha256 {digest}; the manifest states {entry.bytes}, {entry.sha256}"
        yield Finding(rules.FILE_CHANGED, place, message)
