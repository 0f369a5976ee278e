"""What is here and what is on the Hub, as far as a plan needs it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from corpus_pkg.model.manifest import Manifest
from corpus_pkg.store import manifest as manifest_file
from corpus_pkg.store.digest import file_sha256


@dataclass(frozen=True, slots=True)
class File:
    """A file: its size, and the sha256 of its bytes where that is known."""

    size: int
    sha256: str | None


@dataclass(frozen=True, slots=True)
class Local:
    """A dataset directory that is to be published.

    Attributes:
        folder: where it lies.
        manifest: what it says of itself.
        files: every file of it, the manifest included.
        content: the manifest's own bytes, by which two releases are told to be the same.
    """

    folder: Path
    manifest: Manifest
    files: Mapping[str, File]
    content: bytes


@dataclass(frozen=True, slots=True)
class Remote:
    """A repository on the Hub.

    Attributes:
        head: the commit that main stands at.
        tags: the commits that its tags stand at.
        files: every file of main.
        content: the bytes of the manifest of main; None where it has none.
        manifest: the same, read; None where it has none that can be read.
    """

    head: str
    tags: Mapping[str, str] = field(default_factory=dict)
    files: Mapping[str, File] = field(default_factory=dict)
    content: bytes | None = None
    manifest: Manifest | None = None


def read_local(folder: Path) -> Local:
    """The state of a dataset directory.

    Raises:
        DatasetError: it is none.
    """
    manifest = manifest_file.read(folder)
    own = folder / manifest_file.NAME
    files = {each.path: File(each.bytes, each.sha256) for each in manifest.files}
    files[manifest_file.NAME] = File(own.stat().st_size, file_sha256(own))
    return Local(folder, manifest, files, own.read_bytes())
