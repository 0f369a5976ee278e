"""Plain text: one file, one article."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator
from dataclasses import replace

from corpus_pkg.findings import Finding, Place
from corpus_pkg.findings.rules.files import BAD_SIDECAR, EMPTY_FILE, TOO_LARGE
from corpus_pkg.intake.files import SIDECAR, RawFile
from corpus_pkg.intake.raw import Given, RawArticle
from corpus_pkg.intake.review import SUFFIX as REVIEW
from corpus_pkg.intake.review import read_review, review_path
from corpus_pkg.intake.sidecar import read_sidecar, sidecar_path
from corpus_pkg.text.encoding import NotText, decode

MOST_BYTES = 10_000_000


def read_plain(file: RawFile, today: dt.date) -> Iterator[RawArticle | Finding]:
    """The article of a plain text file, with what its sidecar states.

    Args:
        file: the file.
        today: the day of conversion.
    """
    size = file.path.stat().st_size
    if size > MOST_BYTES:
        yield Finding(TOO_LARGE, Place(file=file.name), f"it has {size:,} bytes", {"bytes": size})
        return
    sidecar = sidecar_path(file.path)
    given = Given()
    if sidecar.is_file():
        stated, findings = read_sidecar(sidecar, file.name.rpartition(".")[0] + SIDECAR, today)
        yield from findings
        if stated is None:
            yield Finding(BAD_SIDECAR, Place(file=file.name), f"not converted: its sidecar {sidecar.name} is damaged")
            return
        given = stated
    article = plain_article(file.path.read_bytes(), file.name, given)
    path = review_path(file.path)
    if isinstance(article, RawArticle) and path.is_file():
        review, findings = read_review(path, file.name.rpartition(".")[0] + REVIEW, today)
        yield from findings
        article = replace(article, review=review)
    yield article


def plain_article(raw: bytes, name: str, given: Given) -> RawArticle | Finding:
    """An article from the bytes of a text file."""
    if not raw.strip():
        return Finding(EMPTY_FILE, Place(file=name), f"it has {len(raw)} bytes and no visible character")
    decoded = decode(raw, given.encoding)
    if isinstance(decoded, NotText):
        return Finding(decoded.rule, Place(file=name), decoded.reason)
    return RawArticle(path=name, sha256=hashlib.sha256(raw).hexdigest(), media_type="text/plain",
                      encoding=decoded.encoding, encoding_provenance=decoded.provenance,
                      characters=decoded.text, given=given)  # fmt: skip
