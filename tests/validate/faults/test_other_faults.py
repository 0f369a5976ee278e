"""Faults that no small damage of the committed data makes: size, measure, an annotator that fails."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from corpus_pkg.findings import Finding
from corpus_pkg.model.arrow import arrow_schema
from corpus_pkg.model.ids import text_sha256
from corpus_pkg.model.rows import Row
from corpus_pkg.model.tables import table
from corpus_pkg.validate.contribution import articles
from corpus_pkg.validate.judge import validate

LINK = {"kind": "same_event", "from_article": "a" + "0" * 16, "from_id": None, "to_article": "a" + "1" * 16,
        "to_id": None, "score": 0.5}  # fmt: skip


def _links(path: Path, rows: int, group: int) -> list[Finding]:
    written = pa.Table.from_pylist([LINK] * rows, schema=arrow_schema(table("links")))
    pq.write_table(written, path, row_group_size=group, compression="zstd", write_page_index=True)
    return validate(path)


def test_a_row_group_without_measure_is_found(tmp_path: Path) -> None:
    assert [each.rule.code for each in _links(tmp_path / "a.parquet", 7000, 7000)] == ["D014"]
    assert _links(tmp_path / "b.parquet", 7000, 3000) == []


def test_a_file_that_unfolds_without_measure_is_stopped(tmp_path: Path) -> None:
    path = tmp_path / "bomb.parquet"
    schema = arrow_schema(table("links"))
    rows = pa.Table.from_pylist([LINK], schema=schema).take(pa.array([0] * 100_000, pa.int32()))
    with pq.ParquetWriter(path, schema, compression="zstd", use_dictionary=True) as writer:
        for _ in range(30):
            writer.write_table(rows, row_group_size=rows.num_rows)
    assert path.stat().st_size < 100_000
    found = validate(path)
    assert "D013" in {each.rule.code for each in found}
    stopped = next(each for each in found if each.rule.code == "D013")
    assert stopped.place.row is not None
    assert 0 < stopped.place.row < 3_000_000


def _lengthened(words: str) -> Callable[[list[Row]], None]:
    def change(rows: list[Row]) -> None:
        row = rows[0]
        for name in (
            "quotes",
            "scare",
            "entities",
            "claims",
            "dates",
            "edits",
            "regions",
            "date_proposals",
            "candidates",
        ):
            row[name] = []
        row |= {"text": words, "paragraphs": [{"start": 0, "end": len(words)}], "raw_media_type": "application/jsonl",
                "sentences": [{"start": 0, "end": len(words)}], "date": None, "date_precision": None, "title": None,
                "date_provenance": "none", "date_agreement": 0, "source": None, "source_kind": None,
                "source_provenance": "none", "agency": None, "url": None,
                "text_length": len(words), "text_sha256": text_sha256(words)}  # fmt: skip

    return change


@pytest.mark.parametrize(("count", "codes"), [(1000, []), (200_000, ["D015"])])
def test_a_cell_without_measure_is_found(
    rewrite: Callable[[Path, Callable[[list[Row]], None]], Path], tmp_path: Path, count: int, codes: list[str]
) -> None:
    found = validate(rewrite(tmp_path, _lengthened(("the tide of " * count).strip())))
    assert [each.rule.code for each in found if each.rule.code != "D009"] == codes
    assert all(each.place.pointer == "/text" for each in found if each.rule.code == "D015")


def test_an_annotator_that_fails_is_a_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("The harbour is open again, the mayor said on Friday.\n")
    (tmp_path / "corpus.toml").write_text('license = "CC0-1.0"\ncitation = "x"\n')
    assert validate(tmp_path) == []

    def fail(*_: object) -> None:
        raise ZeroDivisionError("no such thing")

    monkeypatch.setattr(articles, "annotate", fail)
    (found,) = validate(tmp_path)
    assert (found.rule.code, found.message) == ("F016", "ZeroDivisionError: no such thing")
    assert found.place.file.endswith("a.txt")
