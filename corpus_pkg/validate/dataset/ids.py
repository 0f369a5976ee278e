"""Ids over all shards, in bounded memory: kept on disk as numbers, by their leading bits, and compared part by part."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from types import TracebackType
from typing import IO, Any, Self

import numpy as np
import numpy.typing as npt

_PARTS = 16
_SHIFT = np.uint64(60)
_BUFFERED = 1 << 14
Numbers = npt.NDArray[np.uint64]


class IdLedger:
    """Numbers of 64 bits with the place where each was seen."""

    def __init__(self) -> None:
        self._files: list[IO[bytes]] = []
        self._waiting: list[list[Numbers]] = [[] for _ in range(_PARTS)]
        self._count = [0] * _PARTS

    def __enter__(self) -> Self:
        self._files = [tempfile.TemporaryFile() for _ in range(_PARTS)]  # noqa: SIM115  closed by __exit__
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for each in self._files:
            each.close()

    def add(self, numbers: Numbers, places: npt.NDArray[np.int64]) -> None:
        """Takes numbers, and a place for each."""
        pairs = np.stack([numbers, places.astype(np.uint64)], axis=1)
        parts = (numbers >> _SHIFT).astype(np.intp)
        order = np.argsort(parts, kind="stable")
        bounds = np.searchsorted(parts[order], np.arange(_PARTS + 1))
        for part in range(_PARTS):
            chosen = pairs[order[bounds[part] : bounds[part + 1]]]
            if len(chosen):
                self._waiting[part].append(chosen)
                self._count[part] += len(chosen)
                if self._count[part] >= _BUFFERED:
                    self._flush(part)

    def _flush(self, part: int) -> None:
        for each in self._waiting[part]:
            self._files[part].write(each.tobytes())
        self._waiting[part], self._count[part] = [], 0

    def _parts(self) -> Iterator[Any]:
        for part in range(_PARTS):
            self._flush(part)
            self._files[part].seek(0)
            yield np.frombuffer(self._files[part].read(), np.uint64).reshape(-1, 2)

    def twice(self) -> list[int]:
        """The places of numbers that were seen before, in order."""
        found: list[int] = []
        for pairs in self._parts():
            order = np.lexsort((pairs[:, 1], pairs[:, 0]))
            again = np.flatnonzero(pairs[order[1:], 0] == pairs[order[:-1], 0]) + 1
            found += pairs[order[again], 1].tolist()
        return sorted(found)

    def across(self, shift: int) -> list[int]:
        """The places of numbers that were seen before with another value of the place's leading bits, in order."""
        found: list[int] = []
        for pairs in self._parts():
            order = np.lexsort((pairs[:, 1], pairs[:, 0]))
            ordered = pairs[order]
            groups = ordered[:, 1] >> np.uint64(shift)
            _, begins, counts = np.unique(ordered[:, 0], return_index=True, return_counts=True)
            found += ordered[groups != np.repeat(groups[begins], counts), 1].tolist()
        return sorted(found)

    def missing(self, numbers: Numbers) -> npt.NDArray[np.bool_]:
        """Which numbers were never added."""
        absent = np.ones(len(numbers), dtype=bool)
        for pairs in self._parts():
            absent &= ~np.isin(numbers, pairs[:, 0])
        return absent
