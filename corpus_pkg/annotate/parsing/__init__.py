"""Dependency parses of single sentences, for what no pattern of words can tell."""

from __future__ import annotations

from corpus_pkg.annotate.parsing.parser import SentenceParser, open_parser
from corpus_pkg.annotate.parsing.tree import Tree

__all__ = ["SentenceParser", "Tree", "open_parser"]
