"""Zip archives: members are files with what stands beside them, and none of them is trusted."""

from __future__ import annotations

import io
import warnings
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from intake_support import articles, findings, read_bytes

STORY = b"The ferry stayed in port."


def _zip(*members: tuple[zipfile.ZipInfo | str, bytes]) -> bytes:
    stream = io.BytesIO()
    with warnings.catch_warnings(action="ignore"), zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in members:
            packed.writestr(name, content)
    return stream.getvalue()


def _link() -> zipfile.ZipInfo:
    info = zipfile.ZipInfo("a.txt")
    info.external_attr = 0o120777 << 16
    return info


def test_members_are_read_as_files_with_their_sidecars() -> None:
    raw = _zip(
        ("b/c.jsonl", b'{"text": "It left."}\n'), ("a.meta.toml", b'title = "T"\n'), ("a.txt", STORY), ("b/", b"")
    )
    found = articles(read_bytes(raw, "z.zip"))
    assert [(each.path, each.given.title) for each in found] == [("z.zip/a.txt", "T"), ("z.zip/b/c.jsonl#L1", None)]
    assert not findings(read_bytes(raw, "z.zip"))


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("../a.txt", "F042"), ("b/../../a.txt", "F042"), ("/a.txt", "F042"), ("C:/a.txt", "F042"), ("b\\a.txt", "F042"),
        (_link(), "F042"), ("tombstones.toml", "F042"), ("corpus.toml", "F042"), (".a.txt", "F012"),
        ("b/.a/c.txt", "F012"), ("a\n.txt", "F017"), ("lone.meta.toml", "F011"), ("a.docx", "F006"),
    ],
)  # fmt: skip
def test_a_member_that_may_not_be_read_is_told_and_the_rest_is_read(name: zipfile.ZipInfo | str, code: str) -> None:
    found = read_bytes(_zip((name, STORY), ("sound.txt", STORY)), "z.zip")
    assert [each.path for each in articles(found)] == ["z.zip/sound.txt"]
    assert code in {each.rule.code for each in findings(found)}


def test_of_two_members_of_one_name_the_first_is_read() -> None:
    found = read_bytes(_zip(("a.txt", STORY), ("a.txt", b"Another.")), "z.zip")
    assert [each.characters for each in articles(found)] == [STORY.decode()]
    assert [each.rule.code for each in findings(found)] == ["F042"]


def test_a_member_that_is_damaged_or_encrypted_is_told() -> None:
    raw = bytearray(_zip(("a.txt", STORY * 20)))
    raw[45] ^= 0xFF
    assert [each.rule.code for each in findings(read_bytes(bytes(raw), "z.zip"))] == ["F028"]
    locked = bytearray(_zip(("a.txt", STORY)))
    locked[locked.index(b"PK\x01\x02") + 8] |= 1
    assert [each.rule.code for each in findings(read_bytes(bytes(locked), "z.zip"))] == ["F042"]


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_damaged_member_costs_itself_however_it_is_packed(method: int) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as packed:
        packed.writestr("a.txt", STORY * 20)
        packed.writestr("b.txt", STORY)
    raw = bytearray(stream.getvalue())
    raw[50] ^= 0xFF
    found = read_bytes(bytes(raw), "z.zip")
    assert [each.path for each in articles(found)] == ["z.zip/b.txt"]
    assert [each.rule.code for each in findings(found)] == ["F028"]


def test_a_member_that_unfolds_without_end_is_stopped() -> None:
    found = read_bytes(_zip(("a.txt", b"0" * 120_000_000), ("b.txt", STORY)), "z.zip")
    assert [each.path for each in articles(found)] == ["z.zip/b.txt"]
    assert [(each.rule.code, each.place.file) for each in findings(found)] == [("F029", "z.zip/a.txt")]


@pytest.mark.parametrize(
    ("raw", "code"),
    [(_zip(("[Content_Types].xml", b"")), "F002"), (_zip(("a.txt", STORY))[:-20], "F028"), (_zip(("a/", b"")), "F001"),
     (_zip(("b.zip", _zip(("a.txt", STORY)))), "F036")],
)  # fmt: skip
def test_archives_that_hold_no_article(raw: bytes, code: str) -> None:
    assert [each.rule.code for each in findings(read_bytes(raw, "z.zip"))] == [code]


@given(st.binary(max_size=120), st.integers(0, 150))
def test_any_bytes_are_articles_or_findings(noise: bytes, at: int) -> None:
    raw = _zip(("a.txt", STORY))
    assert read_bytes(raw[:at] + noise + raw[at + len(noise) :], "z.zip") or at == 0
    assert read_bytes(b"PK\x03\x04" + noise, "z.zip")
