"""Damages of a file of records: JSON itself, missing and unknown fields, wrong types."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

from corpus_pkg.evaluate.faults.files import FileSpot, damages
from corpus_pkg.model.version import SCHEMA_VERSION

NAME = "records.jsonl"


def _line(code: str, name: str, change: Callable[[str, Random], str], along: str = "") -> None:
    """Changes one line of the file."""

    @damages("records", code, name, along)
    def _apply(folder: Path, random: Random) -> FileSpot:
        path = folder / NAME
        lines = path.read_text("utf-8").split("\n")[:-1]
        at = random.randrange(len(lines))
        lines[at] = change(lines[at], random)
        path.write_bytes("".join(f"{each}\n" for each in lines).encode("utf-8", "surrogatepass"))
        return FileSpot(NAME, at + 1)


def _value(code: str, name: str, change: Callable[[dict[str, Any], Random], None]) -> None:
    """Changes the value of one line."""

    def changed(line: str, random: Random) -> str:
        value = json.loads(line)
        change(value, random)
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

    _line(code, name, changed)


def _objects(value: dict[str, Any], random: Random) -> dict[str, Any]:
    """A random object of a record, at any depth."""
    found = [value]
    for each in found:
        for inner in each.values():
            listed = inner if isinstance(inner, list) else [inner]
            found += [one for one in listed if isinstance(one, dict)]
    return random.choice(found)


def _missing(value: dict[str, Any], random: Random) -> None:
    target = _objects(value, random)
    # A record is known by these.
    del target[random.choice([each for each in target if each not in ("raw_sha256", "schema_version", "id")])]


def _unknown(value: dict[str, Any], random: Random) -> None:
    _objects(value, random)[random.choice(("speker", "titel", "x", "note"))] = random.choice((None, 1, "x"))


def _type(value: dict[str, Any], random: Random) -> None:
    target = _objects(value, random)
    numbers = [name for name, each in target.items() if isinstance(each, int) and not isinstance(each, bool)]
    if numbers:
        name = random.choice(numbers)
        target[name] = random.choice((str(target[name]), [target[name]], {}, target[name] + 0.5))
    else:
        value["text"] = random.choice((7, ["x"], None, True))


def _null(value: dict[str, Any], random: Random) -> None:
    value[random.choice(("id", "text", "quotes", "paragraphs", "annotator", "edits"))] = None


def _number(value: dict[str, Any], random: Random) -> None:
    value["title"] = random.choice((1, 2.5, True, ["x"]))


_value("S002", "field missing", _missing)
_value("S003", "field unknown", _unknown)
_value("S004", "number as something else", _type)
_value("S004", "null where none may be", _null)
_value("S004", "text as something else", _number)


def _odd_date(value: dict[str, Any], random: Random) -> None:
    value["date"] = random.choice(("2025-02-31", "13.2.2025", "2025-2-3", "20250203", "2025-02-03T10:00:00Z", "today"))


def _odd_instant(value: dict[str, Any], random: Random) -> None:
    value["published_at"] = random.choice(("2025-02-03", "2025-02-03T10:00:00", "2025-02-03 10:00", "25:00"))


_value("S009", "date of another form", _odd_date)
_value("S009", "instant without a zone", _odd_instant)


def _inside(line: str, new: str) -> str:
    """Puts something in the place of the value of `date_agreement`."""
    head, _, tail = line.partition('"date_agreement":')
    return f'{head}"date_agreement":{new}{tail[tail.index(",") :]}'


_line("S010", "line cut short", lambda line, random: line[: random.randrange(1, len(line) - 1)])
_line("S010", "comma too many", lambda line, _: line[:-1] + ",}")
_line("S010", "two records on a line", lambda line, _: line + line)
_line("S010", "single quotation marks", lambda line, _: line.replace('"id"', "'id'", 1))
_line(
    "S011",
    "key twice",
    lambda line, random: line[:-1] + random.choice((',"title":null}', ',"language":null}')),
)
_line("S012", "not a number", lambda line, random: _inside(line, random.choice(("NaN", "Infinity", "-Infinity"))))
_line(
    "S013",
    "nested too deeply",
    lambda line, random: _inside(line, "[" * (depth := random.randint(101, 5000)) + "]" * depth),
)
_line(
    "S014", "half a character", lambda line, random: line.replace('"text":"', '"text":"\\ud83d', 1) if random else line
)
_line("S015", "number too large", lambda line, random: _inside(line, random.choice(("9" * 20, "1e999", "9" * 5000))))
_line("S019", "no record", lambda _, random: random.choice(("[]", "1", '"x"', "{}", "null", '{"a": 1}')))


@damages("records", "S016", "byte order mark")
def _mark(folder: Path, _random: Random) -> FileSpot:
    path = folder / NAME
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    return FileSpot(NAME, 1)


@damages("records", "S017", "byte that is no UTF-8")
def _byte(folder: Path, random: Random) -> FileSpot:
    path = folder / NAME
    lines = path.read_bytes().split(b"\n")[:-1]
    at = random.randrange(len(lines))
    lines[at] = lines[at].replace(b'"text":"', b'"text":"' + random.choice((b"\xff", b"\xc3(", b"\xed\xa0\x80")), 1)
    path.write_bytes(b"\n".join(lines) + b"\n")
    return FileSpot(NAME, at + 1)


@damages("records", "S020", "line that is too long")
def _long(folder: Path, _random: Random) -> FileSpot:
    path = folder / NAME
    lines = path.read_bytes().split(b"\n")[:-1]
    path.write_bytes(b"\n".join([lines[0], b'{"text":"' + b"x" * 10_000_001 + b'"}', *lines[1:]]) + b"\n")
    return FileSpot(NAME, 2)


@damages("records", "D012", "version that nobody knows")
def _version(folder: Path, random: Random) -> FileSpot:
    path = folder / NAME
    lines = path.read_text("utf-8").split("\n")[:-1]
    at = random.randrange(len(lines))
    lines[at] = lines[at].replace(f'"schema_version":"{SCHEMA_VERSION}"', '"schema_version":"9.9.9"')
    path.write_text("".join(f"{each}\n" for each in lines), "utf-8")
    return FileSpot(NAME, at + 1)
