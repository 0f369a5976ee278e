"""Pieces: what is read together says the same whatever stands around it, and its key tells it from any other."""

from __future__ import annotations

import datetime as dt
import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus_pkg.findings import Finding, Place
from corpus_pkg.findings.rules.files import UNREADABLE_FILE
from corpus_pkg.findings.rules.forms import FORM_DIFFERS
from corpus_pkg.intake import reader as readers
from corpus_pkg.intake.files import RawFile
from corpus_pkg.intake.form import Form
from corpus_pkg.intake.forms import OWN
from corpus_pkg.intake.piece import Piece, noted, piece_key, together, units_of
from corpus_pkg.intake.raw import Defaults
from corpus_pkg.intake.reader import FormatReader
from corpus_pkg.intake.source.lines import Line, bounded_lines
from corpus_pkg.intake.unit import Unit
from tests.intake_support import TODAY, articles, codes, flat

_PAGE = (
    "<html><body><article><p>It rained on the harbour for three days, and the boats stayed where they were.</p>"
    "<p>On the fourth day the men went out again, and came back with more fish than in the month before.</p>"
    "</article></body></html>"
)


def _line(number: int, **more: str) -> str:
    return json.dumps({"body": f"Story {number} of the day.", **more}) + "\n"


def _pieces(
    path: Path,
    content: str | bytes | None = None,
    mapping: dict[str, str] | None = None,
    defaults: Defaults | None = None,
) -> list[Piece]:
    if content is not None:
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return list(FormatReader(TODAY, mapping, defaults).pieces(RawFile(path, path.name)))


def test_lines_below_leave_the_pieces_above_as_they_are(tmp_path: Path) -> None:
    before = _pieces(tmp_path / "a.jsonl", "".join(map(_line, range(600))))
    after = _pieces(tmp_path / "a.jsonl", "".join(map(_line, range(601))))
    assert [each.key for each in before[:2]] == [each.key for each in after[:2]]
    assert len({each.key for each in (*before, *after)}) == 4
    assert None not in {each.key for each in after}
    assert len(flat(units_of(after))) == 602, "an article a line, and once a word on the name of a field"


def test_a_line_above_makes_other_pieces_as_places_are_others(tmp_path: Path) -> None:
    lines = "".join(map(_line, range(300)))
    before, after = (_pieces(tmp_path / "a.jsonl", each) for each in (lines, "\n" + lines))
    assert not {each.key for each in before} & {each.key for each in after}


@given(st.lists(st.binary(max_size=12).map(lambda each: each.replace(b"\n", b"")), max_size=12), st.integers(1, 9))
def test_lines_are_all_there_in_their_order(contents: list[bytes], size: int) -> None:
    lines = list(bounded_lines(io.BytesIO(b"\n".join(contents)), size))
    assert [line for group in together(lines) for line in group] == lines


def test_a_piece_is_no_larger_than_memory_should_hold() -> None:
    long = [Line(number, b"x" * 400_000, 400_000, 0) for number in range(1, 8)]
    assert [len(each) for each in together(long)] == [3, 3, 1]


def test_lines_that_nobody_asks_for_are_left_alone() -> None:
    groups = together(Line(number, b"", 0, 0) for number in range(1, 999))
    assert next(groups)
    groups.close()


def test_a_file_that_breaks_off_loses_no_line_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class _Breaks(io.RawIOBase):
        codec = damage = None

        def __init__(self, stream: io.BufferedReader, _name: str) -> None:
            self._stream = stream

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: Any) -> int:  # noqa: ANN401  any buffer
            piece = self._stream.read(min(len(buffer), 40))
            if not piece:
                raise OSError(5, "Input/output error")
            buffer[: len(piece)] = piece
            return len(piece)

    monkeypatch.setattr(readers, "Unpacked", _Breaks)
    monkeypatch.setattr(readers, "HEAD", 40)
    table = "text,source\n" + "".join(f"Story {each} came.,The Courier\n" for each in range(40))
    for name, content, count in (("a.jsonl", _line(1) + _line(2), 2), ("a.csv", table, 40)):
        (tmp_path / name).write_text(content)
        found = flat(FormatReader(TODAY).read(RawFile(tmp_path / name, name)))
        assert codes(found)[-1] == UNREADABLE_FILE.code
        assert len(articles(found)) == count
        assert None in {each.key for each in FormatReader(TODAY).pieces(RawFile(tmp_path / name, name))}


def test_whatever_a_reading_hangs_on_makes_another_key(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    found = [
        _pieces(path, _PAGE), _pieces(path, _PAGE.replace("rained", "snowed")), _pieces(tmp_path / "b.html", _PAGE),
        _pieces(path, _PAGE, mapping={"text": "x"}), _pieces(path, _PAGE, defaults=Defaults(language="en")),
    ]  # fmt: skip
    (tmp_path / "a.meta.toml").write_text('source = "The Courier"\n')
    found.append(_pieces(path))
    keys = [each[0].key for each in found]
    assert len(set(keys)) == len(keys)
    assert None not in keys
    assert len({piece_key("a", b"b"), piece_key("a", b"", b"b"), piece_key("ab"), piece_key("a", b"b", b"")}) == 4


def test_what_only_reading_tells_has_no_key(tmp_path: Path) -> None:
    (tmp_path / "a.annotations.json").write_text("{}")
    assert [each.key for each in _pieces(tmp_path / "a.txt", "It rained.")] == [None], "people corrected it"
    assert [each.key for each in _pieces(tmp_path / "b.txt", "")] == [None], "it is refused"
    assert [each.key for each in _pieces(tmp_path / "c.csv", _line(1))] == [None], "a word on its form goes with it"


def test_what_has_a_key_is_read_when_its_file_is_closed(tmp_path: Path) -> None:
    for name, content in (
        ("a.txt", "It rained."),
        ("a.html", _PAGE),
        ("a.csv", "text\nOne came.\n"),
        ("a.jsonl", _line(1)),
    ):
        pieces = _pieces(tmp_path / name, content)
        assert None not in {each.key for each in pieces}
        assert sum(each.article is not None for each in units_of(pieces)) == 1


def test_a_line_that_is_too_long_is_no_line_of_the_same_digits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readers, "MOST_BYTES", 20)
    found = [
        _pieces(tmp_path / "a.jsonl", each)[0].key
        for each in ('{"a":1}\n' + "x" * 21, '{"a":1}\n21', '{"a":1}\n' + "x" * 22, '{"a":1}\n\n', '{"a":1}\n')
    ]
    assert len(set(found)) == 5


def test_what_may_unfold_has_no_key(tmp_path: Path) -> None:
    pq.write_table(pa.table({"text": ["It rained."]}), tmp_path / "a.parquet")
    assert [each.key for each in _pieces(tmp_path / "a.parquet")] == [None]


def test_a_form_of_another_package_has_no_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    theirs = Form(name="theirs", suffixes=(".their",), fits=lambda _: True, read=lambda _: iter([Unit()]))
    monkeypatch.setattr(readers, "forms", lambda: (theirs, *OWN))
    (piece,) = _pieces(tmp_path / "a.their", "x")
    assert piece.key is None, "nothing tells its code"


def test_what_is_larger_is_read_as_a_stream(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readers, "MOST_BYTES", 30)
    path = tmp_path / "a.csv"
    path.write_text("text\n" + "".join(f"Story {each} came.\n" for each in range(9)))
    reader = FormatReader(TODAY)
    found = [(piece.key, [unit.article.characters for unit in piece.units() if unit.article])
             for piece in reader.pieces(RawFile(path, path.name))]  # fmt: skip
    assert found == [(None, [f"Story {each} came." for each in range(9)])]


def test_the_day_has_no_part_in_a_key(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(_line(1))
    file = RawFile(path, path.name)
    one, two = (list(FormatReader(day).pieces(file)) for day in (TODAY, TODAY + dt.timedelta(1)))
    assert one[0].key == two[0].key


def test_what_is_said_of_all_goes_to_the_first_unit() -> None:
    note = Finding(FORM_DIFFERS, Place(file="a"), "it was read as JSON Lines")
    pieces = [Piece(list, "a"), Piece(lambda: [Unit(), Unit()], "b"), Piece(lambda: [Unit()], "c")]
    found, keys = [], []
    for piece in noted(pieces, [note]):
        keys.append(piece.key)
        found += [len(each.findings) for each in piece.units()]
    assert (found, keys) == ([1, 0, 0], [None, None, "c"])
    assert [each.key for each in noted(pieces, [])] == ["a", "b", "c"]
    assert replace(pieces[0], key=None).units() == []
