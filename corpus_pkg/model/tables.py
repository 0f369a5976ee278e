"""The configs of a dataset: which record type each holds, and what its flat rows repeat of their article."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from corpus_pkg.model.annotations import ID, Claim, Entity, Quote
from corpus_pkg.model.article import Article
from corpus_pkg.model.declare import Field, declared, fields_of
from corpus_pkg.model.link import Link


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeated:
    """What every child row repeats of its article, so that one table answers one question."""

    article_id: str = declared("Id of the article.", pattern=ID)
    date: dt.date | None = declared("The article's day of publication.")
    source: str | None = declared("The article's source.", min_length=1)


@dataclass(frozen=True, slots=True)
class Table:
    """One config.

    Attributes:
        name: the config's name, and its folder's.
        record: the record type of a row.
        child: the rows are nested in articles under the same name, and repeat `Repeated`.
        article: the column that names a row's article; row groups never part an article's rows.
    """

    name: str
    record: type
    child: bool
    article: str

    @property
    def fields(self) -> tuple[Field, ...]:
        """The columns, in order."""
        own = fields_of(self.record)
        return (own[0], *fields_of(Repeated), *own[1:]) if self.child else own


TABLES: tuple[Table, ...] = (
    Table("articles", Article, child=False, article="id"),
    Table("quotes", Quote, child=True, article="article_id"),
    Table("entities", Entity, child=True, article="article_id"),
    Table("claims", Claim, child=True, article="article_id"),
    Table("links", Link, child=False, article="from_article"),
)
"""Every config a dataset may have, the default first."""


def table(name: str) -> Table:
    """The table of that name.

    Raises:
        KeyError: no config has that name.
    """
    for each in TABLES:
        if each.name == name:
            return each
    raise KeyError(name)
