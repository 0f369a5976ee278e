"""The direct quotations of textacy, paragraph by paragraph, with the spaCy pipeline that this package uses.

textacy 0.13.0 installs beside this package's pins. It refuses a text with an odd number of quotation marks, so each
paragraph is given alone; it gives neither mixed nor indirect speech, and nothing without a speaker.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corpus_pkg.annotate.pipelines import default_folder, load_pipeline
from corpus_pkg.evaluate.gold.quotes import Mention, Reported
from corpus_pkg.evaluate.stretches import Stretch
from corpus_pkg.text.paragraphs import paragraphs

if TYPE_CHECKING:
    from spacy.language import Language

_COMPONENTS = ("tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer")


class TextacyQuotes:
    """Finds quotations by textacy's rules over a parse."""

    def __init__(self) -> None:
        """Loads the pipeline.

        Raises:
            ImportError: textacy is not installed.
            ModelError: the pipeline is missing or damaged.
        """
        from textacy.extract.triples import direct_quotations

        self._direct_quotations = direct_quotations
        self._pipeline: Language = load_pipeline(default_folder(), _COMPONENTS)

    def find_reported(self, text: str) -> list[Reported]:
        """The quotations of a text."""
        found = []
        for block in paragraphs(text):
            doc = self._pipeline(text[block.start : block.end])
            try:
                found += [_reported(text, block.start, each) for each in self._direct_quotations(doc)]
            except ValueError:  # an odd number of marks: textacy says nothing of the whole paragraph
                continue
        return found


def _reported(text: str, offset: int, triple: Any) -> Reported:  # noqa: ANN401  textacy's own type, where installed
    content = (offset + triple.content.start_char, offset + triple.content.end_char)
    speaker, cue = _hull(triple.speaker, offset), _hull(triple.cue, offset)
    return Reported(
        type="direct", content=(content,), quoted=(content,), speaker=Mention(text[slice(*speaker)], (speaker,)),
        cue=text[slice(*cue)],
    )  # fmt: skip


def _hull(tokens: Any, offset: int) -> Stretch:  # noqa: ANN401  a list of spaCy's tokens, which is not empty
    return offset + tokens[0].idx, offset + tokens[-1].idx + len(tokens[-1])
