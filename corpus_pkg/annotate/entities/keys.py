"""Keys: the same person, place or body in every article, from the name alone, in every build and shard.

A name that does not tell who it is - a bare surname, "Foreign Ministry" without its country - gets a key of its article
(`local:...`): two articles are never joined by a guess.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus_pkg.annotate.entities.clusters import Cluster
from corpus_pkg.annotate.entities.names import parts, slug
from corpus_pkg.annotate.gazetteer import Country, bodies, capitals, countries, demonyms

_GENERIC = frozenset(
    "ministry department parliament senate congress government court cabinet bank council police army navy assembly "
    "commission committee office agency house authority union party university hospital association federation "
    "treasury court guard service board".split()
)
_QUALIFIER = re.compile(r"((?:[A-Z][\w.’'-]*[ ]){0,2}[A-Z][\w.]*)(?:['’]s?)?[ ]\Z")
_SCHEME = {"PERSON": "person", "ORG": "org", "LOC": "place", "MISC": "misc"}


@dataclass(frozen=True, slots=True)
class Identity:
    """What the name alone says of an entity."""

    key: str
    country: str | None
    wikidata: str | None
    metonym_of: str | None


def identify(cluster: Cluster, text: str, article: str) -> Identity:
    """The key of a cluster, with what the gazetteer knows of it."""
    name = cluster.name
    if cluster.type == "LOC":
        return _place(name)
    if cluster.type == "MISC" and name in demonyms():
        country = demonyms()[name]
        return Identity(f"people:{country.iso}", country.iso, None, None)
    if cluster.type == "ORG":
        return _body(cluster, text, article)
    if cluster.type == "PERSON" and len(parts(name)) == 1:
        return Identity(f"local:{article}:{slug(name)}", None, None, None)
    return Identity(f"{_SCHEME[cluster.type]}:{slug(name)}", None, None, None)


def _place(name: str) -> Identity:
    country = countries().get(name)
    if country is not None:
        return Identity(country.key, country.iso, country.wikidata, None)
    seat = capitals().get(name)
    return Identity(f"place:{slug(name)}", None, None, seat.key if seat else None)


def _body(cluster: Cluster, text: str, article: str) -> Identity:
    known = next((bodies()[form] for form in cluster.forms if form in bodies()), None)
    if known is not None:
        return Identity(f"org:{slug(known.name)}", known.country, known.wikidata, known.metonym_of)
    words = parts(cluster.name)
    if not any(each in _GENERIC for each in words) or len(words) > 4:  # noqa: PLR2004  a long name tells which body it is
        return Identity(f"org:{slug(cluster.name)}", None, None, None)
    owners = {each.iso for each in (_owner(text, mention.start) for mention in cluster.mentions) if each}
    inside = {demonyms()[each].iso for form in cluster.forms for each in form.split() if each in demonyms()}
    states = owners | inside
    if len(states) == 1:
        iso = next(iter(states))
        return Identity(f"org:{iso.lower()}-{slug(cluster.name)}", iso, None, None)
    return Identity(f"local:{article}:{slug(cluster.name)}", None, None, None)


def _owner(text: str, start: int) -> Country | None:
    """The country that stands before a body's name: China's Foreign Ministry, the Chinese Foreign Ministry."""
    before = _QUALIFIER.search(text[max(0, start - 60) : start])
    if before is None:
        return None
    words = before[1].split()
    names = [" ".join(words[index:]) for index in range(len(words))]
    known = (countries().get(name) or demonyms().get(name) for name in names)
    return next((each for each in known if each is not None), None)
