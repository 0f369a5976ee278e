"""The names of a text from the vectors of its tokens: spaCy's greedy recogniser, for all tokens at once.

A recogniser goes from token to token and chooses whether a name begins (B), goes on (I), ends (L), is one token (U), or
none (O). Outside a name its choice hangs on the token alone, inside one on the token, the one before, and that with
which the name began. So all choices outside are made in one product, and those inside step by step for all names
together, where spaCy 3.8 goes through the tokens of each text in turn and takes the interpreter's lock for each. The
weights, the sums and their order are the same, and so are the names; a test holds that.

Source: `parser_model.pyx`, `_state.pxd` and `ner.pyx` of spaCy 3.8.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from typing import TYPE_CHECKING, Any

import numpy as np

from corpus_pkg.annotate.networks.products import TextOps

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_BEGIN, _INSIDE, _LAST = "B-", "I-", "L-"
_FEATURES, _LAYERS = 3, 3
Found = tuple[int, int, str]
"""First token of a name, one past its last, and its label."""


class NameDecoder:
    """Decodes what a recogniser's network says of tokens.

    Args:
        pipeline: one whose recogniser `decodes`.
    """

    def __init__(self, pipeline: Language) -> None:
        recogniser: Any = pipeline.get_pipe("ner")
        vectors, affine, upper = recogniser.model.layers
        self._vectors, self._linear = vectors.layers[0], vectors.layers[2]
        self._affine, self._upper, self._ops = affine, upper, TextOps()
        self._ops.use(self._linear)
        self._ops.use(self._affine)
        moves = recogniser.moves
        self._moves: list[str] = [moves.get_class_name(each) for each in range(moves.n_moves)]
        outside = np.array([each[:2] not in (_INSIDE, _LAST) and each != "U-" for each in self._moves])
        begins = np.array([each.startswith(_BEGIN) for each in self._moves])
        # What is added to a score: nothing where the choice is allowed.
        self._outside = np.where(outside, np.float32(0), -np.inf).astype(np.float32)
        self._at_end = np.where(outside & ~begins, np.float32(0), -np.inf).astype(np.float32)
        self._blank = np.array([0 if each == "O" else -np.inf for each in self._moves], np.float32)
        place = {each: index for index, each in enumerate(self._moves)}
        labels = [each[2:] if each.startswith(_BEGIN) else None for each in self._moves]
        self._inside = np.array([place[_INSIDE + each] if each else -1 for each in labels])
        self._last = np.array([place[_LAST + each] if each else -1 for each in labels])

    def decode(self, docs: Sequence[Doc]) -> list[list[Found]]:
        """The names of each text, in order.

        Args:
            docs: texts cut into tokens, without names or sentences of their own.
        """
        full = [each for each in docs if len(each)]
        if not full:
            return [[] for _ in docs]
        ends = np.cumsum([len(each) for each in full])
        last = np.zeros(ends[-1], bool)
        last[ends - 1] = True
        features = self._features(self._vectors.predict(full))
        chosen = self._choices(features, last, np.concatenate([each.to_array("IS_SPACE") for each in full]) > 0)
        stops = self._stops(features, chosen, last)
        names = iter(self._walk(chosen.tolist(), stops, (ends - [len(each) for each in full]).tolist(), ends.tolist()))
        return [next(names) if len(each) else [] for each in docs]

    def _features(self, vectors: Sequence[Any]) -> Any:  # noqa: ANN401  arrays
        """What each token adds to the hidden layer, as each of the three features; the last row is that of no token."""
        bounds = np.cumsum([0, *(len(each) for each in vectors)]).tolist()
        tokens = self._ops.apart(self._linear, np.concatenate(vectors), bounds)
        made = self._ops.apart(self._affine, tokens, bounds)  # the row of no token comes first
        return np.concatenate((made[1:], made[:1])).reshape(len(made), _FEATURES, -1)

    def _scores(self, features: Any, tokens: Any, starts: Any, before: Any) -> Any:  # noqa: ANN401  arrays
        """The score of each choice, given a token, the first of its name and the one before it (-1 for none)."""
        hidden = features[tokens, 0] + features[starts, 1]
        hidden += features[before, 2]
        hidden += self._affine.get_param("b").reshape(-1)
        pieces = hidden.reshape(len(hidden), -1, self._affine.get_dim("nP"))
        return self._upper.predict(reduce(np.maximum, np.moveaxis(pieces, 2, 0)))

    def _choices(self, features: Any, last: Any, blank: Any) -> Any:  # noqa: ANN401  arrays
        """The choice at each token, were no name open there."""
        none = np.full(len(last), -1)
        scores = self._scores(features, np.arange(len(last)), none, none)
        scores += np.where(last[:, None], self._at_end, self._outside)
        scores[blank] += self._blank
        return scores.argmax(axis=1)

    def _stops(self, features: Any, chosen: Any, last: Any) -> dict[int, int]:  # noqa: ANN401  arrays
        """Where a name that begins at a token ends, for each at which one may begin."""
        starts = np.flatnonzero(self._inside[chosen] >= 0)
        tokens, stops = starts + 1, dict[int, int]()
        while len(starts):
            scores = self._scores(features, tokens, starts, tokens - 1)
            rows, begun = np.arange(len(starts)), chosen[starts]
            inside, ends = scores[rows, self._inside[begun]], scores[rows, self._last[begun]]
            over = (ends > inside) | last[tokens]
            # Of two equal scores the choice that stands first is taken.
            over |= (ends == inside) & (self._last[begun] < self._inside[begun])
            stops.update(zip(starts[over].tolist(), (tokens[over] + 1).tolist(), strict=True))
            starts, tokens = starts[~over], tokens[~over] + 1
        return stops

    def _walk(self, chosen: list[int], stops: dict[int, int], begins: list[int], ends: list[int]) -> list[list[Found]]:
        """From token to token, over each name that is taken."""
        moves, found = self._moves, []
        for begin, end in zip(begins, ends, strict=True):
            names: list[Found] = []
            at = begin
            while at < end:
                move, stop = moves[chosen[at]], stops.get(at, at + 1)
                if move != "O":
                    names.append((at - begin, stop - begin, move[2:]))
                at = stop
            found.append(names)
        return found


def decodes(pipeline: Language) -> bool:
    """Whether a pipeline's recogniser is of the kind that is decoded here: greedy, with its three features alone."""
    recogniser: Any = pipeline.get_pipe("ner") if "ner" in pipeline.pipe_names else None
    model = getattr(recogniser, "model", None)
    if model is None or model.name != "parser_model" or len(model.layers) != _LAYERS:
        return False
    vectors, affine, _ = model.layers
    return bool(
        pipeline.pipe_names == ["ner"] and recogniser.cfg["beam_width"] == 1
        and model.attrs.get("has_upper") and not model.attrs.get("unseen_classes")
        and affine.get_dim("nF") == _FEATURES and affine.get_dim("nP") > 1
        and [each.name for each in vectors.layers[1:]] == ["list2array", "linear"]
        and {each[:2] for each in recogniser.move_names} <= {_BEGIN, _INSIDE, _LAST, "U-", "O"}
    )  # fmt: skip
