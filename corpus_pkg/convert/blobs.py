"""Work that is kept: pieces of bytes under names, each with a checksum, on disk or wherever fsspec reaches.

A piece appears at once or not at all. One that is damaged is as good as absent: it is removed, and made anew.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from corpus_pkg.errors import CorpusError, LostWorkError
from corpus_pkg.intake.remote import is_remote

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

_CHECK = 16
_MEND = "Make room there, or name another place: --cache DIR."


class Blobs(Protocol):
    """Keeps bytes under names of letters, digits, dots and hyphens; it goes to other processes as it is."""

    def get(self, name: str) -> bytes | None:
        """What was put under a name; None where there is nothing, or something damaged."""

    def has(self, name: str) -> bool:
        """Whether something was put under a name; it counts as used, as if it had been got."""

    def put(self, name: str, content: bytes) -> None:
        """Keeps bytes under a name; what was there is replaced at once.

        Raises:
            CorpusError: they cannot be kept.
        """


@dataclass(frozen=True, slots=True)
class LocalBlobs:
    """A folder of this machine, or of a file system that all workers share.

    Attributes:
        root: the folder.
    """

    root: Path

    def get(self, name: str) -> bytes | None:
        """What was put under a name."""
        path = self._path(name)
        try:
            framed = path.read_bytes()
        except OSError:
            return None
        content = _content(framed)
        with suppress(OSError):
            if content is None:
                path.unlink()
            else:
                os.utime(path)  # used: pruned later
        return content

    def has(self, name: str) -> bool:
        """Whether something was put under a name."""
        try:
            os.utime(self._path(name))
        except FileNotFoundError:
            return False
        except OSError:
            return self._path(name).is_file()
        return True

    def sound(self, path: Path) -> bool:
        """Whether a file of the folder agrees with its checksum."""
        return _content(path.read_bytes()) is not None

    def put(self, name: str, content: bytes) -> None:
        """Keeps bytes under a name."""
        path = self._path(name)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, passing = tempfile.mkstemp(prefix=".", dir=path.parent)
            try:
                with open(handle, "wb") as stream:  # noqa: PTH123  a handle has no path
                    stream.write(_check(content) + content)
                os.replace(passing, path)  # noqa: PTH105  a name alone
            except BaseException:
                Path(passing).unlink(missing_ok=True)
                raise
        except OSError as error:
            raise CorpusError(str(self.root), f"work cannot be kept there: {error.strerror}", _MEND) from error

    def _path(self, name: str) -> Path:
        return self.root / name[:2] / name


@dataclass(frozen=True, slots=True)
class RemoteBlobs:
    """A folder at an address that fsspec knows, such as `s3://bucket/folder`.

    Attributes:
        address: the folder's address.
    """

    address: str

    def get(self, name: str) -> bytes | None:
        """What was put under a name."""
        system, path = self._place(name)
        try:
            framed = bytes(system.cat_file(path))
        except (OSError, ValueError):
            return None
        content = _content(framed)
        if content is None:
            with suppress(OSError):
                system.rm_file(path)
        return content

    def has(self, name: str) -> bool:
        """Whether something was put under a name."""
        system, path = self._place(name)
        try:
            return bool(system.exists(path))
        except (OSError, ValueError):
            return False

    def put(self, name: str, content: bytes) -> None:
        """Keeps bytes under a name; object stores make them visible when all have arrived."""
        system, path = self._place(name)
        try:
            system.makedirs(path.rpartition("/")[0], exist_ok=True)
            system.pipe_file(path, _check(content) + content)
        except OSError as error:
            raise CorpusError(self.address, f"work cannot be kept there: {error}", _MEND) from error

    def _place(self, name: str) -> tuple[AbstractFileSystem, str]:
        from fsspec.core import url_to_fs

        system, root = url_to_fs(self.address)
        return system, f"{root.rstrip('/')}/{name[:2]}/{name}"


def blobs_at(place: str | Path) -> Blobs:
    """The store at a path or an address.

    Args:
        place: a folder, which need not be there; or an address that fsspec knows.
    """
    text = str(place)
    if text.startswith("file://"):
        return LocalBlobs(Path(text.removeprefix("file://")).absolute())
    return RemoteBlobs(text) if is_remote(text) else LocalBlobs(Path(place).absolute())


def needed(blobs: Blobs, name: str) -> bytes:
    """What was put under a name by the same build.

    Raises:
        LostWorkError: it is not there any more.
    """
    content = blobs.get(name)
    if content is None:
        raise gone(name)
    return content


def gone(name: str) -> LostWorkError:
    """What is raised where kept work cannot be used that was there a moment before."""
    return LostWorkError(name, "a kept piece of work was damaged or removed while it was needed",
                         "Run the build again: it makes that piece anew.")  # fmt: skip


def _check(content: bytes) -> bytes:
    return hashlib.blake2b(content, digest_size=_CHECK).digest()


def _content(framed: bytes) -> bytes | None:
    """What a checksum stands before; None where it is another's."""
    content = framed[_CHECK:]
    return content if framed[:_CHECK] == _check(content) else None
