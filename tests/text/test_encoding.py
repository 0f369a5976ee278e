"""Encodings are found in a fixed order and never guessed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus_pkg.findings.rules.files import BINARY_FILE, UNDECODABLE_FILE
from corpus_pkg.text.encoding import Decoded, NotText, decode

PROSE = "The café’s owner said “no” – twice."


@given(st.binary())
def test_any_bytes_give_characters_or_a_reason(raw: bytes) -> None:
    result = decode(raw)
    assert isinstance(result, Decoded | NotText)
    if isinstance(result, Decoded):
        assert result.text.encode(result.encoding) == raw


@given(st.binary(), st.text(max_size=12))
def test_any_declared_encoding_is_survived(raw: bytes, declared: str) -> None:
    assert isinstance(decode(raw, declared), Decoded | NotText)


@pytest.mark.parametrize(
    ("raw", "encoding", "provenance"),
    [
        (PROSE.encode(), "utf-8", "utf-8"),
        (b"\xef\xbb\xbf" + PROSE.encode(), "utf-8", "bom"),
        (b"\xff\xfe" + PROSE.encode("utf-16-le"), "utf-16-le", "bom"),
        (PROSE.encode("utf-16-le"), "utf-16-le", "utf-16"),
        (PROSE.encode("utf-16-be"), "utf-16-be", "utf-16"),
        (PROSE.encode("cp1252"), "cp1252", "cp1252"),
    ],
)
def test_the_order_of_finding(raw: bytes, encoding: str, provenance: str) -> None:
    result = decode(raw)
    assert isinstance(result, Decoded)
    assert (result.encoding, result.provenance) == (encoding, provenance)
    assert result.text.lstrip("\ufeff") == PROSE


def test_a_declared_encoding_is_taken_at_its_word() -> None:
    result = decode("Żółć".encode("cp1250"), "cp1250")
    assert isinstance(result, Decoded)
    assert (result.text, result.provenance) == ("Żółć", "declared")


@pytest.mark.parametrize(
    ("raw", "declared", "rule"),
    [
        (bytes(range(256)) * 4, None, BINARY_FILE),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", None, BINARY_FILE),
        (b"\xff" * 100, None, UNDECODABLE_FILE),
        (b"It said \xff hello", None, UNDECODABLE_FILE),
        ("“Quoted” and “more” text".encode() + b"\xe2\x80", None, UNDECODABLE_FILE),
        (b"plain", "no-such-encoding", UNDECODABLE_FILE),
        (b"plain", "base64", UNDECODABLE_FILE),
        (PROSE.encode("cp1252"), "utf-8", UNDECODABLE_FILE),
    ],
)
def test_what_is_not_text_is_refused(raw: bytes, declared: str | None, rule: object) -> None:
    result = decode(raw, declared)
    assert isinstance(result, NotText)
    assert result.rule is rule


def test_the_reason_says_where() -> None:
    result = decode(b"one\ntwo \xff three")
    assert isinstance(result, NotText)
    assert "0xFF at offset 8 (line 2)" in result.reason
