"""Formats: plain text with a sidecar, JSON Lines, standard input."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from intake_support import TODAY, Item, articles, codes, flat, read_bytes, read_path

from corpus_pkg.findings import Finding
from corpus_pkg.intake import json_text
from corpus_pkg.intake.forms.text import plain_article
from corpus_pkg.intake.raw import Given, RawArticle
from corpus_pkg.intake.reader import FormatReader


def _lines(*records: object) -> list[Item]:
    raw = [each if isinstance(each, bytes) else json.dumps(each).encode() for each in records]
    return read_bytes(b"\n".join(raw), "wire.jsonl")


def test_a_text_file_keeps_its_bytes_digest_and_characters(tmp_path: Path) -> None:
    raw = "\ufeffOne line.\r\n".encode()
    (tmp_path / "a.txt").write_bytes(raw)
    (article,) = read_path(tmp_path / "a.txt")
    assert isinstance(article, RawArticle)
    assert article.sha256 == hashlib.sha256(raw).hexdigest()
    assert article.characters == "\ufeffOne line.\r\n"
    assert (article.path, article.encoding_provenance, article.given) == ("a.txt", "bom", Given())


def test_a_sidecar_states_what_the_contributor_knows(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("Żółć.".encode("cp1250"))
    (tmp_path / "a.meta.toml").write_text(
        'title = "T"\nsource = "Harbour Courier"\nauthors = ["A B", "C D"]\ndate = 2024-05-07\n'
        'url = "https://example.org/x"\nrights = "CC0-1.0"\nencoding = "cp1250"\nlanguage = "pl"\n'
    )
    (article,) = read_path(tmp_path / "a.txt")
    assert isinstance(article, RawArticle)
    assert article.characters == "Żółć."
    assert article.given.date == dt.date(2024, 5, 7)
    assert article.given.authors == ("A B", "C D")
    assert (article.given.source, article.given.language) == ("Harbour Courier", "pl")
    assert read_path(tmp_path / "a.meta.toml") == []


@pytest.mark.parametrize("content", ["title = ", 'headline = "unknown key"', "\udcff"])
def test_a_damaged_sidecar_stops_its_article_with_a_word(tmp_path: Path, content: str) -> None:
    (tmp_path / "a.txt").write_text("Text.")
    (tmp_path / "a.meta.toml").write_bytes(content.encode("utf-8", "surrogateescape"))
    found = read_path(tmp_path / "a.txt")
    assert codes(found) == ["F010", "F010"]
    assert {each.place.file for each in found if isinstance(each, Finding)} == {"a.txt", "a.meta.toml"}


def test_a_sidecar_without_its_article_is_found(tmp_path: Path) -> None:
    (tmp_path / "a.meta.toml").write_text('title = "T"')
    assert codes(read_path(tmp_path / "a.meta.toml")) == ["F011"]


def test_values_that_cannot_be_read_are_left_out_with_a_word(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Text.")
    (tmp_path / "a.meta.toml").write_text('date = "2025-02-31"\nurl = "ftp://x"\nsource_kind = "blog"\ntitle = "Kept"')
    *findings, article = read_path(tmp_path / "a.txt")
    assert codes(findings) == ["F015", "F015", "F015"]
    assert isinstance(article, RawArticle)
    assert article.given == Given(title="Kept")


def test_a_date_in_the_future_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Text.")
    (tmp_path / "a.meta.toml").write_text("date = 2031-01-01")
    finding, article = read_path(tmp_path / "a.txt")
    assert codes([finding]) == ["M001"]
    assert isinstance(article, RawArticle)
    assert article.given.date is None


def test_unknown_suffixes_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7")
    assert codes(read_path(tmp_path / "a.pdf")) == ["F002"]
    (tmp_path / "a.xyz").write_bytes(b"Text of an article.")
    assert codes(read_path(tmp_path / "a.xyz")) == ["F006"]


def test_json_lines_under_usual_names() -> None:
    note, article = _lines(
        {
            "content": "Body text.", "headline": "H", "outlet": "O", "author": "A B", "link": "https://e.org/1",
            "published_at": "2025-03-14T23:30:00-02:00", "lang": "en", "id": 7,
        }
    )  # fmt: skip
    assert codes([note]) == ["F030"]
    assert isinstance(article, RawArticle)
    assert article.characters == "Body text."
    assert article.path == "wire.jsonl#L1"
    assert article.given == Given(
        title="H", source="O", authors=("A B",), url="https://e.org/1", language="en", date=dt.date(2025, 3, 14),
        date_precision="day", published_at=dt.datetime(2025, 3, 15, 1, 30, tzinfo=dt.UTC),
    )  # fmt: skip


@pytest.mark.parametrize(("written", "precision"), [("2024", "year"), ("2024-11", "month"), ("2024-11-18", "day")])
def test_dates_keep_their_precision(written: str, precision: str) -> None:
    (article,) = _lines({"text": "x.", "date": written})
    assert isinstance(article, RawArticle)
    assert article.given.date_precision == precision


def test_a_damaged_line_stops_no_other() -> None:
    found = _lines(
        {"text": "One."}, b'{"text": "a", "text": "b"}', b'{"text": NaN}', b'{"text": "\\ud800"}', b"[1]", b"{",
        b"[" * 5000, {"title": "no text"}, b"\xff", b"", {"text": "Two."},
    )  # fmt: skip
    assert [each.path for each in found if isinstance(each, RawArticle)] == ["wire.jsonl#L1", "wire.jsonl#L11"]
    assert codes(found) == ["F007", "F007", "F007", "F007", "F007", "F007", "F008", "F007"]
    assert [each.place.line for each in found if isinstance(each, Finding)] == [2, 3, 4, 5, 6, 7, 8, 9]


def test_line_separators_inside_a_string_do_not_cut_a_line() -> None:
    (article,) = _lines('{"text": "one\u2028two"}'.encode())
    assert isinstance(article, RawArticle)
    assert article.characters == "one\u2028two"


def test_standard_input_is_told_by_its_first_character() -> None:
    reader = FormatReader(TODAY)
    assert [each.path for each in articles(flat(reader.read_stream(io.BytesIO(b"Plain text."), "stdin")))] == ["stdin"]
    stream = io.BytesIO(b'\n{"text": "One."}\n{"text": "Two."}\n')
    assert [each.path for each in articles(flat(reader.read_stream(stream, "stdin")))] == ["stdin#L2", "stdin#L3"]


@given(st.binary(max_size=80))
def test_any_bytes_are_an_article_or_a_finding(raw: bytes) -> None:
    assert isinstance(plain_article(raw, "a.txt", Given()), RawArticle | Finding)
    for name in ("a", "a.jsonl", "a.json"):
        assert all(isinstance(each, RawArticle | Finding) for each in read_bytes(raw, name))


@pytest.mark.parametrize("text", ['{"a": 1e999999}', '{"a": ' + "9" * 400 + "}", '["\\ud83d"]'])
def test_json_that_readers_take_in_different_ways_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"float|digits|surrogate"):
        json_text.loads(text)


def test_a_surrogate_pair_is_one_character() -> None:
    assert json_text.loads('["\\ud83d\\ude00"]') == ["😀"]
