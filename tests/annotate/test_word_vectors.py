"""Vectors of words that are kept are those that would be made anew, bit by bit."""

from __future__ import annotations

import numpy as np
import pytest
from spacy.language import Language
from tests_support import HARBOUR, SUMMIT

from corpus_pkg.annotate import word_vectors
from corpus_pkg.annotate.pipelines import default_folder, load_pipeline
from corpus_pkg.annotate.word_vectors import keep_word_vectors
from corpus_pkg.evaluate.generated import articles

# Words whose norm is not their spelling, words that no vector knows, white space, marks, other scripts.
_ODD = [
    "He can't, won't and shan't; it's o'clock ... 'em :-)",
    "Zyxwvutsrq \U0001f600 \u0416\u0437 3,000.5\u00b0C",
    " \n\n ",
    "US us Us \u201cUS\u201d",
    "a" * 400,
    "I\u2019m gonna go.",
]
TEXTS = [*_ODD, HARBOUR, SUMMIT, *(each["text"] for each in articles(6))]


@pytest.fixture(scope="module")
def both() -> tuple[Language, Language]:
    """The whole pipeline, and one that keeps vectors: of 120 words only, so that they are given up again and again."""
    plain, kept = (load_pipeline(default_folder(), ("tagger", "parser", "ner")) for _ in range(2))
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(word_vectors, "_MOST", 120)
        keep_word_vectors(kept)
    return plain, kept


def test_every_prediction_is_the_same(both: tuple[Language, Language]) -> None:
    plain, kept = both
    for size in (1, 4, len(TEXTS)):
        for one, two in zip(plain.pipe(TEXTS, batch_size=size), kept.pipe(TEXTS, batch_size=size), strict=True):
            assert one.to_json() == two.to_json()


@pytest.mark.parametrize("pipe", ["ner", "tok2vec"])
def test_every_vector_is_the_same_to_the_last_bit(pipe: str, both: tuple[Language, Language]) -> None:
    plain, kept = both
    one, two = (
        (each.get_pipe("ner").model.get_ref("tok2vec").layers[0] if pipe == "ner" else each.get_pipe(pipe).model)
        for each in both
    )
    assert two.layers[0].name == "kept_word_vectors"
    docs = [plain.make_doc(text) for text in TEXTS if text]
    others = [kept.make_doc(text) for text in TEXTS if text]
    for _ in range(2):
        for first, second in zip(one.predict(docs), two.predict(others), strict=True):
            assert np.array_equal(first, second)
