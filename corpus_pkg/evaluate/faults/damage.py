"""What a damage is, and the register of all of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Any

from corpus_pkg.model.rows import Row


class NotHere(Exception):  # noqa: N818  not an error: the next row is tried
    """The row has nothing that this damage could damage."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a damage was done.

    Attributes:
        pointer: JSON pointer that the finding's begins with.
        record: id of the record; None where it does not matter.
    """

    pointer: str
    record: str | None = None


@dataclass(frozen=True, slots=True)
class Damage:
    """One way to damage the row of an article.

    Attributes:
        name: its name.
        code: the rule that it breaks.
        apply: damages a row in place, somewhere, and says where.
    """

    name: str
    code: str
    apply: Callable[[Row, Random], Spot]


DAMAGES: list[Damage] = []
"""All damages of articles, in the order of their modules."""


def damage(code: str, name: str) -> Callable[[Callable[[Row, Random], Spot]], Callable[[Row, Random], Spot]]:
    """Registers a function as a damage."""

    def register(apply: Callable[[Row, Random], Spot]) -> Callable[[Row, Random], Spot]:
        DAMAGES.append(Damage(name, code, apply))
        return apply

    return register


def pick(row: Row, random: Random, config: str, fits: Callable[[Row], Any] = bool) -> tuple[int, Row]:
    """A random record of a list of the article that fits.

    Raises:
        NotHere: there is none.
    """
    found = [(index, each) for index, each in enumerate(row[config] or ()) if fits(each)]
    if not found:
        raise NotHere
    return random.choice(found)


def spot(config: str, index: int, record: Row, field: str = "") -> Spot:
    """The place of a record, or of a field of it."""
    return Spot(f"/{config}/{index}" + (f"/{field}" if field else ""), record.get("id"))


def setting(code: str, path: str, *values: Any) -> None:  # noqa: ANN401  fields are of any type
    """Registers a damage that sets a field to one of some values: `quotes/kind`, `title`, `quotes/cue/text`.

    A record is chosen that has the field's parents, and whose value differs.
    """
    *above, name = path.split("/")

    def apply(row: Row, random: Random) -> Spot:
        value = random.choice(values)
        if not above:
            if row[name] == value:
                raise NotHere
            row[name] = value
            return Spot(f"/{name}")
        config, *inner = above
        if isinstance(row[config], dict):
            if row[config][name] == value:
                raise NotHere
            row[config][name] = value
            return Spot(f"/{path}")

        def held(record: Row) -> Row | None:
            for each in inner:
                record = record[each] if isinstance(record.get(each), dict) else {}
            return record if name in record and record[name] != value else None

        index, record = pick(row, random, config, held)
        target = held(record)
        if target is None:
            raise NotHere
        found = spot(config, index, record, "/".join([*inner, name]))
        target[name] = value
        # A record whose id is wrong is not found by it.
        return Spot(found.pointer) if name == "id" else found

    DAMAGES.append(Damage(f"{path} wrong", code, apply))
