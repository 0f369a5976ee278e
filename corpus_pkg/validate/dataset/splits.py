"""Leakage: an article that stands in two splits, by its id or by its very text."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from types import TracebackType
from typing import Self

import numpy as np

from corpus_pkg.findings import Finding, Place
from corpus_pkg.findings.rules.dataset import LEAKAGE
from corpus_pkg.validate.dataset.ids import IdLedger
from corpus_pkg.validate.dataset.shards import Shard
from corpus_pkg.validate.dataset.stream import Rows

_SHIFT = 48


class Splits:
    """Articles by the digest of their text, where a dataset has more than one split.

    Args:
        shards: the shards of the articles.
    """

    def __init__(self, shards: list[Shard]) -> None:
        self._names = sorted({each.split for each in shards})
        self._starts: list[tuple[int, Shard]] = []
        self._ledger, self._rows = IdLedger(), 0

    def __enter__(self) -> Self:
        self._ledger.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ledger.__exit__(kind, error, trace)

    def take(self, rows: Rows) -> None:
        """Takes articles; with one split there is nothing to do."""
        if len(self._names) < 2:  # noqa: PLR2004  a leak needs two
            return
        if not self._starts or self._starts[-1][1] is not rows.shard:
            self._starts.append((self._rows, rows.shard))
        texts = rows.batch.column("text").to_pylist()
        digests = [hashlib.sha256(each.strip().encode("utf-8")).digest()[:8] for each in texts]
        numbers = np.frombuffer(b"".join(digests), np.uint64)
        split = self._names.index(rows.shard.split)
        self._ledger.add(numbers, (split << _SHIFT) + self._rows + np.arange(len(texts)))
        self._rows += len(texts)

    def findings(self) -> Iterator[Finding]:
        """What stands in two splits."""
        if len(self._names) < 2:  # noqa: PLR2004  a leak needs two
            return
        for place in self._ledger.across(_SHIFT):
            row = place & ((1 << _SHIFT) - 1)
            first, shard = next(each for each in reversed(self._starts) if each[0] <= row)
            yield Finding(LEAKAGE, Place(file=shard.name, row=row - first), "the same text stands in another split")
