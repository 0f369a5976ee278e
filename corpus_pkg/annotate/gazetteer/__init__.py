"""Countries, capitals, agencies, newspapers, governments and international bodies: what the package knows of itself.

The rows are facts compiled for this project (CC0). A Wikidata id stands only where it is certain.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, cast

BodyKind = Literal["agency", "outlet", "government", "body"]


@dataclass(frozen=True, slots=True)
class Country:
    """A country: ISO 3166-1 alpha-2 code, English name, other names, demonyms and capitals."""

    iso: str
    name: str
    wikidata: str | None
    aliases: tuple[str, ...]
    demonyms: tuple[str, ...]
    capitals: tuple[str, ...]

    @property
    def key(self) -> str:
        """The country's key in every article."""
        return f"country:{self.iso}"


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation: agency, outlet, seat of government or international body."""

    name: str
    kind: BodyKind
    country: str | None
    wikidata: str | None
    aliases: tuple[str, ...]
    metonym_of: str | None


def _rows(name: str) -> Iterator[dict[str, str]]:
    yield from csv.DictReader((files(__name__) / name).read_text("utf-8").splitlines())


def _several(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()


@cache
def countries() -> dict[str, Country]:
    """Countries by every name they go by; demonyms left out."""
    result: dict[str, Country] = {}
    for row in _rows("countries.csv"):
        country = Country(row["iso"], row["name"], row["wikidata"] or None, _several(row["aliases"]),
                          _several(row["demonyms"]), _several(row["capitals"]))  # fmt: skip
        result |= dict.fromkeys((country.name, *country.aliases), country)
    return result


@cache
def demonyms() -> dict[str, Country]:
    """Countries by the adjectives and nouns for their people."""
    return {each: country for country in countries().values() for each in country.demonyms}


@cache
def capitals() -> dict[str, Country]:
    """Countries by the name of their capital, which may stand for the government."""
    return {each: country for country in countries().values() for each in country.capitals}


@cache
def bodies() -> dict[str, Body]:
    """Organisations by every name they go by."""
    result: dict[str, Body] = {}
    for row in _rows("bodies.csv"):
        body = Body(row["name"], cast("BodyKind", row["kind"]), row["country"] or None, row["wikidata"] or None,
                    _several(row["aliases"]), row["metonym_of"] or None)  # fmt: skip
        result |= dict.fromkeys((body.name, *body.aliases), body)
    return result


@cache
def agencies() -> dict[str, Body]:
    """News agencies by every name they go by, and by it in capitals."""
    own = {name: body for name, body in bodies().items() if body.kind == "agency"}
    return own | {name.upper(): body for name, body in own.items()}
