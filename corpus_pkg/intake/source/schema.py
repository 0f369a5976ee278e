"""The schema level of one record or document: against the frozen JSON Schema of the version that it declares.

`jsonschema-rs` judges; a test holds it to `jsonschema`, the reference: the same verdict, the same pointers.
"""

from __future__ import annotations

import difflib
import reprlib
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, lru_cache
from itertools import islice
from typing import Any

import jsonschema_rs

from corpus_pkg.findings import Finding, Place, Rule
from corpus_pkg.findings.rules import schema as rules
from corpus_pkg.intake.source.formats import FORMATS
from corpus_pkg.model.frozen import frozen_schema

_MOST_SHOWN = 120
_CUTOFF = 0.75
_MOST_VALUES, _MOST_NEAR, _LONGEST = 300_000, 200, 60
_RULES: dict[str, Rule] = {
    "required": rules.FIELD_MISSING,
    "additionalProperties": rules.FIELD_UNKNOWN,
    "type": rules.WRONG_TYPE,
    "enum": rules.NOT_A_CHOICE,
    "pattern": rules.WRONG_FORM,
    "minimum": rules.OUT_OF_RANGE,
    "maximum": rules.OUT_OF_RANGE,
    "minLength": rules.EMPTY_VALUE,
    "format": rules.NOT_A_DATE,
}


@cache
def validator(version: str, name: str) -> jsonschema_rs.Draft202012Validator:
    """The compiled schema.

    Raises:
        DatasetError: the schema is not known.
    """
    return jsonschema_rs.Draft202012Validator(frozen_schema(version, name), validate_formats=True, formats=FORMATS)


def schema_findings(value: Any, version: str, name: str, place: Place) -> Iterator[Finding]:  # noqa: ANN401  a JSON value
    """What breaks the schema, each with its JSON pointer.

    Args:
        value: the JSON form of a record or document.
        version: the schema version that it declares.
        name: the schema's name.
        place: where it stands.

    Raises:
        DatasetError: the schema is not known.
    """
    schema, judge = frozen_schema(version, name), validator(version, name)
    if judge.is_valid(value):
        return
    if _is_large(value):
        yield from islice(_first(judge, value, schema, place), 1)
        return
    errors = [inner for each in judge.iter_errors(value) for inner in _declared(each)]
    for error in sorted(errors, key=lambda each: (list(map(str, each.instance_path)), each.kind.name, each.message)):
        yield from _findings(error, schema, place)


def _is_large(value: Any) -> bool:  # noqa: ANN401  a JSON value
    """Whether there is room for more breaches than memory holds: each takes a kilobyte, a value two bytes."""
    waiting, count = [value], 0
    while waiting and count <= _MOST_VALUES:
        each = waiting.pop()
        inside = each.values() if isinstance(each, dict) else each if isinstance(each, list) else ()
        count += len(inside)
        waiting += (one for one in inside if isinstance(one, dict | list))
    return count > _MOST_VALUES


def _first(
    judge: jsonschema_rs.Draft202012Validator,
    value: Any,  # noqa: ANN401  a JSON value
    schema: dict[str, Any],
    place: Place,
) -> Iterator[Finding]:
    """What breaks the schema first: of a value that is too large to list all."""
    try:
        judge.validate(value)
    except jsonschema_rs.ValidationError as error:
        for each in _declared(error):
            yield from _findings(each, schema, place)


def _declared(error: Any) -> Iterator[Any]:  # noqa: ANN401  the library has no types for it
    """Of a value that is neither null nor what is declared: what is wrong with it as what is declared."""
    if error.kind.name != "anyOf":
        yield error
        return
    for branch in error.kind.context:
        if not (len(branch) == 1 and branch[0].kind.name == "type" and branch[0].kind.types == ["null"]):
            for each in branch:
                yield from _declared(each)


def pointer_of(path: list[str | int]) -> str:
    """A path of keys and indices as a JSON pointer (RFC 6901)."""
    return "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in path)


def _findings(error: Any, schema: dict[str, Any], place: Place) -> Iterator[Finding]:  # noqa: ANN401  the library has no types for it
    keyword, path = error.kind.name, pointer_of(error.instance_path)
    rule = _RULES.get(keyword, rules.NOT_THE_SCHEMA)
    if keyword == "required":
        field = error.kind.property
        yield _finding(rule, place, path, f"the field {field!r} is missing", {"field": field})
    elif keyword == "additionalProperties":
        known = tuple(_node(schema, error.schema_path[:-1]).get("properties", {}))
        for index, field in enumerate(error.kind.unexpected):
            # What is meant is looked for as long as anyone reads it.
            near = _near(field[:_LONGEST], known) if index < _MOST_NEAR else None
            message = f"{field!r:.80} is no field of the schema" + (f"; did you mean {near!r}?" if near else "")
            values = {"field": field} | ({"near": near} if near else {})
            yield _finding(rule, place, path + pointer_of([field]), message, values)
    else:
        shown = _shown(error.instance)
        name = path.rpartition("/")[2] or "the value"
        wanted = _node(schema, error.schema_path)
        meant = _near(str(error.instance)[:_LONGEST], tuple(map(str, wanted))) if keyword == "enum" else None
        message = f"{name} is {shown}, not {_wanted(keyword, wanted)}"
        values = {"keyword": keyword, "value": shown} | ({"near": meant} if meant else {})
        yield _finding(rule, place, path, message, values)


def _finding(rule: Rule, place: Place, pointer: str, message: str, values: dict[str, Any]) -> Finding:
    return Finding(rule, replace(place, pointer=pointer or None), message, values)


def _node(schema: Any, path: list[str | int]) -> Any:  # noqa: ANN401  a JSON value
    """The part of a schema that an error names; references stand resolved in the path, as keys of `$defs`."""
    for part in path:
        if isinstance(schema, dict) and part not in schema and "$ref" in schema:
            return {}
        schema = schema[int(part)] if isinstance(schema, list) else schema.get(part, {})
    return schema


@lru_cache(4096)
def _near(field: str, known: tuple[str, ...]) -> str | None:
    return next(iter(difflib.get_close_matches(field, known, 1, _CUTOFF)), None)


def _shown(value: object) -> str:
    text = reprlib.repr(value) if isinstance(value, dict | list) else repr(value)
    return text if len(text) <= _MOST_SHOWN else text[:_MOST_SHOWN] + "…"


def _wanted(keyword: str, wanted: Any) -> str:  # noqa: ANN401  a JSON value
    if keyword == "enum":
        return "one of " + ", ".join(map(str, wanted))
    if keyword == "const":
        return f"{wanted!r}, which alone is allowed here"
    if keyword == "format":
        return "a day YYYY-MM-DD" if wanted == "date" else "an instant as RFC 3339 writes it"
    words = {"type": "of type {}", "pattern": "of the form {}", "minimum": "at least {}", "maximum": "at most {}",
             "minLength": "a text of at least {} character"}.get(keyword)  # fmt: skip
    return words.format(wanted) if words else f"{keyword} {reprlib.repr(wanted)}"
