from __future__ import annotations

import pytest
from hypothesis import given
from report_support import REPORTS, report_of

from corpus_pkg.validate.report import FORMATS, Report


def test_the_formats_are_these() -> None:
    assert set(FORMATS) == {"text", "json", "jsonl", "github", "sarif", "junit", "markdown"}


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_found_is_said_too(name: str) -> None:
    assert FORMATS[name](report_of())


@given(REPORTS)
def test_every_report_can_be_written_and_is_the_same_twice(report: Report) -> None:
    for form in FORMATS.values():
        assert form(report).encode() == form(report).encode()
        assert not form(report).endswith("\n")
