from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser

from hypothesis import given
from markdown_it import MarkdownIt
from report_support import NASTY, REPORTS, RULE, TEXT, finding, report_of

from corpus_pkg.findings import Severity
from corpus_pkg.findings.finding import Fix
from corpus_pkg.validate.report import Report
from corpus_pkg.validate.report.markdown import as_markdown, escaped
from corpus_pkg.validate.report.printable import visible


class _Page(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.codes: list[str] = []
        self.feed(MarkdownIt("commonmark", {"html": True}).enable("table").render(text))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        assert not [name for name, _ in attrs if name != "style"]
        if tag == "code":
            self.codes.append("")

    def handle_endtag(self, tag: str) -> None:
        self.tags.append("/" + tag)

    def handle_data(self, data: str) -> None:
        if self.codes and self.tags[-1] == "code":
            self.codes[-1] += data


def test_a_table_by_code_and_the_findings_of_each_in_a_part() -> None:
    found = [
        finding(),
        replace(finding(line=2), fix=Fix(0, 1, "a", "b")),
        replace(finding("D002"), judged=Severity.WARNING),
    ]
    text = as_markdown(report_of(*found, *[finding(line=9)] * 2, most=2))
    assert "| D002 | file-missing | warning | 1 |\n| Q003 | quote-text-mismatch | error | 4 |" in text
    assert "<summary>Q003 quote-text-mismatch (4)</summary>" in text
    assert "- error at <code>a.txt&#58;1</code>: <code>wrong</code>" in text
    assert "fix: <code>replace &#39;a&#39; with &#39;b&#39;</code>" in text
    assert "- and 2 more" in text
    assert text.count("<details>") == text.count("</details>") == 2


def test_nothing_found_needs_no_table() -> None:
    assert as_markdown(report_of()) == "## Corpus validation\n\ndata&#58; sound, no findings"


def _shape(report: Report) -> list[str]:
    return _Page(as_markdown(report)).tags


def test_untrusted_text_stays_text() -> None:
    page = _Page(as_markdown(report_of(finding(message=NASTY, file=NASTY), judged=NASTY)))
    assert page.tags == _shape(report_of(finding()))
    assert page.codes == [visible(NASTY) + ":1", visible(NASTY)]


@given(TEXT.filter(str.strip))
def test_any_text_is_shown_as_it_is(text: str) -> None:
    page = _Page(f"- <code>{escaped(text)}</code>")
    assert page.tags == ["ul", "li", "code", "/code", "/li", "/ul"]
    assert page.codes[0].split() == visible(text).split()


@given(REPORTS)
def test_any_report_has_the_tags_of_its_parts_only(report: Report) -> None:
    page = _Page(as_markdown(report))
    assert set(page.tags) <= {
        tag + name
        for name in (
            "h2",
            "p",
            "table",
            "thead",
            "tbody",
            "tr",
            "th",
            "td",
            "details",
            "summary",
            "ul",
            "li",
            "code",
            "br",
        )
        for tag in ("", "/")
    }
    assert page.tags.count("details") == page.tags.count("/details") == len(report.by_code)
    fixes = sum(each.fix is not None for each in report.kept)
    assert page.tags.count("code") == 2 * len(report.kept) + fixes


def test_rules_are_shown_literally() -> None:
    assert "text&#91;start&#58;end&#93;" in escaped(RULE.what)
    assert escaped("WWW.x.example") == "WWW&#46;x.example"
