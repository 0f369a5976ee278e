"""The part of a pipeline's network that looks at one word at a time, asked once for each different word.

A pipeline first makes a vector of every token from its spelling, norm and shape, and whether a blank follows; what
stands beside it comes later. Nearly every token was seen before, and each row of a product is summed alike whatever
the others are, so that the vectors that are kept are, bit by bit, those that would be made anew; a test holds that.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.vocab import Vocab
    from thinc.api import Model

_MOST = 50_000
_MIX = np.uint64(0x9E3779B97F4A7C15)
_TOLD = frozenset({"NORM", "PREFIX", "SUFFIX", "SHAPE", "LOWER", "ORTH", "SPACY", "IS_SPACE"})
"""What follows from a token's spelling and norm and the blank behind it."""


def keep_word_vectors(pipeline: Language) -> None:
    """Makes a pipeline keep the vectors of the words that it reads, of some 50,000 different ones at a time.

    Args:
        pipeline: one of spaCy's CNN pipelines, whose networks begin with an embedding of spelling and static vectors.
    """
    from thinc.api import Model

    for network in _networks(pipeline):
        kept = _Kept(network.layers[0], pipeline.vocab)
        network.layers[0] = Model("kept_word_vectors", _forward, attrs={"kept": kept})


def _forward(model: Model[Any, Any], docs: Sequence[Doc], is_train: bool) -> tuple[list[Any], Any]:  # noqa: FBT001  thinc's own signature
    if is_train:
        raise TypeError("vectors that are kept are not trained")
    return model.attrs["kept"](docs), lambda _: []


def _networks(pipeline: Language) -> list[Model[Any, Any]]:
    """The networks that embed tokens and then let them look at their neighbours."""
    found = []
    for name, component in pipeline.pipeline:
        model = getattr(component, "model", None)
        if name == "tok2vec":
            found.append(model)
        elif model is not None and model.has_ref("tok2vec") and model.get_ref("tok2vec").layers:
            found.append(model.get_ref("tok2vec").layers[0])
    return [each for each in found if each is not None and _by_word(each)]


def _by_word(network: Model[Any, Any]) -> bool:
    """Whether a network's first layer knows of a token what `_TOLD` names, and no more."""
    if len(network.layers) < 2:  # noqa: PLR2004  what embeds, and what looks around
        return False
    layers = {each.name: each for each in network.layers[0].walk()}
    columns = layers["extract_features"].attrs["columns"] if "extract_features" in layers else ["unknown"]
    return {"static_vectors", "ragged2list"} <= set(layers) and set(columns) <= _TOLD


class _Kept:
    """The vectors of words, by spelling, norm (a tokeniser may give a spelling another one) and the blank behind."""

    def __init__(self, embed: Model[Any, Any], vocab: Vocab) -> None:
        self._embed, self._vocab, self._most = embed, vocab, _MOST
        self._places: dict[int, int] = {}
        self._rows = np.zeros((0, 0), np.float32)

    def __call__(self, docs: Sequence[Doc]) -> list[Any]:
        """The vectors of each text's tokens."""
        read = [doc.to_array(["ORTH", "NORM", "SPACY"]).reshape(len(doc), 3) for doc in docs]
        tokens: Any = np.concatenate(read)
        mixed = (tokens[:, 0] * _MIX ^ tokens[:, 1]) * _MIX ^ tokens[:, 2]
        keys, first, back = np.unique(mixed, return_index=True, return_inverse=True)
        if len(self._places) + len(keys) > self._most:
            self._places.clear()
        if len(keys) > self._most:
            return list(self._embed.predict(docs))
        places = np.fromiter((self._places.get(key, -1) for key in keys.tolist()), np.int64, len(keys))
        new = np.flatnonzero(places < 0)
        if len(new):
            places[new] = self._add(keys[new].tolist(), tokens[first[new]])
        return np.split(self._rows[places[back]], np.cumsum([len(each) for each in read])[:-1])

    def _add(self, keys: list[int], tokens: Any) -> Any:  # noqa: ANN401  arrays
        """Makes the vectors of new words, as of a text that consists of them."""
        from spacy.tokens import Doc

        strings = self._vocab.strings
        doc = Doc(self._vocab, words=[strings[int(each)] for each in tokens[:, 0]], spaces=tokens[:, 2].astype(bool))
        for token, norm in zip(doc, tokens[:, 1].tolist(), strict=True):
            if token.norm != norm:
                token.norm_ = strings[norm]
        (made,) = self._embed.predict([doc])
        if not self._rows.size:
            self._rows = np.zeros((self._most, made.shape[1]), np.float32)
        begin = len(self._places)
        self._rows[begin : begin + len(keys)] = made
        self._places.update(zip(keys, range(begin, begin + len(keys)), strict=True))
        return np.arange(begin, begin + len(keys))
