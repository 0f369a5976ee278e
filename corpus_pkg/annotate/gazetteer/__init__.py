"""Gazetteers: names that are known, with what is certain of the things that bear them."""

from __future__ import annotations

from corpus_pkg.annotate.gazetteer.entry import Entry
from corpus_pkg.annotate.gazetteer.file import GazetteerFile, read_gazetteer
from corpus_pkg.annotate.gazetteer.index import NameIndex
from corpus_pkg.annotate.gazetteer.names import Gazetteer, default_gazetteer
from corpus_pkg.annotate.gazetteer.tables import agencies, bodies, countries, demonyms, shipped

__all__ = [
    "Entry",
    "Gazetteer",
    "GazetteerFile",
    "NameIndex",
    "agencies",
    "bodies",
    "countries",
    "default_gazetteer",
    "demonyms",
    "read_gazetteer",
    "shipped",
]
