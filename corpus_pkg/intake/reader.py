"""Raw files to raw articles: which module reads which format."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Iterator
from importlib.metadata import entry_points
from typing import BinaryIO

from corpus_pkg.findings import Finding, Place
from corpus_pkg.findings.rules.files import LONE_ANNOTATIONS, LONE_SIDECAR, TWO_SUFFIXES, UNKNOWN_FORMAT
from corpus_pkg.intake.files import SIDECAR, RawFile
from corpus_pkg.intake.json_lines import json_line_articles, read_json_lines
from corpus_pkg.intake.plain import plain_article, read_plain
from corpus_pkg.intake.raw import Given, RawArticle
from corpus_pkg.intake.review import SUFFIX as REVIEW
from corpus_pkg.intake.review import read_review
from corpus_pkg.intake.sidecar import read_sidecar

Reader = Callable[[RawFile, dt.date], Iterator[RawArticle | Finding]]
_OWN: dict[str, Reader] = {
    ".txt": read_plain,
    ".text": read_plain,
    ".jsonl": read_json_lines,
    ".ndjson": read_json_lines,
}


class FormatReader:
    """Reads each file by its format; packages add formats under the entry point group `corpus_pkg.intake`.

    An entry point is named after the suffix it reads (`.xyz`) and loads a function from a `RawFile` and the day of
    conversion to raw articles and findings.
    """

    def __init__(self, today: dt.date) -> None:
        self._today = today
        self._readers = {each.name: each for each in entry_points(group="corpus_pkg.intake")}

    def read(self, file: RawFile) -> Iterator[RawArticle | Finding]:
        """The articles of a file, and what is wrong with it."""
        if file.name.endswith((SIDECAR, REVIEW)):
            yield from self._companion(file)
            return
        suffix = file.path.suffix.lower()
        if suffix in _OWN:
            yield from _OWN[suffix](file, self._today)
        elif suffix in self._readers:
            reader: Reader = self._readers[suffix].load()
            yield from reader(file, self._today)
        else:
            message = f"the suffix {suffix!r} is none of {', '.join(sorted({*_OWN, *self._readers}))}"
            yield Finding(UNKNOWN_FORMAT, Place(file=file.name), message, {"suffix": suffix})

    def read_stream(self, stream: BinaryIO, name: str) -> Iterator[RawArticle | Finding]:
        """The articles of standard input: JSON Lines if it begins with a brace, else one plain text."""
        raw = stream.read()
        if raw.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
            yield from json_line_articles(raw.split(b"\n"), name, self._today)
        else:
            yield plain_article(raw, name, Given())

    def _companion(self, file: RawFile) -> Iterator[Finding]:
        """A sidecar, or reviewed annotations, are read with their article; alone they would be lost."""
        sidecar = file.name.endswith(SIDECAR)
        stem = file.path.name.removesuffix(SIDECAR if sidecar else REVIEW)
        beside = [suffix for suffix in (".txt", ".text") if file.path.with_name(stem + suffix).is_file()]
        if len(beside) > 1:
            yield Finding(TWO_SUFFIXES, Place(file=file.name), f"{stem}.txt and {stem}.text stand beside it")
        if beside:
            return
        _, findings = (read_sidecar if sidecar else read_review)(file.path, file.name, self._today)
        yield from findings
        yield Finding(LONE_SIDECAR if sidecar else LONE_ANNOTATIONS, Place(file=file.name),
                      f"there is no {stem}.txt beside it")  # fmt: skip


def digest(file: RawFile) -> str:
    """The sha256 of a raw file's bytes."""
    with file.path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
