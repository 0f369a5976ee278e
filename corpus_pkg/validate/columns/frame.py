"""A batch of articles seen by columns: every kind of record flat, beside the rows that it stands in."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from corpus_pkg.validate.columns.texts import Texts

Ints = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]
NONE = -1
"""What an offset that is null becomes."""


@dataclass(slots=True)
class Items:
    """Records of one kind, flat, over all articles of a batch.

    Attributes:
        pointer: JSON pointer with a star for each list: `/quotes/*/cue`.
        array: the records; null where an optional record is absent.
        rows: for each, the row of its article in the batch.
        places: for each, its places in the lists that it is nested in, the outermost first.
        owner: the records that these are parts of, and for each the index of its own; None for articles.
    """

    pointer: str
    array: pa.StructArray
    rows: Ints
    places: tuple[Ints, ...] = ()
    owner: tuple[Items, Ints] | None = None
    _columns: dict[str, Any] = field(default_factory=dict)
    _numbers: dict[str, Any] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.array)

    def column(self, name: str) -> Any:  # noqa: ANN401  Arrow arrays have no types
        """A field of the records; null where the record itself is."""
        if not self._columns:
            names = [each.name for each in self.array.type]
            self._columns.update(zip(names, self.array.flatten(), strict=True))
        return self._columns[name]

    def ints(self, name: str) -> Ints:
        """A field of whole numbers; -1 for null."""
        if name not in self._numbers:
            column = self.column(name)
            filled = pc.fill_null(column, NONE) if column.null_count else column
            self._numbers[name] = filled.to_numpy(zero_copy_only=False)
        found: Ints = self._numbers[name]
        return found

    def floats(self, name: str) -> npt.NDArray[np.float64]:
        """A field of numbers; NaN for null."""
        found: npt.NDArray[np.float64] = self.column(name).to_numpy(zero_copy_only=False)
        return found

    def has(self, name: str) -> Mask:
        """Where a field is not null."""
        return present(self.column(name))

    def one_of(self, name: str, *values: str) -> Mask:
        """Where a field of text is one of some values; null is none."""
        column = self.column(name)
        if len(values) == 1:
            return truth(pc.equal(column, values[0]))
        return truth(pc.is_in(column, _value_set(values)))

    def nested(self, name: str) -> Items:
        """The records of an optional field, one for each of these."""
        owner = (self, np.arange(len(self)))
        return Items(f"{self.pointer}/{name}", self.column(name), self.rows, self.places, owner)

    def id_of(self, index: int) -> str | None:
        """The id of a record, or of the nearest one around it."""
        names = [each.name for each in self.array.type]
        own: str | None = self.column("id")[index].as_py() if "id" in names else None
        if own or self.owner is None:
            return own
        return self.owner[0].id_of(int(self.owner[1][index]))

    def listed(self, name: str) -> Items:
        """The records of a list field, flat."""
        column = self.column(name)
        lengths = lengths_of(column)
        parents = np.repeat(np.arange(len(column)), lengths)
        inner = np.arange(len(parents)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
        places = (*(each[parents] for each in self.places), inner)
        return Items(f"{self.pointer}/{name}/*", column.flatten(), self.rows[parents], places, (self, parents))

    def where(self, index: int) -> str:
        """JSON pointer of a record into its article."""
        parts = self.pointer.split("*")
        numbers = [str(each[index]) for each in self.places]
        return "".join(part + number for part, number in zip(parts, [*numbers, ""], strict=True))


@cache
def _value_set(values: tuple[str, ...]) -> Any:  # noqa: ANN401  Arrow arrays have no types
    return pa.array(values, pa.string())


def lengths_of(column: Any) -> Ints:  # noqa: ANN401  Arrow arrays have no types
    """The lengths of the lists of a column; 0 for null."""
    found = pc.list_value_length(column)
    found = pc.fill_null(found, 0) if found.null_count else found
    lengths: Ints = found.to_numpy(zero_copy_only=False).astype(np.int64)
    return lengths


def present(column: Any) -> Mask:  # noqa: ANN401  Arrow arrays have no types
    """Where a column is not null."""
    if not column.null_count:
        return np.ones(len(column), dtype=bool)
    mask: Mask = column.is_valid().to_numpy(zero_copy_only=False)
    return mask


def truth(column: Any) -> Mask:  # noqa: ANN401  Arrow arrays have no types
    """A column of booleans as a mask; null is false."""
    filled = pc.fill_null(column, False) if column.null_count else column  # noqa: FBT003  the value to fill in
    mask: Mask = filled.to_numpy(zero_copy_only=False)
    return mask


def plain_value(scalar: Any) -> Any:  # noqa: ANN401  Arrow scalars have no types
    """A value as Python holds it; a day or instant outside of Python's calendar as the number that it is stored as."""
    try:
        return scalar.as_py()
    except (OverflowError, ValueError):
        if isinstance(scalar, pa.StructScalar):
            return {name: plain_value(each) for name, each in scalar.items()}
        if isinstance(scalar, pa.ListScalar):
            return [plain_value(each) for each in scalar.values]
        return scalar.value


class Batch:
    """Rows of the config `articles`.

    Args:
        rows: the rows, with the Arrow schema of the config.
    """

    def __init__(self, rows: pa.RecordBatch) -> None:
        self.rows = rows
        self.articles = Items("", rows.to_struct_array(), np.arange(rows.num_rows))
        self._lists: dict[str, Items] = {}

    def __len__(self) -> int:
        return int(self.rows.num_rows)

    def listed(self, *names: str) -> Items:
        """The records of a list of the articles, flat; two names for a list within a list."""
        key = "/".join(names)
        if key not in self._lists:
            above = self.listed(*names[:-1]) if len(names) > 1 else self.articles
            self._lists[key] = above.listed(names[-1])
        return self._lists[key]

    @cached_property
    def texts(self) -> Texts:
        """The articles' texts, addressed by code points."""
        return Texts(self.articles.column("text"))
