"""The plug point of entity recognition: what a recogniser gives, and how one is chosen.

Other packages offer a recogniser under the entry point group `corpus_pkg.ner`: a function without arguments that
returns a `Recognizer`. It is chosen by the entry point's name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import entry_points
from typing import Protocol

from corpus_pkg.errors import ModelError
from corpus_pkg.model.provenance import ModelUse

DEFAULT = "default"
NONE = "none"
_SPACY = "spacy:"


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


def open_recognizer(name: str = DEFAULT) -> Recognizer:
    """The recogniser of that name.

    Args:
        name: `default`, `none`, `spacy:NAME_OR_PATH`, or the name of an entry point.

    Raises:
        ModelError: there is none, or its files are damaged; the message says how to install it.
    """
    if name == NONE:
        return NoRecognizer()
    if name == DEFAULT or name.startswith(_SPACY):
        from corpus_pkg.annotate.entities import spacy_recognizer

        return spacy_recognizer.open_default() if name == DEFAULT else spacy_recognizer.open_named(name[len(_SPACY) :])
    for each in entry_points(group="corpus_pkg.ner", name=name):
        recognizer: Recognizer = each.load()()
        return recognizer
    raise ModelError(
        f"--ner {name}",
        "no such recogniser",
        "Use default, none, spacy:NAME_OR_PATH, or install a package that offers it.",
    )
