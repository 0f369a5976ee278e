"""The text level by columns: edits, regions, and the way back to the raw bytes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

import numpy as np

from corpus_pkg.findings.rules import text as rules
from corpus_pkg.findings.rules.metadata import ID_NOT_OF_RAW
from corpus_pkg.model.ids import article_id
from corpus_pkg.text.normalize import normalize
from corpus_pkg.validate.columns.breach import Breach
from corpus_pkg.validate.columns.frame import Batch, Items, Mask


def raw_breaches(batch: Batch) -> Iterator[Breach]:
    """Edits that do not fit, regions that say something else, texts that do not lead back to their bytes."""
    edits = batch.listed("edits")
    unsound = _unsound(batch, edits)
    yield Breach(
        rules.EDITS_UNSOUND,
        edits,
        unsound,
        "{length} code points at {start} overlap the edit above, or reach beyond the text",
    )
    broken = set(edits.rows[unsound].tolist())
    regions = batch.listed("regions")
    plain = batch.articles.one_of("raw_media_type", "text/plain")
    concerned = np.flatnonzero(plain | (np.bincount(regions.rows, minlength=len(batch)) > 0))
    raws = {int(row): _restored(batch, int(row)) for row in concerned if int(row) not in broken}
    yield _regions(regions, raws)
    yield from _digests(batch, plain, raws)


def _unsound(batch: Batch, edits: Items) -> Mask:
    start, length = edits.ints("start"), edits.ints("length")
    bad = (start < 0) | (length < 0) | (start + length > batch.texts.lengths[edits.rows])
    same = edits.rows[1:] == edits.rows[:-1]
    bad[1:] |= same & (start[1:] < start[:-1] + length[:-1])
    mask: Mask = bad
    return mask


def _restored(batch: Batch, row: int) -> str:
    """The raw characters of an article: `text.edits.restore`, on plain columns."""
    text, parts, position = batch.articles.column("text")[row].as_py(), [], 0
    edits = batch.articles.column("edits")[row].values
    for start, length, raw in zip(*(each.to_pylist() for each in edits.flatten()), strict=True):
        parts += [text[position:start], raw]
        position = start + length
    return "".join([*parts, text[position:]])


def _regions(regions: Items, raws: dict[int, str]) -> Breach:
    columns = [
        regions.rows.tolist(),
        regions.column("raw_start").to_pylist(),
        regions.column("raw_end").to_pylist(),
        regions.column("text").to_pylist(),
    ]
    bad = np.fromiter(
        (
            row in raws and not _states(raws[row][start:end], text)
            for row, start, end, text in zip(*columns, strict=True)
        ),
        bool,
        len(regions),
    )
    return Breach(
        rules.REGION_MISMATCH,
        regions,
        bad,
        "the raw characters at [{raw_start}, {raw_end}) do not say {text!r:.80}",
        "text",
    )


def _states(raw: str, text: str) -> bool:
    return raw == text or normalize(raw).text == text


def _digests(batch: Batch, plain: Mask, raws: dict[int, str]) -> Iterator[Breach]:
    """For a text file the way back leads to its very bytes; a JSON line holds more than the text."""
    columns = [batch.articles.column(name).to_pylist() for name in ("id", "raw_sha256", "raw_encoding")]
    foreign, changed = np.zeros(len(batch), dtype=bool), np.zeros(len(batch), dtype=bool)
    for row, (own, digest, encoding) in enumerate(zip(*columns, strict=True)):
        foreign[row] = own != article_id(digest)
        if plain[row] and row in raws:
            changed[row] = _digest(raws[row], encoding) != digest
    yield Breach(ID_NOT_OF_RAW, batch.articles, foreign, "{id} is not made from raw_sha256 {raw_sha256}", "id")
    yield Breach(
        rules.RAW_NOT_RESTORED,
        batch.articles,
        changed,
        "the restored bytes do not have the sha256 {raw_sha256}",
        "raw_sha256",
    )


def _digest(raw: str, encoding: str) -> Any:  # noqa: ANN401  None where it cannot be encoded
    try:
        return hashlib.sha256(raw.encode(encoding)).hexdigest()
    except (LookupError, ValueError):
        return None
