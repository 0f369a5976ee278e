"""The characters of a page: by what it declares, as the web reads it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus_pkg.intake.html.encoding import decode_page
from corpus_pkg.text.encoding import Decoded, NotText


@pytest.mark.parametrize(
    ("declared", "codec", "name"),
    [
        ('<meta charset="utf-8">', "utf-8", "utf-8"),
        ("<meta charset=iso-8859-1>", "cp1252", "cp1252"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">', "cp1251", "windows-1251"),
        ('<?xml version="1.0" encoding="Shift_JIS"?>', "cp932", "cp932"),
        ("", "utf-8", "utf-8"),
    ],
)
def test_what_a_page_declares_is_believed(declared: str, codec: str, name: str) -> None:
    text = {"cp1252": "“Café”", "cp1251": "Привет", "cp932": "こんにちは"}.get(codec, "“Żółć”")
    page = f"<html>{declared}<p>{text}</p>"
    found = decode_page(page.encode(codec), None)
    assert isinstance(found.decoded, Decoded)
    assert (found.decoded.text, found.decoded.encoding.lower(), found.lost, found.wrong) == (page, name, 0, None)


def test_bytes_that_are_lost_are_counted() -> None:
    page = b'<meta charset="utf-8">' + b"<p>The caf\xe9 is open.</p>" + b"<p>And so on.</p>" * 100
    found = decode_page(page, None)
    assert isinstance(found.decoded, Decoded)
    assert found.lost == found.decoded.text.count("\ufffd") == 1


def test_a_wrong_declaration_is_refused() -> None:
    decoded = decode_page('<meta charset="utf-8"><p>éèàüößñ</p>'.encode("cp1252"), None).decoded
    assert isinstance(decoded, NotText)
    assert decoded.rule.code == "F003"


def test_what_the_contributor_states_comes_first() -> None:
    page = '<meta charset="utf-8"><p>Привет</p>'
    decoded = decode_page(page.encode("cp1251"), "cp1251").decoded
    assert isinstance(decoded, Decoded)
    assert decoded.text == page


def test_utf_8_is_read_as_such_whatever_is_declared() -> None:
    page = '<meta charset="iso-8859-1"><p>The café is open.</p>'
    found = decode_page(page.encode("utf-8"), None)
    assert isinstance(found.decoded, Decoded)
    assert (found.decoded.text, found.decoded.encoding, found.wrong) == (page, "utf-8", "cp1252")
    plain = decode_page(b'<meta charset="iso-8859-1"><p>open</p>', None)
    assert plain.wrong is None


@given(st.binary(max_size=200))
def test_any_bytes_are_characters_or_a_reason(raw: bytes) -> None:
    found = decode_page(raw, None)
    assert isinstance(found.decoded, Decoded | NotText)
    assert found.lost >= 0
