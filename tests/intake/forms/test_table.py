"""Tables: how cells are parted is told, a bad row costs itself alone, and no bytes raise."""

from __future__ import annotations

import csv
import datetime as dt
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from intake_support import articles, codes, findings, read_bytes

_ROWS = [("Ferry", "It stayed in port."), ("Crane", "It lost its load, on Tuesday.\n\nNobody was hurt.")]


def _written(rows: list[tuple[str, ...]], delimiter: str = ",", header: tuple[str, ...] = ("title", "text")) -> str:
    stream = io.StringIO()
    csv.writer(stream, delimiter=delimiter, lineterminator="\n").writerows([header, *rows])
    return stream.getvalue()


def _read(content: str | bytes, name: str = "a.csv", **mapping: str) -> list[tuple[str | None, str]]:
    raw = content.encode("utf-8") if isinstance(content, str) else content
    return [(each.given.title, each.characters) for each in articles(read_bytes(raw, name, **mapping))]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("name", ["a.csv", "a.tsv", "a", "a.txt"])
def test_the_delimiter_is_told_by_the_header(delimiter: str, name: str) -> None:
    assert _read(_written(_ROWS, delimiter), name) == _ROWS


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le-sig", "utf-32", "cp1252"])
def test_encodings_of_spreadsheets(encoding: str) -> None:
    content = _written([("Café", "“Open”, they said.")])
    marked = encoding.endswith("le-sig")
    raw = (b"\xff\xfe" + content.encode("utf-16-le")) if marked else content.encode(encoding)
    (article,) = articles(read_bytes(raw, "a.csv"))
    assert (article.given.title, article.characters) == ("Café", "“Open”, they said.")
    assert article.encoding_provenance == ("bom" if "16" in encoding or "32" in encoding else encoding[:6].strip("-s"))


def test_places_and_digests_of_rows() -> None:
    found = articles(read_bytes(_written(_ROWS).encode(), "a.csv"))
    assert [each.path for each in found] == ["a.csv#L2", "a.csv#L3"]
    assert {each.media_type for each in found} == {"text/csv"}
    other = articles(read_bytes(_written(_ROWS, ";").encode(), "b.csv"))
    assert [each.sha256 for each in found] == [each.sha256 for each in other]


def test_quotation_marks_within_tabs_are_part_of_a_cell_where_they_close_none() -> None:
    raw = 'title\ttext\nFerry\t"It stayed", he said.\nCrane\t"No" and "yes"\n'
    assert _read(raw, "a.tsv") == [("Ferry", '"It stayed", he said.'), ("Crane", '"No" and "yes"')]
    assert _read('title\ttext\nFerry\t"It ""stayed"""\n', "a.tsv") == [("Ferry", 'It "stayed"')]


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ('x,"open', "not closed"), ('x,"a"b', "middle of a cell"), ("x", "1 cells"), ("x,y,z", "3 cells"),
        ("x,a\rb", "carriage return"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("at", [0, 1, 2])
def test_a_bad_row_costs_itself_alone(row: str, words: str, at: int) -> None:
    rows = [f"T{number},“Text” number {number}." for number in range(3)]
    raw = "title,text\n" + "".join(f"{each}\n" for each in [*rows[:at], row, *rows[at:]])
    found = read_bytes(raw.encode(), "a.csv")
    assert [each.given.title for each in articles(found)] == ["T0", "T1", "T2"]
    (finding,) = findings(found)
    assert (finding.rule.code, finding.place.line) == ("F038", at + 2)
    assert words in finding.message


def test_an_open_mark_in_each_row_takes_linear_time() -> None:
    raw = "title,text\n" + 'x,"open\n' * 20_000
    assert len(findings(read_bytes(raw.encode(), "a.csv"))) == 20_000


def test_empty_cells_behind_the_last_column_are_none() -> None:
    assert _read("title,text\nFerry,It stayed.,,\n") == [("Ferry", "It stayed.")]


def test_columns_by_number_where_there_is_no_header() -> None:
    raw = "2025-02-13,Ferry,It stayed.\n"
    assert codes(read_bytes(raw.encode(), "a.csv")) == ["F039"]
    (note, article) = read_bytes(raw.encode(), "a.csv", text="3", title="2", date="1")
    assert codes([note]) == ["F040"]
    assert [(each.given.title, each.characters, each.given.date) for each in articles([article])] == [
        ("Ferry", "It stayed.", dt.date(2025, 2, 13))
    ]


def test_the_line_that_names_the_delimiter_is_no_row() -> None:
    assert _read("sep=;\ntitle;text\nFerry;It stayed.\n") == [("Ferry", "It stayed.")]


@pytest.mark.parametrize("cell", ["['Ann Lee', 'Ben Hall']", '["Ann Lee", "Ben Hall"]', "Ann Lee, Ben Hall"])
def test_lists_of_authors_in_a_cell(cell: str) -> None:
    raw = _written([("Ferry", "It stayed.", cell)], header=("title", "text", "authors"))
    (article,) = articles(read_bytes(raw.encode(), "a.csv"))
    assert article.given.authors == ("Ann Lee", "Ben Hall")


def test_prose_that_begins_with_commas_is_no_table() -> None:
    raw = b"The ferry, the crane, the quay, and the text of it all.\n\nIt stayed, they said."
    assert [each.media_type for each in articles(read_bytes(raw, "a.txt"))] == ["text/plain"]


_CELLS = st.text(st.characters(exclude_categories=["Cc", "Cs"]) | st.just("\n"), min_size=1, max_size=60)


@given(st.lists(_CELLS, max_size=5), st.sampled_from(",;|"))
def test_what_the_standard_library_writes_is_read(cells: list[str], delimiter: str) -> None:
    nothing = {"", "none", "null", "nan", "n/a", "undefined", "nat"}
    sound = [each for each in cells if each.strip().lower() not in nothing]
    assert [text for _, text in _read(_written([("x", each) for each in sound], delimiter))] == sound


@given(st.binary(max_size=300))
def test_any_bytes_are_rows_or_findings(raw: bytes) -> None:
    for content in (raw, b"title,text\n" + raw, b"\xff\xfe" + raw):
        assert read_bytes(content, "a.csv") or not content.strip(b"\xff\xfe\xef\xbb\xbf \t\r\n")
