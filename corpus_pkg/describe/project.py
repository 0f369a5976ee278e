"""A dataset project to begin with: sample articles, documents, and checks for whoever contributes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from string import Template

from corpus_pkg.errors import UsageError
from corpus_pkg.model.version import PIPELINE_VERSION

CC0 = "CC0-1.0"
_NAME = re.compile(r"[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?\Z")
_LICENSE = re.compile(r"[A-Za-z0-9][A-Za-z0-9.+-]*\Z")
_HIDDEN = "dot-"


class _Form(Template):
    """A template whose placeholders mean nothing to a shell, to a workflow or in prose."""

    delimiter = "@@"


def project_name(folder: Path) -> str:
    """The name of a project as its folder suggests it; may be empty."""
    return re.sub(r"[^a-z0-9]+", "-", folder.resolve().name.lower()).strip("-")


def project_files(name: str, *, title: str | None = None, license_id: str = CC0) -> dict[str, bytes]:
    """The files of a new project, by path.

    Args:
        name: the dataset's name.
        title: a readable title; made of the name where there is none.
        license_id: SPDX identifier of the data's licence.

    Raises:
        UsageError: one of them is not of the right form.
    """
    if title is None:
        title = re.sub(r"[._-]+", " ", name).capitalize()
    if not _NAME.match(name):
        raise UsageError(f"name {name!r}", "is no name of a dataset",
                         "Use letters, digits, hyphens, points: `--name town-news`.")  # fmt: skip
    if not _LICENSE.match(license_id):
        raise UsageError(f"license {license_id!r}", "is no SPDX identifier",
                         "https://spdx.org/licenses lists them: `--license CC-BY-4.0`.")  # fmt: skip
    if not title.strip() or not title.isprintable():
        raise UsageError(f"title {title!r}", "is not one line of text", 'For example: `--title "News of the town"`.')
    values = {
        "name": name,
        "title": title,
        "quoted_title": json.dumps(title, ensure_ascii=False),  # of printable text it is a TOML string too
        "license": license_id,
        "version": PIPELINE_VERSION,
    }
    stored = dict(_stored(files("corpus_pkg.describe") / "template"))
    return {path: _Form(stored[path].decode()).substitute(values).encode() for path in sorted(stored)}


def _stored(folder: Traversable, prefix: str = "") -> Iterator[tuple[str, bytes]]:
    """The template's files by the paths that they get: what is to be hidden is stored in the open, as `dot-NAME`.

    So neither git nor any other tool takes them for files of this package's own repository.
    """
    for each in folder.iterdir():
        path = prefix + (f".{each.name.removeprefix(_HIDDEN)}" if each.name.startswith(_HIDDEN) else each.name)
        if each.is_dir():
            yield from _stored(each, f"{path}/")
        else:
            yield path, each.read_bytes()


def write_project(folder: Path, contents: Mapping[str, bytes]) -> None:
    """Writes the files of a project into a folder that is new or empty; one that git alone has been in is empty.

    Args:
        folder: where.
        contents: the files by path.

    Raises:
        UsageError: there is something in the folder, or it cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(each.name != ".git" for each in folder.iterdir()):
            raise UsageError(str(folder), "is not empty; nothing was written", "Name a new or empty directory.")
        for path, content in contents.items():
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
    except FileExistsError as error:
        raise UsageError(str(folder), "is a file", "Name a new or empty directory.") from error
    except OSError as error:
        raise UsageError(str(folder), f"cannot be written: {error.strerror}", "Choose another place.") from error
