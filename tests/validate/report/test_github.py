from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

from hypothesis import given
from report_support import NASTY, REPORTS, RULE, finding, report_of, rule

from corpus_pkg.findings import Finding, Place, Severity
from corpus_pkg.validate.report import Report, write_step_summary
from corpus_pkg.validate.report.github import as_github

MIB = 1024 * 1024


def test_a_command_has_the_place_and_how_to_mend_it() -> None:
    found = Finding(RULE, Place(file="a.txt", line=3, column=7), "no match")
    assert as_github(report_of(found)) == (
        f"::error file=a.txt,line=3,col=7,title=Q003 quote-text-mismatch::no match%0A{RULE.what} {RULE.mend}"
    )


def test_severities_have_their_commands() -> None:
    found = [replace(finding(), judged=each) for each in Severity]
    assert [line.split()[0] for line in as_github(report_of(*found)).split("\n")] == [
        "::error",
        "::warning",
        "::notice",
    ]


def test_values_are_escaped_as_documented() -> None:
    found = finding(file="50%: a,b\r\n", message="100% :,\r\n::stop")
    line = as_github(report_of(found))
    assert "file=50%25%3A a%2Cb%0D%0A," in line
    assert "::100%25 :,%0D%0A::stop%0A" in line


def test_what_has_no_line_is_named_in_the_message() -> None:
    place = Place(file="a.parquet", row=4, pointer="/quotes/0", record="id", column=3)
    line = as_github(report_of(Finding(RULE, place, "no match")))
    assert line.startswith("::error file=a.parquet,title=Q003 quote-text-mismatch::")
    assert "::a.parquet:3 row 4 /quotes/0 [id]: no match%0A" in line


def test_ten_of_a_kind_with_one_of_each_code_first() -> None:
    many = [finding(line=line) for line in range(40)]
    others = [finding(code, line=99) for code in ("D002", "F003")]
    warned = [replace(each, judged=Severity.WARNING) for each in many[:12]]
    lines = as_github(report_of(*many, *others, *warned, most=0)).split("\n")
    assert Counter(line.split()[0] for line in lines) == {"::error": 10, "::warning": 10, "and": 1}
    codes = [re.search(r"title=(\w+)", line)[1] for line in lines[:10]]
    assert sorted(codes[:3]) == ["D002", "F003", "Q003"]
    assert codes[3:] == ["Q003"] * 7
    assert lines[-1].startswith("and 34 more findings")
    assert "step summary" in lines[-1]


def test_findings_that_are_not_kept_count_as_missing() -> None:
    assert "and 4 more findings" in as_github(report_of(*[finding()] * 5, most=1))


def test_nothing_found_is_said() -> None:
    assert as_github(report_of()) == "sound, no findings"


@given(REPORTS)
def test_no_finding_can_give_a_command_of_its_own(report: Report) -> None:
    for line in as_github(report).split("\n"):
        assert re.match(
            r"::(error|warning|notice) file=[^:,\r\n]*,[^:\r\n]*title=[^:,\r\n]*::|and \d+ more|sound", line
        )
        assert not set(line) & {"\r", "\x1b", "\x00"}


def test_the_summary_is_appended(tmp_path: Path) -> None:
    path = tmp_path / "summary.md"
    path.write_text("before\n")
    write_step_summary(report_of(finding(message=NASTY)), path)
    text = path.read_text()
    assert text.startswith("before\n## Corpus validation\n")
    assert text.endswith("</details>\n")


def _many() -> Report:
    return report_of(*[finding(line=line, message="é" * 500) for line in range(3000)], most=0)


def test_a_large_summary_is_cut_at_a_line_end_below_1_mib(tmp_path: Path) -> None:
    path = tmp_path / "summary.md"
    write_step_summary(_many(), path)
    content = path.read_bytes()
    assert MIB - 2000 < len(content) < MIB
    text = content.decode()
    assert text.count("<details>") == text.count("</details>") == 1
    assert text.endswith("*\n")
    assert text[: text.index("\n\n</details>")].endswith("</code>\n")


def test_what_earlier_commands_wrote_counts(tmp_path: Path) -> None:
    for before, least in ((MIB // 2, 1000), (MIB - 1, 0), (MIB + 5, 0)):
        path = tmp_path / str(before)
        path.write_bytes(b"x" * before)
        write_step_summary(_many(), path)
        grown = path.stat().st_size - before
        assert least <= grown <= max(MIB - 1 - before, 0)


def test_a_table_that_is_cut_has_no_part_to_close(tmp_path: Path) -> None:
    path = tmp_path / "summary.md"
    codes = [rule(f"T{number}") for number in range(100, 40_000)]
    write_step_summary(report_of(*(Finding(each, Place(file="a"), "m") for each in codes)), path)
    text = path.read_text()
    assert len(text) < MIB
    assert "details" not in text
    assert text.endswith("*\n")
