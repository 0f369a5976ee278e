"""News as XML: NITF, NewsML-G2, NewsML 1, RCV1 and TEI; an item is a unit."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final, NoReturn

from corpus_pkg.findings import Finding, Place
from corpus_pkg.findings.rules.files import NO_TEXT, TOO_LARGE
from corpus_pkg.findings.rules.xml import BAD_XML, NO_STORY, XML_ENTITIES
from corpus_pkg.intake.form import MOST_BYTES, Form, Reading
from corpus_pkg.intake.news.newsml import read_g2, read_newsml, read_rcv1
from corpus_pkg.intake.news.nitf import read_nitf
from corpus_pkg.intake.news.story import NoStory, Story
from corpus_pkg.intake.news.tei import read_tei
from corpus_pkg.intake.raw import RawArticle
from corpus_pkg.intake.unit import Unit, refused
from corpus_pkg.intake.xml.items import Dialect, Element, Item, XmlError, XmlItems
from corpus_pkg.intake.xml.root import root_of
from corpus_pkg.model.vocabulary import EncodingProvenance

MEDIA_TYPE = "application/xml"
_MOST_FILE = 64_000_000
_XML = "http://www.w3.org/XML/1998/namespace"
_KINDS: Final[dict[str, Callable[[Element], list[Story]]]] = {
    "nitf": lambda item: [read_nitf(item)],
    "newsItem": lambda item: [read_g2(item)],
    "NewsItem": lambda item: [read_newsml(item)],
    "newsitem": lambda item: [read_rcv1(item)],
    "TEI": read_tei,
}


def _none(item: Element) -> NoReturn:
    raise NoStory(f"a {item.name} is no article")


# Items of NewsML-G2 that hold no article, whatever they hold.
_OTHERS = frozenset({"packageItem", "conceptItem", "knowledgeItem", "planningItem", "catalogItem"})
_ROOTS = frozenset({*_KINDS, *_OTHERS, "newsMessage", "NewsML", "teiCorpus"})


def _named(name: str) -> str:
    """A local name: of these vocabularies none calls two things by one name."""
    space, _, local = name.rpartition(" ")
    return f"xml {local}" if space == _XML else local


_DIALECT: Final = Dialect(named=_named, items=_OTHERS | frozenset(_KINDS), damaged=BAD_XML, entities=XML_ENTITIES)


def _read(reading: Reading) -> Iterator[Unit]:
    raw = reading.stream.read(_MOST_FILE + 1)
    if len(raw) > _MOST_FILE:
        yield refused(Finding(TOO_LARGE, reading.place, f"it has more than {_MOST_FILE:,} bytes; split it"))
        return
    try:
        file = XmlItems(raw, _DIALECT, reading.given.encoding)
    except (LookupError, ValueError) as error:
        yield refused(Finding(BAD_XML, reading.place, f"its encoding: {error}"))
        return
    number = 0
    try:
        for number, item in enumerate(file.items(), 1):
            yield from _Item(item, raw[item.start : item.end], reading, number).units(file, raw[:2])
    except XmlError as error:
        place = replace(reading.place, line=error.line, column=error.column)
        yield refused(Finding(error.rule, place, f"{error}; what stands behind is not read"))
        return
    if not number:
        root = root_of(raw[:1000]) or "none"
        yield refused(Finding(BAD_XML, reading.place, f"it holds no article that is known; its root is {root[:40]!r}"))


class _Item:
    def __init__(self, item: Item, raw: bytes, reading: Reading, number: int) -> None:
        self._item, self._raw, self._reading, self._number = item, raw, reading, number
        self._place = Place(file=reading.name, line=item.line, column=item.column)

    def units(self, file: XmlItems, head: bytes) -> Iterator[Unit]:
        element = self._item.element
        if element is None or len(self._raw) > MOST_BYTES:
            yield refused(Finding(TOO_LARGE, self._place, f"the item has {len(self._raw):,} bytes"))
            return
        try:
            stories = _KINDS.get(element.name, _none)(element)
        except NoStory as reason:
            yield refused(Finding(NO_STORY, self._place, str(reason), {"kind": element.name}))
            return
        for part, story in enumerate(stories, 1):
            yield self._unit(story, part if len(stories) > 1 else 0, file.encoding, wide=head in _MARKS)

    def _unit(self, story: Story, part: int, declared: str | None, *, wide: bool) -> Unit:
        if not story.text.strip():
            return refused(Finding(NO_TEXT, self._place, f"the {story.kind} item has no text"))
        # Articles of one item are told apart by their place in it.
        digest = hashlib.sha256(self._raw + (b"#%d" % part if part else b"")).hexdigest()
        provenance: EncodingProvenance = "bom" if wide else "declared" if declared else "utf-8"
        path = f"{self._reading.name}#{self._number}" + (f".{part}" if part else "")
        return Unit(RawArticle(
            path=path, sha256=digest, media_type=MEDIA_TYPE,
            encoding="utf-16" if wide else (declared or "utf-8").lower(), encoding_provenance=provenance,
            characters=story.text, given=self._reading.given, statements=story.statements,
        ))  # fmt: skip


_MARKS = (b"\xff\xfe", b"\xfe\xff")


def _fits(head: bytes) -> bool:
    return root_of(head) in _ROOTS


FORM = Form(name="news XML", suffixes=(".xml", ".nitf", ".newsml", ".tei"), fits=_fits, read=_read)
