"""Findings as Markdown, for pull requests and the summaries of CI steps."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Final

from corpus_pkg.findings import Finding, Rule
from corpus_pkg.validate.report.collect import Report
from corpus_pkg.validate.report.printable import visible
from corpus_pkg.validate.report.text import fix_in_words

_SPECIAL: Final = re.compile(r"""[&<>"'\\`*_{}\[\]()#+!|~@:$]|(?<=www)\.""", re.IGNORECASE)


def as_markdown(report: Report) -> str:
    """A table by code, then the findings of each code in a part that opens by a click."""
    lines = ["## Corpus validation", "", escaped(report.summary()), ""]
    if not report.exact:
        return "\n".join(lines[:-1])
    lines += ["| code | rule | severity | findings |", "| --- | --- | --- | ---: |"]
    counts, left_out, worst = report.by_code, report.left_out, report.worst
    for code, count in counts.items():
        lines.append(f"| {code} | {escaped(report.rules[code].name)} | {worst[code]} | {count} |")
    by_code: defaultdict[str, list[Finding]] = defaultdict(list)
    for each in report.kept:
        by_code[each.rule.code].append(each)
    for code, count in counts.items():
        lines += _details(report.rules[code], count, by_code[code], left_out.get(code, 0))
    return "\n".join(lines)


def escaped(text: str) -> str:
    """The text as Markdown shows it literally, on one line.

    Entities are never markup, in a table, in HTML, or in a link: backslashes fail inside of code, and a pipe ends a
    table's cell even there.
    """
    return _SPECIAL.sub(lambda match: f"&#{ord(match[0])};", visible(text))


def _details(rule: Rule, count: int, findings: list[Finding], left_out: int) -> list[str]:
    lines = [
        "",
        "<details>",
        f"<summary>{rule.code} {escaped(rule.name)} ({count})</summary>",
        "",
        escaped(f"{rule.what} {rule.mend}"),
        "",
    ]
    for each in findings:
        # GitHub takes no mention, issue number or address for a link inside of code.
        lines.append(
            f"- {each.severity} at <code>{escaped(str(each.place))}</code>: <code>{escaped(each.message)}</code>"
        )
        if each.fix:
            lines.append(f"  <br>fix: <code>{escaped(fix_in_words(each.fix))}</code>")
    if left_out:
        lines.append(f"- and {left_out} more")
    return [*lines, "", "</details>"]
