"""What finds the entities of articles: a recogniser, a gazetteer, and the rules."""

from __future__ import annotations

from collections.abc import Sequence

from corpus_pkg.annotate.entities.extract import find_entities
from corpus_pkg.annotate.entities.joining.nominals import add_nominals
from corpus_pkg.annotate.entities.reading import ParagraphReader
from corpus_pkg.annotate.entities.recognizer import Labelled, Recognizer
from corpus_pkg.annotate.gazetteer import Gazetteer, GazetteerFile, default_gazetteer, shipped
from corpus_pkg.model.annotations import Entity, Span
from corpus_pkg.model.provenance import ModelUse


class EntityFinder:
    """Finds entities; what it finds in an article depends on the article alone."""

    def __init__(self, recognizer: Recognizer, own: GazetteerFile | None = None) -> None:
        """Takes a recogniser and, beside the package's gazetteer, one of the user's.

        Args:
            recognizer: what labels names.
            own: names that the user knows; they go before the package's.
        """
        self._reader = ParagraphReader(recognizer)
        self._gazetteer = Gazetteer([*own.entries, *shipped()]) if own else default_gazetteer()
        self.languages: frozenset[str] = getattr(recognizer, "languages", frozenset({"en"}))
        self.uses: list[ModelUse] = [*recognizer.uses, *([own.use] if own else [])]

    def read(self, texts: Sequence[tuple[str, Sequence[Span]]]) -> list[list[Labelled]]:
        """What the recogniser labels in texts, given with their paragraphs."""
        return self._reader.read(texts)

    def forget(self) -> None:
        """Forgets the paragraphs that were read, as those who measure must."""
        self._reader.forget()

    def find(self, article: str, text: str, labelled: Sequence[Labelled], agency: str | None = None) -> list[Entity]:
        """The entities of an article, by first mention.

        Args:
            article: the article's id.
            text: its text.
            labelled: what `read` gave for it.
            agency: the agency that supplied the copy.
        """
        named = find_entities(article, text, labelled, agency, self._gazetteer)
        return add_nominals(text, named, self._gazetteer)
