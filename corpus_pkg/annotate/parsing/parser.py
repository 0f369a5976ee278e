"""The parser of the default pipeline, over sentences; what it gave for a sentence is kept for when it comes again."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from corpus_pkg.annotate.networks import quicken
from corpus_pkg.annotate.parsing.tree import Tree
from corpus_pkg.annotate.pipelines import batches, default_folder, load_pipeline, use_of
from corpus_pkg.model.provenance import ModelUse

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_COMPONENTS = ("tagger", "parser")
_KEPT = 2_000
LONGEST = 1_500
"""A longer sentence is a table or a list and is not parsed."""


class SentenceParser:
    """Parses sentences one by one: a sentence's tree does not depend on its neighbours."""

    def __init__(self, pipeline: Language, use: ModelUse) -> None:
        self._pipeline = pipeline
        self._kept: OrderedDict[str, Tree] = OrderedDict()
        self.uses = [use]

    def emptied(self) -> SentenceParser:
        """The same parser, with nothing kept."""
        return SentenceParser(self._pipeline, self.uses[0])

    def parse(self, sentences: Sequence[str]) -> dict[str, Tree]:
        """The trees of sentences of at most 1,500 code points, by sentence.

        Args:
            sentences: any number of sentences; each different one is parsed once.
        """
        wanted = [each for each in dict.fromkeys(sentences) if len(each) <= LONGEST]
        trees = {each: self._kept[each] for each in wanted if each in self._kept}
        for batch in batches(each for each in wanted if each not in trees):
            for doc in self._pipeline.pipe(batch, batch_size=len(batch)):
                trees[doc.text] = self._kept[doc.text] = _tree(doc)
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        return trees


def open_parser() -> SentenceParser:
    """The parser of the default pipeline.

    Raises:
        ModelError: it is not installed, or a file is not the one whose hash this package ships.
    """
    folder = default_folder()
    pipeline = load_pipeline(folder, _COMPONENTS)
    quicken(pipeline)
    return SentenceParser(pipeline, use_of(folder, verified=True))


def _tree(doc: Doc) -> Tree:
    tokens = list(doc)
    return Tree(
        text=doc.text, starts=[each.idx for each in tokens], ends=[each.idx + len(each) for each in tokens],
        heads=[each.head.i for each in tokens], labels=[each.dep_ for each in tokens],
        tags=[each.tag_ for each in tokens],
    )  # fmt: skip
