"""Files of records: no line, whatever it holds, ends a run or hides what is wrong with another."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from record_support import damaged, kind, places, put, records
from tests_support import TODAY

from corpus_pkg.findings import Finding
from corpus_pkg.validate.records.judge import Records
from corpus_pkg.validate.target import Steps


def _line(record: object) -> bytes:
    return json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def _judged(folder: Path, content: bytes, name: str = "a.jsonl") -> list[Finding]:
    path = folder / name
    path.write_bytes(content)
    judge = Records(TODAY, Steps())
    return list(judge.lines(path, name) if name.endswith("l") else judge.document(path, name))


def _found(findings: list[Finding]) -> set[tuple[str, int | None, str | None]]:
    return {(each.rule.code, each.place.line, each.place.pointer) for each in findings}


def _marked(pointer: str) -> tuple[dict[str, Any], tuple[str | int, ...]]:
    return next((each, path) for each in records() for path in places(each) if kind(path) == pointer)


@given(st.lists(damaged(2), min_size=1, max_size=3), st.binary(max_size=6))
@settings(max_examples=60)
def test_no_line_ends_a_run(tmp_path: Path, found: list[dict[str, Any]], garbage: bytes) -> None:
    _judged(tmp_path, b"\n".join([*map(_line, found), garbage]))
    for each in found:
        _judged(tmp_path, _line(each), "a.json")


def test_a_name_of_an_encoding_that_none_can_have_ends_no_run(tmp_path: Path) -> None:
    record = next(each for each in records() if each["raw_media_type"] == "text/plain")
    assert _judged(tmp_path, _line(record | {"raw_encoding": "utf-8\x00"}))


@given(st.binary(max_size=60))
def test_no_bytes_end_a_run(tmp_path: Path, content: bytes) -> None:
    for name in ("a.jsonl", "a.json"):
        assert _judged(tmp_path, content, name) or not content.strip()


def test_a_damaged_line_hides_nothing_of_the_others(tmp_path: Path) -> None:
    one, two = records()[0] | {"review": "read"}, records()[1]
    two["quotes"] = [{"id": 3}]
    found = _found(_judged(tmp_path, b"\n".join([_line(one), b"{", _line(two), b"", _line(records()[2] | {"x": 1})])))
    assert {("S005", 1, "/review"), ("S003", 5, "/x"), ("S004", 3, "/quotes/0/id"), ("S002", 3, "/quotes/0")} <= found
    assert {line for code, line, _ in found if code == "S010"} == {2}


def test_the_quick_way_and_the_strict_way_say_the_same(tmp_path: Path) -> None:
    broken = [record | {"review": "read", "date_agreement": -1, "source": ""} for record in records()]
    quick = _judged(tmp_path, b"\n".join(map(_line, broken)))
    strict = _judged(tmp_path, b"\n".join([*map(_line, broken), b""]).replace(b'{"id":"a', b'{"id" :"a'))
    assert _found(quick) == _found(strict) != set()
    assert {each.place.column for each in strict} == {(each.place.column or 0) + 1 for each in quick}
    listed = _judged(tmp_path, b"[" + b",".join(map(_line, broken)) + b"]", "a.json")
    assert {(each.rule.code, (each.place.pointer or "").split("/", 2)[2]) for each in listed} == {
        (each.rule.code, (each.place.pointer or "")[1:]) for each in quick
    }


_TOO_MUCH = (
    ("/claims/*/start", "18446744073709551616"),
    ("/claims/*/start", "1e300"),
    ("/date_agreement", "9223372036854775808"),
    ("/quotes/*/cue/start", "1e19"),
    ("/published_at", '"0001-01-01T00:00:00+23:59"'),
    ("/published_at", '"9999-12-31T23:59:59-01:00"'),
    ("/published_at", '"0000-01-01T00:00:00Z"'),
    ("/date", '"0000-01-01"'),
)


@pytest.mark.parametrize("name", ["a.jsonl", "a.json"])
@pytest.mark.parametrize(("pointer", "value"), _TOO_MUCH)
def test_what_no_column_holds_is_a_finding(tmp_path: Path, pointer: str, value: str, name: str) -> None:
    record, path = _marked(pointer)
    line = _line(put(record, path, "MARK")).replace(b'"MARK"', value.encode())
    assert _judged(tmp_path, line, name)


def test_a_number_that_a_double_rounds_ends_no_run(tmp_path: Path) -> None:
    record, path = _marked("/claims/*/value")
    assert _judged(tmp_path, _line(put(record, path, 2**53 + 1)), "a.json")


def test_what_is_not_finite_is_a_finding(tmp_path: Path) -> None:
    record, path = _marked("/claims/*/confidence")
    line = _line(put(record, path, "MARK")).replace(b'"MARK"', b"NaN")
    assert "S012" in {each.rule.code for each in _judged(tmp_path, line)}


@pytest.mark.parametrize("levels", [98, 100, 101, 200, 254, 255, 1024, 1025, 5000])
def test_what_is_nested_too_deeply_is_said_so_at_any_depth(tmp_path: Path, levels: int) -> None:
    key = b'"date_agreement":'
    line = _line(records()[0] | {"date_agreement": 3}).replace(key + b"3", key + b"[" * levels + b"]" * levels)
    codes = {each.rule.code for each in _judged(tmp_path, line)}
    assert codes == ({"S013"} if levels > 99 else {"S004"})


@pytest.mark.parametrize("name", ["a.json", "a.jsonl"])
@pytest.mark.parametrize("content", [b"null", b"3", b'"x"', b"{}"])
def test_what_is_no_record_is_said_to_be_none(tmp_path: Path, name: str, content: bytes) -> None:
    assert {each.rule.code for each in _judged(tmp_path, content, name)} == {"S019"}
