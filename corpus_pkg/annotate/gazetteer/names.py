"""A gazetteer: what is known by a name, of which type."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from corpus_pkg.annotate.gazetteer.entry import Entry
from corpus_pkg.annotate.gazetteer.index import NameIndex
from corpus_pkg.annotate.gazetteer.tables import shipped
from corpus_pkg.model.vocabulary import EntityType

_SPOKEN = re.compile("[A-Z]{4,}")


class Gazetteer:
    """Entries by name. Where two entries share a name, both are kept: the type says which is meant."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Takes entries; of two with one name and type, the first is meant."""
        self._by_name: defaultdict[str, dict[EntityType, Entry]] = defaultdict(dict)
        for each in entries:
            for name in (*each.names, *_spoken(each)):
                self._by_name[name].setdefault(each.type, each)
        self._index = NameIndex(self._by_name)

    def get(self, name: str, kind: EntityType) -> Entry | None:
        """What is known by a name, of a type."""
        return self._under(name).get(kind)

    def all(self, name: str) -> list[Entry]:
        """Everything that is known by a name."""
        return list(self._under(name).values())

    def _under(self, name: str) -> Mapping[EntityType, Entry]:
        """The entries of a name; a name with accents is also known without them."""
        found = self._by_name.get(name)
        if found is None and not name.isascii():
            found = self._by_name.get("".join(each for each in unicodedata.normalize("NFD", name) if each.isascii()))
        return found or {}

    def type_of(self, name: str) -> EntityType | None:
        """The type of a name that always means one thing; None where the text decides."""
        sure = [each.type for each in self.all(name) if each.sure or (each.type == "PERSON" and " " in name)]
        return sure[0] if len(sure) == 1 else None

    def names(self) -> Iterator[str]:
        """All names."""
        return iter(self._by_name)

    def occurrences(self, text: str) -> Iterator[tuple[int, int]]:
        """Where names stand in a text, the longest at each place."""
        return self._index.occurrences(text)


def _spoken(entry: Entry) -> list[str]:
    """Acronyms that are spoken as words, as British papers write them: Nato, Opec, Unesco."""
    return [
        name.capitalize()
        for name in entry.names
        if entry.kind in ("body", "agency") and _SPOKEN.fullmatch(name) and re.search("[AEIOU]", name)
    ]


@cache
def default_gazetteer() -> Gazetteer:
    """The gazetteer that the package ships."""
    return Gazetteer(shipped())
