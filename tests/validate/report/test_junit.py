from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from importlib import resources
from importlib.util import find_spec
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from report_support import NASTY, REPORTS, RULE, finding, report_of

from corpus_pkg.findings import Finding, Severity
from corpus_pkg.validate.report import Report
from corpus_pkg.validate.report.junit import as_junit

Check = Callable[[str], list[str]]
WARNED = replace(finding("D002", message="gone"), judged=Severity.WARNING)


def _xsd() -> Path:
    """The schema of Apache Ant's reports, as ub-test-reports ships it, or a file that the environment names."""
    path = os.environ.get("CORPUS_JUNIT_XSD")
    if find_spec("lxml") is None or (path is None and find_spec("ub_test_reports") is None):
        pytest.skip("no JUnit schema: install ub-test-reports, or lxml and name a file in CORPUS_JUNIT_XSD")
    return Path(path) if path else Path(str(resources.files("ub_test_reports") / "schemas" / "JUnit.xsd"))


@pytest.fixture(scope="module")
def official() -> Check:
    path = _xsd()
    from lxml import etree  # only where a schema is at hand

    schema = etree.XMLSchema(etree.parse(path))

    def faults(text: str) -> list[str]:
        tree = etree.fromstring(text.encode())
        # Ant's schema asks for the one thing that we leave out, as the same data gives the same report.
        for suite in tree.iter("testsuite"):
            suite.set("timestamp", "2000-01-01T00:00:00")
        schema.validate(tree)
        return [str(each) for each in schema.error_log]

    return faults


def _root(*found: Finding, fail_on: Severity = Severity.ERROR, most: int = 20, judged: str = "data") -> ET.Element:
    return ET.fromstring(as_junit(report_of(*found, fail_on=fail_on, most=most, judged=judged)))  # noqa: S314  our own


def test_a_suite_a_file_and_a_case_a_code() -> None:
    root = _root(finding(line=1), finding(line=2), WARNED, finding(file="b.txt"))
    cases = {
        (suite.get("name"), case.get("name"), case.get("classname"))
        for suite in root
        for case in suite.iter("testcase")
    }
    assert cases == {
        ("a.txt", "D002 file-missing", "dataset"),
        ("a.txt", "Q003 quote-text-mismatch", "quotes"),
        ("b.txt", "Q003 quote-text-mismatch", "quotes"),
    }
    assert [(each.get("id"), each.get("tests"), each.get("failures")) for each in root] == [
        ("0", "2", "1"),
        ("1", "1", "1"),
    ]


def test_errors_fail_and_warnings_are_in_the_output() -> None:
    (suite,) = _root(finding(message="no match"), WARNED)
    (failure,) = suite.iter("failure")
    assert failure.get("type") == "error"
    assert failure.get("message") == f"1 finding: {RULE.what}"
    assert failure.text == f"1 finding: {RULE.what}\n{RULE.mend}\na.txt:1: no match"
    assert suite.findtext("system-out", "").startswith("warning D002 file-missing: 1 finding: ")
    assert suite.findtext("system-out", "").endswith("\na.txt:1: gone")


def test_warnings_fail_where_they_fail_the_run() -> None:
    (suite,) = _root(WARNED, fail_on=Severity.WARNING)
    assert (suite.get("failures"), suite.findtext("system-out")) == ("1", "")
    assert [each.get("type") for each in suite.iter("failure")] == ["warning"]


def test_the_worst_severity_of_a_case_decides() -> None:
    (suite,) = _root(WARNED, finding("D002", line=2))
    assert suite.get("failures") == "1"


def test_counts_are_exact_where_samples_are_not() -> None:
    (suite,) = _root(*[finding()] * 5, most=2)
    (failure,) = suite.iter("failure")
    assert failure.get("message", "").startswith("5 findings: ")
    assert (failure.text or "").endswith("\n... and 3 more")


def test_nothing_found_is_one_case_that_passes() -> None:
    (suite,) = _root()
    assert suite.attrib.items() >= {"name": "data", "tests": "1", "failures": "0", "errors": "0"}.items()
    (case,) = suite.iter("testcase")
    assert (case.get("name"), len(case)) == ("sound, no findings", 0)
    assert suite.findtext("system-out") == "data: sound, no findings"


def test_characters_that_xml_forbids_are_seen_instead() -> None:
    (suite,) = _root(finding(message=NASTY, file=NASTY))
    (failure,) = suite.iter("failure")
    assert "\\x00\\udc80\\u202e\\ufffe]]>&" in (failure.text or "")
    assert "\\r\\n" in suite.get("name", "")


def test_nameless_files_have_a_name() -> None:
    assert [each.get("name") for each in _root(finding(file=""))] == ["(no name)"]


@given(REPORTS)
def test_any_report_is_xml_whose_counts_agree(report: Report) -> None:
    root = ET.fromstring(as_junit(report).encode())  # noqa: S314  our own
    for suite in root:
        assert int(suite.get("tests", "")) == len(suite.findall("testcase")) > 0
        assert int(suite.get("failures", "")) == len(suite.findall("testcase/failure"))
    cases = len(report.by_file) or 1
    assert len(root.findall("testsuite/testcase")) == cases


@given(REPORTS)
def test_any_report_follows_the_schema(official: Check, report: Report) -> None:
    assert official(as_junit(report)) == []


def test_the_schema_would_see_a_fault(official: Check) -> None:
    assert official(as_junit(report_of(finding())).replace("<failure ", "<failure wrong='' "))
