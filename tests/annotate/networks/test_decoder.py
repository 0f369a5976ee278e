"""Names decoded for all tokens at once are those that spaCy decodes one by one."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from network_support import TEXTS
from spacy.language import Language

from corpus_pkg.annotate.networks.decoder import NameDecoder, decodes
from corpus_pkg.annotate.pipelines import batches, default_folder, load_pipeline
from corpus_pkg.text.paragraphs import paragraphs

Names = list[tuple[int, int, str]]
# Names, what stands beside them, white space that may begin none, and tokens that end a text inside a name.
_PIECES = [
    *("Anna Lindholm", "Bank of New York", "London", "New", "York", "Acme", "Corp.", "UN", "Republic of", "Mr."),
    *("the", "of", "and", "said", "$3", "million", "on Tuesday", "2021", "Q3", "'s"),
    *("\n", "  ", "\t", ",", ".", "\u201c"),
]


@pytest.fixture(scope="module")
def pipeline() -> Language:
    """The recogniser as spaCy runs it."""
    return load_pipeline(default_folder(), ("ner",))


@pytest.fixture(scope="module")
def decoder() -> NameDecoder:
    """The same weights, decoded here."""
    return NameDecoder(load_pipeline(default_folder(), ("ner",)))


def _theirs(pipeline: Language, texts: Sequence[str]) -> list[Names]:
    return [[(each.start, each.end, each.label_) for each in doc.ents] for doc in pipeline.pipe(texts)]


def _ours(pipeline: Language, decoder: NameDecoder, texts: Sequence[str]) -> list[Names]:
    return decoder.decode([pipeline.make_doc(each) for each in texts])


def test_names_are_those_of_spacy(pipeline: Language, decoder: NameDecoder) -> None:
    found = _ours(pipeline, decoder, TEXTS)
    assert found == _theirs(pipeline, TEXTS)
    assert sum(map(len, found)) > len(TEXTS)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.sampled_from(_PIECES), max_size=12).map(" ".join), max_size=5))
def test_names_of_any_texts_are_those_of_spacy(pipeline: Language, decoder: NameDecoder, texts: list[str]) -> None:
    assert _ours(pipeline, decoder, texts) == _theirs(pipeline, texts)


def test_names_that_a_text_breaks_off_are_those_of_spacy(pipeline: Language, decoder: NameDecoder) -> None:
    words = "Anna Lindholm of the Bank of New York met the Minister of the Republic of Korea last Tuesday".split()
    parts = [" ".join(words[first:last]) for first in range(len(words)) for last in range(first + 1, len(words) + 1)]
    assert _ours(pipeline, decoder, parts) == _theirs(pipeline, parts)


def test_a_name_ends_with_its_text_and_begins_before_its_last_token(
    pipeline: Language, decoder: NameDecoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    likes = {"B-ORG": 4.0, "I-ORG": 3.0, "U-ORG": 2.0, "L-ORG": 1.0}
    recogniser: Any = pipeline.get_pipe("ner")
    moves = [recogniser.moves.get_class_name(each) for each in range(recogniser.moves.n_moves)]
    scores = np.array([likes.get(each, 0) for each in moves], np.float32)
    monkeypatch.setattr(NameDecoder, "_scores", lambda _self, _features, tokens, *_: np.tile(scores, (len(tokens), 1)))
    docs = [pipeline.make_doc(each) for each in ("One two three", "One", "One two", "\n", "\n One two")]
    org = "ORG"
    assert decoder.decode(docs) == [[(0, 3, org)], [(0, 1, org)], [(0, 2, org)], [], [(1, 3, org)]]


def test_names_of_news_are_those_of_spacy(shared: Path, pipeline: Language, decoder: NameDecoder) -> None:
    lines = (shared / "gold" / "wires" / "reuters1987.jsonl").read_text("utf-8").splitlines()
    texts = [json.loads(line)["text"] for line in lines[::40]]
    parts = [text[each.start : each.end] for text in texts for each in paragraphs(text)]
    for batch in batches(parts):
        assert _ours(pipeline, decoder, batch) == _theirs(pipeline, batch)


def test_a_text_without_tokens_has_no_names(pipeline: Language, decoder: NameDecoder) -> None:
    assert _ours(pipeline, decoder, []) == []
    assert _ours(pipeline, decoder, ["", ""]) == [[], []]
    assert [len(each) for each in _ours(pipeline, decoder, ["", "Anna Lindholm spoke in Paris.", ""])] == [0, 2, 0]


def test_only_what_is_known_is_decoded(pipeline: Language) -> None:
    assert decodes(pipeline)
    assert not decodes(load_pipeline(default_folder(), ("tagger", "ner")))  # what else runs may set names
    assert not decodes(spacy.blank("en"))
    beam = spacy.blank("en")
    beam.add_pipe("beam_ner")
    wide = spacy.blank("en")
    wide.add_pipe("ner", config={"model": {"@architectures": "spacy.TransitionBasedParser.v2", "state_type": "ner",
                                           "extra_state_tokens": True, "hidden_width": 8, "maxout_pieces": 2,
                                           "use_upper": True, "nO": None,
                                           "tok2vec": {"@architectures": "spacy.HashEmbedCNN.v2", "width": 8,
                                                       "depth": 1, "embed_size": 50, "window_size": 1,
                                                       "maxout_pieces": 2, "subword_features": False,
                                                       "pretrained_vectors": None}}})  # fmt: skip
    for each in (beam, wide):
        each.get_pipe(each.pipe_names[0]).add_label("PERSON")
        each.initialize()
        assert not decodes(each)
