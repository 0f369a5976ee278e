"""What holds between two articles."""

from __future__ import annotations

from dataclasses import dataclass

from corpus_pkg.model.annotations import ID
from corpus_pkg.model.declare import declared
from corpus_pkg.model.vocabulary import LinkKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A relation between two articles, or between two records of theirs."""

    kind: LinkKind = declared("What holds between the two.")
    from_article: str = declared("Id of the article with the smaller id.", pattern=ID)
    from_id: str | None = declared("Id of the record in it; null for the whole article.", pattern=ID)
    to_article: str = declared("Id of the other article.", pattern=ID)
    to_id: str | None = declared("Id of the record in it; null for the whole article.", pattern=ID)
    score: float = declared("How sure the relation is.", minimum=0, maximum=1)
