"""Sources that lie elsewhere: any address that fsspec knows (`s3://`, `https://`, `memory://`, ...)."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from corpus_pkg.errors import UsageError
from corpus_pkg.findings import Finding, Place
from corpus_pkg.findings.rules.files import UNREADABLE_FILE
from corpus_pkg.intake.companions import SUFFIXES, stem_of
from corpus_pkg.intake.files import ABOUT, RawFile, name_finding

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*(?:::[a-z][a-z0-9+.-]*)*://", re.IGNORECASE)
_MAGIC = re.compile(r"[*?\[]")


def is_remote(source: str | Path) -> bool:
    """Whether a source is an address, not a path."""
    return isinstance(source, str) and _ADDRESS.match(source) is not None


def find_remote(url: str) -> Iterator[RawFile | Finding]:
    """Every raw file at an address, sorted by name; each lies on this disk until the next is asked for.

    Args:
        url: a file, a folder or a glob.

    Raises:
        UsageError: nothing is there, or what reads such addresses is not installed.
    """
    system, root = _opened(url)
    paths, above = _listed(system, root, url)
    folders: dict[str, dict[str, list[str]]] = {}
    for path in paths:
        name = path.removeprefix(above).lstrip("/")
        wrong = name_finding(name)
        if wrong is not None:
            yield wrong
        elif _base(name) not in ABOUT:
            folder = path.rpartition("/")[0]
            if folder not in folders:
                folders = {folder: _by_stem(system, folder, paths)}
            with tempfile.TemporaryDirectory() as place:
                yield _brought(system, path, name, Path(place), folders[folder].get(_stem(_base(path)), [path]))


def fetched(url: str, name: str, folder: Path) -> list[Path]:
    """The files of a name in a folder that lies elsewhere, or beside files there, brought here.

    Args:
        url: the folder, file or glob.
        name: of the files.
        folder: where they are put.

    Raises:
        UsageError: one is there and cannot be read, or what reads such addresses is not installed.
    """
    system, root = _opened(url)
    paths, _ = _listed(system, root, url)
    around = {each.rpartition("/")[0] for each in paths}
    wanted = sorted({each for each in paths if _base(each) == name} | {f"{each}/{name}" for each in around})
    found = []
    try:
        for number, path in enumerate(each for each in wanted if system.isfile(each)):
            system.get_file(path, str(folder / f"{number}-{name}"))
            found.append(folder / f"{number}-{name}")
    except Exception as error:
        raise UsageError(f"{url}: {name}", f"cannot be read: {error}", "Check the address and your access.") from error
    return found


def _base(name: str) -> str:
    return name.rpartition("/")[2]


def _by_stem(system: AbstractFileSystem, folder: str, paths: Sequence[str]) -> dict[str, list[str]]:
    """The files of a folder, by what is before their suffixes; as far as it can be listed."""
    inside = [each for each in paths if each.rpartition("/")[0] == folder]
    with suppress(Exception):  # some addresses, such as those of the web, list no folder
        inside = [str(each["name"]) for each in system.ls(folder, detail=True) if each["type"] == "file"]
    found: dict[str, list[str]] = {}
    for each in inside:
        found.setdefault(_stem(_base(each)), []).append(each)
    return found


def _opened(url: str) -> tuple[AbstractFileSystem, str]:
    from fsspec.core import url_to_fs

    try:
        system, root = url_to_fs(url)
    except (ImportError, ValueError) as error:
        raise UsageError(
            url, f"cannot be opened: {error}", "Install what reads such addresses, such as s3fs."
        ) from error
    return system, str(root)


def _listed(system: AbstractFileSystem, root: str, url: str) -> tuple[list[str], str]:
    """The files, and what stands before their names."""
    try:
        if _MAGIC.search(root):
            found: list[Any] = [each for each in system.glob(root) if system.isfile(each)]
            above = _MAGIC.split(root)[0].rpartition("/")[0]
        elif system.isdir(root):
            found, above = system.find(root), root
        else:
            found, above = [root] if system.exists(root) else [], root.rpartition("/")[0]
    except Exception as error:
        raise UsageError(url, f"cannot be listed: {error}", "Check the address and your access.") from error
    if not found:
        raise UsageError(url, "no such file or folder", "Check the address.")
    return sorted(map(str, found)), above


def _brought(
    system: AbstractFileSystem, path: str, name: str, folder: Path, beside: Sequence[str]
) -> RawFile | Finding:
    """A file brought here, with what stands beside it; of other files of its name only that they are there."""
    own = _base(path)
    try:
        system.get_file(path, str(folder / own))
        for other in beside:
            each = _base(other)
            if each != own and each.endswith(SUFFIXES):
                system.get_file(other, str(folder / each))
            elif each != own:
                (folder / each).touch()
    except Exception as error:  # noqa: BLE001  every kind of file system has errors of its own
        return Finding(UNREADABLE_FILE, Place(file=name), f"it cannot be fetched: {error}")
    return RawFile(folder / own, name)


def _stem(name: str) -> str:
    suffix = next((each for each in SUFFIXES if name.endswith(each)), None)
    return name.removesuffix(suffix) if suffix else stem_of(name)
