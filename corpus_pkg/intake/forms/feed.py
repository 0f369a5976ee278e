"""Feeds: RSS 0.9x, 1.0 and 2.0, and Atom; an item is an article if it carries the whole text, not a teaser."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace

from corpus_pkg.findings import Finding, Place
from corpus_pkg.findings.rules.files import TOO_LARGE
from corpus_pkg.findings.rules.forms import CUT_TEXT
from corpus_pkg.findings.rules.web import BAD_FEED, TEASER
from corpus_pkg.intake.feed.dialect import FEED
from corpus_pkg.intake.feed.statements import about_feed, about_item
from corpus_pkg.intake.form import MOST_BYTES, Form, Reading
from corpus_pkg.intake.raw import RawArticle, Statement
from corpus_pkg.intake.unit import Unit, refused
from corpus_pkg.intake.xml.items import Element, Item, XmlError, XmlItems
from corpus_pkg.intake.xml.root import root_of
from corpus_pkg.intake.xml.text import CutError, element_text, html_text
from corpus_pkg.model.vocabulary import EncodingProvenance

_MOST_FEED = 64_000_000
_SPACES = {"rss": b"", "feed": b"http://www.w3.org/2005/Atom", "entry": b"http://www.w3.org/2005/Atom"}
_RSS_SPACES = (b"http://purl.org/rss/1.0/", b"http://my.netscape.com/rdf/simple/0.9/")
# A description that is an article has the length of one; teasers of more characters are rare.
_LEAST = 800
_MARK = r"\[(?:…|\.\.\.)\]"
_MORE = r"(?:(?<=\n)|(?<=[.!?…”\"\]] )|\A)(?:read more|continue reading|read the (?:full|whole) (?:story|article))\b"
_CUT = re.compile(rf"(?:{_MARK}|{_MORE}[^\n.!?]{{0,100}})\s*\Z", re.IGNORECASE)
_DOTS = re.compile(r"(?:…|\.\.\.)\s*\Z")
_TAIL = 200


def _read(reading: Reading) -> Iterator[Unit]:
    raw = reading.stream.read(_MOST_FEED + 1)
    if len(raw) > _MOST_FEED:
        yield refused(Finding(TOO_LARGE, reading.place, f"it has more than {_MOST_FEED:,} bytes; split it"))
        return
    try:
        feed = XmlItems(raw, FEED, reading.given.encoding)
    except (LookupError, ValueError) as error:
        yield refused(Finding(BAD_FEED, reading.place, f"its encoding: {error}"))
        return
    fault, units = None, list[Unit]()
    try:
        for number, item in enumerate(feed.items(), 1):
            units.append(_item(item, raw[item.start : item.end], reading, number))
    except XmlError as error:
        place = replace(reading.place, line=error.line, column=error.column)
        fault = Finding(error.rule, place, f"{error}; what stands behind is not read")
    yield from (_of_feed(each, feed, raw[:2]) for each in units)
    if fault or not units:
        yield refused(fault or Finding(BAD_FEED, reading.place, "it has no item"))


def _of_feed(unit: Unit, feed: XmlItems, head: bytes) -> Unit:
    """An item with what the feed states of all of them: some of it may stand behind them."""
    if unit.article is None:
        return unit
    own = unit.article.statements
    marked = head in {b"\xff\xfe", b"\xfe\xff"}
    encoding = "utf-16" if marked else (feed.encoding or "utf-8").lower()
    provenance: EncodingProvenance = "bom" if marked else "declared" if feed.encoding else "utf-8"
    article = replace(unit.article, encoding=encoding, encoding_provenance=provenance,
                      statements=(*own, *about_feed(feed.channel, own)))  # fmt: skip
    return replace(unit, article=article)


def _item(item: Item, raw: bytes, reading: Reading, number: int) -> Unit:
    place = Place(file=reading.name, line=item.line, column=item.column)
    if item.element is None or len(raw) > MOST_BYTES:
        return refused(Finding(TOO_LARGE, place, f"the item has {len(raw):,} bytes"))
    statements = about_item(item.element)
    try:
        text = _text(item.element)
    except CutError as error:
        return refused(Finding(CUT_TEXT, place, str(error)))
    if text is None:
        return refused(_teaser(place, statements))
    media = "application/atom+xml" if item.element.name.startswith("atom") else "application/rss+xml"
    digest = hashlib.sha256(raw).hexdigest()
    return Unit(RawArticle(path=f"{reading.name}#{number}", sha256=digest, media_type=media, encoding="utf-8",
                           encoding_provenance="utf-8", characters=text, given=reading.given,
                           statements=statements))  # fmt: skip


def _teaser(place: Place, statements: tuple[Statement, ...]) -> Finding:
    link = next((each.value for each in statements if each.field == "url"), "")
    where = f"; the article is at {link[:200]}" if link else ""
    return Finding(TEASER, place, f"it has no text, or its beginning alone{where}", {"url": link} if link else {})


def _text(item: Element) -> str | None:
    """The text of an item; None where there is none but a teaser."""
    whole = [html_text(each.text) for each in item.all("content encoded")]
    whole += [_content(each) or "" for each in item.all("atom content")]
    short = [html_text(each.text) for each in item.all("rss description")]
    whole += [each for each in short if len(each) >= _LEAST and not _DOTS.search(each, len(each) - _TAIL)]
    return next((each for each in whole if each and not _CUT.search(each[-_TAIL:])), None)


def _content(content: Element) -> str | None:
    """The text of Atom content; None where it stands elsewhere, or is none."""
    kind = content.attributes.get("type", "text").strip().lower()
    if "src" in content.attributes:
        return None
    if kind in {"xhtml", "application/xhtml+xml"}:
        return element_text(content)
    if kind in {"html", "text/html"}:
        return html_text(content.text)
    return content.text.strip() if kind in {"text", "text/plain"} else None


def _fits(head: bytes) -> bool:
    root = root_of(head)
    if root == "RDF":
        return any(each in head for each in _RSS_SPACES)
    return root in _SPACES and _SPACES[root] in head


FORM = Form(name="feed", suffixes=(".rss", ".atom", ".xml"), fits=_fits, read=_read)
