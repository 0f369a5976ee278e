"""The part of a pipeline's network that looks at one word at a time, asked once for each different word.

A pipeline first makes a vector of every token from its spelling, norm and shape, and whether a blank follows; what
stands beside it comes later. Nearly every token was seen before, and each row of a product is summed alike whatever
the others are, so that the vectors that are kept are, bit by bit, those that would be made anew; a test holds that.
"""

from __future__ import annotations

from collections.abc import Sequence
from threading import Lock
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab
    from thinc.api import Model

_MOST = 50_000
_MIX = np.uint64(0x9E3779B97F4A7C15)


def keep_word_vectors(embed: Model[Any, Any], vocab: Vocab) -> Model[Any, Any]:
    """A layer that keeps the vectors of the words that it meets, of some 50,000 different ones at a time.

    Args:
        embed: the layer that makes them, each from its token alone.
        vocab: the pipeline's.
    """
    from thinc.api import Model

    return Model("kept_word_vectors", _forward, attrs={"kept": _Kept(embed, vocab)})


def _forward(model: Model[Any, Any], docs: Sequence[Doc], is_train: bool) -> tuple[list[Any], Any]:  # noqa: FBT001  thinc's own signature
    if is_train:
        raise TypeError("vectors that are kept are not trained")
    return model.attrs["kept"](docs), lambda _: []


class _Kept:
    """The vectors of words, by spelling, norm (a tokeniser may give a spelling another one) and the blank behind."""

    def __init__(self, embed: Model[Any, Any], vocab: Vocab) -> None:
        self._embed, self._vocab, self._most = embed, vocab, _MOST
        self._places: dict[int, int] = {}
        self._rows = np.zeros((0, 0), np.float32)
        self._lock = Lock()  # an executor of threads shares them

    def __call__(self, docs: Sequence[Doc]) -> list[Any]:
        """The vectors of each text's tokens."""
        with self._lock:
            return self._read(docs)

    def _read(self, docs: Sequence[Doc]) -> list[Any]:
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
