"""A dataset directory comes into being at once: built beside its place, made durable, then put there by one rename.

A build that is stopped at any moment leaves the former dataset whole.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from corpus_pkg.errors import CorpusError, UsageError
from corpus_pkg.store import manifest as manifest_file

_AT_FDCWD, _RENAME_EXCHANGE = -100, 2


class BuildDirectory:
    """A temporary sibling of the directory to be; only `commit` makes it that directory.

    Raises:
        UsageError: what is at the place is not a dataset, and is not overwritten.
        CorpusError: another build of the same directory is running.
    """

    def __init__(self, target: Path) -> None:
        self._target = Path(os.path.abspath(target))  # noqa: PTH100  a link at the place itself is kept
        self.path = self._target.with_name(f".{self._target.name}.building")

    def __enter__(self) -> Self:
        _refuse_foreign(self._target)
        try:
            self._target.parent.mkdir(parents=True, exist_ok=True)
            self.path.mkdir(exist_ok=True)
        except OSError as error:
            raise UsageError(str(self._target), f"cannot be made: {error.strerror}", "Choose another place.") from error
        self._lock = os.open(self.path, os.O_RDONLY)
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            os.close(self._lock)
            raise CorpusError(str(self._target), "another build of it is running", "Wait for it to end.") from error
        for leftover in self.path.iterdir():  # of a build that was killed
            shutil.rmtree(leftover) if leftover.is_dir() else leftover.unlink()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.close(self._lock)
        if self.path.exists():
            shutil.rmtree(self.path)

    @contextmanager
    def work(self) -> Iterator[Path]:
        """A folder for what the build needs on its way; it goes before the commit."""
        folder = self.path / ".work"
        folder.mkdir()
        try:
            yield folder
        finally:
            shutil.rmtree(folder)

    def commit(self) -> None:
        """Makes everything durable and puts it in place; what was there is removed afterwards."""
        for path in sorted(self.path.rglob("*"), reverse=True):
            _sync(path)
        _sync(self.path)
        if not self._target.exists():
            self.path.rename(self._target)
        elif not _exchange(self.path, self._target):
            # No atomic exchange here: the old dataset stays whole under its other name until the new one is there.
            old = self._target.with_name(f".{self._target.name}.old")
            shutil.rmtree(old, ignore_errors=True)
            self._target.rename(old)
            self.path.rename(self._target)
            shutil.rmtree(old)
        _sync(self._target.parent)


def _refuse_foreign(target: Path) -> None:
    if target.exists() and not target.is_dir():
        raise UsageError(str(target), "is a file", "Name a directory for the dataset.")
    if target.is_dir() and any(target.iterdir()) and not (target / manifest_file.NAME).is_file():
        raise UsageError(str(target), "is not empty and not a dataset; it is not overwritten",
                         "Name an empty or new directory, or a dataset to be replaced.")  # fmt: skip


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _exchange(one: Path, two: Path) -> bool:
    """Swaps two directories in one step (Linux's renameat2); False where the system cannot."""
    name = ctypes.util.find_library("c")
    rename = getattr(ctypes.CDLL(name, use_errno=True), "renameat2", None) if name else None
    if rename is None:
        return False
    done = rename(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(two), _RENAME_EXCHANGE)
    return bool(done == 0)
