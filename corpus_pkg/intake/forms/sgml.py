"""SGML of news corpora: Reuters-21578 (`<REUTERS>`) and the LDC's collections (`<DOC>`), a document an article."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from html import unescape

from corpus_pkg.findings import Finding, Place
from corpus_pkg.findings.rules.files import NO_TEXT, TOO_LARGE
from corpus_pkg.findings.rules.xml import BAD_SGML, NO_STORY
from corpus_pkg.intake.form import MOST_BYTES, Form, Reading
from corpus_pkg.intake.raw import RawArticle, StatedField, Statement
from corpus_pkg.intake.source.lines import Line, bounded_lines
from corpus_pkg.intake.unit import Unit, refused
from corpus_pkg.text.encoding import Decoded, NotText, decode

MEDIA_TYPE = "text/sgml"
_CLOSES, _SEVERAL = re.compile(rb"(?<=</REUTERS>)|(?<=</DOC>)"), 2
_OPENS = re.compile(rb"<(REUTERS|DOC)(?=[\s>])[^>]*>")
_FITS = re.compile(
    rb"(?:<!DOCTYPE\s+lewis\b[^>]*>\s*)?"
    rb"<(?:REUTERS[\s>]|DOC(?:\s[^>]*)?>\s*<(?:DOCNO|DOCID|HEADLINE|TEXT)\b)",
    re.IGNORECASE,
)
_DOCTYPE = re.compile(rb"<!DOCTYPE\b[^>]*>\s*\Z", re.IGNORECASE)
_ELEMENTS: tuple[tuple[str, StatedField], ...] = (
    ("TITLE", "title"), ("HEADLINE", "title"), ("HL", "title"), ("HEAD", "title"), ("DATE", "date"),
    ("DATE_TIME", "date"), ("DATETIME", "date"), ("AUTHOR", "authors"), ("BYLINE", "authors"),
)  # fmt: skip
# What the LDC calls its documents: AFP_ENG_19940512.0001, APW19980601.0001.
_ID = re.compile(r"<DOC\s[^>]*\bid=\"([A-Z]{3})_ENG_((?:19|20)\d{6})\.|<DOCNO>\s*([A-Z]{3})((?:19|20)\d{6})\.")
_SENDERS = {"AFP": "AFP", "APW": "AP", "APE": "AP", "XIN": "Xinhua", "XIE": "Xinhua"}
_KIND = re.compile(r"<DOC\s[^>]*\btype=\"(advis|other)\"")
_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9_]*(?:\s[^<>]*)?>")
_PARAGRAPH = re.compile(r"</?P>", re.IGNORECASE)
_DASHES = ("-", "–", "—", "_")
_CONTROL = re.compile(r"&#(?:[0-8]|1[124-9]|2\d|3[01]|127);|[\x00-\x08\x0e-\x1f\x7f]")


def _read(reading: Reading) -> Iterator[Unit]:
    held: list[Line] = []
    closing, size = b"", 0
    for line in _parted(bounded_lines(reading.stream, MOST_BYTES)):
        content = line.content if line.content is not None else b""
        opened = _OPENS.search(content)
        if opened and held:
            yield refused(Finding(BAD_SGML, _at(reading, held[0]), "it is not closed before the next begins"))
            held, closing = [], b""
        if opened:
            closing, size = b"</" + opened[1] + b">", 0
        elif not held:
            if content.strip() and not _DOCTYPE.match(content.strip()):
                yield refused(
                    Finding(BAD_SGML, _at(reading, line), f"it stands outside of any document: {content[:60]!r}")
                )
            continue
        held.append(line)
        size += line.size
        if closing in content or size > MOST_BYTES:
            yield _document(held, reading) if size <= MOST_BYTES else _large(held, reading, size)
            held, closing = [], b""
    if held:
        yield refused(Finding(BAD_SGML, _at(reading, held[0]), "it is not closed before the file ends"))


def _parted(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines, those with several documents in as many pieces."""
    for line in lines:
        pieces = _CLOSES.split(line.content) if line.content else []
        if len(pieces) < _SEVERAL:
            yield line
            continue
        for piece in pieces:
            if piece.strip():
                yield replace(line, content=piece, size=len(piece))


def _at(reading: Reading, line: Line) -> Place:
    return Place(file=reading.name, line=line.number)


def _large(held: list[Line], reading: Reading, size: int) -> Unit:
    return refused(Finding(TOO_LARGE, _at(reading, held[0]), f"the document has {size:,} bytes"))


def _document(held: list[Line], reading: Reading) -> Unit:
    place = _at(reading, held[0])
    raw = b"\n".join(each.content or b"" for each in held)
    decoded = decode(raw, reading.given.encoding)
    if isinstance(decoded, NotText):
        return refused(Finding(decoded.rule, place, decoded.reason))
    kind = _KIND.search(decoded.text)
    if kind:
        return refused(Finding(NO_STORY, place, f"it is of the type {kind[1]!r}, no story", {"kind": kind[1]}))
    text = _text(decoded.text)
    if not text.strip():
        return refused(Finding(NO_TEXT, place, "the document has no text, or a headline alone"))
    return Unit(_article(raw, decoded, text, reading, place))


def _article(raw: bytes, decoded: Decoded, text: str, reading: Reading, place: Place) -> RawArticle:
    return RawArticle(
        path=f"{reading.name}#L{place.line}", sha256=hashlib.sha256(raw).hexdigest(), media_type=MEDIA_TYPE,
        encoding=decoded.encoding, encoding_provenance=decoded.provenance, characters=text, given=reading.given,
        statements=tuple(_statements(decoded.text)),
    )  # fmt: skip


def _text(document: str) -> str:
    """The text, behind its dateline as it was sent."""
    whole = "\n\n".join(_every(document, "TEXT"))
    bodies = _every(whole, "BODY")
    if not bodies and "<TITLE" in whole:
        return ""
    body = "\n\n".join(bodies) if bodies else whole
    dateline = _dateline(document)
    return f"{dateline} {_plain(body).strip()}" if dateline.endswith(_DASHES) else _plain(body).strip("\n ")


def _dateline(document: str) -> str:
    return " ".join(_plain(_inner(document, "DATELINE") or "").split())


def _statements(document: str) -> Iterator[Statement]:
    root = _TAG.search(document)
    kind = "REUTERS" if root and root[0].startswith("<REUTERS") else "DOC"
    if kind == "REUTERS":
        yield Statement(field="agency", value="Reuters", where="sgml REUTERS", start=0)
    named = _ID.search(document)
    if named:
        sender, day = named[1] or named[3], named[2] or named[4]
        yield Statement(field="date", value=day, where="sgml DOC id", start=named.start())
        if sender in _SENDERS:
            yield Statement(field="agency", value=_SENDERS[sender], where="sgml DOC id", start=named.start())
    if (dateline := _dateline(document)) and not dateline.endswith(_DASHES):
        yield Statement(field="dateline", value=dateline, where="sgml DATELINE", start=document.find("<DATELINE"))
    for name, field in _ELEMENTS:
        words = " ".join(_plain(_inner(document, name) or "").split())
        if words:
            start = document.find(f"<{name}")
            yield Statement(field=field, value=words, where=f"sgml {name}", start=start)


def _inner(document: str, name: str) -> str | None:
    """What stands in the first element of a name; None where there is none."""
    match = re.search(rf"<{name}(?:\s[^<>]*)?>(.*?)</{name}>", document, re.DOTALL)
    return match[1] if match else None


def _every(document: str, name: str) -> list[str]:
    """What stands in every element of a name."""
    return re.findall(rf"<{name}(?:\s[^<>]*)?>(.*?)</{name}>", document, re.DOTALL)


def _plain(markup: str) -> str:
    """Characters without tags, and without the control characters that framed them on the wire."""
    parts = _PARAGRAPH.split(markup)
    parted = "\n\n".join(each.strip() for each in parts if each.strip()) if len(parts) > 1 else markup
    return unescape(_CONTROL.sub("", _TAG.sub("", parted)))


def _fits(head: bytes) -> bool:
    return _FITS.match(head) is not None


FORM = Form(name="SGML", suffixes=(".sgm", ".sgml"), fits=_fits, read=_read)
