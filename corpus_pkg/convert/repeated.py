"""Blocks that a source prints at the head or foot of many articles: found over the whole corpus, whatever its order.

A paragraph is one if it stands at an edge of at least five articles of its source, and of a fifth of them, whose
longest paragraphs differ: a story that is sent again repeats its text, a notice stands beside different texts.
"""

from __future__ import annotations

import hashlib
import tempfile
from collections import Counter
from collections.abc import Iterable
from contextlib import suppress
from itertools import chain
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self
from urllib.parse import urlsplit

import numpy as np

from corpus_pkg.annotate.metadata.boilerplate import block_digest
from corpus_pkg.annotate.metadata.markup import stated, stated_url
from corpus_pkg.intake.raw import RawArticle
from corpus_pkg.text.normalize import normalize
from corpus_pkg.text.paragraphs import paragraphs

_LEAST, _SHARE = 5, 0.2
_HEAD, _FOOT = 3, 6
_PARTS = 64
_RECORD = np.dtype([("source", ">u8"), ("block", ">u8"), ("beside", ">u8")])
_BLOCK_AT = 8


class RepeatedBlocks:
    """Counts the blocks at the edges of articles; what is counted lies on disk, in parts that memory can hold.

    Args:
        folder: where temporary files may lie.
    """

    def __init__(self, folder: Path) -> None:
        self._parts: list[IO[bytes]] = [tempfile.TemporaryFile(dir=folder) for _ in range(_PARTS)]  # noqa: SIM115
        self._articles: Counter[bytes] = Counter()
        self._found: dict[bytes, frozenset[bytes]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for each in self._parts:
            with suppress(OSError):  # of a full disk, which was told; nothing is to be kept
                each.close()

    def add(self, sources: Iterable[bytes | None], edges: bytes) -> None:
        """Counts articles.

        Args:
            sources: the source of each, as `source_of` tells it; one that is not known says nothing of any.
            edges: what stands at their edges, as `edges_of` tells it, one after the other.
        """
        self._articles.update(each for each in sources if each is not None)
        records = np.frombuffer(edges, dtype=_RECORD)
        parts = np.frombuffer(edges, dtype=np.uint8).reshape(-1, _RECORD.itemsize)[:, _BLOCK_AT] % _PARTS
        for part in np.unique(parts):
            self._parts[part].write(records[parts == part].tobytes())

    def settle(self) -> None:
        """Ends the count."""
        found: dict[bytes, set[bytes]] = {}
        for part in self._parts:
            part.seek(0)
            records = np.unique(np.frombuffer(part.read(), dtype=_RECORD))
            pairs, counts = np.unique(records[["source", "block"]], return_counts=True)
            for pair, count in zip(pairs[counts >= _LEAST], counts[counts >= _LEAST], strict=True):
                source, block = int(pair["source"]).to_bytes(8), int(pair["block"]).to_bytes(8)
                if count >= _SHARE * self._articles[source]:
                    found.setdefault(source, set()).add(block)
        self._found = {source: frozenset(blocks) for source, blocks in found.items()}

    def of(self, source: bytes | None) -> frozenset[bytes]:
        """Digests of the blocks that a source repeats."""
        return self._found.get(source, frozenset()) if source else frozenset()


def source_of(article: RawArticle) -> bytes | None:
    """What tells a source from others: its name as stated, else the host of the address."""
    name = article.given.source or next(iter(stated(article.statements, "source")), None)
    url = article.given.url or stated_url(article.statements)
    try:
        host = urlsplit(url).hostname if url and not name else None
    except ValueError:
        host = None
    words: Any = name or host
    return hashlib.sha256(words.casefold().encode("utf-8")).digest()[:8] if words else None


def edges_of(article: RawArticle, source: bytes) -> bytes:
    """The blocks at the edges of an article: each with the source, and with the longest block beside it."""
    text = normalize(article.characters).text
    found = [text[each.start : each.end] for each in paragraphs(text)]
    beside = block_digest(max(found, key=len, default=""))
    edges = {block_digest(each) for each in chain(found[:_HEAD], found[-_FOOT:])} - {beside}
    return b"".join(source + block + beside for block in sorted(edges))
