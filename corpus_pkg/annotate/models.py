"""What an annotation needs: the finder of entities and, in the full mode, the parser, both loaded once."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from corpus_pkg.annotate.entities.choice import DEFAULT, open_finder
from corpus_pkg.annotate.entities.finder import EntityFinder
from corpus_pkg.annotate.parsing import SentenceParser, open_parser
from corpus_pkg.model.provenance import ModelUse
from corpus_pkg.model.vocabulary import Mode


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
