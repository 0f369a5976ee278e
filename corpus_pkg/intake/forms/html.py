"""Pages of HTML: the body by an extractor, everything else by what their markup states."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace

from corpus_pkg.findings import Finding, Place
from corpus_pkg.findings.rules import web as rules
from corpus_pkg.findings.rules.files import TOO_LARGE
from corpus_pkg.findings.rules.forms import CUT_TEXT, EXTRA_MISSING
from corpus_pkg.intake.form import Form, Reading
from corpus_pkg.intake.html.blocks import Block, outline
from corpus_pkg.intake.html.body import EXTRACTOR, ExtraMissing, PageBody, page_body
from corpus_pkg.intake.html.encoding import DecodedPage, decode_page
from corpus_pkg.intake.html.refusal import is_live, is_locked, is_stub, no_article
from corpus_pkg.intake.html.statements import page_statements
from corpus_pkg.intake.raw import RawArticle, StatedField, Statement
from corpus_pkg.intake.unit import Unit, refused
from corpus_pkg.model.provenance import Alignment, Extraction
from corpus_pkg.text.encoding import Decoded, NotText

MEDIA_TYPE = "text/html"
_MOST_BYTES, _DEEPEST, _MOST_TAGS = 32_000_000, 500, 300_000
_FITS = re.compile(
    rb"(?:<\?xml[^>]{0,300}\?>\s*|<!--.{0,5000}?-->\s*){0,5}"
    rb"<(?:!doctype\s+html|html|head|body|article|section|main|div|p|h1|title|meta)(?=[\s>/])",
    re.IGNORECASE | re.DOTALL,
)
_BREAK = "\n\n"
_NOTICE = re.compile(r"©|\(c\)|\bcopyright\b|\brights reserved\b|.{60}", re.IGNORECASE)


def _read(reading: Reading) -> Iterator[Unit]:
    raw = reading.stream.read(_MOST_BYTES + 1)
    if len(raw) > _MOST_BYTES:
        yield refused(Finding(TOO_LARGE, reading.place, f"the page has more than {_MOST_BYTES:,} bytes"))
        return
    page = decode_page(raw, reading.given.encoding)
    if isinstance(page.decoded, NotText):
        yield refused(Finding(page.decoded.rule, reading.place, page.decoded.reason))
        return
    notes = tuple(_encoding_notes(page, reading.place))
    unit = _page(raw, page.decoded, reading)
    yield replace(unit, findings=(*notes, *unit.findings))


def _encoding_notes(page: DecodedPage, place: Place) -> Iterator[Finding]:
    if page.lost:
        yield Finding(rules.PAGE_BYTES_LOST, place, f"{page.lost} characters could not be decoded", {"lost": page.lost})
    if page.wrong:
        message = f"it declares {page.wrong}, and is {getattr(page.decoded, 'encoding', 'none')}"
        yield Finding(rules.PAGE_ENCODING_WRONG, place, message, {"declared": page.wrong})


def _page(raw: bytes, decoded: Decoded, reading: Reading) -> Unit:
    page = outline(decoded.text)
    if page.depth > _DEEPEST or page.tags > _MOST_TAGS:
        message = f"{page.depth:,} elements lie in one another, and it has {page.tags:,} tags"
        return refused(Finding(rules.PAGE_TOO_DEEP, reading.place, message))
    try:
        body = page_body(decoded.text, page)
    except ExtraMissing:
        return refused(Finding(EXTRA_MISSING, reading.place, "pages are read with the extra html: trafilatura"))
    statements = (*page_statements(decoded.text), *_extracted_statements(body))
    reason = no_article(body, page, statements)
    if reason:
        return refused(Finding(rules.PAGE_WITHOUT_BODY, reading.place, f"no article is in it: {reason}"))
    if is_stub(body, statements):
        message = "it says that it is not free to read, and holds the beginning alone"
        return refused(Finding(CUT_TEXT, reading.place, message))
    characters, extraction = _extracted(body, page.blocks)
    article = RawArticle(
        path=reading.name, sha256=hashlib.sha256(raw).hexdigest(), media_type=MEDIA_TYPE, encoding=decoded.encoding,
        encoding_provenance=decoded.provenance, characters=characters, given=reading.given,
        statements=statements, extraction=extraction,
    )  # fmt: skip
    return Unit(article, tuple(_notes(body, statements, reading.place)))


def _extracted_statements(body: PageBody) -> Iterator[Statement]:
    """What the extractor takes for metadata: the last to be asked."""
    fields: tuple[tuple[StatedField, str], ...] = (
        ("title", "title"), ("authors", "author"), ("source", "sitename"), ("url", "url"),
    )  # fmt: skip
    for field, name in fields:
        for words in body.stated[name].split(";") if field == "authors" else [body.stated[name]]:
            if words.strip() and not (field == "source" and _NOTICE.search(words)):
                yield Statement(field=field, value=" ".join(words.split()), where=f"{EXTRACTOR} {name}")


def _notes(body: PageBody, stated: tuple[Statement, ...], place: Place) -> Iterator[Finding]:
    if is_locked(stated):
        yield Finding(rules.PAGE_LOCKED, place, "it says that it is not free to read")
    if is_live(stated):
        yield Finding(rules.LIVE_BLOG, place, "it says that it is a live blog")
    if body.restored:
        message = f"{body.restored} paragraphs that the extractor left out were put back"
        yield Finding(rules.PARAGRAPHS_RESTORED, place, message, {"restored": body.restored})


def _extracted(body: PageBody, blocks: list[Block]) -> tuple[str, Extraction]:
    """The paragraphs as one text, and where each of them stands in the page."""
    alignment, position = [], 0
    for each in body.paragraphs:
        end, block = position + len(each.text), blocks[each.block] if each.block is not None else None
        alignment.append(Alignment(start=position, end=end, page_start=block.start if block else None,
                                   page_end=block.end if block else None))  # fmt: skip
        position = end + len(_BREAK)
    extraction = Extraction(extractor=EXTRACTOR, version=body.version, options=body.options, share=body.share,
                            restored=body.restored, alignment=alignment)  # fmt: skip
    return _BREAK.join(each.text for each in body.paragraphs), extraction


def _fits(head: bytes) -> bool:
    return _FITS.match(head) is not None


FORM = Form(name="HTML", suffixes=(".html", ".htm", ".xhtml"), fits=_fits, read=_read, single=True, or_text=True)
