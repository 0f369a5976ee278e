"""Findings as SARIF 2.1.0, which code scanning at GitHub and editors read."""

from __future__ import annotations

import json
from pathlib import PurePath
from typing import Any, Final
from urllib.parse import quote

from corpus_pkg.findings import Finding, Place, Rule, Severity
from corpus_pkg.findings.finding import Fix
from corpus_pkg.model.version import PIPELINE_VERSION
from corpus_pkg.validate.report.baseline import fingerprint
from corpus_pkg.validate.report.collect import Report
from corpus_pkg.validate.report.markdown import escaped
from corpus_pkg.validate.report.printable import encodable, plain, visible
from corpus_pkg.validate.report.text import fix_in_words

_SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_MOST: Final = 5000  # results of a run that GitHub takes


def as_sarif(report: Report) -> str:
    """A log of one run: the rules that were broken, and the results, the worst first if there are too many."""
    kept = report.kept
    # The sort is stable, so the choice is the same on every run.
    worst = sorted(range(len(kept)), key=lambda index: -kept[index].severity.rank)[:_MOST]
    results = [kept[index] for index in sorted(worst)]
    index_of = {code: index for index, code in enumerate(report.by_code)}
    rest = sum(report.exact.values()) - len(results)
    driver = {
        "name": "corpus",
        "version": PIPELINE_VERSION,
        "rules": [_rule(report.rules[code]) for code in index_of],
    }
    run = {
        "tool": {"driver": driver},
        "invocations": [_invocation(rest)],
        "columnKind": "unicodeCodePoints",
        "results": [_result(each, index_of[each.rule.code]) for each in results],
        "properties": {
            "counts": {str(each): count for each, count in report.by_severity.items()},
            "codes": dict(report.by_code),
            "judged": report.judged,
            "steps": report.steps,
            "leftOut": rest,
        },
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(plain(log), indent=1, ensure_ascii=False)


def _rule(rule: Rule) -> dict[str, Any]:
    parts = {"Why": rule.why, "Mend": rule.mend, "Bad": rule.bad, "Good": rule.good}
    lines = [f"{name}: {part}" for name, part in parts.items() if part]
    marked = [f"**{name}:** {escaped(part)}" for name, part in parts.items() if part]
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.what},
        "fullDescription": {"text": rule.why},
        "help": {"text": "\n".join(lines), "markdown": "\n\n".join(marked)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _invocation(rest: int) -> dict[str, Any]:
    invocation: dict[str, Any] = {"executionSuccessful": True}
    if rest:
        text = f"{rest} findings are left out here; run.properties counts all of them."
        invocation["toolExecutionNotifications"] = [{"level": "warning", "message": {"text": text}}]
    return invocation


def _result(finding: Finding, index: int) -> dict[str, Any]:
    # A message is plain text but for links, [text](target): those of a stranger's text must lead nowhere.
    message = visible(finding.message, keep="\n\t").replace("](", "\\](")
    result = {
        "ruleId": finding.rule.code,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": message},
        "locations": [_location(finding.place)],
        "partialFingerprints": {"corpusFinding/v1": fingerprint(finding)},
    }
    if finding.fix and _is_possible(finding.fix):
        result["fixes"] = [_fix(finding.place, finding.fix)]
    return result


def _location(place: Place) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(place.file)}}
    if place.line is not None and place.line > 0:
        physical["region"] = {"startLine": place.line}
        if place.column is not None and place.column > 0:
            physical["region"]["startColumn"] = place.column
    row = None if place.row is None else f"row {place.row}"
    parts = {"row": row, "record": place.record, "value": place.pointer}
    logical = [{"fullyQualifiedName": name, "kind": kind} for kind, name in parts.items() if name]
    return {"physicalLocation": physical} | ({"logicalLocations": logical} if logical else {})


def _fix(place: Place, fix: Fix) -> dict[str, Any]:
    region = {"charOffset": fix.start, "charLength": fix.end - fix.start}
    replacement = {"deletedRegion": region, "insertedContent": {"text": fix.new}}
    change = {"artifactLocation": {"uri": _uri(place.file)}, "replacements": [replacement]}
    return {"description": {"text": fix_in_words(fix)}, "artifactChanges": [change]}


def _is_possible(fix: Fix) -> bool:
    """Whether SARIF can hold the fix as it is: a text that had to be altered must not be put in."""
    return 0 <= fix.start <= fix.end and encodable(fix.new) == fix.new


def _uri(file: str) -> str:
    """The path as a URI: relative as it was given, absolute with a scheme."""
    path = PurePath(file)
    try:
        # Undecodable bytes of a name stand in it as lone surrogates: they are those bytes again in the URI.
        content = path.as_posix().encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        content = path.as_posix().encode("utf-8", "backslashreplace")
    return ("file://" if path.is_absolute() else "") + quote(content, safe="/")
