"""NewsML-G2 and NewsML 1 of the IPTC, and the XML of the Reuters Corpus Volume 1, which is neither."""

from __future__ import annotations

from collections.abc import Iterator

from corpus_pkg.intake.news.nitf import body_text
from corpus_pkg.intake.news.story import NEWS, NoStory, Story, attribute, each_of, stated, words
from corpus_pkg.intake.raw import StatedField
from corpus_pkg.intake.xml.items import Element
from corpus_pkg.intake.xml.text import element_text

_NONE = Element("", {})
_WITHDRAWN = frozenset({"canceled", "cancelled", "withheld", "killed", "withdrawn"})
Said = Iterator[tuple[StatedField, str, str]]


def read_g2(item: Element) -> Story:
    """The article of a `newsItem` element of NewsML-G2.

    Raises:
        NoStory: it was withdrawn, or its text is not with it.
    """
    meta = item.first("itemMeta") or _NONE
    status = attribute(meta.first("pubStatus"), "qcode", "uri").rpartition(":")[2].rpartition("/")[2]
    if status in _WITHDRAWN:
        raise NoStory(f"its status is {status!r}")
    kind = attribute(meta.first("itemClass"), "qcode", "uri").rpartition(":")[2].rpartition("/")[2]
    if kind and kind != "text":
        raise NoStory(f"it is of the class {kind[:40]!r}, no text")
    text = _content(item.first("contentSet") or _NONE)
    return Story(stated("newsml-g2", _said_by_g2(item, meta)), text, "newsml-g2")


def _content(content: Element) -> str:
    for each in content.elements:
        if each.name == "inlineXML":
            nitf = next(each.within("nitf"), None)
            body = next(each.within("body"), each)
            return body_text(nitf) if nitf is not None else element_text(body, NEWS)
        if each.name == "inlineData" and attribute(each, "contenttype").split(";")[0] in {"", "text/plain"}:
            return each.text.strip()
    raise NoStory("its text is not with it" if content.elements else "it has no content")


def _said_by_g2(item: Element, meta: Element) -> Said:
    about, rights = item.first("contentMeta") or _NONE, item.first("rightsInfo") or _NONE
    yield from each_of(about.all("headline"), "title", "headline")
    yield from each_of(meta.all("title"), "title", "title")
    first = words(meta.first("firstCreated"))
    yield "date", first, "firstCreated"
    yield "date", words(about.first("contentCreated")), "contentCreated"
    yield "modified" if first else "date", words(meta.first("versionCreated")), "versionCreated"
    creators = [name for each in about.all("creator") for name in each.all("name")]
    yield from each_of(creators or about.all("by"), "authors", "creator" if creators else "by")
    yield "dateline", words(about.first("dateline")), "dateline"
    provider = meta.first("provider")
    yield "agency", words((provider or _NONE).first("name")) or attribute(provider, "literal"), "provider"
    yield "language", attribute(about.first("language"), "tag") or attribute(item, "xml lang"), "language"
    holder = rights.first("copyrightHolder")
    yield "rights", words((holder or _NONE).first("name")) or attribute(holder, "literal"), "copyrightHolder"
    yield "rights", words(rights.first("copyrightNotice")), "copyrightNotice"
    yield "rights", words(rights.first("usageTerms")), "usageTerms"


def read_newsml(item: Element) -> Story:
    """The article of a `NewsItem` element of NewsML 1.

    Raises:
        NoStory: it was withdrawn, or its text is not with it.
    """
    managed = item.first("NewsManagement") or _NONE
    status = attribute(managed.first("Status"), "FormalName").lower()
    if status in _WITHDRAWN:
        raise NoStory(f"its status is {status!r}")
    main = next((each for each in item.within("NewsComponent")
                 if attribute(each.first("Role"), "FormalName").lower() == "main"), item)  # fmt: skip
    content = next(main.within("DataContent"), None)
    if content is None:
        raise NoStory("its text is not with it")
    nitf, body = next(content.within("nitf"), None), next(content.within("body"), content)
    text = body_text(nitf) if nitf is not None else element_text(body, NEWS)
    return Story(stated("newsml", _said_by_newsml(item, managed)), text, "newsml")


def _said_by_newsml(item: Element, managed: Element) -> Said:
    yield from each_of(list(item.within("HeadLine"))[:1], "title", "HeadLine")
    yield "date", words(managed.first("FirstCreated")), "FirstCreated"
    yield "modified", words(managed.first("ThisRevisionCreated")), "ThisRevisionCreated"
    yield from each_of(list(item.within("ByLine"))[:1], "authors", "ByLine")
    yield "dateline", words(next(item.within("DateLine"), None)), "DateLine"
    yield from each_of(list(item.within("CopyrightLine"))[:1], "rights", "CopyrightLine")
    language = next(item.within("Language"), None)
    yield "language", attribute(language, "FormalName") or attribute(item, "xml lang"), "Language"


def read_rcv1(item: Element) -> Story:
    """The article of a `newsitem` element of the Reuters Corpus Volume 1 (Lewis et al. 2004).

    Raises:
        NoStory: it has no text.
    """
    text = item.first("text")
    if text is None:
        raise NoStory("it has no text")
    return Story(stated("rcv1", _said_by_rcv1(item)), element_text(text, NEWS), "rcv1")


def _said_by_rcv1(item: Element) -> Said:
    yield "title", words(item.first("headline")), "headline"
    yield "date", attribute(item, "date"), "date"
    yield "authors", words(item.first("byline")), "byline"
    place = words(item.first("dateline"))
    yield "dateline", place.removesuffix(attribute(item, "date")), "dateline"
    yield "language", attribute(item, "xml lang"), "xml:lang"
    yield "rights", words(item.first("copyright")), "copyright"
    issued = (each for each in item.within("dc") if attribute(each, "element") == "dc.publisher")
    yield "agency", attribute(next(issued, None), "value"), "dc.publisher"
