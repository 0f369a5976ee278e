"""The records of a web archive (WARC, ISO 28500), one by one; behind a damaged one the next is searched for.

A library would be quicker, and says less: those that were tried end at the first damage, give a cut block for a whole
one, and let a wrong length swallow the next record.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import BinaryIO

from corpus_pkg.findings import Rule
from corpus_pkg.findings.rules.web import BAD_RECORD, CUT_ARCHIVE, WRONG_LENGTH
from corpus_pkg.intake.form import MOST_BYTES
from corpus_pkg.intake.warc.digests import matches
from corpus_pkg.intake.warc.source import MOST_HEADER, VERSION, Source

MOST_BLOCK = 4 * MOST_BYTES
"""How many bytes of a block are kept: a page is larger than its text."""
_PIECE = 1 << 20
_KEPT_OF_LONGER = 1 << 16
_INSIDE = re.compile(rb"\r\n\r\nWARC/1\.[01]\r\n[\w-]+:")
_FIELD = re.compile(r"([!-9;-~]+)\s*:\s*(.*)\Z", re.DOTALL)
_LENGTH = re.compile(r"\d{1,15}\Z", re.ASCII)
_END = b"\r\n\r\n"
_IN_HEADER = "the file ends in the header of a record"


@dataclass(frozen=True, slots=True)
class Record:
    """One record.

    Attributes:
        fields: its named fields, names in lower case; of one that is repeated the first.
        block: its block; of one of more than `MOST_BLOCK` bytes the beginning.
        size: how many bytes the block has.
    """

    fields: Mapping[str, str]
    block: bytes
    size: int


class Damage(Exception):  # noqa: N818  it is a result as well
    """Why there is no record where one should be.

    Attributes:
        rule: what it breaks.
        reason: why, in words.
    """

    def __init__(self, rule: Rule, reason: str) -> None:
        super().__init__(reason)
        self.rule, self.reason = rule, reason


def records(stream: BinaryIO) -> Iterator[Record | Damage]:
    """Every record of an archive, and a damage for each that cannot be read."""
    source = Source(stream)
    while source.more():
        try:
            record = _record(source)
        except Damage as damage:
            yield damage
            if not source.search():
                yield Damage(BAD_RECORD, "so much of the archive is damaged that the rest of it was not read")
                return
        else:
            yield record


def _record(source: Source) -> Record:
    """The record that begins here.

    Raises:
        Damage: there is none; the source stands where the next may begin.
    """
    fields = _header(source)
    stated = fields.get("content-length", "")
    if not _LENGTH.match(stated):
        reason = f"its length is {stated[:40]!r}" if stated else "it states no Content-Length"
        raise Damage(BAD_RECORD, reason)
    size = int(stated)
    block = source.read(min(size, MOST_BLOCK))
    if len(block) == size:
        return _whole(source, fields, block)
    if inside := _INSIDE.search(block):
        source.unread(block)
        raise Damage(WRONG_LENGTH, f"it states {size:,} bytes; another record begins after {inside.start():,}")
    if len(block) < MOST_BLOCK:
        raise Damage(CUT_ARCHIVE, f"the file ends after {len(block):,} of the {size:,} bytes of the record")
    return _long(source, fields, block, size)


def _whole(source: Source, fields: Mapping[str, str], block: bytes) -> Record:
    end = source.read(len(_END))
    # A block that holds another record is one that was stored so, or it swallowed the next: its digest tells.
    inside = _INSIDE.search(block + end) if matches(fields.get("warc-block-digest"), block) is not True else None
    if end == _END and not inside:
        return Record(fields, block, len(block))
    if not inside and len(end) < len(_END) and _END.startswith(end):
        raise Damage(CUT_ARCHIVE, "the file ends before the end of the record")
    source.unread(block + end)
    where = f"another record begins after {inside.start():,}" if inside else f"{end!r} stands behind them"
    raise Damage(WRONG_LENGTH, f"it states {len(block):,} bytes; {where}")


def _long(source: Source, fields: Mapping[str, str], block: bytes, size: int) -> Record:
    """A record that is not kept as a whole: its bytes are passed over."""
    left = size - len(block)
    while left and (piece := source.read(min(left, _PIECE))):
        left -= len(piece)
    end = source.read(len(_END))
    if left or (len(end) < len(_END) and _END.startswith(end)):
        raise Damage(CUT_ARCHIVE, f"the file ends {left:,} bytes before the end of the record's {size:,}")
    if end != _END:
        source.unread(end)
        raise Damage(WRONG_LENGTH, f"it states {size:,} bytes; {end!r} stands behind them")
    return Record(fields, block[:_KEPT_OF_LONGER], size)


def _header(source: Source) -> dict[str, str]:
    first = source.line()
    if not VERSION.match(first):
        cut = b"WARC/1.0".startswith(first[:8]) and not first.endswith(b"\n")
        rule, reason = (CUT_ARCHIVE, _IN_HEADER) if cut else (BAD_RECORD, f"no record begins with {first[:40]!r}")
        raise Damage(rule, reason)
    lines, size = list[bytes](), 0
    while (line := source.line()).strip(b"\r\n"):
        size += len(line)
        if size > MOST_HEADER:
            raise Damage(BAD_RECORD, f"its header has more than {MOST_HEADER:,} bytes")
        if line[:1] in {b" ", b"\t"} and lines:
            lines[-1] += b" " + line.strip()
        else:
            lines.append(line.strip())
    if not line.endswith(b"\n"):
        raise Damage(CUT_ARCHIVE, _IN_HEADER)
    return _fields(lines)


def _fields(lines: list[bytes]) -> dict[str, str]:
    fields: dict[str, str] = {}
    for line in lines:
        try:
            match = _FIELD.match(line.decode("utf-8"))
        except UnicodeDecodeError:
            match = None
        if match is None:
            raise Damage(BAD_RECORD, f"{line[:80]!r} is no field of a header")
        fields.setdefault(match[1].lower(), match[2])
    return fields
