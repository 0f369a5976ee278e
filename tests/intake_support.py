"""Raw files in tests: read from bytes under a name, as articles and findings in their order."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterable
from pathlib import Path

from corpus_pkg.findings import Finding
from corpus_pkg.intake.files import RawFile
from corpus_pkg.intake.raw import RawArticle
from corpus_pkg.intake.reader import FormatReader
from corpus_pkg.intake.unit import Unit

TODAY = dt.date(2026, 1, 1)
Item = RawArticle | Finding


def flat(units: Iterable[Unit]) -> list[Item]:
    """The findings of each unit, then its article."""
    items: list[Item] = []
    for unit in units:
        assert unit.article is not None or any(unit.findings), "a unit is an article, or says why it is none"
        items += unit.findings
        if unit.article is not None:
            items.append(unit.article)
    return items


def read_path(path: Path, **mapping: str) -> list[Item]:
    """A file, with what stands beside it."""
    return flat(FormatReader(TODAY, mapping).read(RawFile(path, path.name)))


def read_bytes(content: bytes, name: str, **mapping: str) -> list[Item]:
    """Bytes under a name that tells their form."""
    return flat(FormatReader(TODAY, mapping).read_stream(io.BytesIO(content), name))


def articles(items: Iterable[Item]) -> list[RawArticle]:
    return [each for each in items if isinstance(each, RawArticle)]


def findings(items: Iterable[Item]) -> list[Finding]:
    return [each for each in items if isinstance(each, Finding)]


def codes(items: Iterable[Item]) -> list[str]:
    return [each.rule.code for each in findings(items)]
