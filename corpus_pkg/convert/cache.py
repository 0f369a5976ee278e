"""Where work is kept from one build to the next, a folder for each version of the code; looked at, and pruned."""

from __future__ import annotations

import fcntl
import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from corpus_pkg.convert.blobs import Blobs, LocalBlobs, blobs_at
from corpus_pkg.convert.keys import code_digest
from corpus_pkg.errors import CorpusError, UsageError
from corpus_pkg.intake.remote import is_remote

VARIABLE = "CORPUS_CACHE"
"""The environment variable that names another place than the user's cache folder."""
_LOCK = ".lock"
_DAY = 86_400.0


def default_cache() -> Path | str:
    """Where `corpus convert` keeps work: `$CORPUS_CACHE`, or `corpus-pkg` in the user's cache folder (XDG)."""
    if named := os.environ.get(VARIABLE):
        return named
    base = os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "corpus-pkg"


def unusable(place: Path | str) -> str | None:
    """Why nothing can be kept in a folder; None where it can, or where only trying tells."""
    if is_remote(place):
        return None
    try:
        Path(place).mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=place):
            return None
    except OSError as error:
        return error.strerror


@contextmanager
def opened(place: Path | str) -> Iterator[Blobs]:
    """The kept work of this version of the code, for the time of a build; nothing is pruned meanwhile.

    Args:
        place: a folder, which need not be there, or an address that fsspec knows.

    Raises:
        UsageError: nothing that is installed reads such addresses.
        CorpusError: the folder cannot be used, or is being pruned.
    """
    if is_remote(place):
        _reached(str(place))
        yield kept_at(place)
        return
    with _locked(Path(place).absolute(), fcntl.LOCK_SH, "it is being pruned", "Wait for that to end."):
        yield kept_at(place)


def kept_at(place: Path | str) -> Blobs:
    """The kept work of this version of the code, at a place that a build has opened."""
    if is_remote(place):
        return blobs_at(f"{str(place).rstrip('/')}/{code_digest()}")
    return blobs_at(Path(place).absolute() / code_digest())


def _reached(address: str) -> None:
    """Proves that something reads such addresses, before any work is done."""
    from fsspec.core import url_to_fs

    try:
        url_to_fs(address)
    except (ImportError, ValueError, OSError) as error:
        message = f"work cannot be kept there: {error}".partition("\n")[0]
        raise UsageError(address, message, "Install what reads it (s3fs, gcsfs, ...), or name a folder.") from error


@contextmanager
def _locked(root: Path, how: int, why: str, mend: str) -> Iterator[None]:
    try:
        root.mkdir(parents=True, exist_ok=True)
        handle = os.open(root / _LOCK, os.O_RDWR | os.O_CREAT, 0o666)
    except OSError as error:
        raise CorpusError(str(root), f"work cannot be kept there: {error.strerror}",
                          "Name another place, --cache DIR, or do without: --no-cache.") from error  # fmt: skip
    try:
        with suppress(PermissionError):
            try:
                fcntl.flock(handle, how | fcntl.LOCK_NB)
            except BlockingIOError as error:
                raise CorpusError(str(root), why, mend) from error
        yield
    finally:
        os.close(handle)


@dataclass(frozen=True, slots=True)
class Survey:
    """What is kept.

    Attributes:
        pieces: how many pieces of work.
        size: their bytes.
        current: how many of them are of this version of the code.
        damaged: how many of those do not agree with their checksum.
    """

    pieces: int
    size: int
    current: int
    damaged: int

    def as_json(self) -> dict[str, int]:
        """The figures by name."""
        return asdict(self)


def survey(place: Path | str) -> Survey:
    """Looks at all that is kept in a folder.

    Raises:
        UsageError: it lies elsewhere.
    """
    root = _local(place)
    current = root / code_digest()
    blobs = LocalBlobs(current)
    pieces = size = own = damaged = 0
    for path, status in _pieces(root):
        pieces, size = pieces + 1, size + status.st_size
        if current in path.parents:
            own += 1
            damaged += not blobs.sound(path)
    return Survey(pieces, size, own, damaged)


def prune(place: Path | str, older_than: float | None, most: int | None, *, everything: bool) -> tuple[int, int]:
    """Removes the work of other versions of the code, and more where it is asked for.

    Args:
        place: the folder.
        older_than: days after which what no build used goes, too.
        most: bytes of the newest that stay.
        everything: whether all of it goes.

    Returns:
        How many pieces went, and their bytes.

    Raises:
        UsageError: it lies elsewhere.
        CorpusError: a build is using it.
    """
    root = _local(place)
    current, oldest = root / code_digest(), time.time() - (older_than or 0) * _DAY
    pieces = size = kept = 0
    if not root.is_dir():
        return 0, 0
    with _locked(root, fcntl.LOCK_EX, "a build is using it", "Wait for it to end."):
        for path, status in sorted(_pieces(root), key=lambda each: -each[1].st_mtime):
            old = everything or current not in path.parents or (older_than is not None and status.st_mtime < oldest)
            if not old and (most is None or kept + status.st_size <= most):
                kept += status.st_size
                continue
            path.unlink(missing_ok=True)
            pieces, size = pieces + 1, size + status.st_size
        for folder in sorted(root.rglob("*"), reverse=True):
            if folder.is_dir():
                with suppress(OSError):  # what still holds pieces stays
                    folder.rmdir()
    return pieces, size


def _local(place: Path | str) -> Path:
    if is_remote(place):
        raise UsageError(str(place), "lies elsewhere", "Look at it with the tools of that store.")
    return Path(place).absolute()


def _pieces(root: Path) -> Iterator[tuple[Path, os.stat_result]]:
    for path in root.rglob("*"):
        if path.name != _LOCK:
            with suppress(OSError):
                status = path.stat()
                if path.is_file():
                    yield path, status
