"""Records of articles for tests: a few small sound ones that fill every field, and strategies that damage them."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Final

from hypothesis import strategies as st

from corpus_pkg.loading import load
from corpus_pkg.model.rows import json_form, to_row

_DATA: Final = Path(__file__).parents[1] / "data"
_KEPT: Final = 1
_INDEX: Final = re.compile(r"/\d+")
_ID: Final = "a" + "0" * 16
Path_ = tuple[str | int, ...]

ODD_DAYS: Final = (
    "2025-02-30",
    "2024-02-29",
    "2025-2-3",
    "20250203",
    "2025-02-03\n",
    " 2025-02-03",
    "2025-02-03T00:00:00Z",
    "2025-W06-1",
    "2025-034",
    "9999-12-31",
    "0001-01-01",
    "10000-01-01",
    "-001-01-01",
    "٢٠٢٥-٠٢-٠٣",
    "2025-13-01",
    "2025-00-00",
)
ODD_INSTANTS: Final = (
    "2025-02-03T04:05:06Z", "2025-02-03t04:05:06z", "2025-02-03T04:05:06", "2025-02-03T04:05:06+01:00",
    "2025-02-03T04:05:06.5Z", "2025-02-03T04:05:06.1234567Z", "2025-02-03T04:05Z", "2025-02-03 04:05:06Z",
    "2025-02-03T24:00:00Z", "2025-02-03T23:59:60Z", "2025-02-03T04:05:06+24:00", "2025-02-03T04:05:06Z\n",
    "2025-02-03T04:05:06-0100", "2025-02-03T04:05:06,5Z",
)  # fmt: skip
ODD_WORDS: Final = (
    "",
    " ",
    "\n",
    "x",
    "none",
    "None",
    _ID,
    _ID + "\n",
    _ID.upper(),
    "A" + _ID,
    "0" * 64,
    "0" * 64 + "\n",
    "DE",
    "DE\n",
    "Q1",
    "Q0",
    "Q1\n",
    "en",
    "en-US",
    "en_US",
    "en\n",
    "person:a",
    "person:",
    "person:a b",
    "1.2.3",
    "1.2.3\n",
    "٣.٢.١",
    "http://a",
    "https://a b",
    "ftp://a",
    "http://",
    "http://a\n",
    "2025",
    "--02-03",
    "2025-02",
    "\x00",
    "ü",
    "e\u0301",
    "\U0001f600",
    '":',
    '\\":',
    "\ufffd",
)
NUMBERS: Final = (
    0,
    -1,
    1,
    2**31,
    2**53,
    2**63 - 1,
    -(2**63),
    2**64,
    -(2**64),
    10**30,
    0.0,
    -0.0,
    1.0,
    -1.0,
    0.5,
    1.5,
    1e15,
    1e-300,
    1e300,
)
OTHERS: Final = (None, True, False, [], {}, [None], [[]], [""], {"start": 0, "end": 1}, {"": None})
VALUES: Final = st.sampled_from((*ODD_DAYS, *ODD_INSTANTS, *ODD_WORDS, *NUMBERS, *OTHERS)) | st.text(max_size=5)


def places(value: Any, path: Path_ = ()) -> Iterator[Path_]:  # noqa: ANN401  a JSON value
    """The path of everything that stands in a JSON value."""
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in inside:
        yield (*path, key)
        yield from places(inner, (*path, key))


def kind(path: Path_) -> str:
    """A path without the places in lists."""
    return _INDEX.sub("/*", "".join(f"/{each}" for each in path))


def shortened(value: Any) -> Any:  # noqa: ANN401  a JSON value
    """The same with the first few of each list."""
    if isinstance(value, dict):
        return {key: shortened(each) for key, each in value.items()}
    return [shortened(each) for each in value[:_KEPT]] if isinstance(value, list) else value


@cache
def _records() -> tuple[str, ...]:
    """The shortest of the shipped articles that between them fill what they all do, as JSON."""
    found, known = [], set[str]()
    rows = (json.dumps(shortened(json_form(to_row(each)))) for each in load(_DATA))
    for each in sorted(rows, key=lambda one: (len(one), one)):
        record = json.loads(each)
        kinds = {kind(path) for path in places(record) if at(record, path) is not None}
        if kinds - known:
            known |= kinds
            found.append(each)
    return tuple(found)


def records() -> list[dict[str, Any]]:
    """Sound records, made anew: they may be changed."""
    return [json.loads(each) for each in _records()]


def at(value: Any, path: Path_) -> Any:  # noqa: ANN401  a JSON value
    """What stands at a path."""
    for key in path:
        value = value[key]
    return value


def put(record: dict[str, Any], path: Path_, value: Any) -> dict[str, Any]:  # noqa: ANN401  a JSON value
    """The record with something else at a path."""
    changed = copy.deepcopy(record)
    at(changed, path[:-1])[path[-1]] = value
    return changed


@st.composite
def damaged(draw: st.DrawFn, most: int = 3) -> dict[str, Any]:
    """A record that was sound before some of its fields were changed, added, renamed or taken away."""
    record = draw(st.sampled_from(records()))
    for _ in range(draw(st.integers(0, most))):
        by_kind: dict[str, list[Path_]] = {}
        for path in places(record):
            by_kind.setdefault(kind(path), []).append(path)
        if by_kind:
            paths = by_kind[draw(st.sampled_from(sorted(by_kind)))]
            _damage(draw, record, draw(st.sampled_from(paths)))
    return record


def _damage(draw: st.DrawFn, record: dict[str, Any], path: Path_) -> None:
    holder, key = at(record, path[:-1]), path[-1]
    value = holder[key]
    actions = ["replace", "replace", "remove", "null"]
    actions += ["extend"] if isinstance(value, str) else []
    actions += ["rename", "add"] if isinstance(holder, dict) else ["twice"]
    match draw(st.sampled_from(actions)):
        case "replace":
            holder[key] = copy.deepcopy(draw(VALUES))
        case "null":
            holder[key] = None
        case "remove":
            del holder[key]
        case "extend":
            holder[key] = value + draw(st.sampled_from(("\n", " ", "\x00", "0", "é")))
        case "rename":
            holder[draw(st.sampled_from((f"{key}x", f"{key}/~", "")))] = holder.pop(key)
        case "add":
            holder[draw(st.sampled_from(("extra", "", "a/b~", "ü")))] = copy.deepcopy(draw(VALUES))
        case "twice":
            holder.append(copy.deepcopy(value))
