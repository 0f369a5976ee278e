"""The tables that the package ships: countries, places, bodies and persons.

The rows are facts compiled for this project (CC0). A Wikidata id stands only where it is certain.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from corpus_pkg.annotate.gazetteer.entry import Entry
from corpus_pkg.model.vocabulary import EntityType

_TABLES: dict[str, EntityType] = {"places.csv": "LOC", "bodies.csv": "ORG", "persons.csv": "PERSON"}


def _rows(name: str) -> Iterator[dict[str, str]]:
    yield from csv.DictReader((files(__name__.rpartition(".")[0]) / name).read_text("utf-8").splitlines())


def _several(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()


@cache
def shipped() -> tuple[Entry, ...]:
    """All rows: countries and their people first."""
    entries: list[Entry] = []
    for row in _rows("countries.csv"):
        iso, people = row["iso"], _several(row["demonyms"])
        entries.append(Entry(row["name"], "LOC", "country", iso, row["wikidata"] or None, _several(row["aliases"])))
        if people:
            entries.append(Entry(people[0], "MISC", "people", iso, None, people[1:]))
    for table, kind in _TABLES.items():
        entries += [
            Entry(row["name"], kind, row["kind"], row["country"] or None, row["wikidata"] or None,
                  _several(row["aliases"]), row["metonym_of"] or None, kind == "ORG" and row["kind"] != "company")
            for row in _rows(table)
        ]  # fmt: skip
    return tuple(entries)


def _named(*kinds: str) -> dict[str, Entry]:
    return {name: each for each in shipped() if each.kind in kinds for name in each.names}


@cache
def countries() -> dict[str, Entry]:
    """Countries by every name they go by; demonyms left out."""
    return _named("country")


@cache
def demonyms() -> dict[str, Entry]:
    """Peoples by the adjectives and nouns for them."""
    return _named("people")


@cache
def bodies() -> dict[str, Entry]:
    """Organisations by every name they go by."""
    return {name: each for each in shipped() if each.type == "ORG" for name in each.names}


@cache
def agencies() -> dict[str, Entry]:
    """News agencies by every name they go by, and by it in capitals."""
    own = _named("agency")
    return own | {name.upper(): each for name, each in own.items()}
