"""Raw files to units: the form of each is told, what stands beside it is read with it, and nothing is lost."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import BinaryIO

from corpus_pkg.findings import Finding, Place
from corpus_pkg.findings.rules.files import (
    BAD_SIDECAR,
    BINARY_FILE,
    EMPTY_FILE,
    ENCODING_GUESSED,
    UNKNOWN_FORMAT,
    UNREADABLE_FILE,
)
from corpus_pkg.findings.rules.forms import DAMAGED_STREAM, FORM_DIFFERS, PACKED_TWICE, UNFOLDS
from corpus_pkg.intake import archive
from corpus_pkg.intake.companions import companion_findings, has_review, is_companion, reviewed, stated
from corpus_pkg.intake.files import RawFile
from corpus_pkg.intake.form import MOST_BYTES, Form, Reading
from corpus_pkg.intake.forms import OWN, forms
from corpus_pkg.intake.piece import Piece, noted, piece_key, single, together, units_of
from corpus_pkg.intake.raw import Defaults, Given, origin
from corpus_pkg.intake.recognise import HEAD, binary_kind, recognise
from corpus_pkg.intake.source.lines import bounded_lines
from corpus_pkg.intake.streams import Joined, Unpacked, bare_name, begun
from corpus_pkg.intake.unit import Unit, refused
from corpus_pkg.text.encoding import looks_binary

_PIECE = 1 << 20


class FormatReader:
    """Reads each file by its form.

    Args:
        today: the day of conversion; a publication date after it is refused.
        mapping: the corpus's own names of fields: from ours to those of its files.
        defaults: what the corpus states of all its articles.
    """

    def __init__(
        self, today: dt.date, mapping: Mapping[str, str] | None = None, defaults: Defaults | None = None
    ) -> None:
        self._today, self._mapping, self._defaults = today, mapping or {}, defaults or Defaults()
        self._forms = forms()
        self._members: set[RawFile] = set()

    def read(self, file: RawFile) -> Iterator[Unit]:
        """The units of a file, in their order; it raises nothing for bad data."""
        return units_of(self.pieces(file))

    def read_stream(self, stream: BinaryIO, name: str) -> Iterator[Unit]:
        """The units of standard input, or of another stream that stands nowhere."""
        return units_of(self.pieces_of_stream(stream, name))

    def pieces(self, file: RawFile) -> Iterator[Piece]:
        """A file in pieces, each of which is read before the next is asked for, unless it has a key."""
        if is_companion(file.name):
            if found := companion_findings(file, self._today):
                yield single(Unit(None, tuple(found)))
            return
        given, findings = stated(file, self._today)
        if given is None:
            reason = "not converted: its sidecar is damaged"
            yield single(refused(Finding(BAD_SIDECAR, Place(file=file.name), reason), findings))
            return
        yield from noted(self._file(file, given), findings)

    def pieces_of_stream(self, stream: BinaryIO, name: str) -> Iterator[Piece]:
        """The same of a stream."""
        yield from self._stream(Unpacked(stream, name), name, Given(), None)

    def _file(self, file: RawFile, given: Given) -> Iterator[Piece]:
        try:
            with file.open() as stream:
                yield from self._stream(Unpacked(stream, file.name), file.name, given, file)
        except OSError as error:
            yield single(_unreadable(file.name, error))

    def _stream(self, unpacked: Unpacked, name: str, given: Given, file: RawFile | None) -> Iterator[Piece]:
        stream = io.BufferedReader(unpacked, HEAD)
        head = stream.peek(HEAD)[:HEAD]
        if head.startswith(archive.MAGIC):
            nested = bool(unpacked.codec) or file in self._members
            yield from noted(self._archive(stream, name, nested=nested), _archive_notes(name))
            return
        form, notes = self._form(name, head, unpacked)
        if isinstance(form, Finding):
            yield single(refused(form))
            return
        reading = Reading(name=name, stream=stream, today=self._today, given=given, mapping=self._mapping)
        read_as = f"{form.name}, {unpacked.codec}" if unpacked.codec else form.name
        yield from noted(self._of_form(form, reading, read_as, file if form.single else None), notes)
        if unpacked.damage:
            rule = UNFOLDS if "unfold" in unpacked.damage else DAMAGED_STREAM
            yield single(refused(Finding(rule, Place(file=name), unpacked.damage)))

    def _of_form(self, form: Form, reading: Reading, read_as: str, file: RawFile | None) -> Iterator[Piece]:
        """What a form reads: some lines, a small file, or a stream of any size at a time."""
        about = (read_as, reading.name, reading.given, sorted(self._mapping.items()), self._defaults)
        corrected = file if file and has_review(file) else None
        finish = partial(self._finished, read_as=read_as, file=corrected, name=reading.name)
        known = form in OWN and not corrected
        if form.lines:
            for lines in together(bounded_lines(reading.stream, MOST_BYTES)):
                contents, passed = (
                    [each.content or b"" for each in lines],
                    [each.size for each in lines if not each.content],
                )
                key = piece_key((*about, lines[0].number, passed), *contents) if known else None
                yield Piece(partial(finish, partial(form.lines, lines, reading)), key, sum(map(len, contents)))
            return
        known &= not form.unfolds
        content, error = begun(reading.stream, MOST_BYTES + 1)
        whole, first = len(content) <= MOST_BYTES and not error, io.BytesIO(content)
        stream = io.BufferedReader(first if whole else Joined(first, reading.stream, error), HEAD)
        key = piece_key(about, content) if known and whole else None
        yield Piece(partial(finish, partial(form.read, replace(reading, stream=stream))), key, len(content))

    def _finished(
        self, read: Callable[[], Iterator[Unit]], *, read_as: str, file: RawFile | None, name: str
    ) -> Iterator[Unit]:
        """Units with all that does not come from the form."""
        try:
            for bare in read():
                unit = self._defaulted(replace(bare, read_as=read_as))
                yield reviewed(unit, file, self._today) if file else unit
        except OSError as error:
            yield _unreadable(name, error)

    def _archive(self, stream: BinaryIO, name: str, *, nested: bool) -> Iterator[Piece]:
        """The units of all files in an archive; one in another is not opened."""
        if nested:
            yield single(refused(Finding(PACKED_TWICE, Place(file=name), "it is a zip archive within another")))
            return
        for member in archive.members(stream, name):
            if isinstance(member, Finding):
                yield single(refused(member))
                continue
            self._members.add(member)
            yield from self.pieces(member)
            self._members.discard(member)

    def _defaulted(self, unit: Unit) -> Unit:
        """A unit with what the corpus states of all its articles, and a word where its encoding is a guess."""
        if unit.article is None:
            return unit
        article, findings = replace(unit.article, defaults=self._defaults), unit.findings
        if article.encoding_provenance == "cp1252":
            file, line = origin(article.path)
            message = "it is no UTF-8, and nothing says that it is Windows-1252"
            findings = (*findings, Finding(ENCODING_GUESSED, Place(file=file, line=line), message))
        return replace(unit, article=article, findings=findings)

    def _form(self, name: str, head: bytes, unpacked: Unpacked) -> tuple[Form | Finding, list[Finding]]:
        place = Place(file=name)
        if not head.strip():
            if unpacked.damage:
                return Finding(DAMAGED_STREAM, place, "nothing of it can be unpacked"), []
            return Finding(EMPTY_FILE, place, f"it has {len(head)} bytes and no visible character"), []
        kind = binary_kind(head)
        if kind:
            rule = PACKED_TWICE if unpacked.codec and "archive" in kind else BINARY_FILE
            return Finding(rule, place, f"it is {kind}, not text", {"kind": kind}), []
        if Unpacked(io.BytesIO(head), "").codec:
            return Finding(PACKED_TWICE, place, "it is compressed twice"), []
        form, named = recognise(name, head, self._forms)
        if form is None:
            known = ", ".join(sorted(suffix for each in self._forms for suffix in each.suffixes))
            rule = BINARY_FILE if looks_binary(head) else UNKNOWN_FORMAT
            return Finding(rule, place, f"nothing tells its form: its suffix is none of {known}"), []
        differs = [] if named or name == "stdin" else [Finding(FORM_DIFFERS, place, f"it was read as {form.name}")]
        return form, differs


def _unreadable(name: str, error: OSError) -> Unit:
    return refused(Finding(UNREADABLE_FILE, Place(file=name), f"it cannot be read: {error.strerror or error}"))


def _archive_notes(name: str) -> list[Finding]:
    named = name == "stdin" or bare_name(name).lower().endswith(".zip")
    return [] if named else [Finding(FORM_DIFFERS, Place(file=name), f"it was read as {archive.KIND}")]


def digest(file: RawFile) -> str:
    """The sha256 of a raw file's bytes."""
    sha256 = hashlib.sha256()
    with file.open() as stream:
        while piece := stream.read(_PIECE):
            sha256.update(piece)
    return sha256.hexdigest()
