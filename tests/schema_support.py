"""The reference validator, and its verdicts in the words of our findings."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, Final

import jsonschema

from corpus_pkg.intake.source.formats import FORMATS
from corpus_pkg.intake.source.schema import pointer_of
from corpus_pkg.model.frozen import frozen_schema
from corpus_pkg.model.version import SCHEMA_VERSION

CODES: Final = {
    "required": "S002", "additionalProperties": "S003", "type": "S004", "enum": "S005", "const": "S005",
    "pattern": "S006", "minimum": "S007", "maximum": "S007", "minLength": "S008", "format": "S009",
}  # fmt: skip
_BLANK: Final = r"\t-\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
Verdict = set[tuple[str, str]]
"""Pointers, each with the code of the rule that is broken there."""


@cache
def _reference(name: str) -> jsonschema.Draft202012Validator:
    checker = jsonschema.FormatChecker(formats=())
    for each, check in FORMATS.items():
        # A format says nothing of what is no text; the library leaves that to the check.
        checker.checks(each)(lambda value, check=check: not isinstance(value, str) or check(value))
    return jsonschema.Draft202012Validator(_anchored(frozen_schema(SCHEMA_VERSION, name)), format_checker=checker)


def _anchored(schema: Any) -> Any:  # noqa: ANN401  a JSON value
    """With patterns that mean to Python what they mean in ECMA 262: its `$` is the very end, its blanks are listed."""
    if isinstance(schema, list):
        return [_anchored(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    done = {key: _anchored(each) for key, each in schema.items()}
    if isinstance(done.get("pattern"), str):
        done["pattern"] = done["pattern"].removesuffix("$").replace(r"\S", f"[^{_BLANK}]") + r"\Z"
    return done


def reference(value: Any, name: str = "article") -> Verdict:  # noqa: ANN401  a JSON value
    """What the reference validator finds."""
    return {each for error in _reference(name).iter_errors(value) for each in _verdicts(error)}


def _verdicts(error: jsonschema.ValidationError) -> Iterator[tuple[str, str]]:
    pointer, keyword = pointer_of(list(error.absolute_path)), str(error.validator)
    if keyword == "anyOf":
        branches = error.validator_value
        for inner in error.context:
            if branches[inner.schema_path[0]] != {"type": "null"}:
                yield from _verdicts(inner)
    elif keyword == "additionalProperties":
        for field in error.instance.keys() - error.schema["properties"].keys():
            yield pointer + pointer_of([field]), CODES[keyword]
    else:
        yield pointer, CODES[keyword]
