"""An article with people in it, and corrections of it, for tests of reviewed annotations."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final

from tests_support import SUMMIT, TODAY

from corpus_pkg.annotate.article import annotate
from corpus_pkg.annotate.entities.finder import EntityFinder
from corpus_pkg.annotate.entities.recognizer import Labelled
from corpus_pkg.annotate.models import Models
from corpus_pkg.annotate.review import Reviewed, apply_review
from corpus_pkg.findings import Finding
from corpus_pkg.intake.forms.text import plain_article
from corpus_pkg.intake.raw import Given, RawArticle
from corpus_pkg.intake.review import Review, read_review
from corpus_pkg.model.article import Article
from corpus_pkg.model.provenance import ModelUse
from corpus_pkg.model.version import SCHEMA_VERSION

NAME: Final = "summit.annotations.json"
_LABELS: Final = {"Anna Lindholm": "PERSON", "Peter Okoro": "PERSON", "Kenya": "GPE", "Foreign Ministry": "ORG"}


class _Names:
    """A recogniser that knows the names of the article."""

    @property
    def uses(self) -> list[ModelUse]:
        return []

    def recognize(self, texts: Iterable[str]) -> Iterator[Sequence[Labelled]]:
        pattern = re.compile("|".join(_LABELS))
        for text in texts:
            yield [Labelled(*each.span(), _LABELS[each[0]]) for each in pattern.finditer(text)]


@cache
def article() -> Article:
    """The article as the annotator makes it, its names found."""
    raw = plain_article(SUMMIT.encode(), "summit.txt", Given())
    assert isinstance(raw, RawArticle)
    (done,) = annotate([raw], Models(EntityFinder(_Names())), TODAY)
    assert done.article is not None
    return done.article


def place(words: str, text: str | None = None) -> dict[str, Any]:
    """Where words stand first in the text."""
    start = (text or article().text).index(words)
    return {"start": start, "end": start + len(words), "text": words}


def stated(action: str, config: str, words: str | None = None, **fields: object) -> dict[str, Any]:
    """A correction of a record by its words."""
    address = place(words) if words else {}
    return {"action": action, "config": config} | address | {"by": "Ada", "on": "2025-06-01"} | fields


def document(*corrections: object, **fields: object) -> str:
    """The text of a file of corrections."""
    return json.dumps({"schema_version": SCHEMA_VERSION, "corrections": corrections} | fields, ensure_ascii=False)


def reading(folder: Path, text: str | bytes) -> tuple[Review | None, list[Finding]]:
    """A file of corrections, as it is read."""
    path = folder / NAME
    path.write_bytes(text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text)
    return read_review(path, NAME, TODAY)


def reviewed(folder: Path, *corrections: object, **fields: object) -> Reviewed:
    """The article with corrections, whose form is sound."""
    review, findings = reading(folder, document(*corrections, **fields))
    assert not findings
    assert review is not None
    return apply_review(article(), review)
