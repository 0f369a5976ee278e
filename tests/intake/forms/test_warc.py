"""Web archives: pages and converted texts are articles, everything else is told, and damage stops at its record."""

from __future__ import annotations

import base64
import gzip
import hashlib
import io
import time
import zlib
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from intake_support import Item, articles, codes, findings, read_bytes, read_path

from corpus_pkg.findings import Finding, Place
from corpus_pkg.findings.rules.files import BAD_FIELD
from corpus_pkg.intake import forms as known
from corpus_pkg.intake.form import Form, Reading
from corpus_pkg.intake.forms import pages
from corpus_pkg.intake.forms.text import plain_article
from corpus_pkg.intake.raw import RawArticle
from corpus_pkg.intake.unit import Unit
from corpus_pkg.intake.warc import records as warc_records

_PAGE = b"<!DOCTYPE html><html><body><p>The ferry stayed in port on Monday.</p></body></html>"
_TEXT = b"The ferry stayed in port on Monday, its owners said.\n"
_URL = "https://news.example/ferry"
_HTML_TYPE = {"Content-Type": "text/html; charset=utf-8"}


def _record(kind: str, block: bytes, length: int | None = None, **fields: str) -> bytes:
    named = {"WARC-Type": kind, "WARC-Record-ID": "<urn:uuid:1>", "WARC-Date": "2025-01-02T03:04:05Z"}
    named |= {name.replace("_", "-"): value for name, value in fields.items()}
    named["Content-Length"] = str(len(block) if length is None else length)
    head = "WARC/1.0\r\n" + "".join(f"{name}: {value}\r\n" for name, value in named.items())
    return head.encode() + b"\r\n" + block + b"\r\n\r\n"


def _http(body: bytes, status: str = "200 OK", headers: dict[str, str] | None = None) -> bytes:
    headers = _HTML_TYPE if headers is None else headers
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return f"HTTP/1.1 {status}\r\n{lines}\r\n".encode() + body


def _response(body: bytes, status: str = "200 OK", headers: dict[str, str] | None = None, **fields: str) -> bytes:
    fields = {"Content_Type": "application/http; msgtype=response", "WARC_Target_URI": _URL} | fields
    return _record("response", _http(body, status, headers), **fields)


def _text(words: bytes = _TEXT, length: int | None = None, **fields: str) -> bytes:
    return _record("conversion", words, length, **({"Content_Type": "text/plain", "WARC_Target_URI": _URL} | fields))


def _read_html(reading: Reading) -> Iterator[Unit]:
    """Reads every page as plain text, with a finding: what archives do is looked at here, not what HTML means."""
    article = plain_article(reading.stream.read(), reading.name, reading.given)
    assert isinstance(article, RawArticle)
    yield Unit(article, (Finding(BAD_FIELD, Place(file=reading.name, line=3), "of the page"),))


@pytest.fixture
def _html(monkeypatch: pytest.MonkeyPatch) -> None:
    form = Form(name=pages.HTML, suffixes=(".html",), fits=lambda _: False, read=_read_html)
    monkeypatch.setattr(pages, "_html", lambda: form)


def _read(*records: bytes) -> list[Item]:
    return read_bytes(b"".join(records), "crawl.warc")


def _pointers(items: list[Item]) -> list[str | None]:
    return [each.place.pointer for each in findings(items)]


def test_a_converted_text_is_an_article_of_the_very_bytes() -> None:
    (article,) = _read(_text("Żółć i śnieg.\r\n".encode(), WARC_Target_URI=f"<{_URL}>"))
    assert isinstance(article, RawArticle)
    assert (article.path, article.media_type) == ("crawl.warc#1", "text/plain")
    assert article.sha256 == hashlib.sha256(article.characters.encode()).hexdigest()
    assert article.characters == "Żółć i śnieg.\r\n"
    assert [(each.field, each.value) for each in article.statements] == [("url", _URL)]


def test_a_text_is_decoded_as_its_record_or_the_sidecar_says(tmp_path: Path) -> None:
    content = _text("Żółć.".encode("cp1250"), Content_Type="text/plain; charset=windows-1250")
    (tmp_path / "a.wet").write_bytes(content)
    (article,) = articles(read_path(tmp_path / "a.wet"))
    assert (article.characters, article.given.encoding) == ("Żółć.", None)
    (tmp_path / "a.meta.toml").write_text('encoding = "cp1252"\nsource = "Harbour Courier"\n')
    (article,) = articles(read_path(tmp_path / "a.wet"))
    assert (article.characters, article.given.source) == ("¯ó³æ.", "Harbour Courier")
    assert codes(_read(_text("Żółć.".encode("cp1250"), Content_Type="text/plain; charset=none-such"))) == ["F003"]


@pytest.mark.usefixtures("_html")
def test_a_page_is_handed_on_with_what_the_archive_states() -> None:
    headers = {"content-type": "text/html; charset=ISO-8859-1", "Content-Language": "en", "Last-Modified": "now"}
    found = _read(_record("warcinfo", b"x"), _response("<html>“Café”".encode("cp1252"), headers=headers))
    (article,) = articles(found)
    assert article.characters == "<html>“Café”"
    assert (article.path, article.encoding, article.given.encoding) == ("crawl.warc#2", "cp1252", None)
    stated = [("url", _URL, "warc WARC-Target-URI"), ("language", "en", "http Content-Language")]
    assert [(each.field, each.value, each.where) for each in article.statements] == stated
    assert codes(found) == ["F054", "F015"]
    assert findings(found)[1].place == Place(file="crawl.warc", pointer="/2")
    assert "line 3 of the page" in findings(found)[1].message


def test_without_the_form_of_pages_a_page_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "_html", lambda: None)
    assert codes(_read(_response(_PAGE), _text())) == ["F037"]
    assert len(articles(_read(_response(_PAGE), _text()))) == 1


def test_the_form_of_pages_is_found_by_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    form = Form(name="HTML", suffixes=(".html",), fits=lambda _: False, read=_read_html)
    monkeypatch.setattr(known, "forms", lambda: (form,))
    assert pages._html() is form  # noqa: SLF001  what connects the two
    monkeypatch.setattr(known, "forms", tuple)
    assert pages._html() is None  # noqa: SLF001


@pytest.mark.usefixtures("_html")
@pytest.mark.parametrize(
    ("record", "kind"),
    [
        (_record("warcinfo", b"software: none"), "warcinfo"),
        (_record("request", b"GET / HTTP/1.1\r\n\r\n"), "request"),
        (_record("metadata", b"a: b"), "metadata"),
        (_record("revisit", _http(b""), WARC_Payload_Digest="sha1:" + "A" * 32), "revisit"),
        (_record("", b""), ""),
        (_response(_PAGE, "404 Not Found"), "status"),
        (_response(_PAGE, "301 Moved"), "status"),
        (_response(b"GIF89a", headers={"Content-Type": "image/gif"}), "media-type"),
        (_response(b"data", headers={}), "media-type"),
        (_record("response", b"news.example 1", Content_Type="text/dns"), "media-type"),
        (_record("conversion", b"%PDF", Content_Type="application/pdf"), "conversion"),
    ],
)
def test_what_is_no_article_is_passed_over_with_a_word(record: bytes, kind: str) -> None:
    found = _read(record, _response(_PAGE), _text())
    assert codes(found) == ["F054", "F015"]
    told = findings(found)[0]
    assert (told.severity, told.values.get("kind", ""), told.place.pointer) == ("info", kind, "/1")
    assert len(articles(found)) == 2


@pytest.mark.usefixtures("_html")
def test_a_page_stored_as_a_resource_or_without_a_media_type_is_a_page() -> None:
    found = _read(_record("resource", _PAGE, Content_Type="text/html"), _response(_PAGE, headers={}))
    assert [each.characters.encode() for each in articles(found)] == [_PAGE, _PAGE]


def _arrow(codec: str, content: bytes) -> bytes:
    sink = pa.BufferOutputStream()
    with pa.CompressedOutputStream(sink, codec) as stream:
        stream.write(content)
    return sink.getvalue().to_pybytes()


def _chunked(content: bytes, size: int = 20) -> bytes:
    pieces = [content[at : at + size] for at in range(0, len(content), size)]
    return b"".join(b"%x;a=b\r\n%b\r\n" % (len(each), each) for each in pieces) + b"0\r\n\r\n"


_RAW_DEFLATE = zlib.compressobj(wbits=-15)
_PACKED = {
    "gzip": gzip.compress(_PAGE, mtime=0),
    "deflate": zlib.compress(_PAGE),
    "Deflate": _RAW_DEFLATE.compress(_PAGE) + _RAW_DEFLATE.flush(),
    "br": _arrow("brotli", _PAGE),
    "zstd": _arrow("zstd", _PAGE),
    "identity": _PAGE,
    "gzip, br": _arrow("brotli", gzip.compress(_PAGE, mtime=0)),
}


@pytest.mark.usefixtures("_html")
@pytest.mark.parametrize("coding", _PACKED)
@pytest.mark.parametrize("transfer", ["", "chunked"])
def test_what_a_page_was_packed_in_is_undone(coding: str, transfer: str) -> None:
    headers = _HTML_TYPE | {"Content-Encoding": coding} | ({"Transfer-Encoding": transfer} if transfer else {})
    body = _chunked(_PACKED[coding]) if transfer else _PACKED[coding]
    assert [each.characters.encode() for each in articles(_read(_response(body, headers=headers)))] == [_PAGE]
    # What was unpacked by the archiver, which kept the headers, is taken as it is.
    assert [each.characters.encode() for each in articles(_read(_response(_PAGE, headers=headers)))] == [_PAGE]


@pytest.mark.usefixtures("_html")
@pytest.mark.parametrize("coding", ["gzip", "deflate", "br", "zstd", "compress"])
def test_a_damaged_page_is_refused(coding: str) -> None:
    headers = _HTML_TYPE | {"Content-Encoding": coding}
    body = _PACKED.get(coding, b"\x1f\x9d\x90")
    found = _read(_response(body[: len(body) // 2], headers=headers), _text())
    assert (codes(found), len(articles(found))) == (["F055"], 1)


@pytest.mark.usefixtures("_html")
@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (_chunked(_PAGE)[:-5], {"Transfer-Encoding": "chunked"}),
        (b"5\r\nabcdefgh\r\n0\r\n\r\n", {"Transfer-Encoding": "chunked"}),
        (b"fffffffffff\r\nabc", {"Transfer-Encoding": "chunked"}),
        (b"\x1f\x8b", {"Content-Encoding": "gzip, gzip, gzip, gzip"}),
    ],
)
def test_damaged_chunks_are_refused(body: bytes, headers: dict[str, str]) -> None:
    assert codes(_read(_response(body, headers=_HTML_TYPE | headers))) == ["F055"]


@pytest.mark.usefixtures("_html")
@pytest.mark.parametrize("coding", ["gzip", "deflate", "br", "zstd"])
def test_a_page_that_unfolds_without_end_is_refused(coding: str) -> None:
    zeros = bytes(60_000_000)
    pack = {"gzip": gzip.compress, "deflate": zlib.compress}.get(coding)
    body = pack(zeros, 1) if pack else _arrow({"br": "brotli"}.get(coding, coding), zeros)
    found = _read(_response(body, headers=_HTML_TYPE | {"Content-Encoding": coding}))
    assert codes(found) == ["F029"]


@pytest.mark.usefixtures("_html")
def test_what_is_no_answer_or_empty_is_refused() -> None:
    content = {"Content_Type": "application/http"}
    found = _read(_record("response", b"no answer", **content), _response(b" \n"), _record("response", b"", **content))
    assert codes(found) == ["F055", "F001", "F055"]
    assert codes(_read(_record("response", b"HTTP/1.1 200 OK\r\n" + b"a: b\r\n" * 60_000, **content))) == ["F055"]


def test_an_archive_cut_anywhere_gives_the_records_before_and_says_so() -> None:
    whole = _text() + _text()
    assert (codes(_read(whole)), len(articles(_read(whole)))) == ([], 2)
    second = len(_text())
    for end in range(second + 1, 2 * second):
        found = _read(whole[:end])
        assert (codes(found), len(articles(found)), _pointers(found)) == (["F052"], 1, ["/2"]), end


@pytest.mark.parametrize("by", [-40, -3, -1, 1, 2, 3, 4, 5, 60, 300, 700, 100_000])
def test_a_wrong_length_costs_its_record_alone(by: int) -> None:
    found = _read(_text(), _text(length=len(_TEXT) + by), _text(b"A third."), _text(b"A fourth."))
    assert (codes(found), _pointers(found)) == (["F051"], ["/2"])
    assert [each.characters for each in articles(found)] == [_TEXT.decode(), "A third.", "A fourth."]


def test_a_stored_archive_is_no_wrong_length_where_the_digest_says_so() -> None:
    block = b"A text.\r\n\r\nWARC/1.0\r\nWARC-Type: conversion\r\n"
    digest = "sha1:" + hashlib.sha1(block, usedforsecurity=False).hexdigest()
    assert [each.characters.encode() for each in articles(_read(_text(block, WARC_Block_Digest=digest)))] == [block]
    assert "F051" in codes(_read(_text(block)))


@pytest.mark.parametrize(
    "damaged",
    [
        _text().replace(b"Content-Length", b"Content-Size"),
        _text().replace(b"Content-Length: ", b"Content-Length: -"),
        _text().replace(b"Content-Length: ", b"Content-Length: " + b"9" * 5000),
        _text().replace(b"WARC/1.0", b"WARC/9.9"),
        _text().replace(b"WARC/1.0\r\n", b""),
        _text(broken="x").replace(b"broken: x", b"broken"),
        _text(broken="x").replace(b"broken: x", b"broken: \xff"),
        _text(broken="x" * 70_000),
        _text(broken="x").replace(b"broken: x", b"broken: x\r\n" * 9_000),
        b"garbage between records\r\n\r\n",
    ],
)
def test_a_bad_header_costs_its_record_alone(damaged: bytes) -> None:
    found = _read(_text(), damaged, _text(b"A third."))
    assert (codes(found), _pointers(found)) == (["F050"], ["/2"])
    assert [each.characters for each in articles(found)] == [_TEXT.decode(), "A third."]


def test_fields_go_on_in_the_next_line_and_the_first_counts() -> None:
    folded = _text(other="a").replace(b"other: a", b"warc-target-uri: https://other.example/\r\nother: a\r\n\tb")
    assert codes(_read(folded)) == []
    assert articles(_read(folded))[0].statements[0].value == _URL


def _digests(content: bytes) -> list[str]:
    sha1 = hashlib.sha1(content, usedforsecurity=False)
    return [
        "sha1:" + base64.b32encode(sha1.digest()).decode(),
        "SHA-1:" + base64.b32encode(sha1.digest()).decode().lower(),
        "sha1:" + sha1.hexdigest(),
        "sha256:" + hashlib.sha256(content).hexdigest(),
        "sha256:" + base64.b32encode(hashlib.sha256(content).digest()).decode().rstrip("="),
        "md5:" + hashlib.md5(content, usedforsecurity=False).hexdigest().upper(),
    ]


@pytest.mark.parametrize("number", range(6))
@pytest.mark.parametrize("field", ["WARC_Block_Digest", "WARC_Payload_Digest"])
def test_a_digest_is_compared(number: int, field: str) -> None:
    assert codes(_read(_text(**{field: _digests(_TEXT)[number]}))) == []
    assert codes(_read(_text(**{field: _digests(_TEXT + b"!")[number]}))) == ["F053"]


def test_a_digest_of_an_unknown_way_says_nothing_and_a_damaged_one_does_not_match() -> None:
    assert codes(_read(_text(WARC_Block_Digest="crc99:abc"))) == []
    assert codes(_read(_text(WARC_Block_Digest="sha1:?"))) == ["F053"]


@pytest.mark.usefixtures("_html")
def test_the_digest_of_a_payload_is_that_of_the_body_as_archivers_take_it() -> None:
    headers = _HTML_TYPE | {"Content-Encoding": "gzip", "Transfer-Encoding": "chunked"}
    body = _chunked(_PACKED["gzip"])
    for digested in (body, _PACKED["gzip"], _PAGE):
        (digest, *_) = _digests(digested)
        assert len(articles(_read(_response(body, headers=headers, WARC_Payload_Digest=digest)))) == 1
    (digest, *_) = _digests(b"another page")
    assert codes(_read(_response(body, headers=headers, WARC_Payload_Digest=digest))) == ["F053"]
    assert codes(_read(_response(body[:-9], headers=headers, WARC_Payload_Digest=digest))) == ["F053"]
    assert codes(_read(_response(_PAGE, WARC_Block_Digest=digest))) == ["F053"]


@pytest.mark.usefixtures("_html")
def test_what_the_archiver_cut_is_no_article() -> None:
    cut = {"WARC_Truncated": "length"}
    assert codes(_read(_response(_PAGE, **cut), _text(**cut), _text(WARC_Segment_Number="1"))) == ["F032"] * 3
    assert codes(_read(_response(b"GIF", headers={"Content-Type": "image/gif"}, **cut))) == ["F054"]


@pytest.mark.usefixtures("_html")
def test_large_records_are_passed_over_without_being_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warc_records, "MOST_BLOCK", 1_000)
    monkeypatch.setattr("corpus_pkg.intake.forms.warc.MOST_BYTES", 250)
    image = _response(b"x" * 5_000, headers={"Content-Type": "image/gif"}, WARC_Block_Digest="sha1:" + "A" * 32)
    page = _response(_PAGE * 50)
    found = _read(image, page, _text(), _text(b"word " * 60))
    assert (codes(found), len(articles(found))) == (["F054", "F013", "F013"], 1)
    assert codes(_read(page[:-100])) == ["F052"]
    assert codes(_read(page[:-2])) == ["F052"]
    assert codes(_read(page[:-4], b"!!!!", _text())) == ["F051"]
    swallowed = _record("metadata", b"a" * 20, 2_000)
    assert codes(_read(swallowed, *[_text()] * 9)) == ["F051"]
    assert len(articles(_read(swallowed, *[_text()] * 9))) == 9


def test_an_archive_of_nothing_but_damage_ends_soon() -> None:
    liar = b"WARC/1.0\r\nContent-Length: 39000000\r\n\r\n"
    started = time.monotonic()
    found = _read(liar * 250_000)
    assert set(codes(found)) <= {"F050", "F051", "F052"}
    assert "was not read" in findings(found)[-1].message
    assert time.monotonic() - started < 60


def test_compressed_archives_are_read(tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(gzip.compress(_text(), mtime=0) + gzip.compress(_text(b"Another."), mtime=0))
    found = read_path(path)
    assert ([each.path for each in articles(found)], codes(found)) == (["crawl.warc.gz#1", "crawl.warc.gz#2"], [])
    path.write_bytes(path.read_bytes()[:-20])
    assert codes(read_path(path)) == ["F052", "F028"]


def test_an_archive_is_told_by_its_content() -> None:
    assert codes(read_bytes(_text(), "crawl.txt")) == ["F027"]
    assert codes(read_bytes(_text(), "crawl.wet")) == []
    assert codes(read_bytes(b"no archive", "crawl.warc")) == ["F050"]


_PIECES = st.sampled_from([
    _text(), _text(length=9), _text(length=900), _response(_PAGE), _record("revisit", b""), b"WARC/1.0\r\n", b"\r\n",
    b"\r\n\r\n", b"Content-Length: 30\r\n", b"WARC-Type: response\r\n", b"Content-Type: application/http\r\n",
    b"HTTP/1.1 200 OK\r\n", _response(_PACKED["br"][:9], headers=_HTML_TYPE | {"Content-Encoding": "br"}),
])  # fmt: skip


@given(st.lists(_PIECES | st.binary(max_size=12), max_size=12))
def test_any_bytes_in_units_out(pieces: list[bytes]) -> None:
    content = b"WARC/1.0\r\n" + b"".join(pieces)
    found = read_bytes(content, "crawl.warc")
    assert found
    assert all(each.place.file == "crawl.warc" for each in findings(found))
    assert len(list(warc_records.records(io.BytesIO(content)))) >= 1
