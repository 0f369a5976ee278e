"""Forms are told by the content, and by the name only where the content leaves it open."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from intake_support import articles, codes, findings, read_bytes

_LINE = b'{"text": "The ferry stayed in port."}'
_MEDIA = {"plain text": "text/plain", "JSON Lines": "application/jsonl", "JSON": "application/json"}


@pytest.mark.parametrize(
    ("name", "content", "form", "differs"),
    [
        ("a.txt", b"The ferry stayed in port.", "plain text", False),
        ("a", b"The ferry stayed in port.", "plain text", False),
        ("a.txt", _LINE + b"\n" + _LINE, "JSON Lines", True),
        ("a", _LINE, "JSON Lines", False),
        ("a.jsonl", _LINE, "JSON Lines", False),
        ("a.json", _LINE, "JSON", False),
        ("a.txt", b"[" + _LINE + b"]", "JSON", True),
        ("a.jsonl", b"[" + _LINE + b"]", "JSON", True),
        ("a.json", b'{\n "text": "The ferry stayed in port."\n}', "JSON", False),
        ("a.jsonl", b'{\n "text": "The ferry stayed in port."\n}', "JSON", True),
        ("a.xyz", _LINE, "JSON Lines", True),
        ("a.txt", b"[1] The ferry stayed in port.", "plain text", False),
        ("a.txt", b"{1} The ferry stayed in port.", "plain text", False),
        ("a.txt", b"\xef\xbb\xbf" + _LINE, "JSON Lines", True),
    ],
)
def test_the_form_of_a_file(name: str, content: bytes, form: str, differs: bool) -> None:  # noqa: FBT001
    found = read_bytes(content, name)
    assert {each.media_type for each in articles(found)} == {_MEDIA[form]}
    told = [each for each in findings(found) if each.rule.code == "F027"]
    assert [form in each.message for each in told] == [True] * differs


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "JPEG"),
        (b"PK\x05\x06" + bytes(18), "zip"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Office"),
        (b"SQLite format 3\x00", "SQLite"),
    ],
)
@pytest.mark.parametrize("name", ["a.txt", "a.jsonl", "a", "a.pdf"])
def test_what_is_no_text_is_named(content: bytes, kind: str, name: str) -> None:
    (finding,) = findings(read_bytes(content, name))
    assert finding.rule.code == "F002"
    assert kind in finding.message


def test_text_of_an_unknown_suffix_is_left_alone() -> None:
    assert codes(read_bytes(b"# Notes\n\nNot an article.", "NOTES.md")) == ["F006"]


def test_a_damaged_file_is_of_the_form_that_its_name_says() -> None:
    assert codes(read_bytes(b"no json", "a.jsonl")) == ["F007"]
    assert codes(read_bytes(b"no json", "a.json")) == ["F034"]


@given(st.binary(max_size=300), st.sampled_from(["a.txt", "a.jsonl", "a.json", "a", "a.gz", "a.xyz"]))
def test_any_bytes_are_articles_or_findings(content: bytes, name: str) -> None:
    assert read_bytes(content, name) or not content.strip(b"\xef\xbb\xbf \t\r\n")
