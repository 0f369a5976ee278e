"""NITF, the News Industry Text Format of the IPTC (3.0 to 3.6)."""

from __future__ import annotations

from collections.abc import Iterator

from corpus_pkg.intake.news.story import NEWS, Story, attribute, each_of, stated, words
from corpus_pkg.intake.raw import StatedField
from corpus_pkg.intake.xml.items import Element
from corpus_pkg.intake.xml.text import element_text

KIND = "nitf"


def read_nitf(nitf: Element) -> Story:
    """The article of a `nitf` element."""
    return Story(stated(KIND, _stated(nitf)), body_text(nitf), KIND)


def body_text(nitf: Element) -> str:
    """The text of a `nitf` element: what is in its `body.content`."""
    content = nitf.first("body", "body.content")
    return element_text(content, NEWS) if content is not None else ""


def _stated(nitf: Element) -> Iterator[tuple[StatedField, str, str]]:
    about, head = nitf.first("head") or Element("", {}), nitf.first("body", "body.head") or Element("", {})
    docdata = about.first("docdata") or Element("", {})
    yield "title", words(head.first("hedline", "hl1")), "hl1"
    yield "title", words(about.first("title")), "title"
    for each in about.all("pubdata"):
        yield "date", attribute(each, "date.publication"), "date.publication"
        yield "source", attribute(each, "name"), "pubdata name"
    yield "date", attribute(docdata.first("date.issue"), "norm"), "date.issue"
    yield "date", attribute(docdata.first("date.release"), "norm"), "date.release"
    yield "date", attribute(head.first("dateline", "story.date"), "norm"), "story.date"
    yield "dateline", words(head.first("dateline", "location")) or _bare(head.first("dateline")), "dateline"
    for byline in head.all("byline"):
        persons = list(byline.within("person"))
        yield from each_of(persons or [byline], "authors", "byline")
    yield "agency", words(head.first("distributor", "org")) or words(head.first("distributor")), "distributor"
    yield "language", attribute(nitf, "xml lang", "lang"), "xml:lang"
    yield "rights", attribute(docdata.first("doc.copyright"), "holder"), "doc.copyright holder"
    yield "rights", words(head.first("rights")), "rights"


def _bare(dateline: Element | None) -> str:
    """A dateline of words alone: what its date says is stated by itself."""
    return " ".join("".join(each for each in dateline.children if isinstance(each, str)).split()) if dateline else ""
