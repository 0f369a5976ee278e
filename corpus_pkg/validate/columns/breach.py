"""What a rule found in a batch, and how it becomes findings: words are made only for what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from corpus_pkg.findings import Finding, Place, Rule
from corpus_pkg.validate.columns.frame import Batch, Items, Mask, plain_value

_MOST_SHOWN = 200


class ArticleRow:
    """One article of a batch; a column is taken out when it is asked for."""

    def __init__(self, batch: Batch, row: int) -> None:
        self._batch, self._row = batch, row

    def __getitem__(self, column: str) -> Any:  # noqa: ANN401  columns are of any type
        return plain_value(self._batch.articles.column(column)[self._row])


Say = Callable[[dict[str, Any], ArticleRow], str]
"""Words for a breach, from the record and its article."""


class _Words(Mapping[str, Any]):
    """What the words of a breach may name: fields of the record, and what follows from them."""

    def __init__(self, field: str, record: dict[str, Any], article: ArticleRow) -> None:
        self._field, self._record, self._article = field, record, article

    def __getitem__(self, name: str) -> Any:  # noqa: ANN401  fields are of any type
        if name in self._record:
            return self._record[name]
        match name:
            case "field":
                return self._field
            case "value":
                return self._record.get(self._field)
            case "span":
                return f"[{self._record['start']}, {self._record['end']})"
            case "there":
                return self._article["text"][self._record["start"] : self._record["end"]]
            case "length":
                return len(self._article["text"])
        raise KeyError(name)

    def __iter__(self) -> Iterator[str]:
        return iter(self._record)

    def __len__(self) -> int:
        return len(self._record)


@dataclass(frozen=True, slots=True)
class Breach:
    """Where records of a batch break a rule.

    Attributes:
        rule: the rule.
        items: the records that were looked at.
        mask: which of them break it.
        say: the words for one of them; as text, with the names of fields in braces, and besides: `{field}` and
            `{value}` for the field that is wrong, `{span}` for the record's place, `{there}` for what the text says
            there, `{length}` for the text's length.
        field: the field of the record that is wrong; empty for the record as a whole.
    """

    rule: Rule
    items: Items
    mask: Mask
    say: Say | str
    field: str = ""


Check = Callable[[Batch], Iterator[Breach]]


def findings_of(breach: Breach, batch: Batch, place: Callable[[int], Place]) -> Iterator[Finding]:
    """The findings of a breach.

    Args:
        breach: the breach.
        batch: the batch.
        place: where an article stands, by its row in the batch.
    """
    items = breach.items
    for each in np.flatnonzero(breach.mask):
        index = int(each)
        row = int(items.rows[index])
        record, article = plain_value(items.array[index]) or {}, ArticleRow(batch, row)
        above = place(row)
        pointer = items.where(index) + (f"/{breach.field}" if breach.field else "")
        own = Place(
            file=above.file,
            line=above.line,
            row=above.row,
            pointer=pointer or None,
            record=items.id_of(index),
        )
        yield Finding(breach.rule, own, _said(breach, record, article), _plain(record))


def _plain(record: dict[str, Any]) -> dict[str, Any]:
    """The plain values of a record: what a program needs to see."""
    plain = {name: value for name, value in record.items() if isinstance(value, str | int | float | bool)}
    return {name: value for name, value in plain.items() if not isinstance(value, str) or len(value) <= _MOST_SHOWN}


def _said(breach: Breach, record: dict[str, Any], article: ArticleRow) -> str:
    if isinstance(breach.say, str):
        return breach.say.format_map(_Words(breach.field, record, article))
    return breach.say(record, article)
