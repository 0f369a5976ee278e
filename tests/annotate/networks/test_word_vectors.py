"""Vectors of words that are kept are those that would be made anew, bit by bit."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from network_support import TEXTS
from spacy.language import Language

from corpus_pkg.annotate.networks import word_vectors
from corpus_pkg.annotate.networks.quicken import networks
from corpus_pkg.annotate.networks.word_vectors import keep_word_vectors
from corpus_pkg.annotate.pipelines import default_folder, load_pipeline


@pytest.fixture(scope="module")
def both() -> tuple[Language, Language]:
    """The whole pipeline, and one that keeps vectors: of 120 words only, so that they are given up again and again."""
    plain, kept = (load_pipeline(default_folder(), ("tagger", "parser", "ner")) for _ in range(2))
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(word_vectors, "_MOST", 120)
        for each in networks(kept):
            each.layers[0] = keep_word_vectors(each.layers[0], kept.vocab)
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


def test_threads_that_share_vectors_do_not_mix_words() -> None:
    pipeline = load_pipeline(default_folder(), ("ner",))
    (network,) = networks(pipeline)
    plain = network.layers[0]
    texts = [" ".join(f"word{number * 40 + place}" for place in range(40)) for number in range(24)]
    docs = [pipeline.make_doc(each) for each in texts]
    expected = [plain.predict([each])[0] for each in docs]
    kept = keep_word_vectors(plain, pipeline.vocab)
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda doc: kept.predict([doc])[0], docs * 4))
    assert all(np.array_equal(one, two) for one, two in zip(found, expected * 4, strict=True))
