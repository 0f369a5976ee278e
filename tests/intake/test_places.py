"""Findings about contributions: each with its line and column, and a replacement where that is mechanical."""

from __future__ import annotations

import datetime as dt
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from intake_support import TODAY, findings, read_bytes, read_path

from corpus_pkg.findings import Finding
from corpus_pkg.intake import json_text
from corpus_pkg.intake.raw import Given
from corpus_pkg.intake.sidecar import read_sidecar


def _sidecar(folder: Path, text: str | bytes) -> tuple[Given | None, list[Finding]]:
    path = folder / "a.meta.toml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return read_sidecar(path, "a.meta.toml", TODAY)


def _where(finding: Finding) -> tuple[str, int | None, int | None, str | None]:
    return finding.rule.code, finding.place.line, finding.place.column, finding.place.pointer


def _json(*lines: bytes) -> list[Finding]:
    found = findings(read_bytes(b"\n".join(lines), "a.jsonl"))
    return [each for each in found if each.rule.code != "F030"]


def _fixed(text: str, findings: list[Finding]) -> str:
    fixes = sorted((each.fix for each in findings if each.fix), key=lambda fix: -fix.start)
    for fix in fixes:
        assert text[fix.start : fix.end] == fix.old
        text = text[: fix.start] + fix.new + text[fix.end :]
    return text


def test_a_sidecar_with_every_mechanical_fault_is_mended_by_its_fixes(tmp_path: Path) -> None:
    text = (
        '\ufeff# É\r\ntitel = "T"\r\n"Source_kind" = """Outlet"""\r\ndate = \'March 4, 2025\' # day\r\n'
        'url = "www.example.org/é"\r\nlanguage = "en_GB"\r\n'
    )
    given, findings = _sidecar(tmp_path, text)
    assert given is None
    assert [_where(each) for each in findings] == [
        ("F010", 1, 1, None),
        ("F010", 2, 1, "/titel"),
        ("F010", 3, 1, "/Source_kind"),
        ("F015", 4, 8, "/date"),
        ("F015", 5, 7, "/url"),
        ("F015", 6, 12, "/language"),
    ]
    mended = _fixed(text, findings)
    assert mended == (
        '# É\r\ntitle = "T"\r\nsource_kind = """Outlet"""\r\ndate = "2025-03-04" # day\r\n'
        'url = "https://www.example.org/é"\r\nlanguage = "en-GB"\r\n'
    )
    given, findings = _sidecar(tmp_path, mended)
    assert [_where(each) for each in findings] == [("F015", 3, 15, "/source_kind")]
    given, findings = _sidecar(tmp_path, _fixed(mended, findings))
    assert findings == []
    assert given == Given(
        title="T", source_kind="outlet", date=dt.date(2025, 3, 4), date_precision="day", language="en-GB",
        url="https://www.example.org/é",
    )  # fmt: skip


def test_two_slips_for_one_key_are_not_both_mended(tmp_path: Path) -> None:
    _, findings = _sidecar(tmp_path, 'titel = "a"\ntittle = "b"\n[source_kid]\n')
    assert [each.fix and each.fix.new for each in findings] == ["title", None, None]
    _, findings = _sidecar(tmp_path, 'titel = "a"\ntitle = "b"')
    assert [each.fix for each in findings] == [None]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("title = 'x'\ndate = ", ("F010", 2, 8, None)),
        (b"title = 'x'\r\ntitle2 = '\xc3\xa9\xff'", ("F010", 2, 12, None)),
        ("date = 2031-01-01", ("M001", 1, 8, "/date")),
        ("authors = [1]", ("F015", 1, 11, "/authors")),
        ("[title]\nx = 1", ("F015", 1, 1, "/title")),
        ("title." * 300 + "x = 1", ("F010", 1, 601, "/title" * 100)),
        ("x.y = 1", ("F010", 1, 1, "/x")),
        ('"a/b" = 1', ("F010", 1, 1, "/a~1b")),
        ("#" * 1_000_001, ("F010", None, None, None)),
    ],
    ids=lambda each: str(each)[:12],
)
def test_what_is_wrong_with_a_sidecar_has_its_place(
    tmp_path: Path, text: str | bytes, place: tuple[str, int | None, int | None, str | None]
) -> None:
    _, (finding,) = _sidecar(tmp_path, text)
    assert _where(finding) == place


@given(st.text("tile=\"'.[]{}\n# 0x1date/", max_size=40))
def test_no_sidecar_raises(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    _, findings = _sidecar(tmp_path_factory.getbasetemp(), text)
    assert all(each.place.line and each.place.column for each in findings)


@pytest.mark.parametrize(
    ("line", "place"),
    [
        (b'{"text": "a", "text": "b"}', ("F007", 1, 15, "/text")),
        (b'\xef\xbb\xbf {"text": NaN}', ("F007", 1, 12, "/text")),
        (b'  {"text": "\xc3\xa9\xff"}', ("F007", 1, 14, None)),
        (b'{"text": 10000000000000000000, "x": }', ("F007", 1, 37, "/x")),
        (b'{"n": 10000000000000000000, "x": 1, "x": 2}', ("F007", 1, 37, "/x")),
        (b" [1]", ("F007", 1, 2, None)),
        (b"[" * 5000, ("F007", 1, 101, "/0" * 100)),
        (b'{"text": "x", "date": "", "published": "soon"}', ("F015", 1, 40, "/published")),
        (b'{"text": "x", "date": "2031-01-01"}', ("M001", 1, 23, "/date")),
        (b'{"text": "x", "date": "0001-01-01T00:00:00+10:00"}', ("F015", 1, 23, "/date")),
        (b'{"text": "x", "url": ' + b"[" * 300 + b"]" * 300 + b"}", ("F015", 1, None, "/url")),
    ],
    ids=lambda each: str(each)[:20],
)
def test_what_is_wrong_with_a_line_has_its_column(
    line: bytes, place: tuple[str, int | None, int | None, str | None]
) -> None:
    (finding,) = _json(line)
    assert _where(finding) == place


def test_a_line_that_is_too_long_is_read_over(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    with path.open("wb") as stream:
        stream.write(b'{"text": "One."}\n{"text": "')
        for _ in range(60):
            stream.write(b"x" * 1_000_000)
        stream.write(b'"}\n{"text": "Two."}\n{')
    tracemalloc.start()
    try:
        found = read_path(path)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert [_where(each) for each in found if isinstance(each, Finding)] == [
        ("F013", 2, None, None),
        ("F007", 4, 2, None),
    ]
    assert [each.path for each in found if not isinstance(each, Finding)] == ["a.jsonl#L1", "a.jsonl#L3"]
    assert peak < 40_000_000


def test_a_surrogate_is_found_however_deep_it_lies() -> None:
    with pytest.raises(ValueError, match=r"surrogate|deeply"):
        json_text.loads('{"a":' * 600 + '"\\ud83d"' + "}" * 600)


def test_a_key_that_stands_twice_among_many_is_found_at_once() -> None:
    members = ", ".join(f'"k{number}": 0' for number in range(50_000))
    with pytest.raises(ValueError, match="'k49999' stands twice"):
        json_text.loads("{" + members + ', "k49999": 1}')
