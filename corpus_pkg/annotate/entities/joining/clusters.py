"""Mentions of one article joined into entities: full name, surname, acronym, alias, spelling variant.

A form joins an entity only where exactly one would do. A bare surname may be of several persons: then each mention is
of the one whose name stands before it, or of nobody that is known.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from corpus_pkg.annotate.entities.given_names import MEN, WOMEN
from corpus_pkg.annotate.entities.joining.organisations import is_acronym, same_body
from corpus_pkg.annotate.entities.joining.persons import asked_keys, kept_keys, person_parts, same_person
from corpus_pkg.annotate.entities.mentions.acronyms import defined_acronyms
from corpus_pkg.annotate.entities.mentions.draft import Named
from corpus_pkg.annotate.entities.mentions.heads import BEFORE_OF
from corpus_pkg.annotate.entities.names import loose, parts
from corpus_pkg.annotate.gazetteer import Entry, Gazetteer
from corpus_pkg.model.vocabulary import EntityType

_MISTER = re.compile(r"\b(?:Mr|Sir|Lord)\.?[ \n]\Z")
_MISTRESS = re.compile(r"\b(?:Mrs|Ms|Miss|Dame|Lady)\.?[ \n]\Z")
_OF = re.compile(r" of (?:the )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*")
_TITLE = 8
_ALIAS = re.compile(
    r",? (?:(?:also|better|widely|popularly|commonly|formerly) ){0,2}(?:known|called|nicknamed) "
    r"(?:as )?(?:the )?[\"“‘']?"
)
_HALVES = frozenset("North South East West".split())


@dataclass(slots=True)
class Cluster:
    """The mentions of one thing.

    Attributes:
        type: coarse type.
        known: what the gazetteer knows of it.
        mentions: in order.
        forms: what they read, in order of their joining.
    """

    type: EntityType
    known: Entry | None
    mentions: list[Named] = field(default_factory=list)
    forms: dict[str, None] = field(default_factory=dict)

    def add(self, mentions: Iterable[Named], surface: str) -> None:
        """Takes mentions of one form in."""
        self.mentions.extend(mentions)
        self.forms[surface] = None

    @property
    def name(self) -> str:
        """The fullest form: most words, then one not in capitals throughout, then longest, then first."""
        return max(self.forms, key=lambda form: (len(form.split()), is_acronym(form) or not form.isupper(), len(form)))

    @property
    def first(self) -> int:
        """Where its fullest form stands first, as far as it has been joined."""
        return min(each.start for each in self.mentions)


def cluster_mentions(text: str, mentions: Sequence[Named], gazetteer: Gazetteer) -> list[Cluster]:
    """The entities of an article, by first mention.

    Args:
        text: the article's text.
        mentions: its mentions.
        gazetteer: what is known by which name.
    """
    groups: defaultdict[tuple[EntityType, str], list[Named]] = defaultdict(list)
    for each in mentions:
        groups[each.type, _form(text, each)].append(each)
    # Fuller names first, so that a surname or an acronym finds what it is short for wherever that stands.
    ordered = sorted(groups, key=lambda key: (-_weight(key[1]), min(each.start for each in groups[key]), key))
    joining = _Joining(text, gazetteer)
    for kind, surface in ordered:
        joining.join(kind, surface, groups[kind, surface])
    joining.join_aliases()
    for cluster in joining.clusters:
        cluster.mentions.sort(key=lambda mention: mention.start)
    return sorted(joining.clusters, key=lambda each: (each.mentions[0].start, each.mentions[0].end))


def _form(text: str, mention: Named) -> str:
    """What a mention reads; a head alone (`University`) with the name that follows it (`of Castleton`)."""
    form = " ".join(text[mention.start : mention.end].split())
    rest = _OF.match(text, mention.end) if form.lower() in BEFORE_OF else None
    return form + rest[0] if rest else form


def _weight(surface: str) -> int:
    return 1 if is_acronym(surface) else len(parts(surface))


class _Joining:
    """The clusters so far, found by the words of their names."""

    def __init__(self, text: str, gazetteer: Gazetteer) -> None:
        self._text, self._gazetteer = text, gazetteer
        self._defined = defined_acronyms(text)
        self.clusters: list[Cluster] = []
        self._by_entry: dict[Entry | None, Cluster] = {}
        self._by_word: defaultdict[Hashable, dict[int, Cluster]] = defaultdict(dict)

    def join(self, kind: EntityType, surface: str, mentions: list[Named]) -> None:
        """Adds the mentions of one form to the cluster that they belong to, or to a new one."""
        known = self._known(kind, surface) or self._titled(kind, surface, mentions)
        fitting = self._fitting(kind, surface, known)
        if len(fitting) > 1 and kind == "PERSON":
            for home, group in self._told_apart(fitting, mentions):
                self._add(home or self._new(kind, known), surface, group)
            return
        self._add(fitting[0] if len(fitting) == 1 else self._new(kind, known), surface, mentions)

    def join_aliases(self) -> None:
        """Joins what the text itself calls by another name: `Mohamed Hale, known as Hem`."""
        ordered = sorted(((each, cluster) for cluster in self.clusters for each in cluster.mentions), key=_start)
        gone: set[int] = set()
        for (one, cluster), (two, other) in pairwise(ordered):
            if cluster is other or not _ALIAS.fullmatch(self._text, one.end, two.start):
                continue
            if cluster.type in (other.type, "PERSON") and not gone & {id(cluster), id(other)}:
                cluster.mentions.extend(replace(each, type=cluster.type) for each in other.mentions)
                cluster.forms |= other.forms
                gone.add(id(other))
        self.clusters = [each for each in self.clusters if id(each) not in gone]

    def _known(self, kind: EntityType, surface: str) -> Entry | None:
        """What the gazetteer knows by a name; nothing where the text itself says what an acronym stands for."""
        entry = self._gazetteer.get(surface, kind)
        if entry is None and kind == "LOC" and surface.isupper():
            entry = self._gazetteer.get(surface.title(), kind)
        if entry is None and kind == "ORG":
            country = self._gazetteer.get(surface, "LOC")
            entry = country if country is not None and country.kind == "country" else None
        full = self._defined.get(surface)
        return None if entry is not None and full is not None and full not in entry.names else entry

    def _titled(self, kind: EntityType, surface: str, mentions: list[Named]) -> Entry | None:
        """Who is known by a name with the title before it: Pope Francis."""
        if kind != "PERSON" or " " in surface:
            return None
        for each in mentions:
            before = self._text[max(0, each.start - _TITLE) : each.start].split()
            entry = self._gazetteer.get(f"{before[-1]} {surface}", kind) if before else None
            if entry is not None:
                return entry
        return None

    def _new(self, kind: EntityType, known: Entry | None) -> Cluster:
        cluster = Cluster(kind, known)
        if known is not None:
            self._by_entry.setdefault(known, cluster)
        self.clusters.append(cluster)
        return cluster

    def _add(self, cluster: Cluster, surface: str, mentions: list[Named]) -> None:
        cluster.add(mentions, surface)
        keys = kept_keys(person_parts(surface)) if cluster.type == "PERSON" else _words_of(surface)
        for key in keys:
            self._by_word[key][id(cluster)] = cluster

    def _fitting(self, kind: EntityType, surface: str, known: Entry | None) -> list[Cluster]:
        """The clusters that a form may belong to."""
        same = [self._by_entry[known]] if known in self._by_entry else []
        if same and kind != "PERSON":
            return same
        near: dict[int, Cluster] = {}
        for key in asked_keys(person_parts(surface)) if kind == "PERSON" else _words_of(surface):
            near |= self._by_word.get(key, {})
        rivals = [each for each in near.values() if known is None or each.known in (None, known)]
        same_kind = [each for each in rivals if each.type == kind]
        if kind == "PERSON":
            form = person_parts(surface)
            bearers = [each for each in same_kind if any(same_person(person_parts(name), form) for name in each.forms)]
            # Of two, whose surname it is before whose given name: Warren of Elizabeth Warren, not of Warren Hale.
            surnamed = [each for each in bearers if any(person_parts(name)[-1:] == form for name in each.forms)]
            return surnamed or bearers or same
        if kind == "ORG":
            bodies = same_kind + ([each for each in rivals if each.type == "LOC"] if is_acronym(surface) else [])
            exact = [each for each in bodies if surface in each.forms]
            named = exact or [each for each in bodies if any(same_body(name, surface) for name in each.forms)]
            return named or self._half(surface)
        alike = same_body if is_acronym(surface) else _same_words
        places = [each for each in same_kind if any(alike(name, surface) for name in each.forms)]
        return places or self._half(surface)

    def _half(self, surface: str) -> list[Cluster]:
        """`the North`, where the text names one North Korea and no other north."""
        if surface not in _HALVES:
            return []
        return [each for each in self.clusters if each.known and each.name.startswith(surface + " ")]

    def _told_apart(self, fitting: list[Cluster], mentions: list[Named]) -> list[tuple[Cluster | None, list[Named]]]:
        """The mentions of a form that several persons bear, by whose they are; None for those that nothing tells."""
        starts = {id(each): each.first for each in fitting}
        homes: defaultdict[int, list[Named]] = defaultdict(list)
        for mention in mentions:
            named = [each for each in fitting if starts[id(each)] < mention.start]
            title = self._text[max(0, mention.start - _TITLE) : mention.start]
            titled = [each for each in named or fitting if _may_be(each, title)]
            homes[id(titled[0]) if len(titled) == 1 else 0].append(mention)
        by_id: dict[int, Cluster | None] = {id(each): each for each in fitting}
        return [(by_id.get(key), group) for key, group in homes.items()]


def _start(named: tuple[Named, Cluster]) -> int:
    return named[0].start


def _words_of(surface: str) -> Counter[str]:
    """What a form is looked up by: its words, loosely spelt, its first letters, and the acronym it may have."""
    words = parts(surface)
    found = Counter(loose(each) for each in words)
    found.update(each[:3] for each in words)
    initials = "".join(each[0] for each in surface.replace("-", " ").split() if each[0].isupper())
    if is_acronym(surface):
        found["=" + surface.replace(".", "")[:2]] += 1
    elif len(initials) > 1:
        found["=" + initials[:2]] += 1
    return found


def _same_words(one: str, two: str) -> bool:
    return parts(one) == parts(two)


def _may_be(person: Cluster, before: str) -> bool:
    """Whether the title before a mention does not rule a person out."""
    given = {parts(form)[0] for form in person.forms if len(parts(form)) > 1}
    if _MISTER.search(before):
        return not given & WOMEN
    if _MISTRESS.search(before):
        return not given & MEN
    return True
