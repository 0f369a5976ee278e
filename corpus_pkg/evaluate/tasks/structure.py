"""The structure of a text that the rules of quotations and claims read."""

from __future__ import annotations

from dataclasses import dataclass

from corpus_pkg.model.annotations import Span
from corpus_pkg.text.paragraphs import paragraphs
from corpus_pkg.text.quotation_marks import Stretch, quoted_stretches
from corpus_pkg.text.sentences import sentences

ANY_ARTICLE = "a" * 17
"""The id under which a gold text is annotated: the records' ids are not compared."""


@dataclass(frozen=True, slots=True)
class Structure:
    """Paragraphs, sentences and quoted stretches of a text."""

    paragraphs: list[Span]
    sentences: list[Span]
    stretches: list[Stretch]


def structure(text: str) -> Structure:
    """Parts a gold text as the pipeline parts an article's body."""
    blocks = paragraphs(text)
    stretches = quoted_stretches(text, blocks)
    return Structure(blocks, sentences(text, blocks, stretches), stretches)
