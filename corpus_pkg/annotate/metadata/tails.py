"""Agency tails: `AFP` alone at the end, `(Reporting by ...; Editing by ...)`, `© 2025 AFP`, end marks."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus_pkg.annotate.gazetteer import agencies
from corpus_pkg.annotate.metadata.bylines import read_names

_CREDIT = re.compile(
    r"\(?(?:Additional |Further )?(?:Reporting|Writing|Editing|Compiled|Translated|Edited|Written|With reporting) "
    r"(?:and (?:writing|editing) )?by .{2,600}\)?\Z",
    re.DOTALL,
)
_REPORTING = re.compile(r"\(?(?:Reporting|Reporting and writing|Written|Writing) by ([^;()]+)")
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|Copyright)\s*(?:(?:©|\(c\))\s*)?(?:\d{4}(?:[-–]\d{2,4})?[ ,]*)?(?P<who>[^.\n]{0,80}?)\.?"
    r"(?:\s*All rights reserved\.?)?\Z",
    re.IGNORECASE,
)
_END_MARK = re.compile(r"(?:#{2,}|-\s*30\s*-|ENDS?|\*{3,}|-{3,}|—ends—|[a-z]{2,4}(?:[/-][a-z]{2,4}){1,4})\Z")
_SIGNATURE = re.compile(r"[-–—(\[\s]*([\w.' -]{2,40}?)[)\].\s]*\Z")
_LONGEST = 400
# What agencies once signed with, where it is no other word or name at the end of an article.
_FORMER = {"reuter": "Reuters"}


@dataclass(frozen=True, slots=True)
class Tail:
    """What a closing line states."""

    agency: str | None
    authors: tuple[str, ...] = ()


def read_tail(line: str) -> Tail | None:
    """The tail that a last line or paragraph is; None if it is body."""
    line = line.strip()
    if len(line) > _LONGEST:
        return None
    if _CREDIT.match(line):
        reporting = _REPORTING.match(line)
        names = read_names(reporting[1]) if reporting else None
        return Tail(None, names.authors if names else ())
    if _END_MARK.match(line):
        return Tail(None)
    copyright_line = _COPYRIGHT.match(line)
    if copyright_line:
        return Tail(_agency(copyright_line["who"]))
    signature = _SIGNATURE.match(line)
    agency = _agency(signature[1]) if signature else None
    return Tail(agency) if agency else None


def _agency(name: str) -> str | None:
    name = name.strip().removeprefix("The ").removeprefix("the ")
    name = _FORMER.get(name.rstrip(".").lower(), name)
    return name if name in agencies() else None
