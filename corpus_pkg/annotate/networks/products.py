"""The products of a network made text by text, with numpy's library of linear algebra.

That library is several times as fast as the one that spaCy brings on processors that the latter does not know, but
the last bits of a row hang on where it stands among the others, so that what is found in a text could hang on its
neighbours. Here each text is a product of its own, with margins of its own. Its rows depend on nothing else.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from threading import Lock
from typing import TYPE_CHECKING, Any

import numpy as np
from thinc.api import NumpyOps
from threadpoolctl import ThreadpoolController

if TYPE_CHECKING:
    from thinc.api import Model


# More threads would cut a product in other places. Their number is the whole process's, so that who sets it is alone.
_alone = Lock()


class TextOps(NumpyOps):  # type: ignore[misc]  # compiled, without types
    """Operations whose products are made text by text, where it is known which rows are whose."""

    def __init__(self) -> None:
        super().__init__()
        self._bounds: Sequence[int] = ()
        self._threads = ThreadpoolController()

    def gemm(self, x: Any, y: Any, out: Any = None, trans1: bool = False, trans2: bool = False) -> Any:  # noqa: ANN401, FBT001, FBT002  thinc's own signature
        """A product of matrices; row by row of texts where the second is to be transposed, as in a layer."""
        if trans1 or not trans2 or not self._bounds or self._bounds[-1] != len(x):
            return super().gemm(x, y, out=out, trans1=trans1, trans2=trans2)
        made = np.empty((len(x), len(y)), np.float32) if out is None else out
        turned = y.T
        for start, end in pairwise(self._bounds):
            np.matmul(x[start:end], turned, out=made[start:end])
        return made

    def use(self, model: Model[Any, Any]) -> None:
        """Gives a network and its layers these operations."""
        for each in model.walk():
            each.ops = self

    def apart(self, model: Model[Any, Any], rows: Any, bounds: Sequence[int]) -> Any:  # noqa: ANN401  arrays
        """What a network makes of rows.

        Args:
            model: its layers have these operations; `use` gives them.
            rows: those of all texts.
            bounds: where each text's begin, from 0, and the end.
        """
        with _alone, self._threads.limit(limits=1, user_api="blas"):
            self._bounds = bounds
            try:
                return model.predict(rows)
            finally:
                self._bounds = ()


def multiply_apart(around: Model[Any, Any]) -> Model[Any, Any]:
    """An encoder of spaCy's, made to multiply text by text.

    Args:
        around: a `with_array` of layers that look at neighbours, with margins as wide as they look.
    """
    from thinc.api import Model

    ops, inner = TextOps(), around.layers[0]
    ops.use(inner)
    return Model("texts_apart", _forward, layers=[inner], attrs={"margin": around.attrs["pad"], "ops": ops})


def _forward(model: Model[Any, Any], texts: Sequence[Any], is_train: bool) -> tuple[list[Any], Any]:  # noqa: FBT001  thinc's own signature
    if is_train:
        raise TypeError("a network that reads text by text is not trained")
    margin = model.attrs["margin"]
    bounds = np.cumsum([0, *(len(each) + 2 * margin for each in texts)]).tolist()
    rows = np.zeros((bounds[-1], texts[0].shape[1]), np.float32)
    for (start, end), each in zip(pairwise(bounds), texts, strict=True):
        rows[start + margin : end - margin] = each
    made = model.attrs["ops"].apart(model.layers[0], rows, bounds)
    inside = [made[start + margin : end - margin] for start, end in pairwise(bounds)]
    return inside, lambda _: []
