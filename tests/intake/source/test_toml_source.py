"""TOML with positions, beside tomllib."""

from __future__ import annotations

import json
import time
import tomllib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus_pkg.intake.source.place import line_column
from corpus_pkg.intake.source.toml_source import TomlSource, read_toml

DOCUMENT = '''\
# A comment with "quotes" and [brackets]
title = "T # no comment"
'quoted key' = 'C:\\path'
"a/b~\\u00e9" = """
One "two" ""three\\""" four\\
    five"""""
raw = \'\'\'it''s 'so' ''\'\'\'
a.b . "c.d" = 1_000
a.e = -0x_ # never valid, replaced below
day = 1979-05-27
moment = 1979-05-27 07:32:00Z # a space inside
clock = 07:32:00
list = [ 1, [2, "]"], # a comment ]
  \'\'\'
x\'\'\', {k = "}", l.m = [true]},
]
empty = []
none = {}
point = { x = 1, "y" = { z = inf } }
[table.sub]
x = 1
[table]
y.z = "é😀"
[[many]]
n = 1
[[many]]
n = 2
[many.under]
o = 3
[[many.deep]]
p = 4
'''.replace("-0x_ # never valid, replaced below", "0xff # hexadecimal\r")


def _at(value: Any, pointer: str) -> Any:  # noqa: ANN401  TOML is of any type
    for token in pointer.split("/")[1:]:
        key = token.replace("~1", "/").replace("~0", "~")
        value = value[int(key)] if isinstance(value, list) else value[key]
    return value


def _pointers(value: object, pointer: str = "") -> list[str]:
    found = [pointer]
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in inside:
        found += _pointers(each, pointer + "/" + str(key).replace("~", "~0").replace("/", "~1"))
    return found


def _check(text: str, source: TomlSource) -> int:
    """Whether every value is where its span says; how many were parsed again."""
    assert sorted(source.spans) == sorted(_pointers(source.value))
    parsed = 0
    for pointer, span in source.spans.items():
        value, written = _at(source.value, pointer), text[slice(*span)]
        assert written or not pointer
        # What a header or a dotted key makes has no text of its own.
        if (isinstance(value, dict) and not written.startswith("{")) or (
            isinstance(value, list) and text[: span.start].rstrip(" \t").endswith("\n")
        ):
            continue
        assert tomllib.loads(f"x = {written}")["x"] == value
        parsed += 1
    for pointer, span in source.keys.items():
        (key,) = tomllib.loads(f"{text[slice(*span)]} = 1")
        assert key == pointer.rpartition("/")[2].replace("~1", "/").replace("~0", "~")
    return parsed


def test_every_value_is_where_its_span_says() -> None:
    source = read_toml(DOCUMENT)
    assert source.faults == []
    assert source.value == tomllib.loads(DOCUMENT)
    assert _check(DOCUMENT, source) == 31
    assert line_column(DOCUMENT, source.spans["/many/1/n"].start) == (27, 5)
    assert DOCUMENT[slice(*source.spans["/table"])] == "[table]"
    assert DOCUMENT[slice(*source.spans["/many/1"])] == "[[many]]"
    assert DOCUMENT[slice(*source.keys["/a/b/c.d"])] == '"c.d"'
    assert "/many/0" not in source.keys


SCALARS = (
    st.sampled_from(["true", "1", "-17", "0b1", "1e3", "nan_", "inf", "1979-05-27", "07:32:00", "1979-05-27 07:32:00"])
    .map(lambda each: each.replace("nan_", "0.5"))
    | st.text("ab\"'\\#[]{}=,. é\n", max_size=6).map(json.dumps)
    | st.text('ab"#[]{}=,. é', max_size=6).map(lambda each: f"'{each}'")
    | st.text("ab'#[]{}=,.\n", max_size=6).map(lambda each: f'"""{each}"""')
    | st.text('ab"#[]{}=,.\n', max_size=6).map(lambda each: f"'''{each}'''")
)  # fmt: skip
KEYS = st.sampled_from(["a", "b", "c-d", '"e f"', "'g.h'", '"\\u00e9/~"', "a.b", "b . c", "i.'j'"])
BLANKS = st.sampled_from(["", " ", "\n", " # ,]}\n\t"])
INLINE = st.recursive(
    SCALARS,
    lambda inner: (
        st.tuples(st.lists(inner, max_size=3), BLANKS, BLANKS).map(
            lambda each: "[" + each[1] + (each[2] + "," + each[1]).join(each[0]) + each[2] + "]"
        )
        | st.dictionaries(KEYS, inner, max_size=3).map(
            lambda each: "{ " + ", ".join(f"{key} = {value}" for key, value in each.items()) + "}"
        )
    ),
    max_leaves=5,
)
STATEMENTS = st.tuples(KEYS, INLINE).map(lambda each: f"{each[0]}= {each[1]}") | KEYS.flatmap(
    lambda key: st.sampled_from([f"[{key}]", f"[[ {key} ]]", f" [{key}] # x", "", "# y"])
)
DOCUMENTS = st.tuples(st.lists(STATEMENTS, max_size=6), st.sampled_from(["\n", "\r\n"])).map(
    lambda each: each[1].join(each[0])
)


@given(
    DOCUMENTS
    | st.text(max_size=20)
    | st.tuples(
        DOCUMENTS, st.integers(0, 60), st.integers(0, 3), st.text("\"'[]{}=.,#\n\\a1 \r\x00\ud800", max_size=2)
    ).map(lambda each: each[0][: each[1]] + each[3] + each[0][each[1] + each[2] :])
)
def test_any_text_is_judged_as_tomllib_does(text: str) -> None:
    source = read_toml(text)
    try:
        value = tomllib.loads(text)
    except ValueError:
        value = None
    if source.faults:
        assert value is None or "\ud800" in text
        assert (source.value, dict(source.spans)) == (None, {})
        assert all(0 <= each.start <= each.end <= len(text) and each.message.encode() for each in source.faults)
    else:
        assert source.value == value
        _check("\n" + text, read_toml("\n" + text))


@pytest.mark.parametrize(
    ("text", "kind", "place", "message"),
    [
        ("a = 1\r\nb = \r\n", "syntax", (2, 5), "invalid value"),
        ("a = 1\na = 2", "syntax", (2, 6), "cannot overwrite a value"),
        ('a = "x', "syntax", (1, 7), "unterminated string"),
        ("a", "syntax", (1, 2), "expected '=' after a key"),
        ("a = " + "[" * 5000, "too-deep", (1, 105), "nested"),
        ("a." * 5000 + "a = 1", "too-deep", (1, 201), "nested"),
        ("a = " + "9" * 5000, "huge-number", (1, 5), "a number of 5,000 characters"),
        ("a = 0x" + "f" * 5000, "huge-number", (1, 5), "a number of 5,002 characters"),
        ("a = 'x'\nb = '\ud800'", "lone-surrogate", (2, 6), "\\ud800"),
    ],
)
def test_a_fault_has_a_place(text: str, kind: str, place: tuple[int, int], message: str) -> None:
    source = read_toml(text)
    (fault,) = source.faults
    assert (fault.kind, line_column(text, fault.start)) == (kind, place)
    assert message in fault.message
    assert "(at" not in fault.message
    assert (source.value, dict(source.spans)) == (None, {})


@pytest.mark.parametrize("number", ["9223372036854775808", "0xffffffffffffffff", "-1e999", "1" * 299])
def test_numbers_beyond_64_bits_are_faults_of_a_document_that_is_read(number: str) -> None:
    source = read_toml(f"x = [{number}]\ny = 1")
    (fault,) = source.faults
    assert (fault.kind, fault.pointer, source.value and source.value["y"]) == ("huge-number", "/x/0", 1)


def test_a_byte_order_mark_is_a_fault_and_the_rest_is_read() -> None:
    source = read_toml("\ufeffa = 1")
    assert [(each.kind, each.start, each.end) for each in source.faults] == [("byte-order-mark", 0, 1)]
    assert (source.value, source.spans["/a"]) == ({"a": 1}, (5, 6))


def test_a_text_that_is_too_long_is_not_read() -> None:
    assert [each.kind for each in read_toml("#" * 1_000_001).faults] == ["too-long"]


@pytest.mark.parametrize(
    "text",
    [
        "a." * 120_000 + "a = 1", "[" + "a." * 120_000 + "a]", "x = " + "[" * 999_000, "x = " + "{a=" * 300_000,
        'x = """' + "a" * 900_000, 'x = "' + '\\"' * 400_000, "x = " + '"' * 900_000, "#\n" * 100_000,
        "x = 0x" + "f" * 900_000, "'''\n" * 200_000,
    ],
    ids=lambda text: text[:8].encode().hex(),
)  # fmt: skip
def test_no_text_takes_more_than_its_length_asks_for(text: str) -> None:
    spent = []
    for part in (text[: len(text) // 4], text):
        start = time.process_time()
        read_toml(part)
        spent.append(time.process_time() - start)
    assert spent[1] < 16 * spent[0] + 1
