"""Strict JSON: duplicate keys, NaN, lone surrogates and bottomless nesting are refused, with the reason."""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from typing import Any, NoReturn

_SURROGATE = re.compile("[\ud800-\udfff]")
_LONGEST_NUMBER = 300


def loads(text: str) -> Any:  # noqa: ANN401  JSON is of any type
    """One JSON value.

    Raises:
        ValueError: it is not JSON, or JSON that readers take in different ways; the message says why.
    """
    try:
        value = json.loads(text, object_pairs_hook=_object, parse_constant=_constant, parse_int=_integer,
                           parse_float=_float)  # fmt: skip
    except RecursionError:
        raise ValueError("it is nested too deeply") from None
    # Unpaired surrogates can only come from \u escapes; the text itself was decoded strictly.
    if "\\u" in text and _surrogates(value):
        raise ValueError("it holds a lone surrogate, which is no character")
    return value


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    value = dict(pairs)
    if len(value) < len(pairs):
        twice = next(key for key, count in Counter(key for key, _ in pairs).items() if count > 1)
        raise ValueError(f"the key {twice!r} stands twice in one object")
    return value


def _constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")


def _integer(digits: str) -> int:
    if len(digits) > _LONGEST_NUMBER:
        raise ValueError(f"a number of {len(digits)} digits")
    return int(digits)


def _float(digits: str) -> float:
    value = float(digits)
    if math.isinf(value):
        raise ValueError(f"the number {digits:.40} is beyond what a float holds")
    return value


def _surrogates(value: Any) -> bool:  # noqa: ANN401  JSON is of any type
    waiting = [value]
    while waiting:
        each = waiting.pop()
        if isinstance(each, str) and _SURROGATE.search(each):
            return True
        if isinstance(each, dict):
            waiting += [*each, *each.values()]
        elif isinstance(each, list):
            waiting += each
    return False
