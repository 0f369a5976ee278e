"""Keys: the same person, place or body in every article, from the name alone, in every build and shard.

A name that does not tell who it is - a bare surname, "Foreign Ministry" without its country, a place of which there are
two - gets a key of its article (`local:...`): two articles are never joined by a guess.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus_pkg.annotate.entities.joining.clusters import Cluster
from corpus_pkg.annotate.entities.joining.homonyms import ambiguous, reading
from corpus_pkg.annotate.entities.joining.persons import bare_name, person_parts
from corpus_pkg.annotate.entities.mentions.heads import GENERIC
from corpus_pkg.annotate.entities.mentions.known import key_of
from corpus_pkg.annotate.entities.names import parts, slug
from corpus_pkg.annotate.gazetteer import Entry, countries, demonyms

# Words that, with a generic head, still leave open which body is meant: `Supreme Court`, `Ministry of Defence`.
_OPEN = GENERIC | frozenset(
    "of the and for foreign finance financial interior defence defense justice health education energy trade labour "
    "labor agriculture transport environment home affairs external internal state supreme high constitutional federal "
    "district county central national royal appeals circuit general public security police military armed forces "
    "electoral election commission treasury culture science technology planning economy economic commerce industry "
    "democratic republican socialist liberal conservative labour green communist workers people’s peoples first "
    "civil protection disaster emergency management aviation maritime coast guard weather meteorological statistics "
    "statistical revenue customs immigration border audit chamber stock exchange reserve "
    "representatives deputies commons lords ministers directors governors service services intelligence".split()
)
_QUALIFIER = re.compile(r"((?:[A-Z][\w.’'-]*[ ]){0,2}[A-Z][\w.]*)(?:['’]s?)?[ ]\Z")
_SCHEME = {"PERSON": "person", "ORG": "org", "LOC": "place", "MISC": "misc"}


@dataclass(frozen=True, slots=True)
class Identity:
    """What the name alone says of an entity."""

    key: str
    country: str | None = None
    wikidata: str | None = None
    metonym_of: str | None = None


def identify(cluster: Cluster, text: str, article: str) -> Identity:
    """The key of a cluster, with what the gazetteer knows of it."""
    name = cluster.name
    if ambiguous(name) and cluster.type == "LOC":
        meant = reading(name, text)
        if meant is None:
            return Identity(f"local:{article}:{slug(name)}")
        return Identity(meant.key, meant.country, meant.wikidata)
    if cluster.known is not None:
        known = cluster.known
        return Identity(key_of(known), known.country, known.wikidata, known.metonym_of)
    if cluster.type == "ORG":
        return _body(cluster, text, article)
    if cluster.type == "PERSON":
        whole = len(person_parts(name)) > 1
        return Identity(f"person:{slug(bare_name(name))}" if whole else f"local:{article}:{slug(name)}")
    return Identity(f"{_SCHEME[cluster.type]}:{slug(name)}")


def _body(cluster: Cluster, text: str, article: str) -> Identity:
    words = parts(cluster.name)
    if "ministry" not in words and not all(each in _OPEN for each in words):
        return Identity(f"org:{slug(cluster.name)}")
    owners = {each.country for each in (_owner(text, mention.start) for mention in cluster.mentions) if each}
    if len(owners) == 1:
        iso = next(iter(owners))
        return Identity(f"org:{str(iso).lower()}-{slug(cluster.name)}", iso)
    return Identity(f"local:{article}:{slug(cluster.name)}")


def _owner(text: str, start: int) -> Entry | None:
    """The country that stands before a body's name: China's Foreign Ministry, the Chinese Foreign Ministry."""
    before = _QUALIFIER.search(text[max(0, start - 60) : start])
    if before is None:
        return None
    words = before[1].split()
    names = [" ".join(words[index:]) for index in range(len(words))]
    known = (countries().get(name) or demonyms().get(name) for name in names)
    return next((each for each in known if each is not None), None)
