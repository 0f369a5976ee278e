"""Findings that the tests of several report formats share, and a strategy for any finding at all."""

from __future__ import annotations

from typing import Final

from hypothesis import strategies as st

from corpus_pkg.findings import Finding, Place, Rule, Severity
from corpus_pkg.findings.finding import Fix
from corpus_pkg.findings.registry import RULES
from corpus_pkg.validate.report import Report

NASTY: Final = (
    "a|b`c`</details><script>x</script>\r\n::error::%0A [x](http://e.example)\x1b[31m\x00\udc80\u202e\ufffe]]>&"
)
RULE: Final = RULES["Q003"]


def rule(code: str, severity: Severity = Severity.ERROR, since: str = "0.1.0") -> Rule:
    return Rule(
        code, f"rule-{code.lower()}", "What.", "Why.", "Mend.", severity=severity, bad="bad", good="good", since=since
    )


def finding(code: str = "Q003", line: int | None = 1, message: str = "wrong", file: str = "a.txt") -> Finding:
    return Finding(RULES.get(code) or rule(code), Place(file=file, line=line), message)


def report_of(*findings: Finding, most: int = 20, judged: str = "data", fail_on: Severity = Severity.ERROR) -> Report:
    report = Report(most=most, judged=[judged], fail_on=fail_on)
    report.add(findings)
    return report


# Any code point, surrogates included: file names hold them where a name is not UTF-8.
TEXT: Final = st.text(st.characters(exclude_categories=()), max_size=12) | st.just(NASTY)
_NUMBER: Final = st.none() | st.integers(0, 5)
PLACES: Final = st.builds(
    Place,
    file=st.sampled_from(["a.txt", "/b c/ü.parquet", ""]) | TEXT,
    line=_NUMBER,
    column=_NUMBER,
    row=_NUMBER,
    pointer=st.none() | TEXT,
    record=st.none() | TEXT,
)
VALUES: Final = st.dictionaries(
    TEXT, st.none() | st.integers() | st.floats() | TEXT | st.lists(TEXT) | st.frozensets(TEXT), max_size=3
)
FIXES: Final = st.builds(Fix, start=st.integers(-1, 9), end=st.integers(-1, 9), old=TEXT, new=TEXT)
FINDINGS: Final = st.builds(
    Finding,
    rule=st.sampled_from([RULES[code] for code in ("Q003", "D002", "F003")])
    | st.sampled_from([rule("T900", Severity.WARNING), rule("M900", Severity.INFO)]),
    place=PLACES,
    message=TEXT,
    values=VALUES,
    fix=st.none() | FIXES,
    judged=st.none() | st.sampled_from(Severity),
)
REPORTS: Final = st.builds(
    lambda found, most, judged: report_of(*found, most=most, judged=judged),
    st.lists(FINDINGS, max_size=8),
    st.integers(0, 3),
    TEXT,
)
