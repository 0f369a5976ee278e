from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from report_support import NASTY, REPORTS, RULE, finding, report_of

from corpus_pkg.findings import Finding, Place
from corpus_pkg.findings.finding import Fix
from corpus_pkg.validate.report import Report
from corpus_pkg.validate.report.text import as_text


def test_a_finding_is_printed_as_compilers_do_with_how_to_mend_it() -> None:
    place = Place(file="a.txt", line=3, column=7)
    lines = as_text(report_of(Finding(RULE, place, "no match", fix=Fix(1, 3, "it's", "is")))).split("\n")
    assert lines == [
        "a.txt:3:7: error Q003 quote-text-mismatch: no match",
        f"    {RULE.what} {RULE.mend}",
        "    fix: replace \"it's\" with 'is' (--fix does it)",
        "data: 1 error",
    ]


def test_what_is_not_shown_is_counted() -> None:
    text = as_text(report_of(*[finding()] * 5, most=2))
    assert text.endswith("... and 3 more of Q003\ndata: 5 errors")
    assert "... and" not in as_text(report_of(*[finding()] * 2, most=2))


def test_a_long_fix_is_cut() -> None:
    fixed = replace(finding(), fix=Fix(0, 500, "x" * 500, ""))
    assert f"replace '{'x' * 60}…' with ''" in as_text(report_of(fixed))


def test_untrusted_text_drives_no_terminal() -> None:
    text = as_text(report_of(finding(message=NASTY, file=NASTY), judged=NASTY))
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert len(text.split("\n")) == 3


@given(REPORTS)
def test_any_finding_has_its_lines(report: Report) -> None:
    text = as_text(report)
    text.encode()
    fixes = sum(each.fix is not None for each in report.kept)
    assert len(text.split("\n")) == 2 * len(report.kept) + fixes + len(report.left_out) + 1
