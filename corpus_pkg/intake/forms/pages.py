"""Pages within other files: handed on to the form that reads HTML, and put back into their place."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, replace

from corpus_pkg.findings import Finding, Place
from corpus_pkg.findings.rules.forms import EXTRA_MISSING
from corpus_pkg.intake.form import Form, Reading
from corpus_pkg.intake.raw import Statement
from corpus_pkg.intake.unit import Unit, refused

HTML = "HTML"
"""What the form is called that reads pages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page in a file.

    Attributes:
        raw: its bytes.
        path: what the article is to be called.
        place: where it stands in the file.
        encoding: what the file states of its encoding; the sidecar's word counts more.
        statements: what the file states of the article; they stand before what the page states.
    """

    raw: bytes
    path: str
    place: Place
    encoding: str | None
    statements: tuple[Statement, ...]


def read_page(page: Page, reading: Reading) -> Iterator[Unit]:
    """The units of a page: one, unless the form of pages says otherwise.

    Args:
        page: the page.
        reading: the file that holds it.
    """
    form = _html()
    if form is None:
        yield refused(Finding(EXTRA_MISSING, page.place, "it is a page; to read it: pip install 'corpus-pkg[html]'"))
        return
    given = replace(reading.given, encoding=reading.given.encoding or page.encoding)
    for unit in form.read(
        replace(reading, name=page.path, stream=io.BufferedReader(io.BytesIO(page.raw)), given=given)
    ):
        article = unit.article
        if article is not None:
            # The encoding is the server's word, not the contributor's.
            own = replace(article.given, encoding=reading.given.encoding)
            article = replace(article, path=page.path, given=own, statements=(*page.statements, *article.statements))
        yield Unit(article, tuple(_moved(each, page.place) for each in unit.findings))


def _html() -> Form | None:
    from corpus_pkg.intake.forms import forms

    return next((each for each in forms() if each.name == HTML), None)


def _moved(finding: Finding, place: Place) -> Finding:
    """A finding of a page, at the place of the page: its lines are none of the file's, and no fix fits there."""
    at = finding.place
    line = f" (line {at.line} of the page)" if at.line is not None else ""
    return replace(finding, place=place, message=finding.message + line, fix=None)
