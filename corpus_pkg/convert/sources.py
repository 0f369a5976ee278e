"""What a build is made from: files, folders, globs, addresses, standard input; what folders say of the corpus."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from corpus_pkg.errors import UsageError
from corpus_pkg.findings import Finding
from corpus_pkg.intake.files import SETTINGS, TOMBSTONES, RawFile, files_of, find
from corpus_pkg.intake.piece import Piece, single
from corpus_pkg.intake.reader import FormatReader, digest
from corpus_pkg.intake.remote import fetched, find_remote, is_remote
from corpus_pkg.intake.unit import refused
from corpus_pkg.model.manifest import SourceEntry

Source = Path | str
"""A path, or an address that fsspec knows."""
STDIN = "-"


class Sources:
    """The sources of one build.

    Args:
        given: files, folders, globs, addresses; `-` for standard input.
    """

    def __init__(self, given: Sequence[Source]) -> None:
        self._given = given
        self._brought = tempfile.TemporaryDirectory()
        self.digests: list[SourceEntry] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._brought.cleanup()

    def refuse_inside(self, target: Path) -> None:
        """Refuses a dataset within what it is made from.

        Raises:
            UsageError: it would lie there.
        """
        place = target.resolve()
        for source in self._paths():
            if source.is_dir() and (place == source.resolve() or source.resolve() in place.parents):
                raise UsageError(str(target), f"lies inside the source {source}", "Write the dataset somewhere else.")

    def settings(self) -> Path | None:
        """The `corpus.toml` of a single source folder; None where there is none."""
        if len(self._given) != 1 or str(self._given[0]) == STDIN:
            return None
        if is_remote(self._given[0]):
            return next(iter(self._fetched(SETTINGS)), None)
        path = Path(self._given[0]) / SETTINGS
        return path if path.is_file() else None

    def tombstones(self) -> list[Path]:
        """Every `tombstones.toml` in the source folders, at any depth, and beside the files that are sources."""
        found = set(self._fetched(TOMBSTONES))
        for root in map(Path, files_of(self._paths())):
            found |= set(root.rglob(TOMBSTONES)) if root.is_dir() else {root.with_name(TOMBSTONES)}
        return sorted(each for each in found if each.is_file())

    def pieces(self, reader: FormatReader) -> Iterator[Piece]:
        """All sources in pieces, standard input first."""
        if any(str(each) == STDIN for each in self._given):
            yield from reader.pieces_of_stream(sys.stdin.buffer, "stdin")
        for found in self._files():
            if isinstance(found, Finding):
                yield single(refused(found))
                continue
            with suppress(OSError):  # reading it says why
                self.digests.append(SourceEntry(path=found.name, sha256=digest(found)))
            yield from reader.pieces(found)

    def _paths(self) -> list[Path]:
        return [Path(each) for each in self._given if not is_remote(each) and str(each) != STDIN]

    def _files(self) -> Iterator[RawFile | Finding]:
        here = self._paths()
        yield from find(here) if here else ()
        for each in self._given:
            if is_remote(each):
                yield from find_remote(str(each))

    def _fetched(self, name: str) -> list[Path]:
        """The files of a name about the corpus that stand among remote sources, brought here."""
        found = []
        for number, each in enumerate(self._given):
            if is_remote(each):
                folder = Path(self._brought.name) / name / str(number)
                folder.mkdir(parents=True, exist_ok=True)
                found += fetched(str(each), name, folder)
        return found
