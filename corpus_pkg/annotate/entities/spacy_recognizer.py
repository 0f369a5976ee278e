"""Recognition by spaCy pipelines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from corpus_pkg.annotate.entities.recognizer import Labelled
from corpus_pkg.annotate.networks import name_decoder, quicken
from corpus_pkg.annotate.pipelines import batches, default_folder, load_pipeline, use_of
from corpus_pkg.errors import ModelError
from corpus_pkg.model.provenance import ModelUse

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

NEEDED = ("ner",)


class SpacyRecognizer:
    """A spaCy pipeline, of which only the entity recogniser and what feeds it runs."""

    def __init__(self, pipeline: Language, use: ModelUse) -> None:
        self._pipeline, self._use = pipeline, use
        self._decoder = name_decoder(pipeline)

    @property
    def languages(self) -> frozenset[str]:
        """The language that the pipeline was made for."""
        return frozenset({self._pipeline.lang or "en"})

    @property
    def uses(self) -> list[ModelUse]:
        """The one pipeline."""
        return [self._use]

    def recognize(self, texts: Iterable[str]) -> Iterator[Sequence[Labelled]]:
        """The labelled stretches of each text.

        Texts go through the network together, and a text's names do not depend on its neighbours; a test holds that.
        """
        for batch in batches(texts):
            if self._decoder is None:
                for doc in self._pipeline.pipe(batch, batch_size=len(batch)):
                    yield [Labelled(each.start_char, each.end_char, each.label_) for each in doc.ents]
                continue
            docs = [self._pipeline.make_doc(each) for each in batch]
            for doc, found in zip(docs, self._decoder.decode(docs), strict=True):
                yield [_labelled(doc, *each) for each in found]


def _labelled(doc: Doc, first: int, last: int, label: str) -> Labelled:
    end = doc[last - 1]
    return Labelled(doc[first].idx, end.idx + len(end), label)


def open_default() -> SpacyRecognizer:
    """The pipeline that the package was tested with.

    Raises:
        ModelError: it is not installed, or a file is not the one whose hash this package ships.
    """
    folder = default_folder()
    pipeline = load_pipeline(folder, NEEDED)
    quicken(pipeline)
    return SpacyRecognizer(pipeline, use_of(folder, verified=True))


def open_named(name: str) -> SpacyRecognizer:
    """A pipeline by package name or path.

    Raises:
        ModelError: it is not there, or has no entity recogniser.
    """
    folder = Path(name)
    if not folder.is_dir():
        spec = find_spec(name) if name.isidentifier() else None
        inside = sorted(Path(spec.origin).parent.glob("*/config.cfg")) if spec and spec.origin else []
        if not inside:
            raise ModelError(f"spacy:{name}", "no such pipeline is installed", f"Install it: pip install {name}")
        folder = inside[0].parent
    pipeline = load_pipeline(folder, NEEDED)
    if "ner" not in pipeline.pipe_names:
        raise ModelError(f"spacy:{name}", "the pipeline has no entity recogniser", "Choose one with a component `ner`.")
    return SpacyRecognizer(pipeline, use_of(folder, verified=False))
