"""What was found, in the form that its reader wants: a person, a program, or a CI system."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from corpus_pkg.validate.report.as_json import as_json, as_jsonl
from corpus_pkg.validate.report.collect import Report
from corpus_pkg.validate.report.github import as_github, write_step_summary
from corpus_pkg.validate.report.junit import as_junit
from corpus_pkg.validate.report.markdown import as_markdown
from corpus_pkg.validate.report.sarif import as_sarif
from corpus_pkg.validate.report.text import as_text

FORMATS: Final[dict[str, Callable[[Report], str]]] = {
    "text": as_text,
    "json": as_json,
    "jsonl": as_jsonl,
    "github": as_github,
    "sarif": as_sarif,
    "junit": as_junit,
    "markdown": as_markdown,
}
"""The formats by the name that `--format` takes; none of them ends with a line end."""

__all__ = ["FORMATS", "Report", "write_step_summary"]
