from __future__ import annotations

import json

from hypothesis import given
from report_support import TEXT, VALUES

from corpus_pkg.validate.report.printable import encodable, plain, visible


def test_what_drives_a_terminal_is_seen_instead() -> None:
    assert visible("a\x1b[31m\n\x00\x85\udc80\u202e\u2028\ufffeé😀") == (
        "a\\x1b[31m\\n\\x00\\x85\\udc80\\u202e\\u2028\\ufffeé😀"
    )
    assert visible("a\nb\t", keep="\n") == "a\nb\\t"


def test_only_surrogates_are_not_encodable() -> None:
    assert encodable("\x00\n\ufffe\udc80") == "\x00\n\ufffe\\udc80"


def test_values_become_json() -> None:
    value = {1: float("nan"), "a": (1.5, True, None, float("-inf")), "s": {"b", "a"}, "\udc80": b"x"}
    assert plain(value) == {"1": "nan", "a": [1.5, True, None, "-inf"], "s": ["a", "b"], "\\udc80": "b'x'"}


@given(TEXT, VALUES)
def test_anything_can_be_written(text: str, values: dict[str, object]) -> None:
    visible(text).encode()
    assert "\n" not in visible(text)
    json.dumps(plain(values), allow_nan=False, ensure_ascii=False).encode()
