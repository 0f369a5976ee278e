"""The forms that raw files come in, one module each."""

from __future__ import annotations

from functools import cache
from importlib.metadata import entry_points

from corpus_pkg.intake.form import Form
from corpus_pkg.intake.forms import (
    feed,
    html,
    json_document,
    json_lines,
    news_xml,
    parquet,
    sgml,
    table,
    text,
    warc,
)

OWN = (
    warc.FORM, parquet.FORM, news_xml.FORM, feed.FORM, sgml.FORM, html.FORM, json_lines.FORM, json_document.FORM,
    table.FORM, text.FORM,
)  # fmt: skip
"""The most special first; plain text, which everything fits, last."""


@cache
def forms() -> tuple[Form, ...]:
    """Every form that is known: those of other packages, which are asked first, and our own."""
    return (*(each.load() for each in entry_points(group="corpus_pkg.intake")), *OWN)


@cache
def suffixes() -> tuple[str, ...]:
    """What the names of raw files end with, the longest first."""
    return tuple(sorted({suffix for form in forms() for suffix in form.suffixes}, key=lambda each: (-len(each), each)))
