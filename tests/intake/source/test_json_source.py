"""JSON with positions, beside the standard library's reader."""

from __future__ import annotations

import json
import math
import re
import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus_pkg.intake.source.json_source import JsonSource, read_json

_SURROGATE = re.compile(r"[\ud800-\udfff]")
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner, max_size=4),
    max_leaves=12,
)  # fmt: skip
PIECES = [
    *"[]{},:\"\\'/-+.019eEuntrfé \n\t\x00\x0b“#",
    "\\u00e9", "\\ud83d", "\\ude00", "\ud83d", "\ufeff", "NaN", "Infinity", "true", "null", '"a"', '"a":', "1e999",
    "12345678901234567890", "\u2028", "\xa0", "9" * 301,
]  # fmt: skip


def _kinds(source: JsonSource) -> list[str]:
    return [each.kind for each in source.faults]


class _NotStrictError(ValueError):
    pass


def _members(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len({key for key, _ in pairs}) < len(pairs):
        raise _NotStrictError
    return dict(pairs)


def _refused(word: str) -> None:
    raise _NotStrictError(word)


def _whole(digits: str) -> int:
    if len(digits) > 301 or not -(2**63) <= int(digits) < 2**63:
        raise _NotStrictError
    return int(digits)


def _real(digits: str) -> float:
    if math.isinf(float(digits)):
        raise _NotStrictError
    return float(digits)


def _is_sound(text: str) -> bool:
    try:
        value = json.loads(
            text, object_pairs_hook=_members, parse_constant=_refused, parse_int=_whole, parse_float=_real
        )
    except ValueError:
        return False
    return not _SURROGATE.search(json.dumps(value, ensure_ascii=False))


def _check_spans(text: str, source: JsonSource) -> None:
    for pointer, span in source.spans.items():
        value = source.value
        for token in pointer.split("/")[1:]:
            key = token.replace("~1", "/").replace("~0", "~")
            value = value[int(key)] if isinstance(value, list) else value[key]
        assert json.loads(text[slice(*span)]) == value
    for pointer, span in source.keys.items():
        assert json.loads(text[slice(*span)]) == pointer.rpartition("/")[2].replace("~1", "/").replace("~0", "~")


@given(VALUES, st.booleans(), st.sampled_from([None, 0, 1, "\t"]), st.sampled_from([(",", ":"), (" , ", " : ")]))
def test_what_json_writes_is_read_back(value: object, ascii_: bool, indent: Any, marks: tuple[str, str]) -> None:  # noqa: ANN401, FBT001  drawn by hypothesis
    text = json.dumps(value, ensure_ascii=ascii_, indent=indent, separators=marks)
    source = read_json(text)
    assert source.value == value
    assert source.faults == []
    _check_spans(text, source)


@given(
    st.text(max_size=20)
    | st.lists(st.sampled_from(PIECES), max_size=12).map("".join)
    | st.tuples(VALUES.map(json.dumps), st.integers(0, 40), st.integers(0, 3), st.sampled_from([*PIECES, ""])).map(
        lambda each: each[0][: each[1]] + each[3] + each[0][each[1] + each[2] :]
    )
)
def test_any_text_is_judged_as_the_standard_library_does(text: str) -> None:
    source = read_json(text)
    assert (source.faults == []) == _is_sound(text)
    if not source.faults:
        assert source.value == json.loads(text)
        _check_spans(text, source)
    for fault in source.faults:
        assert 0 <= fault.start <= fault.end <= len(text)
        assert fault.message.encode()
        assert fault.pointer.encode() is not None


@pytest.mark.parametrize(
    ("text", "start", "message"),
    [
        ("", 0, "expected a value, but the text ends"),
        ("[1,]", 2, "a comma stands before the closing ], where JSON allows none"),
        ('{"a": 1, }', 7, "a comma stands before the closing }, where JSON allows none"),
        ("{'a': 1}", 1, "single quotation mark"),
        ("[“a”]", 1, "typographic quotation mark"),
        ('{"a": 1 "b": 2}', 8, 'expected "," or "}", but a string begins here'),
        ("[1 2]", 3, 'expected "," or "]", but \'2\' stands here'),
        ("{key: 1}", 1, 'expected a key in double quotation marks (") or "}", but the word \'key\' stands here'),
        ('{"a" 1}', 5, "expected \":\" after the key 'a'"),
        ('{"a":}', 5, "expected a value, but '}' stands here"),
        ('["abc', 1, "the string that opens here is not closed"),
        ('["abc\\', 1, "the string that opens here is not closed"),
        ("[1] // x", 4, "a comment stands here"),
        ("[ # x\n1]", 2, "a comment stands here"),
        ('["a\nb"]', 3, "a control character (U+000A) stands in a string; write it as \\n"),
        ('["a\x01"]', 3, "write it as \\u0001"),
        ('["\\x"]', 2, "no escape of JSON"),
        ('["\\u12g"]', 2, "\\u12 has fewer than four hexadecimal digits"),
        ("[True]", 1, "JSON writes true"),
        ("[nullx]", 1, "the word 'nullx'"),
        ("[01]", 2, "expected no digit after a leading zero"),
        ("[1.]", 2, "a point stands here"),
        ("[.5]", 1, "a point stands here"),
        ("[+1]", 1, "a plus sign"),
        ("[1", 2, 'expected "," or "]", but the text ends'),
        ("[,1]", 1, "expected a value, but a comma stands here"),
        ("[\xa01]", 1, "a no-break space"),
        ("[1}", 2, "but '}' stands here"),
    ],
)
def test_a_syntax_fault_says_what_stands_where(text: str, start: int, message: str) -> None:
    source = read_json(text)
    (fault,) = source.faults
    assert fault.kind == ("trailing-data" if text == "[1] // x" else "syntax")
    assert fault.start == start
    assert message in fault.message


@pytest.mark.parametrize(
    ("text", "kind", "words", "pointer", "value"),
    [
        ('{"a": {"b": 1, "b": 2}}', "duplicate-key", '"b"', "/a/b", {"a": {"b": 2}}),
        ("[1, -Infinity]", "not-finite", "-Infinity", "/1", [1, -math.inf]),
        ('["x\\ud83d"]', "lone-surrogate", "\\ud83d", "/0", ["x\ufffd"]),
        ('["x\udc00"]', "lone-surrogate", "\udc00", "/0", ["x\ufffd"]),
        ("[9223372036854775808]", "huge-number", "9223372036854775808", "/0", [2**63]),
        ("[-1e999]", "huge-number", "-1e999", "/0", [-math.inf]),
        ("[" + "7" * 5000 + "]", "huge-number", "7" * 5000, "/0", [None]),
        ("\ufeff[1]", "byte-order-mark", "\ufeff", "", [1]),
        ('{"a": 1}\n{"a": 2}', "trailing-data", '{"a": 2}', "", {"a": 1}),
    ],
)
def test_what_readers_take_in_different_ways_is_a_fault(
    text: str, kind: str, words: str, pointer: str, value: object
) -> None:
    source = read_json(text)
    (fault,) = source.faults
    assert (fault.kind, text[fault.start : fault.end], fault.pointer) == (kind, words, pointer)
    assert source.value == value


def test_several_faults_are_all_reported_until_one_ends_the_reading() -> None:
    source = read_json('\ufeff{"a": NaN, "a": 1e999, "b": "\\udc00", "c" 1}')
    assert _kinds(source) == [
        "byte-order-mark", "not-finite", "duplicate-key", "huge-number", "lone-surrogate", "syntax",
    ]  # fmt: skip
    assert (source.value, dict(source.spans)) == (None, {})


def test_a_hundred_levels_are_read_and_no_more() -> None:
    assert read_json("[" * 100 + "]" * 100).faults == []
    (fault,) = read_json("[" * 101 + "]" * 101).faults
    assert (fault.kind, fault.start, fault.pointer) == ("too-deep", 100, "/0" * 100)


@pytest.mark.parametrize(
    "text",
    [
        "[" * 1_000_000, '{"a":' * 200_000, '"' + "\\" * 1_000_000, '"\\' * 500_000, "1" * 1_000_000,
        "0." + "1" * 1_000_000, "1e" + "9" * 1_000_000, '"' * 1_000_000, " " * 1_000_000, "a" * 1_000_000,
        "[" + "1," * 100_000, "[" + "NaN," * 50_000 + "1]", '{"' + "k" * 500_000 + '":[' + "NaN," * 50_000 + "1]}",
        "{" + '"a":1,' * 50_000 + '"a":1}', '"' + "\\ud800" * 50_000 + '"',
    ],
    ids=lambda text: text[:8].encode("ascii", "replace").hex(),
)  # fmt: skip
def test_no_text_takes_long(text: str) -> None:
    start = time.perf_counter()
    read_json(text)
    # A hundredfold of what it takes, but a fraction of what quadratic reading would.
    assert time.perf_counter() - start < 10
