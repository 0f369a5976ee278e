"""Changes JSON where it means something: types, keys, numbers at the edge of what readers take, order, repetition."""

from __future__ import annotations

import json
from random import Random
from typing import Any, Final


class Token(str):
    """What is written as it is, where a value should stand."""

    __slots__ = ()


class Members(list[list[Any]]):
    """The members of an object, in order; a key may stand twice."""


_TOKENS: Final = (
    "0", "-0", "1.0", "-1", "2147483648", "9007199254740993", "9223372036854775808", "-9223372036854775809",
    "1180591620717411303424", "1e999", "-1e308", "5e-324", "1E400", "NaN", "-Infinity", "01", "9" * 301, "9" * 5000,
    "true", "null", '""', '"\\u0000"', '"\\ud800"', '"\\u2028"', '"\\ufeff"', '"\\ud83d\\ude00"', '"2025-02-30"',
    '"9999-12-31T23:59:59.999999-14:00"', '"0001-01-01T00:00:00+14:00"', '"2025-03-04t10:00:00z"', '"٢٠٢٥-٠٣-٠٤"',
    "[]", "{}", "[[]]", '{"":null}', "[" * 99 + "]" * 99, "[" * 400 + "]" * 400, "[" * 1200 + "]" * 1200,
    '{"a":' * 300 + "0" + "}" * 300,
)  # fmt: skip
_PIECES: Final = ("", " ", "\0", "“", "é", "\u2028", "-", "9", "/", "..", "x" * 300)


def mutate_json(content: bytes, random: Random) -> bytes | None:
    """The content with something in one of its values changed; None where it is no JSON.

    Args:
        content: JSON, or JSON Lines.
        random: chooses.
    """
    lines = content.split(b"\n") if random.random() < 0.5 else [content]  # noqa: PLR2004  heads or tails
    index = random.randrange(len(lines))
    try:
        value = json.loads(lines[index], object_pairs_hook=lambda pairs: Members(map(list, pairs)), parse_int=Token,
                           parse_float=Token, parse_constant=Token)  # fmt: skip
    except (ValueError, RecursionError):
        return None
    whole: list[Any] = [value]
    for _ in range(random.choice((1, 1, 1, 2, 5))):
        _change(*random.choice(_slots(whole)), random)
    lines[index] = _written(whole[0]).encode("utf-8", "replace") if whole else b""
    return b"\n".join(lines)


def _slots(whole: list[Any]) -> list[tuple[list[Any], int]]:
    """Every place that holds a value: the list that it stands in, and where."""
    slots, waiting = [(whole, 0)], [whole[0]]
    while waiting:
        value = waiting.pop()
        if isinstance(value, Members):
            slots += [(pair, 1) for pair in value]
            waiting += [pair[1] for pair in value]
        elif isinstance(value, list):
            slots += [(value, index) for index in range(len(value))]
            waiting += value
    return slots


def _change(holder: list[Any], index: int, random: Random) -> None:
    """Changes one value, or what holds it."""
    value = holder[index] if index < len(holder) else None
    if isinstance(value, list) and value and random.random() < 0.7:  # noqa: PLR2004  mostly inside
        at = random.randrange(len(value))
        match random.randrange(4):
            case 0:
                del value[at]
            case 1:
                value.insert(at, value[random.randrange(len(value))])
            case 2:
                value.append(value[at])
            case _:
                random.shuffle(value)
    elif isinstance(value, str) and not isinstance(value, Token) and random.random() < 0.5:  # noqa: PLR2004  or not
        at = random.randrange(len(value) + 1)
        holder[index] = value[:at] + random.choice(_PIECES) + value[at + random.randrange(3) :]
    elif index < len(holder):
        holder[index] = Token(random.choice(_TOKENS))


def _written(value: Any) -> str:  # noqa: ANN401  a JSON value
    if isinstance(value, Token):
        return value
    if isinstance(value, Members):
        return "{" + ",".join(f"{json.dumps(key)}:{_written(each)}" for key, each in value) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(_written, value)) + "]"
    return json.dumps(value, ensure_ascii=False)
