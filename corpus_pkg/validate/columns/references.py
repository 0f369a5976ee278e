"""References between records of an article, looked up for a whole batch at once."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow.compute as pc

from corpus_pkg.validate.columns.frame import Items, Mask
from corpus_pkg.validate.columns.texts import buffers

_LENGTH = 17
_NIBBLE = np.zeros(256, np.uint8)
_NIBBLE[[*b"0123456789abcdef"]] = np.arange(16)
_ROW, _KIND = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xC2B2AE3D27D4EB4F)
Keys = npt.NDArray[np.uint64]


def id_numbers(column: Any, *, letters: bool = True) -> Keys:  # noqa: ANN401  Arrow arrays have no types
    """The 64 bits of each id; 0 for null. The ids are of their form.

    Args:
        column: the ids.
        letters: whether the letter that tells kinds apart is mixed in; without it numbers are sorted as ids are.
    """
    found = np.zeros(len(column), np.uint64)
    there = column.is_valid().to_numpy(zero_copy_only=False)
    offsets, data = buffers(column)
    begins = offsets[:-1][there]
    if len(begins):
        table = data[begins[:, None] + np.arange(_LENGTH)]
        digits = _NIBBLE[table[:, 1:]]
        packed = np.ascontiguousarray(digits[:, ::2] << 4 | digits[:, 1::2])
        mixed = table[:, 0].astype(np.uint64) * (_KIND if letters else np.uint64(0))
        found[there] = packed.view(">u8").ravel().astype(np.uint64) ^ mixed
    return found


def keys(items: Items, name: str = "id") -> Keys:
    """What tells a reference apart: the article and the id, as one number."""
    mixed: Keys = id_numbers(items.column(name)) + (items.rows.astype(np.uint64) + np.uint64(1)) * _ROW
    return mixed


class Known:
    """The records of some kinds, by article and id."""

    def __init__(self, *kinds: Items) -> None:
        found = np.concatenate([keys(each) for each in kinds])
        self._order = np.argsort(found, kind="stable")
        self._sorted = found[self._order]

    def find(self, items: Items, name: str) -> npt.NDArray[np.int64]:
        """For each record the index of the one that its field refers to; -1 for none, and for null."""
        wanted = keys(items, name)
        if not len(self._sorted):
            return np.full(len(wanted), -1)
        at = np.minimum(np.searchsorted(self._sorted, wanted), len(self._sorted) - 1)
        hit = (self._sorted[at] == wanted) & items.has(name)
        return np.where(hit, self._order[at], -1)

    def dangling(self, items: Items, name: str) -> Mask:
        """Records whose field is not null and refers to nothing."""
        mask: Mask = items.has(name) & (self.find(items, name) < 0)
        return mask


def same_text(one: Any, two: Any, indices: npt.NDArray[np.int64]) -> Mask:  # noqa: ANN401  Arrow arrays have no types
    """Where `one` equals `two[indices]`; indices are all inside."""
    found = pc.equal(one, two.take(indices))
    mask: Mask = pc.fill_null(found, False).to_numpy(zero_copy_only=False)  # noqa: FBT003  the value to fill in
    return mask
