"""Parquet files of articles: a row is an article, and a damaged one costs itself alone."""

from __future__ import annotations

import datetime as dt
import io
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st
from intake_support import articles, codes, findings, read_bytes

from corpus_pkg.intake.source import parquet


def _file(rows: dict[str, Any], **options: Any) -> bytes:  # noqa: ANN401  of the writer
    stream = io.BytesIO()
    pq.write_table(pa.table(rows), stream, **options)
    return stream.getvalue()


def test_rows_under_the_usual_names() -> None:
    raw = _file({
        "maintext": ["It stayed.", "It left.", None],
        "date_publish": [dt.datetime(2025, 2, 13, tzinfo=dt.UTC), None, None],
        "authors": [["Ann Lee"], [], None], "embedding": [[0.5], [1.5], [2.5]],
    })  # fmt: skip
    found = read_bytes(raw, "a.parquet")
    assert [(each.path, each.characters) for each in articles(found)] == [("a.parquet#1", "It stayed."),
                                                                          ("a.parquet#2", "It left.")]  # fmt: skip
    assert [(each.given.date, each.given.authors) for each in articles(found)] == [
        (dt.date(2025, 2, 13), ("Ann Lee",)), (None, ()),
    ]  # fmt: skip
    assert [(each.rule.code, each.place.row) for each in findings(found)] == [("F030", 0), ("F030", 1), ("F008", 2)]


def test_the_content_tells_the_form() -> None:
    assert codes(read_bytes(_file({"text": ["It stayed."]}), "a.txt")) == ["F027"]
    assert codes(read_bytes(_file({"text": pa.array([], pa.string())}), "a.parquet")) == ["F001"]
    assert codes(read_bytes(_file({"words": ["It stayed."]}), "a.parquet")) == ["F039"]
    assert codes(read_bytes(_file({"words": ["It stayed."]}), "a.parquet", text="words")) == []


def test_a_text_that_is_not_utf_8_costs_its_row_alone() -> None:
    bad = pa.Array.from_buffers(pa.string(), 3, pa.array([b"One.", b"caf\xe9", b"Three."]).buffers())
    found = read_bytes(_file({"text": bad}), "a.parquet")
    assert [each.characters for each in articles(found)] == ["One.", "Three."]
    assert [(each.rule.code, each.place.row) for each in findings(found)] == [("F041", 1)]


def test_what_stands_before_the_damage_is_read() -> None:
    texts = [f"Text number {number} of the port, which reopened." for number in range(400)]
    raw = bytearray(_file({"text": texts}, row_group_size=100, compression="zstd", use_dictionary=False))
    start = pq.ParquetFile(io.BytesIO(bytes(raw))).metadata.row_group(2).column(0).data_page_offset
    raw[start : start + 40] = bytes(40)
    found = read_bytes(bytes(raw), "a.parquet")
    assert [each.characters for each in articles(found)] == texts[:200]
    assert [(each.rule.code, each.place.row) for each in findings(found)] == [("F041", 200)]


def test_a_file_that_unfolds_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet, "_LEAST_UNFOLDED", 1)
    monkeypatch.setattr(parquet, "_UNFOLDS", 2)
    raw = _file({"text": ["a" * 100_000] * 50}, compression="zstd")
    assert codes(read_bytes(raw, "a.parquet"))[-1] == "F029"


@given(st.binary(max_size=200), st.integers(0, 400))
def test_any_bytes_are_rows_or_findings(noise: bytes, at: int) -> None:
    raw = _file({"text": ["One.", "Two."]})
    assert read_bytes(raw[:at] + noise + raw[at + len(noise) :], "a.parquet")
    assert read_bytes(b"PAR1" + noise, "a.parquet")
