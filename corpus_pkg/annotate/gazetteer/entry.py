"""One row of a gazetteer: a thing, its names, and what is certain of it."""

from __future__ import annotations

from dataclasses import dataclass

from corpus_pkg.model.vocabulary import EntityType


@dataclass(frozen=True, slots=True)
class Entry:
    """A person, place, body or people that a gazetteer knows.

    Attributes:
        name: the name that keys are made of.
        type: coarse type.
        kind: what it is: country, people, capital, city, agency, outlet, government, body, company, leader, ...
        country: ISO 3166-1 alpha-2; of states that are no more, ISO 3166-3's former alpha-2.
        wikidata: Wikidata id; None where it is not certain.
        aliases: the other names.
        metonym_of: key of what the name may stand for.
        sure: whether the name alone says that it is meant; elsewhere the text decides (`Washington`).
    """

    name: str
    type: EntityType
    kind: str
    country: str | None = None
    wikidata: str | None = None
    aliases: tuple[str, ...] = ()
    metonym_of: str | None = None
    sure: bool = True

    @property
    def names(self) -> tuple[str, ...]:
        """All names."""
        return (self.name, *self.aliases)
