"""Vectors of words that are kept are those that would be made anew, bit by bit."""

from __future__ import annotations

import numpy as np
import pytest
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


@pytest.mark.parametrize("components", [("ner",), ("tagger", "parser")])
@pytest.mark.parametrize("most", [50_000, 120])
def test_every_prediction_is_the_same(components: tuple[str, ...], most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_vectors, "_MOST", most)  # 120: what is kept is given up again and again
    plain, kept = (load_pipeline(default_folder(), components) for _ in range(2))
    keep_word_vectors(kept)
    for size in (1, 4, len(TEXTS)):
        for one, two in zip(plain.pipe(TEXTS, batch_size=size), kept.pipe(TEXTS, batch_size=size), strict=True):
            assert one.to_json() == two.to_json()


@pytest.mark.parametrize("pipe", ["ner", "tok2vec"])
def test_every_vector_is_the_same_to_the_last_bit(pipe: str) -> None:
    plain, kept = (load_pipeline(default_folder(), ("ner", "tagger")) for _ in range(2))
    keep_word_vectors(kept)
    one, two = (
        (each.get_pipe("ner").model.get_ref("tok2vec").layers[0] if pipe == "ner" else each.get_pipe(pipe).model)
        for each in (plain, kept)
    )
    assert two.layers[0].name == "kept_word_vectors"
    docs = [plain.make_doc(text) for text in TEXTS if text]
    others = [kept.make_doc(text) for text in TEXTS if text]
    for _ in range(2):
        for first, second in zip(one.predict(docs), two.predict(others), strict=True):
            assert np.array_equal(first, second)
