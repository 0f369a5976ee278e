"""Plain text: one file, one article."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from corpus_pkg.findings import Finding, Place
from corpus_pkg.findings.rules.files import EMPTY_FILE, TOO_LARGE
from corpus_pkg.intake.form import MOST_BYTES, Form, Reading
from corpus_pkg.intake.raw import Given, RawArticle
from corpus_pkg.intake.unit import Unit, refused
from corpus_pkg.text.encoding import NotText, decode


def _read(reading: Reading) -> Iterator[Unit]:
    raw = reading.bounded()
    if raw is None:
        yield refused(Finding(TOO_LARGE, reading.place, f"it has more than {MOST_BYTES:,} bytes"))
        return
    article = plain_article(raw, reading.name, reading.given)
    yield Unit(article) if isinstance(article, RawArticle) else refused(article)


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


FORM = Form(name="plain text", suffixes=(".txt", ".text"), fits=lambda _: True, read=_read, single=True)
