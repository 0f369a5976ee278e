"""Mentions of one article joined into entities: full name, surname, acronym, alias, spelling variant."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from corpus_pkg.annotate.entities.mentions import Named
from corpus_pkg.annotate.entities.names import loose, parts
from corpus_pkg.annotate.gazetteer import bodies, countries, demonyms
from corpus_pkg.model.vocabulary import EntityType

_SMALL = frozenset("of the and for in on de la du des und".split())
_LEAST_ACRONYM = 2


@dataclass(slots=True)
class Cluster:
    """The mentions of one thing.

    Attributes:
        type: coarse type, that of the mention with the fullest name.
        known: what the gazetteer calls it, if it knows it.
        mentions: in order.
    """

    type: EntityType
    known: str | None
    mentions: list[Named] = field(default_factory=list)
    forms: list[str] = field(default_factory=list)

    def add(self, mention: Named, surface: str) -> None:
        """Takes a mention in."""
        self.mentions.append(mention)
        if surface not in self.forms:
            self.forms.append(surface)

    @property
    def name(self) -> str:
        """The fullest form: most words, then longest, then first."""
        return max(self.forms, key=lambda form: (len(form.split()), len(form)))


def cluster_mentions(text: str, mentions: Sequence[Named]) -> list[Cluster]:
    """The entities of an article, by first mention.

    Args:
        text: the article's text.
        mentions: its mentions, by start.
    """
    clusters: list[Cluster] = []
    # Fuller names first, so that a surname or an acronym finds what it is short for wherever that stands.
    for mention in sorted(mentions, key=lambda each: (-_words(text, each), each.start)):
        surface = text[mention.start : mention.end]
        home = _home(clusters, mention, surface, text)
        if home is None:
            home = Cluster(mention.type, _known(surface, mention.type))
            clusters.append(home)
        home.add(mention, surface)
    for each in clusters:
        each.mentions.sort(key=lambda mention: mention.start)
    return sorted(clusters, key=lambda each: each.mentions[0].start)


def _words(text: str, mention: Named) -> int:
    surface = text[mention.start : mention.end]
    return len(parts(surface)) if not surface.isupper() else 1


def _known(surface: str, entity_type: EntityType) -> str | None:
    """The gazetteer's own name for a surface of that type."""
    if entity_type == "LOC" and surface in countries():
        return countries()[surface].key
    if entity_type == "MISC" and surface in demonyms():
        return f"people:{demonyms()[surface].iso}"
    return bodies()[surface].name if entity_type == "ORG" and surface in bodies() else None


def _home(clusters: Sequence[Cluster], mention: Named, surface: str, text: str) -> Cluster | None:
    """The cluster that a mention belongs to; None for a new one, also where two would do."""
    same = [each for each in clusters if each.type == mention.type]
    known = _known(surface, mention.type)
    if known is not None:
        return next((each for each in same if each.known == known), None)
    exact = [each for each in same if surface in each.forms]
    if exact:
        return exact[0]
    if mention.type == "PERSON":
        return _only([each for each in same if _same_person(each, surface)])
    if mention.type == "ORG":
        return _only([each for each in same if _same_body(each, surface, text)])
    return _only([each for each in same if parts(each.name) == parts(surface)])


def _only(candidates: Sequence[Cluster]) -> Cluster | None:
    return candidates[0] if len(candidates) == 1 else None


def _same_person(cluster: Cluster, surface: str) -> bool:
    """Whether a shorter or other form names the person: surname, first name, or the same parts in other spelling."""
    return any(_person_forms(parts(form), parts(surface)) for form in cluster.forms)


def _person_forms(full: tuple[str, ...], short: tuple[str, ...]) -> bool:
    if not full or not short:
        return False
    if len(short) == 1:
        return len(full) > 1 and loose(short[0]) in (loose(full[-1]), loose(full[0]))
    if loose(full[-1]) != loose(short[-1]):
        return False
    if 1 < len(short) < len(full) and full[-len(short) :] == short:
        return True  # a surname of several words: Van Craeyveld
    first, other = loose(full[0]), loose(short[0])
    return first == other or (1 in (len(first), len(other)) and first[0] == other[0])


def _same_body(cluster: Cluster, surface: str, text: str) -> bool:
    """Whether a shorter form names the body: acronym, `Full Name (FN)`, or the last words of its name."""
    for form in cluster.forms:
        if surface.isupper() and len(surface) >= _LEAST_ACRONYM:
            initials = "".join(word[0] for word in re.findall(r"[\w]+", form) if word.lower() not in _SMALL).upper()
            if initials == surface.replace(".", "") or re.search(
                rf"{re.escape(form)} \(\W?{re.escape(surface)}\W?\)", text
            ):
                return True
        elif form.endswith(" " + surface) or (form.startswith(surface + " ") and len(surface) > 3):  # noqa: PLR2004  not "New"
            return True
    return False
