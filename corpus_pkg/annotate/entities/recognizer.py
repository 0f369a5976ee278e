"""The plug point of entity recognition: what a recogniser takes and gives.

Other packages offer a recogniser under the entry point group `corpus_pkg.ner`: a function without arguments that
returns a `Recognizer`. It is chosen by the entry point's name. One that reads other languages than English says so
by an attribute `languages`, a frozen set of primary subtags: articles in other languages are not given to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from corpus_pkg.model.provenance import ModelUse


@dataclass(frozen=True, slots=True)
class Labelled:
    """A stretch that a model labelled: code points into the text it was given, and the model's own label."""

    start: int
    end: int
    label: str


class Recognizer(Protocol):
    """Finds names in texts. What it finds in a text must depend on that text alone."""

    @property
    def uses(self) -> list[ModelUse]:
        """The models that take part."""

    def recognize(self, texts: Iterable[str]) -> Iterator[Sequence[Labelled]]:
        """The labelled stretches of each text, in order and without overlap."""


class NoRecognizer:
    """Finds nothing: the gazetteer alone names entities."""

    @property
    def uses(self) -> list[ModelUse]:
        """No model."""
        return []

    def recognize(self, texts: Iterable[str]) -> Iterator[Sequence[Labelled]]:
        """Nothing for each text."""
        for _ in texts:
            yield ()
