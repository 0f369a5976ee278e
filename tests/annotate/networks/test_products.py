"""Products made text by text: what comes of a text does not depend on its neighbours, and is what it was."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import numpy as np
import pytest
from network_support import TEXTS
from spacy.language import Language
from thinc.api import Model
from threadpoolctl import threadpool_info, threadpool_limits

from corpus_pkg.annotate.networks.products import TextOps, multiply_apart
from corpus_pkg.annotate.networks.quicken import networks
from corpus_pkg.annotate.pipelines import default_folder, load_pipeline

_NEAR = 1e-4
Network = Model[Any, Any]
_LONG = [each for each in TEXTS if each]


@pytest.fixture(scope="module")
def plain() -> Language:
    """The recogniser as it comes."""
    return load_pipeline(default_folder(), ("ner",))


@pytest.fixture(scope="module")
def network() -> Network:
    """Its network, made to multiply text by text."""
    (found,) = networks(load_pipeline(default_folder(), ("ner",)))
    found.layers[1] = multiply_apart(found.layers[1])
    return found


def test_vectors_are_those_of_the_plain_network_but_for_the_last_bits(plain: Language, network: Network) -> None:
    docs = [plain.make_doc(each) for each in _LONG]
    (other,) = networks(plain)
    for one, two in zip(network.predict(docs), other.predict(docs), strict=True):
        assert one.shape == two.shape
        assert np.abs(one - two).max() < _NEAR


def test_a_text_does_not_depend_on_its_neighbours(plain: Language, network: Network) -> None:
    docs = [plain.make_doc(each) for each in _LONG]
    together = network.predict(docs)
    backwards = network.predict(docs[::-1])[::-1]
    for doc, one, two in zip(docs, together, backwards, strict=True):
        (alone,) = network.predict([doc])
        assert np.array_equal(one, alone)
        assert np.array_equal(two, alone)


def test_vectors_do_not_depend_on_the_threads_of_the_library(plain: Language, network: Network) -> None:
    docs = [plain.make_doc(each) for each in _LONG]
    found = []
    for count in (1, 2):
        with threadpool_limits(limits=count, user_api="blas"):
            found.append(network.predict(docs))
    assert all(np.array_equal(one, two) for one, two in zip(*found, strict=True))


def test_threads_that_share_a_network_do_not_mix_texts(plain: Language, network: Network) -> None:
    docs = [plain.make_doc(each) for each in _LONG]
    expected = [network.predict([each])[0] for each in docs]
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda doc: network.predict([doc])[0], docs * 8))
    assert all(np.array_equal(one, two) for one, two in zip(found, expected * 8, strict=True))


def test_other_products_are_made_as_they_were() -> None:
    ops, plain = TextOps(), TextOps.__mro__[1]()
    one, two = (np.random.default_rng(each).standard_normal((5, 5), np.float32) for each in (1, 2))
    for turns in ({}, {"trans1": True}, {"trans2": True}):
        assert np.array_equal(ops.gemm(one, two, **turns), plain.gemm(one, two, **turns))


def test_what_reads_text_by_text_is_not_trained(network: Network) -> None:
    with pytest.raises(TypeError, match="not trained"):
        network.layers[1].begin_update([np.zeros((3, 96), np.float32)])


def test_the_limit_of_threads_is_lifted_afterwards(plain: Language, network: Network) -> None:
    def threads() -> list[int]:
        return [each["num_threads"] for each in threadpool_info() if each["user_api"] == "blas"]

    with threadpool_limits(limits=2, user_api="blas"):
        before = threads()
        network.predict([plain.make_doc("Anna Lindholm spoke.")])
        assert threads() == before
