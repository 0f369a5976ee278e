"""The bodies of articles, read and laid out as `corpus convert` does."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from corpus_pkg.annotate.body import part_body
from corpus_pkg.errors import UsageError
from corpus_pkg.findings import Finding
from corpus_pkg.intake.files import find
from corpus_pkg.intake.reader import FormatReader


def read_texts(sources: Sequence[Path], most: int) -> list[str]:
    """The bodies of the first articles of sources.

    Args:
        sources: files, folders, globs.
        most: how many are taken.

    Raises:
        UsageError: a source is missing, or there is no article.
    """
    reader = FormatReader(dt.datetime.now(dt.UTC).date())
    texts: list[str] = []
    for file in find(sources):
        for unit in reader.read(file) if not isinstance(file, Finding) else ():
            if unit.article is not None:
                texts.append(part_body(unit.article).text)
                if len(texts) == most:
                    return texts
    if not texts:
        raise UsageError(" ".join(map(str, sources)), "there is no article", "Name files or folders with articles.")
    return texts
