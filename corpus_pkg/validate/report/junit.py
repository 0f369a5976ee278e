"""Findings as JUnit XML, which Jenkins, GitLab and most other CI systems read.

Two schemas are in use, and what is written here follows both, that of Apache Ant and that of Jenkins. So a test
case has one failure at most, and no output of its own; warnings stand in the output of their suite, which Jenkins
shows beside each of its cases. Only the timestamp that Ant's asks for is left out, as the same data gives the same
report.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Final
from xml.etree import ElementTree as ET

from corpus_pkg.findings import Finding, Rule, Severity
from corpus_pkg.validate.report.collect import REPORT_VERSION, Report
from corpus_pkg.validate.report.printable import visible

_TIMELESS: Final = {"time": "0"}


def as_junit(report: Report) -> str:
    """One suite a file, in it one case a code that was broken; a single passing case if nothing was found."""
    root = ET.Element("testsuites")
    cases: defaultdict[str, dict[str, Severity]] = defaultdict(dict)
    for code, file, severity in sorted(report.exact, key=lambda key: (key[1], key[0], key[2].rank)):
        cases[file][code] = severity  # the worst comes last
    samples: defaultdict[tuple[str, str], list[Finding]] = defaultdict(list)
    for each in report.kept:
        samples[each.place.file, each.rule.code].append(each)
    counts = report.by_file
    for file, codes in cases.items():
        suite = _Suite(root, file)
        for code, severity in codes.items():
            body = _body(report.rules[code], counts[code, file], samples[file, code])
            suite.case(report.rules[code], severity, body, report)
        suite.close()
    if not cases:
        _sound(root, report)
    ET.indent(root, " ")
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode")


class _Suite:
    """A suite that is being written: its counts are known at the end only."""

    def __init__(self, root: ET.Element, name: str) -> None:
        self.element = ET.SubElement(root, "testsuite", {"name": _token(name), "package": "corpus"})
        self.element.set("id", str(len(root) - 1))
        properties = ET.SubElement(self.element, "properties")
        ET.SubElement(properties, "property", {"name": "report_version", "value": REPORT_VERSION})
        self.tests = self.failures = 0
        self.output: list[str] = []

    def case(self, rule: Rule, severity: Severity, body: str, report: Report) -> None:
        """Adds a broken rule: a failure where it fails the run, else a line of the output."""
        self.tests += 1
        names = {"name": _token(f"{rule.code} {rule.name}"), "classname": rule.level.name.lower()}
        case = ET.SubElement(self.element, "testcase", names | _TIMELESS)
        if severity.rank >= report.fail_on.rank:
            self.failures += 1
            failure = ET.SubElement(case, "failure", {"type": str(severity), "message": body.partition("\n")[0]})
            failure.text = body
        else:
            self.output.append(f"{severity} {rule.code} {rule.name}: {body}")

    def close(self) -> None:
        """Writes what is known once all cases are there."""
        counts = {"tests": str(self.tests), "failures": str(self.failures), "errors": "0"}
        self.element.attrib.update(counts | _TIMELESS | {"hostname": "localhost"})
        ET.SubElement(self.element, "system-out").text = "\n\n".join(self.output)
        ET.SubElement(self.element, "system-err")


def _sound(root: ET.Element, report: Report) -> None:
    """A suite that passes: Jenkins takes a report without a case for a broken build."""
    suite = _Suite(root, ", ".join(report.judged))
    suite.tests = 1
    names = {"name": "sound, no findings", "classname": "corpus"}
    ET.SubElement(suite.element, "testcase", names | _TIMELESS)
    suite.output.append(visible(report.summary()))
    suite.close()


def _body(rule: Rule, count: int, findings: list[Finding]) -> str:
    """The findings of a rule in a file; its first line is the message that CI systems show in lists."""
    first = f"{count} finding{'s' if count > 1 else ''}: {rule.what}"
    lines = [visible(each) for each in (first, rule.mend, *(f"{each.place}: {each.message}" for each in findings))]
    if count > len(findings):
        lines.append(f"... and {count - len(findings)} more")
    return "\n".join(lines)


def _token(text: str) -> str:
    """A name that is not empty, without blanks that a schema's xs:token would take away."""
    return " ".join(visible(text).split()) or "(no name)"
