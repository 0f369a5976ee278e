"""Feeds as XML: their namespaces, items and channels."""

from __future__ import annotations

from typing import Final

from corpus_pkg.findings.rules.web import BAD_FEED, FEED_ENTITIES
from corpus_pkg.intake.xml.items import Dialect

_PREFIXES = {
    "": "rss",
    "http://purl.org/rss/1.0/": "rss",
    "http://my.netscape.com/rdf/simple/0.9/": "rss",
    "http://backend.userland.com/rss2": "rss",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
    "http://www.w3.org/2005/Atom": "atom",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/terms/": "dcterms",
    "http://purl.org/rss/1.0/modules/content/": "content",
    "http://www.w3.org/1999/xhtml": "xhtml",
    "http://www.w3.org/XML/1998/namespace": "xml",
}


def _named(name: str) -> str:
    """A name behind the usual prefix of its namespace: `rss title`, `atom title`, `dc creator`.

    One of a namespace that says nothing here is left as it is.
    """
    space, _, local = name.rpartition(" ")
    return f"{_PREFIXES[space]} {local}" if space in _PREFIXES else name


FEED: Final = Dialect(
    named=_named,
    items=frozenset({"rss item", "atom entry"}),
    about=frozenset({"rss channel", "atom feed"}),
    damaged=BAD_FEED,
    entities=FEED_ENTITIES,
)
