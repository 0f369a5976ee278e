"""The schema level: a record against the frozen JSON Schema of the version that it declares."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker

from corpus_pkg.findings import Finding, Place
from corpus_pkg.findings.rules.schema import NOT_THE_SCHEMA
from corpus_pkg.model.frozen import frozen_schema

_MOST_SHOWN = 120
# Without a format checker a date may be any string.
_FORMATS = FormatChecker(("date",))


def _instant(value: object) -> bool:
    """RFC 3339: a date, a time and a zone."""
    return not isinstance(value, str) or dt.datetime.fromisoformat(value).tzinfo is not None


_FORMATS.checks("date-time", raises=ValueError)(_instant)


def _anchored(node: Any) -> Any:  # noqa: ANN401  a JSON value
    """The schema with `$` meant as JSON Schema means it: Python's also matches before a trailing line end."""
    if isinstance(node, dict):
        return {key: re.sub(r"\$\Z", r"\\Z", each) if key == "pattern" and isinstance(each, str) else _anchored(each)
                for key, each in node.items()}  # fmt: skip
    return [_anchored(each) for each in node] if isinstance(node, list) else node


@cache
def _validator(version: str, name: str) -> Draft202012Validator:
    return Draft202012Validator(_anchored(frozen_schema(version, name)), format_checker=_FORMATS)


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
    for error in sorted(
        _validator(version, name).iter_errors(value), key=lambda each: list(map(str, each.absolute_path))
    ):
        pointer = "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in error.absolute_path)
        shown = repr(error.instance)
        shown = shown if len(shown) <= _MOST_SHOWN else shown[:_MOST_SHOWN] + "…"
        message = f"{shown} breaks {error.validator}: {_wanted(error.validator, error.validator_value, error.instance)}"
        own = Place(file=place.file, line=place.line, row=place.row, pointer=pointer or "/", record=place.record)
        yield Finding(NOT_THE_SCHEMA, own, message, {"keyword": error.validator, "pointer": pointer or "/"})


def _wanted(keyword: str, wanted: Any, instance: Any) -> str:  # noqa: ANN401  schema values are of any type
    if keyword == "required" and isinstance(instance, dict):
        return "missing " + ", ".join(each for each in wanted if each not in instance)
    if keyword == "additionalProperties":
        return "a field that the schema does not know"
    if keyword == "anyOf":
        return "neither the declared type nor null"
    text = repr(wanted)
    return text if len(text) <= _MOST_SHOWN else text[:_MOST_SHOWN] + "…"
