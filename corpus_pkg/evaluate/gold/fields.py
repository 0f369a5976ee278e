"""The fields of a gold record, read with their types; what does not fit is an error that names file, line and field."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from corpus_pkg.errors import UsageError
from corpus_pkg.evaluate.stretches import Stretch

_PAIR = 2


@dataclass(frozen=True, slots=True)
class Fields:
    """A JSON object of a gold file.

    Attributes:
        values: the object.
        where: file and line.
        inside: how the object is reached from the line's own object, such as `quotes[3].`.
    """

    values: Mapping[str, Any]
    where: str
    inside: str = ""

    def wrong(self, key: str, expected: str) -> UsageError:
        """The error that a field is not what it must be."""
        found = f"is {self.values[key]!r:.60}" if key in self.values else "is missing"
        return UsageError(self.where, f"`{self.inside}{key}` {found}; it must be {expected}", "Mend that line.")

    def text(self, key: str) -> str:
        """A string."""
        value = self.values.get(key)
        if not isinstance(value, str):
            raise self.wrong(key, "a string")
        return value

    def text_or_none(self, key: str) -> str | None:
        """A string that is not empty, or None."""
        return None if self.values.get(key) is None else self.text(key) or None

    def number_or_none(self, key: str) -> float | None:
        """A number, or None."""
        value = self.values.get(key)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self.wrong(key, "a number or null")
        return float(value)

    def flag(self, key: str) -> bool:
        """True or false; a field that is missing is false."""
        value = self.values.get(key, False)
        if not isinstance(value, bool):
            raise self.wrong(key, "true or false")
        return value

    def objects(self, key: str) -> list[Fields]:
        """A list of objects."""
        value = self.values.get(key)
        if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
            raise self.wrong(key, "a list of objects")
        return [Fields(each, self.where, f"{self.inside}{key}[{index}].") for index, each in enumerate(value)]

    def stretch(self, text: str, start: str = "start", end: str = "end") -> Stretch:
        """A stretch of a text, from two fields."""
        first, last = self._whole(start), self._whole(end)
        if not 0 <= first < last <= len(text):
            raise self.wrong(end, f"more than `{start}`, {first}, which is at least 0, and at most {len(text)}")
        return first, last

    def stretches(self, key: str, text: str) -> tuple[Stretch, ...]:
        """Stretches of a text, from a list of pairs; a field that is null or missing gives none."""
        value = self.values.get(key)
        if value is None:
            return ()
        if not isinstance(value, list) or not all(_is_stretch(each, text) for each in value):
            raise self.wrong(key, f"a list of [start, end] with 0 <= start <= end <= {len(text)}")
        return tuple((first, last) for first, last in value)

    def _whole(self, key: str) -> int:
        value = self.values.get(key)
        if isinstance(value, bool) or not isinstance(value, int):
            raise self.wrong(key, "a whole number")
        return value


def _is_stretch(value: object, text: str) -> bool:
    if not isinstance(value, list) or len(value) != _PAIR or not all(type(each) is int for each in value):
        return False
    return bool(0 <= value[0] <= value[1] <= len(text))
