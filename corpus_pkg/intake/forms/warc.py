"""Web archives: WARC 1.0 and 1.1 (ISO 28500), and their texts (WET); every record is a unit.

The date of a record is the day on which it was fetched. It says nothing about the day of publication, and is not taken
for it; nor is Last-Modified.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from corpus_pkg.findings import Finding, Place, Rule
from corpus_pkg.findings.rules.files import EMPTY_FILE, TOO_LARGE
from corpus_pkg.findings.rules.forms import CUT_TEXT, UNFOLDS
from corpus_pkg.findings.rules.web import BAD_RESPONSE, DIGEST_DIFFERS, NO_ARTICLE
from corpus_pkg.intake.form import MOST_BYTES, Form, Reading
from corpus_pkg.intake.forms.pages import Page, read_page
from corpus_pkg.intake.forms.text import plain_article
from corpus_pkg.intake.raw import StatedField, Statement
from corpus_pkg.intake.unit import Unit, refused
from corpus_pkg.intake.warc.codings import DamagedError, unchunked
from corpus_pkg.intake.warc.digests import matches
from corpus_pkg.intake.warc.records import Damage, Record, records
from corpus_pkg.intake.warc.response import Response, media_type, page, read_response

_FOUND = 200
_PAGES = ("text/html", "application/xhtml+xml")
_BEGINS = (b"<!doctype html", b"<html")


class _Refused(Exception):  # noqa: N818  it is a result
    """Why a record is no article."""

    def __init__(self, rule: Rule, reason: str, kind: str = "") -> None:
        super().__init__(reason)
        self.rule, self.reason, self.kind = rule, reason, kind


def _read(reading: Reading) -> Iterator[Unit]:
    for number, record in enumerate(records(reading.stream), 1):
        place = replace(reading.place, pointer=f"/{number}")
        if isinstance(record, Damage):
            yield refused(Finding(record.rule, place, record.reason))
        else:
            yield from _Archived(record, reading, place, f"{reading.name}#{number}").units()


@dataclass(frozen=True, slots=True)
class _Archived:
    """A record in its file."""

    record: Record
    reading: Reading
    place: Place
    path: str

    def units(self) -> Iterator[Unit]:
        try:
            yield from self._units()
        except _Refused as reason:
            values = {"kind": reason.kind} if reason.kind else {}
            yield refused(Finding(reason.rule, self.place, reason.reason, values))

    def _units(self) -> Iterator[Unit]:
        kind = self.record.fields.get("warc-type", "").lower()
        if self._whole and matches(self.record.fields.get("warc-block-digest"), self.record.block) is False:
            raise _Refused(DIGEST_DIFFERS, "its block is not what WARC-Block-Digest was made of")
        if kind == "conversion":
            yield self._text()
        elif kind in {"response", "resource"}:
            yield from self._page()
        else:
            why = "; what it stands for is in another record" if kind == "revisit" else ""
            raise _Refused(NO_ARTICLE, f"a record of the type {kind[:40]!r} is no article{why}", kind[:40])

    @property
    def _whole(self) -> bool:
        return len(self.record.block) == self.record.size

    def _text(self) -> Unit:
        media, encoding = media_type(self.record.fields.get("content-type", ""))
        if media != "text/plain":
            raise _Refused(NO_ARTICLE, f"it was converted to {media[:40]!r}, which is no text", "conversion")
        self._complete(MOST_BYTES)
        self._payload(self.record.block)
        given = replace(self.reading.given, encoding=self.reading.given.encoding or encoding)
        article = plain_article(self.record.block, self.path, given)
        if isinstance(article, Finding):
            return refused(replace(article, place=self.place))
        return Unit(replace(article, given=self.reading.given, statements=self._statements({})))

    def _page(self) -> Iterator[Unit]:
        fields, block = self.record.fields, self.record.block
        if media_type(fields.get("content-type", ""))[0] != "application/http":
            raw = block
            about: Mapping[str, str] = {"content-type": fields.get("content-type", "")}
            self._is_page(about, raw)
            self._complete(MOST_BYTES * 4)
            self._payload(raw)
        else:
            response = self._response()
            raw, about = self._unpacked(response), response.fields
        if not raw.strip():
            raise _Refused(EMPTY_FILE, f"its page has {len(raw)} bytes and no visible character")
        if len(raw) > MOST_BYTES:
            raise _Refused(TOO_LARGE, f"its page has {len(raw):,} bytes")
        encoding = media_type(about.get("content-type", ""))[1]
        found = Page(raw=raw, path=self.path, place=self.place, encoding=encoding, statements=self._statements(about))
        yield from read_page(found, self.reading)

    def _response(self) -> Response:
        """The answer that the record holds, if it is a page that was found."""
        try:
            response = read_response(self.record.block)
        except DamagedError as damage:
            raise _Refused(BAD_RESPONSE, str(damage)) from None
        if response.status != _FOUND:
            raise _Refused(NO_ARTICLE, f"the server answered {response.status}, not {_FOUND}", "status")
        if "content-type" in response.fields:
            self._is_page(response.fields, b"")
        self._complete(MOST_BYTES * 4)
        return response

    def _is_page(self, about: Mapping[str, str], raw: bytes) -> None:
        media = media_type(about.get("content-type", ""))[0]
        if media not in _PAGES and (media or not raw.lstrip()[:14].lower().startswith(_BEGINS)):
            raise _Refused(NO_ARTICLE, f"it is {media[:60] or 'of no media type'}, not HTML", "media-type")

    def _unpacked(self, response: Response) -> bytes:
        try:
            raw = page(response)
        except DamagedError as damage:
            # Bytes that were changed are the reason, not what follows from it.
            self._payload(response.body)
            raise _Refused(UNFOLDS if "unfold" in str(damage) else BAD_RESPONSE, str(damage)) from None
        self._payload(response.body, raw)
        self._is_page(response.fields, raw)
        return raw

    def _payload(self, stored: bytes, raw: bytes | None = None) -> None:
        """Compares the digest of the payload: of the bytes as stored, without the chunks, or unpacked.

        Archivers differ in which of them they digest.
        """
        stated = self.record.fields.get("warc-payload-digest")
        if matches(stated, stored) is not False or (raw is not None and matches(stated, raw)):
            return
        try:
            if matches(stated, unchunked(stored)):
                return
        except DamagedError:
            pass
        raise _Refused(DIGEST_DIFFERS, "its content is not what WARC-Payload-Digest was made of")

    def _complete(self, most: int) -> None:
        """Refuses what was too long for us or for the archiver."""
        fields = self.record.fields
        if self.record.size > most:
            raise _Refused(TOO_LARGE, f"it has {self.record.size:,} bytes")
        if "warc-truncated" in fields:
            raise _Refused(CUT_TEXT, f"the archiver cut it: WARC-Truncated: {fields['warc-truncated'][:40]}")
        if "warc-segment-number" in fields:
            raise _Refused(CUT_TEXT, "it is one of several records that hold the page in pieces")

    def _statements(self, about: Mapping[str, str]) -> tuple[Statement, ...]:
        url = self.record.fields.get("warc-target-uri", "").strip("<>")
        named: tuple[tuple[StatedField, str, str], ...] = (
            ("url", url, "warc WARC-Target-URI"),
            ("language", about.get("content-language", ""), "http Content-Language"),
            ("rights", about.get("tdm-reservation", ""), "http tdm-reservation"),
        )
        return tuple(Statement(field=field, value=" ".join(value.split()), where=where)
                     for field, value, where in named if value.strip())  # fmt: skip


FORM = Form(name="WARC", suffixes=(".warc", ".wet"), fits=lambda head: head.startswith(b"WARC/"), read=_read)
