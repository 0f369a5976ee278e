"""TEI P5, as archives of newspapers use it: a text is an article, or holds `div type="article"` for each of its own.

The date is that of the source. When the file was published says nothing about when the article was.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from corpus_pkg.intake.news.story import TEXTS, NoStory, Story, attribute, each_of, stated, words
from corpus_pkg.intake.raw import StatedField
from corpus_pkg.intake.xml.items import Element
from corpus_pkg.intake.xml.text import element_text

KIND = "tei"
_ARTICLES = frozenset({"article", "news", "story"})
_NONE = Element("", {})
_DATES = ("when", "when-iso", "when-custom")
_PUBLISHED = frozenset({"", "published", "publication", "issued", "issue"})
_SOURCES = ("bibl", "biblStruct", "biblFull")
Said = Iterator[tuple[StatedField, str, str]]


def read_tei(tei: Element) -> list[Story]:
    """The articles of a `TEI` element.

    Raises:
        NoStory: it has no text.
    """
    body = tei.first("text", "body")
    if body is None:
        raise NoStory("it has no body of text")
    header = tei.first("teiHeader") or _NONE
    # What stands beside them makes them sections of one article.
    parts = [] if body.all("p") else _articles(body)
    if not parts:
        return [_story(body, header, list(_title(header)))]
    # What the header calls a title is that of the newspaper.
    return [_story(each, header, []) for each in parts]


def _articles(element: Element) -> list[Element]:
    """The articles of an issue, in their order; none within another."""
    found = []
    for each in element.elements:
        if each.name == "div" and attribute(each, "type", "subtype").lower() in _ARTICLES:
            found.append(each)
        else:
            found += _articles(each)
    return found


def _story(element: Element, header: Element, title: list[tuple[StatedField, str, str]]) -> Story:
    heads = [each for each in element.elements if each.name == "head"] if not title else []
    named = list(each_of(heads[:1], "title", "head"))
    bare = replace(element, children=[each for each in element.children if each not in heads[:1]])
    text = element_text(_joined(bare), TEXTS)
    bylines = list(each_of(element.all("byline"), "authors", "byline"))
    return Story(stated(KIND, [*title, *named, *bylines, *_said(header)]), text, KIND)


def _joined(element: Element) -> Element:
    """An element whose line breaks are blanks, or nothing where a word goes on behind them."""
    children: list[Element | str] = []
    inside = False
    for each in element.children:
        if isinstance(each, str):
            children.append(each.lstrip() if inside else each)
            inside = False
        elif each.name in {"lb", "pb", "cb"}:
            inside = attribute(each, "break") == "no"
            children.append("" if inside else " ")
            if inside and children[:-1] and isinstance(children[-2], str):
                children[-2] = children[-2].rstrip().removesuffix("-").removesuffix("\u00ad")
        else:
            children.append(_joined(each))
    return replace(element, children=children)


def _title(header: Element) -> Said:
    titles = [each for each in (header.first("fileDesc", "titleStmt") or _NONE).all("title")
              if attribute(each, "type") not in {"sub", "short", "desc"}]  # fmt: skip
    return each_of(titles[:1], "title", "titleStmt title")


def _said(header: Element) -> Said:
    described = header.first("fileDesc") or _NONE
    source = described.first("sourceDesc") or _NONE
    bibl = next(source.within(*_SOURCES), _NONE)
    yield from (("date", attribute(each, *_DATES), "sourceDesc date") for each in bibl.within("date")
                if attribute(each, "type").lower() in _PUBLISHED)  # fmt: skip
    creation = header.first("profileDesc", "creation") or _NONE
    yield from (("date", attribute(each, *_DATES), "creation date") for each in creation.within("date"))
    authors = list(bibl.within("author")) or (described.first("titleStmt") or _NONE).all("author")
    yield from each_of(authors, "authors", "author")
    papers = [each for each in bibl.within("title") if attribute(each, "level") in {"j", "s"}]
    yield from each_of(papers[:1] or list(bibl.within("publisher"))[:1], "source", "sourceDesc title")
    languages = list((header.first("profileDesc", "langUsage") or _NONE).all("language"))
    yield "language", attribute(languages[0], "ident") if len(languages) == 1 else "", "language"
    available = described.first("publicationStmt", "availability") or _NONE
    for each in available.within("licence", "license"):
        yield "rights", attribute(each, "target") or words(each), "licence"
