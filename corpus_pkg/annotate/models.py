"""What an annotation needs: the finder of entities and, in the full mode, the parser, both loaded once."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from corpus_pkg.annotate.entities.choice import DEFAULT, NONE, open_finder
from corpus_pkg.annotate.entities.finder import EntityFinder
from corpus_pkg.annotate.gazetteer import read_gazetteer
from corpus_pkg.annotate.parsing import SentenceParser, open_parser
from corpus_pkg.annotate.pipelines import default_folder, use_of
from corpus_pkg.model.provenance import ModelUse
from corpus_pkg.model.vocabulary import Layer, Mode

# The language that the rules of quotations, claims and dates are written for.
_RULES = "en"


@dataclass(frozen=True, slots=True)
class Models:
    """What annotates, and how.

    Attributes:
        finder: finds entities.
        parser: parses sentences; None in the fast mode.
        scores: whether results of matches and votes are claims.
    """

    finder: EntityFinder
    parser: SentenceParser | None = None
    scores: bool = False

    @property
    def mode(self) -> Mode:
        """The mode that these models make."""
        return "fast" if self.parser is None else "full"

    def layers(self, language: str | None) -> list[Layer]:
        """What these models can find in a text of a language; one that is not known is taken for English.

        Args:
            language: a BCP 47 tag.
        """
        primary = (language or _RULES).partition("-")[0].lower()
        found: set[Layer] = {"quotes", "claims", "dates"} if primary == _RULES else set()
        found |= {"entities"} if primary in self.finder.languages else set()
        return [each for each in get_args(Layer) if each in found]

    @property
    def uses(self) -> list[ModelUse]:
        """The models that take part, each once."""
        every = [*self.finder.uses, *(self.parser.uses if self.parser else [])]
        return list(dict.fromkeys(every))


def open_models(
    ner: str = DEFAULT, gazetteer: Path | None = None, mode: Mode = "full", *, scores: bool = False
) -> Models:
    """Opens the models by name.

    Args:
        ner: the recogniser.
        gazetteer: the user's gazetteer, if any.
        mode: whether sentences are parsed.
        scores: whether results of matches and votes are claims.

    Raises:
        ModelError: a model cannot be used; the message says how to get it.
        UsageError: the gazetteer cannot be read.
    """
    return Models(open_finder(ner, gazetteer), open_parser() if mode == "full" else None, scores)


def models_used(ner: str = DEFAULT, gazetteer: Path | None = None, mode: Mode = "full") -> list[ModelUse]:
    """The models that take part, told without loading the default ones: who gives work to others needs none of them.

    Args:
        ner: the recogniser.
        gazetteer: the user's gazetteer, if any.
        mode: whether sentences are parsed.

    Raises:
        ModelError: a model cannot be used; the message says how to get it.
        UsageError: the gazetteer cannot be read.
    """
    if ner not in (DEFAULT, NONE):
        return open_models(ner, gazetteer, mode).uses
    default = [use_of(default_folder(), verified=True)] if ner == DEFAULT or mode == "full" else []
    own = [read_gazetteer(gazetteer).use] if gazetteer else []
    return [*default, *own] if ner == DEFAULT else [*own, *default]
