"""The file level of a contribution: names, links, programs, archives."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from corpus_pkg.findings import Finding, Place
from corpus_pkg.findings.rules import files as rules
from corpus_pkg.intake.files import RawFile
from corpus_pkg.intake.kinds import is_archive, is_code

_FORBIDDEN = re.compile(r'[<>:"|?*\\]|[. ]$|^ ')
_RESERVED = re.compile(r"(?i)(?:con|prn|aux|nul|com[1-9]|lpt[1-9])(?:\.|$)")
_MOST_BYTES = 120


def name_findings(files: Sequence[RawFile]) -> Iterator[Finding]:
    """What is wrong with the names of files, and with files that are no articles."""
    seen: dict[str, str] = {}
    for file in files:
        place = Place(file=file.name)
        if file.path.is_symlink():
            yield Finding(rules.LINK, place, f"it leads to {file.path.readlink()}")
        for part in PurePosixPath(file.name).parts:
            if _FORBIDDEN.search(part) or _RESERVED.match(part) or len(os.fsencode(part)) > _MOST_BYTES:
                yield Finding(rules.UNPORTABLE_NAME, place, f"{part!r:.140} does not work on every system")
        folded = unicodedata.normalize("NFC", file.name).casefold()
        if folded in seen:
            yield Finding(rules.NAMES_COLLIDE, place, f"beside {seen[folded]}", {"other": seen[folded]})
        seen.setdefault(folded, file.name)


def foreign(file: RawFile) -> Finding | None:
    """What keeps a file from being looked at as an article: it is a program, or packs other files."""
    if is_archive(file.path):
        return Finding(rules.ARCHIVE, Place(file=file.name), "it packs other files")
    if is_code(file.path):
        return Finding(rules.CODE_FILE, Place(file=file.name), "it is a program")
    return None
