"""Answers of web servers as web archives store them: status, headers, and the page, unpacked as the headers say."""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping
from dataclasses import dataclass
from email.message import Message

from corpus_pkg.intake.warc.codings import DamagedError, unpacked

_STATUS = re.compile(rb"HTTP/\d(?:\.\d)?[ \t]+(\d{3})(?:[ \t][^\r\n]*)?\Z")
_HEAD_END = re.compile(rb"\r?\n\r?\n")
_MOST_HEAD = 1 << 18
_MOST_CODINGS = 3
# What pages that call themselves so are read as by every browser (WHATWG Encoding).
_WESTERN = {"iso8859-1": "cp1252", "ascii": "cp1252"}


@dataclass(frozen=True, slots=True)
class Response:
    """An answer.

    Attributes:
        status: its code; 200 for a page that was found.
        fields: its headers, names in lower case; what is repeated is joined by commas.
        body: what stands behind the headers, as stored.
    """

    status: int
    fields: Mapping[str, str]
    body: bytes


def read_response(block: bytes) -> Response:
    """An answer, from the block of a record.

    Raises:
        DamagedError: it is none.
    """
    end = _HEAD_END.search(block, 0, _MOST_HEAD)
    first, *lines = block[: end.start() if end else _MOST_HEAD].splitlines() or [b""]
    status = _STATUS.match(first)
    if not status:
        raise DamagedError(f"no answer of a server begins with {first[:40]!r}")
    if not end and len(block) >= _MOST_HEAD:
        raise DamagedError(f"its headers have more than {_MOST_HEAD:,} bytes")
    fields: dict[str, str] = {}
    for line in lines:
        name, _, value = (part.strip() for part in line.decode("latin-1").partition(":"))
        name = name.lower()
        fields[name] = f"{fields[name]}, {value}" if name in fields and name != "content-type" else value
    return Response(int(status[1]), fields, block[end.end() :] if end else b"")


def media_type(stated: str) -> tuple[str, str | None]:
    """The media type and the encoding that a Content-Type states; no encoding where it names none that is known."""
    message = Message()
    message["content-type"] = " ".join(stated.split())
    charset = message.get_content_charset()
    try:
        known = codecs.lookup(charset).name if charset else None
    except (LookupError, ValueError):
        known = None
    return stated.partition(";")[0].strip().lower(), _WESTERN.get(known, known) if known else None


def page(response: Response) -> bytes:
    """The body with what it was packed in for the way undone.

    Some archivers store what they unpacked beside the headers of what they got; markup is not unpacked again.

    Raises:
        DamagedError: it is damaged, unfolds without end, or is packed in a way that is not known.
    """
    body = response.body
    codings = [each.strip().lower() for each in response.fields.get("content-encoding", "").split(",") if each.strip()]
    if len(codings) > _MOST_CODINGS:
        raise DamagedError(f"it is packed {len(codings)} times")
    if "chunked" in response.fields.get("transfer-encoding", "").lower():
        body = unpacked(body, "chunked")
    for coding in reversed(codings):
        body = unpacked(body, coding)
    return body
