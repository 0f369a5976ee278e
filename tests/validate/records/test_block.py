"""The quick reader of JSON Lines takes only what the strict one finds sound by form, and reads the same from it."""

from __future__ import annotations

import copy
import json
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from record_support import Path_, at, damaged, kind, places, put, records
from schema_support import reference

from corpus_pkg.model.arrow import arrow_schema
from corpus_pkg.model.tables import table
from corpus_pkg.validate.records.block import read_block
from corpus_pkg.validate.records.dates import with_dates

_SCHEMA = arrow_schema(table("articles"))
_JUDGED_LATER = {"S005", "S006", "S007", "S008"}
"""Choices, forms, ranges, lengths: what columns are judged by after they are read."""
_ON_ONE_LINE = "objects on one line make up for a blank one"
_WHITE = b" \t\r\n"
_NOT_FINITE = "Arrow reads words for what is not finite, and numbers that are too large, as such doubles"


def _line(record: object) -> bytes:
    return json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def _content(*parts: bytes) -> bytes:
    return b"\n".join(parts) + b"\n"


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len(dict(pairs)) < len(pairs):
        raise ValueError("a key stands twice")
    return dict(pairs)


def _refused(word: str) -> float:
    raise ValueError(word)


def _strictly(content: bytes) -> list[Any]:
    """The lines by the standard library, which is made strict.

    Raises:
        ValueError: one is no JSON.
    """
    lines = content.removesuffix(b"\n").split(b"\n")
    return [json.loads(each.decode("utf-8"), object_pairs_hook=_once, parse_constant=_refused) for each in lines]


def _holds(content: bytes) -> bool:
    """Whether a block was taken; what was taken is held to the strict way."""
    rows = read_block(content)
    if rows is None:
        return False
    strict = _strictly(content)
    assert all({code for _, code in reference(each)} <= _JUDGED_LATER for each in strict)
    assert rows.schema.equals(_SCHEMA)
    assert rows.equals(pa.RecordBatch.from_pylist([with_dates(each) for each in strict], schema=_SCHEMA))
    return True


def test_sound_lines_are_taken() -> None:
    lines = [_line(each) for each in records()]
    assert _holds(_content(*lines))
    assert _holds(b"\n".join(lines))
    assert _holds(_content(*lines).replace(b"\n", b"\r\n"))
    assert _holds(_content(*(json.dumps(each, separators=(", ", ":")).encode() for each in records())))
    assert read_block(b"") is None


def test_many_lines_are_taken_and_long_ones_are_or_are_not() -> None:
    line = _line(records()[0])
    rows = read_block((line + b"\n") * (9 * 1024 * 1024 // len(line)))
    assert rows is not None
    assert rows.num_rows == 9 * 1024 * 1024 // len(line)
    long = _line(records()[0] | {"text": "x" * 5_000_000})
    for lines in ([long], [long, line], [line, long], [long, long]):
        found = read_block(b"\n".join(lines))
        assert found is None or found.num_rows == len(lines)


def test_absent_records_keep_their_places_among_those_that_are_there() -> None:
    record = next(each for each in records() if each["quotes"] and each["quotes"][0]["cue"])
    quote = record["quotes"][0]
    record["quotes"] = [quote | {"cue": None}, quote, quote | {"cue": None, "speaker": None}, quote]
    assert _holds(_content(_line(record), _line(record | {"quotes": []}), _line(record)))


@given(st.lists(damaged(2), min_size=1, max_size=2))
@settings(max_examples=200)
def test_damaged_records_are_taken_only_if_their_form_is_sound(found: list[dict[str, Any]]) -> None:
    _holds(_content(*map(_line, found)))


_TOKENS = (
    b"",
    b" ",
    b"\t",
    b"\r",
    b"\x00",
    b"\x1f",
    b",",
    b":",
    b'"',
    b'":',
    b'\\":',
    b"\\",
    b"\\u0022:",
    b"\\ud800",
    b"\\udc00",
    b"\\ud83d\\ude00",
    b"{",
    b"}",
    b"[",
    b"]",
    b"[]",
    b"{}",
    b"null",
    b"true",
    b"1",
    b"-0",
    b"1.0",
    b"1e2",
    b"0x1",
    b"01",
    b"\xff",
    b"\xc3",
    b"\xed\xa0\x80",
    b"\xc0\x80",
    b"\xef\xbb\xbf",
    b"//",
    b"/**/",
    b"'",
    b'"":null,',
    b'"id":null,',
    b"18446744073709551616",
)


@given(st.data())
@settings(max_examples=300)
def test_lines_damaged_as_text_are_taken_only_if_their_form_is_sound(data: st.DataObject) -> None:
    content = _content(
        *(_line(each) for each in data.draw(st.lists(st.sampled_from(records()), min_size=1, max_size=2)))
    )
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(1, len(content)))
        length = data.draw(st.integers(0, 4))
        content = content[:start] + data.draw(st.sampled_from(_TOKENS)) + content[start + length :]
    assume(b"}{" not in content)
    _holds(content)


@given(st.binary(max_size=40) | st.text(max_size=40).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_bytes_of_any_kind_do_not_raise(content: bytes) -> None:
    assume(not content.lstrip(_WHITE).startswith(b"null"))
    read_block(content)


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=3),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(_SCHEMA.names), inner, max_size=3),
    )
)
def test_json_of_any_kind_does_not_raise(value: object) -> None:
    assume(value is not None)
    assert read_block(_line(value)) is None


def _of(pointer: str) -> tuple[dict[str, Any], Path_]:
    return next((each, path) for each in records() for path in places(each) if kind(path) == pointer)


_KEYS = (
    "/dateline",
    "/title",
    "/published_at",
    "/quotes/*/speaker_entity",
    "/quotes/*/nested_in",
    "/quotes/*/cue",
    "/claims/*/of",
    "/claims/*/number/start",
    "/entities/*/wikidata",
    "/dates/*/value",
    "/annotator/models/*/sha256",
    "/corrections",
)


@pytest.mark.parametrize("pointer", _KEYS)
def test_a_missing_field_is_not_taken_for_null(pointer: str) -> None:
    record, path = _of(pointer)
    del at(record, path[:-1])[path[-1]]
    assert not _holds(_content(_line(record), _line(records()[0])))


@pytest.mark.parametrize("pointer", _KEYS)
@pytest.mark.parametrize("same", [True, False])
def test_a_key_that_stands_twice_is_refused(pointer: str, *, same: bool) -> None:
    record, path = _of(pointer)
    marked = _line(put(record, path, "MARK"))
    value, key = _line(at(record, path)), _line(path[-1])
    other = value if same else b"null"
    assert not _holds(_content(marked.replace(b'"MARK"', other + b"," + key + b":" + value)))


_WRONG = (
    ("/text", True),
    ("/text", 3),
    ("/text", ["x"]),
    ("/text", {"a": 1}),
    ("/dateline", False),
    ("/claims/*/hedged", "true"),
    ("/claims/*/hedged", 0),
    ("/claims/*/start", "1"),
    ("/claims/*/start", 1.5),
    ("/claims/*/start", 2**63),
    ("/quotes", {}),
    ("/quotes/*", None),
    ("/authors", [None]),
    ("/quotes/*/cue", []),
    ("/quotes/*/cue", {}),
    ("/claims/*/value", "1"),
    ("/date", 20250101),
    ("/date", "2025-1-1"),
    ("/date", "2025-02-30"),
    ("/date", "2025-01-01\n"),
    ("/review", None),
    ("/published_at", "2025-01-01"),
    ("/published_at", "2025-01-01T00:00:00"),
    ("/corrections", None),
)


@pytest.mark.parametrize(("pointer", "value"), _WRONG)
def test_a_value_of_another_type_is_refused(pointer: str, value: object) -> None:
    record, path = _of(pointer)
    assert not _holds(_content(_line(put(record, path, value))))


def _between(content: bytes) -> bytes:
    return content.replace(b'":', b'" :')


def _one_blank(content: bytes) -> bytes:
    return content.replace(b'"dateline":', b'"dateline" :')


def _doubled(content: bytes) -> bytes:
    return content.replace(b"\n", b"") * 2 + b"\n"


_TEXTUAL: dict[str, Callable[[bytes], bytes]] = {
    "blanks before colons": _between,
    "one blank before a colon": _one_blank,
    "a blank line": lambda content: content + b"\n",
    "a line of blanks": lambda content: content + b"  \n" + content,
    "two objects on a line": _doubled,
    "an array of records": lambda content: b"[" + content.strip() + b"]\n",
    "a comma after": lambda content: content.strip() + b",\n",
    "trailing garbage": lambda content: content.strip() + b" x\n",
    "cut off": lambda content: content[:-3] + b"\n",
    "over two lines": lambda content: content.replace(b',"title"', b',\n"title"'),
    "a lone surrogate": lambda content: content.replace(b'"dateline":null', b'"dateline":"\\ud800"'),
    "a lone low surrogate": lambda content: content.replace(b'"dateline":null', b'"dateline":"\\udc00"'),
    "a surrogate in UTF-8": lambda content: content.replace(b'"dateline":null', b'"dateline":"\xed\xa0\x80"'),
    "no UTF-8": lambda content: content.replace(b'"dateline":null', b'"dateline":"\xff"'),
    "an overlong NUL": lambda content: content.replace(b'"dateline":null', b'"dateline":"\xc0\x80"'),
    "a control character": lambda content: content.replace(b'"dateline":null', b'"dateline":"\x01"'),
    "a comment": lambda content: content.replace(b'"dateline":null', b'"dateline":/* */null'),
    "a trailing comma": lambda content: content.replace(b"}}\n", b"},}\n"),
    "UTF-16": lambda content: content.decode().encode("utf-16"),
}


@pytest.mark.parametrize("name", _TEXTUAL)
def test_lines_that_are_not_plain_are_left_to_the_strict_reader(name: str) -> None:
    content = _content(_line(records()[0] | {"dateline": None}))
    changed = _TEXTUAL[name](content)
    assert changed != content
    assert not _holds(changed)


_PLAIN = (
    'a \\": b',
    '":',
    'x":',
    '\\":"',
    "\\",
    "a\\\\",
    '"',
    '":":":',
    "\u2028",
    "\x00\x1f",
    "\ufeff",
    "\U0001f600",
    '{"id":1}',
    "\\u0022:",
)


@pytest.mark.parametrize("words", _PLAIN)
def test_words_that_look_like_keys_count_as_none(words: str) -> None:
    for line in (
        _line(records()[0] | {"dateline": words}),
        json.dumps(records()[0] | {"dateline": words}, separators=(",", ":")).encode(),
    ):
        assert _holds(_content(line))


def test_escapes_are_read() -> None:
    content = _content(_line(records()[0] | {"dateline": "MARK"}))
    assert _holds(content.replace(b"MARK", b"\\u0022: \\ud83d\\ude00 \\/ \\b"))
    assert _holds(content.replace(b'"dateline"', b'"d\\u0061teline"'))


@pytest.mark.parametrize("number", ["1.0", "1e2", "1E2", "-0", "-0.0", "0.1", "123456789.125", "1e-300", "3"])
def test_numbers_are_read_as_they_are(number: str) -> None:
    record, path = _of("/claims/*/value")
    assert _holds(_content(_line(put(record, path, "MARK")).replace(b'"MARK"', number.encode())))


@pytest.mark.parametrize(
    "number", ["1.0", "1e2", "-0.0", "01", "+1", "1.", ".5", "0x1", "1e", "--1", "9223372036854775808"]
)
def test_whole_numbers_that_are_written_otherwise_are_refused(number: str) -> None:
    record, path = _of("/date_agreement")
    assert not _holds(_content(_line(put(record, path, "MARK")).replace(b'"MARK"', number.encode())))


def test_a_text_that_begins_with_a_colon_makes_up_for_no_missing_field() -> None:
    record = records()[0] | {"title": ": or not"}
    del record["dateline"]
    assert not _holds(_content(_line(record)))


def test_a_blank_line_makes_up_for_no_second_object_on_a_line() -> None:
    line = _line(records()[0])
    assert read_block(line + line + b"\n\n") is None


def test_a_record_over_two_lines_makes_up_for_no_second_object_on_a_line() -> None:
    line = _line(records()[0])
    assert read_block(line.replace(b',"title"', b',\n"title"') + b"\n" + line + line + b"\n") is None


def test_a_byte_order_mark_is_left_to_the_strict_reader() -> None:
    assert read_block(b"\xef\xbb\xbf" + _content(_line(records()[0]))) is None


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1" + "0" * 400])
@pytest.mark.parametrize("pointer", ["/claims/*/value", "/claims/*/confidence"])
def test_what_is_not_finite_is_left_to_the_strict_reader(pointer: str, number: str) -> None:
    record, path = _of(pointer)
    assert read_block(_content(_line(put(record, path, "MARK")).replace(b'"MARK"', number.encode()))) is None


@pytest.mark.parametrize(("field", "value"), [("date", "0000-01-01"), ("published_at", "0000-01-01T00:00:00Z")])
def test_a_day_before_the_first_year_is_left_to_the_strict_reader(field: str, value: str) -> None:
    assert read_block(_content(_line(records()[0] | {field: value}))) is None


@pytest.mark.parametrize("content", ["null", "null\n{}", ' null {"id": 1, "raw_sha256": 1}'])
def test_a_block_that_begins_with_null_does_not_end_the_process(content: str) -> None:
    code = "import sys; from corpus_pkg.validate.records.block import read_block; read_block(sys.argv[1].encode())"
    assert subprocess.run([sys.executable, "-c", code, content], check=False).returncode == 0


@pytest.mark.parametrize(
    ("number", "taken"), [(2**53 - 1, True), (2**63 - 1, False), (-(2**53) - 1, False), (1e300, False)]
)
def test_a_number_that_no_float_holds_is_left_to_the_strict_way(number: float, taken: bool) -> None:  # noqa: FBT001
    record = copy.deepcopy(next(each for each in records() if each["claims"]))
    record["claims"][0]["high"] = number
    assert _holds(_content(_line(record))) is taken
