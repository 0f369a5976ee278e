"""How a record's field is declared: its doc, constraint, unit and since-version, beside its type."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

_KEY = "declaration"


@dataclass(frozen=True, slots=True, kw_only=True)
class Declaration:
    """What a field says of itself besides its type.

    `since` is the schema version that brought it, `nullable_since` the one from which on it may be null.
    """

    doc: str
    unit: str | None = None
    minimum: float | None = None
    maximum: float | None = None
    min_length: int | None = None
    pattern: str | None = None
    since: str = "0.1.0"
    nullable_since: str | None = None


def declared(doc: str, **constraints: Any) -> Any:  # noqa: ANN401  a dataclass field stands in for a value of any type
    """A dataclass field that carries a `Declaration`; the constraints are that class's own fields."""
    return field(metadata={_KEY: Declaration(doc=doc, **constraints)})


@dataclass(frozen=True, slots=True)
class Shape:
    """A field's type, taken apart.

    Attributes:
        base: the Python type of one value (`str`, `int`, `date`, a record class, ...).
        repeated: the field is a list of such values.
        optional: the field may be null.
        choices: the closed vocabulary, empty when the field is open.
    """

    base: type
    repeated: bool
    optional: bool
    choices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a record type: name, shape and declaration."""

    name: str
    shape: Shape
    declaration: Declaration


def _shape(hint: Any) -> Shape:  # noqa: ANN401  a type hint has no narrower type
    optional = repeated = False
    if get_origin(hint) in (Union, UnionType):
        optional = True
        (hint,) = (arg for arg in get_args(hint) if arg is not NoneType)
    if get_origin(hint) is list:
        repeated = True
        (hint,) = get_args(hint)
    if get_origin(hint) is Literal:
        return Shape(str, repeated, optional, get_args(hint))
    return Shape(hint, repeated, optional, ())


@cache
def fields_of(record: type) -> tuple[Field, ...]:
    """The declared fields of a record type, in order.

    Raises:
        TypeError: a field carries no declaration.
    """
    if not is_dataclass(record):
        raise TypeError(f"{record.__name__} is not a record type")
    hints = get_type_hints(record)
    result = []
    for each in fields(record):
        declaration = each.metadata.get(_KEY)
        if declaration is None:
            raise TypeError(f"{record.__name__}.{each.name} is not declared: use declared(...)")
        result.append(Field(each.name, _shape(hints[each.name]), declaration))
    return tuple(result)
