"""Files, folders and globs to the raw files they hold, in an order that no file system decides."""

from __future__ import annotations

import glob
import os
import stat
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from corpus_pkg.errors import UsageError
from corpus_pkg.findings import Finding, Place
from corpus_pkg.findings.rules.files import HIDDEN_FILE, LINK_LOOP, UNREADABLE_FILE, UNUSABLE_NAME

SIDECAR = ".meta.toml"
SETTINGS = "corpus.toml"
CARD = "CARD.md"
CHANGELOG = "CHANGELOG.md"
TOMBSTONES = "tombstones.toml"
ABOUT = frozenset({SETTINGS, CARD, CHANGELOG, TOMBSTONES})
"""Files of the corpus, not of an article."""
_READ = stat.S_IRUSR | stat.S_IRGRP | stat.S_IROTH


@dataclass(frozen=True, slots=True)
class RawFile:
    """One raw file.

    Attributes:
        path: where it lies.
        name: its path relative to the source given, with forward slashes.
    """

    path: Path
    name: str

    def open(self) -> BinaryIO:
        """Its bytes, as they lie."""
        return self.path.open("rb")


def find(sources: Sequence[Path]) -> Iterator[RawFile | Finding]:
    """Every raw file under the sources, by name; files about the corpus itself are passed over.

    They come as they are found: memory holds the names of one folder at a time.

    Raises:
        UsageError: a source does not exist.
    """
    roots = list({os.path.realpath(root): root for root in files_of(sources)}.values())
    named = sorted(zip(_told_apart(roots), roots, strict=True), key=lambda each: _key(each[0], folder=each[1].is_dir()))
    for name, root in named:
        if root.is_dir():
            yield from _folder(root, name if len(roots) > 1 else "", (os.path.realpath(root),))
        else:
            yield from _file(root, name)


def _key(name: str, *, folder: bool) -> str:
    """What names of one folder are sorted by, so that the paths of all files below come in their order."""
    return f"{name}/" if folder else name


def _told_apart(roots: Sequence[Path]) -> list[str]:
    """A name for each source: its own, and as many folders above it as tell it from the others."""
    places = [Path(os.path.abspath(each)).parts for each in roots]  # noqa: PTH100  a link keeps its own name
    names = [each[-1] for each in places]
    for count in range(2, max(map(len, places), default=0) + 1):
        twice = {name for name, often in Counter(names).items() if often > 1}
        if not twice:
            break
        names = ["/".join(place[-count:]).lstrip("/") if name in twice else name
                 for place, name in zip(places, names, strict=True)]  # fmt: skip
    return names


def files_of(sources: Sequence[Path]) -> list[Path]:
    """The files and folders that paths and globs name.

    Raises:
        UsageError: a source does not exist.
    """
    return [root for source in sources for root in _expand(source)]


def _expand(source: Path) -> list[Path]:
    if source.exists() or source.is_symlink():
        return [source]
    matches = [Path(each) for each in sorted(glob.glob(str(source), recursive=True))]  # noqa: PTH207  absolute patterns
    if not matches:
        raise UsageError(str(source), "no such file or folder", "Check the path; `-` reads standard input.")
    return matches


def _folder(folder: Path, prefix: str, above: tuple[str, ...]) -> Iterator[RawFile | Finding]:
    """A folder's files; `above` are the real paths of the folders that lead to it."""
    try:
        if not folder.stat().st_mode & _READ:
            raise PermissionError
        with os.scandir(folder) as listed:
            entries = sorted(_key(each.name, folder=each.is_dir()) for each in listed)
    except OSError:
        yield Finding(UNREADABLE_FILE, Place(file=prefix or "."), "the folder may not be read")
        return
    for entry in (each.rstrip("/") for each in entries):
        path, name = folder / entry, f"{prefix}/{entry}" if prefix else entry
        wrong = name_finding(name, entry)
        if wrong is not None:
            yield wrong
        elif path.is_dir():
            real = os.path.realpath(path)
            if real in above:
                yield Finding(LINK_LOOP, Place(file=name), "the link leads back to a folder that contains it")
            else:
                yield from _folder(path, name, (*above, real))
        elif entry not in ABOUT:
            yield from _file(path, name)


def name_finding(name: str, entry: str | None = None) -> Finding | None:
    """Why a file of that name is passed over; None if it is not.

    Args:
        name: its path, relative to the source.
        entry: the part of it to look at; None for all.
    """
    if not (entry or name).isprintable():
        return _unusable(name)
    if any(each.startswith(".") for each in ([entry] if entry else name.split("/"))):
        return Finding(HIDDEN_FILE, Place(file=name), "a hidden file or folder was passed over")
    return None


def _unusable(name: str) -> Finding:
    """A name with bytes that are no characters, or with control characters: written so that it can be read."""
    written = "".join(each if each.isprintable() else ascii(each)[1:-1] for each in name)
    return Finding(UNUSABLE_NAME, Place(file=written), "the name holds control characters, or bytes that are not UTF-8")


def _file(path: Path, name: str) -> Iterator[RawFile | Finding]:
    if not name.isprintable():
        yield _unusable(name)
        return
    try:
        status = path.stat()
    except OSError:
        yield Finding(LINK_LOOP, Place(file=name), "the link leads to nothing")
        return
    if not stat.S_ISREG(status.st_mode):
        yield Finding(UNREADABLE_FILE, Place(file=name), "it is no regular file")
    elif not status.st_mode & _READ or not os.access(path, os.R_OK):
        # The mode decides even for a user who may read everything: a build must not depend on who runs it.
        yield Finding(UNREADABLE_FILE, Place(file=name), "nobody has permission to read it")
    else:
        yield RawFile(path, name)
