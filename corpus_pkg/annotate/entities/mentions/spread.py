"""One string, one type, wherever it stands in an article."""

from __future__ import annotations

from collections.abc import Mapping

from corpus_pkg.annotate.entities.mentions.draft import Draft, Named
from corpus_pkg.annotate.gazetteer import NameIndex
from corpus_pkg.model.vocabulary import EntityType

_LEAST_LETTERS = 4


def spread(draft: Draft) -> None:
    """A name is a name wherever it stands; one of a single word, found once, unless the text also writes it small."""
    names: dict[str, tuple[EntityType, str | None]] = {}
    for name, group in draft.by_surface().items():
        if (" " in name and len(name) >= _LEAST_LETTERS) or len(group) > 1 or _telling(draft, name):
            names[name] = (group[0].type, group[0].label)
    mark_occurrences(draft, names)


def mark_occurrences(draft: Draft, names: Mapping[str, tuple[EntityType, str | None]]) -> None:
    """Marks the places where one of the names stands unmarked; longer names first."""
    if not names:
        return
    for start, end in NameIndex(names).occurrences(draft.text):
        entity_type, label = names[draft.text[start:end]]
        draft.put_if_free(Named(start, end, entity_type, label, "rule"))


def _telling(draft: Draft, name: str) -> bool:
    """Whether one mention of a single word is enough to know it again."""
    return (
        len(name) >= (3 if name.isupper() else _LEAST_LETTERS)
        and name[0].isupper()
        and name.isalpha()
        and name.casefold() not in draft.lower_words
    )
