"""What finds entities: the default recogniser, none, a spaCy pipeline, or one of another package; and a gazetteer."""

from __future__ import annotations

from importlib.metadata import entry_points
from pathlib import Path

from corpus_pkg.annotate.entities.finder import EntityFinder
from corpus_pkg.annotate.entities.recognizer import NoRecognizer, Recognizer
from corpus_pkg.annotate.gazetteer import read_gazetteer
from corpus_pkg.errors import ModelError

DEFAULT = "default"
NONE = "none"
_SPACY = "spacy:"


def open_finder(ner: str = DEFAULT, gazetteer: Path | None = None) -> EntityFinder:
    """What finds entities with that recogniser and, beside the package's, that gazetteer.

    Args:
        ner: see `open_recognizer`.
        gazetteer: a file as `read_gazetteer` takes it.

    Raises:
        ModelError: there is no such recogniser, or its files are damaged.
        UsageError: the gazetteer is not in its form.
    """
    own = read_gazetteer(gazetteer) if gazetteer else None
    return EntityFinder(open_recognizer(ner), own)


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
        # spaCy takes seconds to import: only who uses it pays for it.
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
