"""Zip archives of raw files: each member is a file, and none of them is trusted."""

from __future__ import annotations

import lzma
import shutil
import stat
import tempfile
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import IO, BinaryIO

from corpus_pkg.findings import Finding, Place
from corpus_pkg.findings.rules.files import BINARY_FILE, EMPTY_FILE
from corpus_pkg.findings.rules.forms import BAD_MEMBER, DAMAGED_STREAM, UNFOLDS
from corpus_pkg.intake.companions import SUFFIXES, stem_of
from corpus_pkg.intake.files import ABOUT, RawFile, name_finding

MAGIC = b"PK\x03\x04"
KIND = "a zip archive"
# What `zipfile` and its codecs raise of bytes that are wrong, and of what they do not know or have no password for.
_DAMAGE = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, OSError, EOFError, ValueError, NotImplementedError, RuntimeError,
)  # fmt: skip
_OFFICE = frozenset({"[Content_Types].xml", "mimetype"})
_MOST_MEMBERS, _MOST_RATIO, _ALWAYS, _PIECE = 200_000, 200, 100_000_000, 1 << 20
_ENCRYPTED = 1


def members(stream: BinaryIO, name: str) -> Iterator[RawFile | Finding]:
    """The files of an archive, sorted by name; each lies on this disk until the next is asked for.

    Args:
        stream: the archive.
        name: what it is called.
    """
    with tempfile.TemporaryFile() as copy:
        shutil.copyfileobj(stream, copy)
        try:
            archive = zipfile.ZipFile(copy)
            listed = archive.infolist()
        except _DAMAGE as error:
            yield Finding(DAMAGED_STREAM, Place(file=name), f"it is {KIND} that cannot be read: {error}")
            return
        wrong = _refusal(listed)
        if wrong:
            yield Finding(BINARY_FILE if "document" in wrong else UNFOLDS, Place(file=name), wrong, {"kind": wrong})
            return
        yield from _Archive(archive, name, listed).files()


def _refusal(listed: list[zipfile.ZipInfo]) -> str:
    if _OFFICE & {each.filename for each in listed}:
        return "it is an Office document or a book, not text"
    return f"it has {len(listed):,} members" if len(listed) > _MOST_MEMBERS else ""


class _Archive:
    def __init__(self, archive: zipfile.ZipFile, name: str, listed: list[zipfile.ZipInfo]) -> None:
        self._archive, self._name = archive, name
        self._members = sorted((each for each in listed if not each.is_dir()), key=lambda each: each.filename)
        self._by_stem: dict[str, list[zipfile.ZipInfo]] = {}
        taken = set[str]()
        for each in self._members:
            if not _unsafe(each) and each.filename not in taken:
                taken.add(each.filename)
                self._by_stem.setdefault(_stem(each.filename), []).append(each)

    def files(self) -> Iterator[RawFile | Finding]:
        if not self._members:
            yield Finding(EMPTY_FILE, Place(file=self._name), "it is an archive without files")
        seen: Counter[str] = Counter()
        for member in self._members:
            seen[member.filename] += 1
            name = f"{self._name}/{member.filename}"
            fault = _unsafe(member) or self._fault(member, seen[member.filename])
            wrong = name_finding(name)
            if fault:
                yield Finding(BAD_MEMBER, Place(file=_printable(name)), fault)
            elif wrong is not None:
                yield wrong
            else:
                with tempfile.TemporaryDirectory() as folder:
                    yield self._unpacked(member, name, Path(folder))

    def _fault(self, member: zipfile.ZipInfo, number: int) -> str:
        if number > 1:
            return "the archive holds another file of this name"
        about = _base(member.filename) in ABOUT
        return "it is about the corpus: in an archive nobody reads it; put it beside the archive" if about else ""

    def _unpacked(self, member: zipfile.ZipInfo, name: str, folder: Path) -> RawFile | Finding:
        """A member on disk, with what stands beside it; of other files of its name only that they are there."""
        own = folder / _base(member.filename)
        try:
            for each in self._by_stem[_stem(member.filename)]:
                beside = folder / _base(each.filename)
                if each is member or each.filename.endswith(SUFFIXES):
                    with self._archive.open(each) as packed, beside.open("wb") as target:
                        _copy(packed, target, each.compress_size)
                else:
                    beside.touch()
        except _UnfoldsError as error:
            return Finding(UNFOLDS, Place(file=name), str(error))
        except _DAMAGE as error:
            return Finding(DAMAGED_STREAM, Place(file=name), f"it cannot be unpacked: {error}")
        return RawFile(own, name)


class _UnfoldsError(Exception):
    """A member that unfolds without measure."""


def _copy(packed: IO[bytes], target: BinaryIO, size: int) -> None:
    most, done = max(_ALWAYS, _MOST_RATIO * size), 0
    while piece := packed.read(_PIECE):
        done += len(piece)
        if done > most:
            raise _UnfoldsError(f"it unfolds to more than {_MOST_RATIO} times its size")
        target.write(piece)


def _unsafe(member: zipfile.ZipInfo) -> str:
    """Why a member is not unpacked; empty if it may be."""
    # What the archive really says: Python puts slashes for what this system parts names by.
    name = member.orig_filename
    if name.startswith(("/", "\\")) or name[1:2] == ":" or ".." in name.replace("\\", "/").split("/"):
        return "its name leads out of the archive"
    if "\\" in name or "\x00" in name:
        return "its name holds characters that part names elsewhere"
    if stat.S_ISLNK(member.external_attr >> 16):
        return "it is a link"
    return "it is encrypted" if member.flag_bits & _ENCRYPTED else ""


def _base(name: str) -> str:
    return name.rpartition("/")[2]


def _stem(name: str) -> str:
    folder, slash, base = name.rpartition("/")
    suffix = next((each for each in SUFFIXES if base.endswith(each)), None)
    return folder + slash + (base.removesuffix(suffix) if suffix else stem_of(base))


def _printable(name: str) -> str:
    return "".join(each if each.isprintable() else ascii(each)[1:-1] for each in name)
