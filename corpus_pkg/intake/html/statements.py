"""What the markup of a page states about its article: JSON-LD, meta, link, time, headings; each with its place.

Vocabularies: schema.org, Open Graph, Dublin Core, the `article:` namespace, and names that publishing systems use.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from html import unescape
from typing import Any

from corpus_pkg.intake.html.scan import Tag, Words, scan
from corpus_pkg.intake.raw import StatedField, Statement

_META: dict[str, StatedField] = {
    "article:published_time": "date", "og:article:published_time": "date", "article:published": "date",
    "datepublished": "date", "date": "date", "pubdate": "date", "publishdate": "date", "publish-date": "date",
    "publish_date": "date", "published_at": "date", "publication_date": "date", "dc.date": "date",
    "dc.date.issued": "date", "dcterms.created": "date", "dcterms.date": "date", "dc.date.created": "date",
    "parsely-pub-date": "date", "sailthru.date": "date", "cxenseparse:recs:publishtime": "date",
    "cxenseparse:publishtime": "date", "vr:published_time": "date", "article_date_original": "date",
    "originalpublicationdate": "date", "rnews:datepublished": "date", "last-published": "date",
    "article:modified_time": "modified", "og:updated_time": "modified", "datemodified": "modified",
    "last-modified": "modified", "dcterms.modified": "modified", "lastmod": "modified",
    "og:title": "title", "twitter:title": "title", "dc.title": "title", "parsely-title": "title",
    "sailthru.title": "title", "title": "title", "headline": "title",
    "author": "authors", "article:author": "authors", "parsely-author": "authors", "dc.creator": "authors",
    "dcterms.creator": "authors", "sailthru.author": "authors", "byl": "authors", "cxenseparse:author": "authors",
    "og:article:author": "authors", "article:author:name": "authors", "twitter:creator:name": "authors",
    "og:site_name": "source", "application-name": "source", "dc.publisher": "source", "dcterms.publisher": "source",
    "og:url": "url", "og:locale": "language", "content-language": "language", "language": "language",
    "dc.language": "language", "copyright": "rights", "dc.rights": "rights", "dcterms.rights": "rights",
    "dcterms.rightsholder": "rights", "tdm-reservation": "rights",
}  # fmt: skip
_BARE = re.compile("[^a-z]")
_ARTICLES = re.compile(r"(?:.*Article|BlogPosting|.*Posting|Report|CreativeWork)\Z")
_LEAST_TYPES = frozenset({"CreativeWork"})
_LIVE = "LiveBlogPosting"
_NEAR = 1_500
_MOST_JSON, _MOST_OBJECTS, _MOST_VALUE = 2_000_000, 20_000, 2_000


def _bare(name: str) -> str:
    """A name as all its spellings have it: `article:published_time`, `Article.Published-Time`."""
    return _BARE.sub("", name.lower())


_FIELDS = {_bare(name): field for name, field in _META.items()}


def page_statements(page: str) -> list[Statement]:
    """What a page states of its article, JSON-LD before meta before the rest, each in the order of the page.

    Args:
        page: the decoded page.
    """
    linked: list[Statement] = []
    meta: list[Statement] = []
    other: list[Statement] = []
    open_words: tuple[Tag, list[str]] | None = None
    for token in scan(page):
        if isinstance(token, Words):
            if open_words is not None:
                open_words[1].append(page[token.start : token.end])
        elif token.name == "script" and "ld+json" in token.attributes.get("type", "").lower():
            linked += _json_ld(token)
        elif token.name == "meta":
            meta += _meta(token)
        elif open_words is not None and token.closing and token.name == open_words[0].name:
            other += [each for each in _read_words(*open_words) if not _is_of_another(each, other)]
            open_words = None
        elif open_words is None and _is_told_in_words(token):
            open_words = token, []
        elif token.name != "title" or not any(each.where == "title" for each in other):
            # Titles behind the first are those of pictures.
            other += _element(token)
    return [*linked, *meta, *other]


def _is_told_in_words(tag: Tag) -> bool:
    """Whether what an element holds is the headline, or the name of an author."""
    return not tag.closing and (tag.name == "h1" or (tag.name == "a" and tag.attributes.get("rel", "") == "author"))


def _read_words(tag: Tag, pieces: list[str]) -> list[Statement]:
    words = unescape(" ".join(pieces))
    if tag.name == "h1":
        return _stated("title", words, "h1", tag.start)
    return _stated("authors", words, "a rel=author", tag.start)


def _is_of_another(statement: Statement, before: Sequence[Statement]) -> bool:
    """Whether a linked author stands far behind the first: with the teaser of another story."""
    first = next((each.start or 0 for each in before if each.where == statement.where == "a rel=author"), None)
    return first is not None and (statement.start or 0) - first > _NEAR


def _stated(field: StatedField, value: object, where: str, start: int) -> list[Statement]:
    words = " ".join(value.split()) if isinstance(value, str) else ""
    return [Statement(field=field, value=words, where=where, start=start)] if 0 < len(words) <= _MOST_VALUE else []


def _meta(tag: Tag) -> list[Statement]:
    attributes = tag.attributes
    for key in ("property", "name", "itemprop", "http-equiv"):
        name = attributes.get(key, "").strip()
        field = _FIELDS.get(_bare(name))
        if field is not None:
            return _stated(field, attributes.get("content"), f"meta {name}", tag.start)
    return []


def _element(tag: Tag) -> list[Statement]:
    attributes = tag.attributes if tag.name in {"link", "time", "html", "title"} else {}
    if tag.name == "link" and attributes.get("rel", "").lower() == "canonical":
        return _stated("url", attributes.get("href"), "link canonical", tag.start)
    if tag.name == "link" and attributes.get("rel", "").lower() == "license":
        return _stated("rights", attributes.get("href"), "link license", tag.start)
    if tag.name == "time" and not tag.closing:
        marked = attributes.get("itemprop", "").lower() == "datepublished" or "pubdate" in attributes
        modified = "modif" in attributes.get("itemprop", "").lower()
        where = "time datePublished" if marked else "time"
        return _stated("modified" if modified else "date", attributes.get("datetime"), where, tag.start)
    if tag.name == "html" and not tag.closing:
        return _stated("language", attributes.get("lang") or attributes.get("xml:lang"), "html lang", tag.start)
    return _stated("title", unescape(tag.content), "title", tag.start) if tag.name == "title" else []


def _json_ld(tag: Tag) -> Iterator[Statement]:
    articles = [each for each in _objects(_json(tag.content)) if _is_article(each)]
    # A page's own article states more than the teasers of others that stand beside it.
    own = [each for each in articles if each.get("datePublished") and (each.get("headline") or each.get("name"))]
    for article in (own or articles)[:1]:
        yield from _article(article, tag.start)


def _article(article: dict[str, Any], start: int) -> Iterator[Statement]:
    fields: tuple[tuple[StatedField, str], ...] = (
        ("title", "headline"), ("date", "datePublished"), ("modified", "dateModified"), ("url", "url"),
        ("language", "inLanguage"), ("rights", "license"), ("rights", "copyrightNotice"),
    )  # fmt: skip
    for field, name in fields:
        value = article.get(name)
        yield from _stated(field, unescape(value) if isinstance(value, str) else None, f"json-ld {name}", start)
    if str(article.get("isAccessibleForFree")).lower() == "false":
        yield from _stated("free", "false", "json-ld isAccessibleForFree", start)
    if _LIVE in _listed(article.get("@type")):
        yield from _stated("kind", _LIVE, "json-ld @type", start)
    for name in _names(article.get("author") or article.get("creator")):
        yield from _stated("authors", name, "json-ld author", start)
    for name in _names(article.get("publisher"))[:1]:
        yield from _stated("source", name, "json-ld publisher", start)
    for name in _names(article.get("copyrightHolder"))[:1]:
        yield from _stated("rights", name, "json-ld copyrightHolder", start)


def _names(value: Any) -> list[str]:  # noqa: ANN401  JSON is of any type
    if isinstance(value, str):
        return [unescape(value)]
    if isinstance(value, dict):
        return _names(value.get("name"))
    return [name for each in value[:50] for name in _names(each)] if isinstance(value, list) else []


def _is_article(value: dict[str, Any]) -> bool:
    kinds = _listed(value.get("@type"))
    return any(isinstance(each, str) and _ARTICLES.match(each) and each not in _LEAST_TYPES for each in kinds)


def _listed(value: Any) -> list[Any]:  # noqa: ANN401  JSON is of any type
    return value if isinstance(value, list) else [value]


def _objects(value: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401  JSON is of any type
    """The objects of a JSON value, from above."""
    waiting, count = [value], 0
    while waiting and count < _MOST_OBJECTS:
        each = waiting.pop(0)
        count += 1
        if isinstance(each, dict):
            yield each
            waiting += [inner for inner in each.values() if isinstance(inner, dict | list)]
        elif isinstance(each, list):
            waiting += [inner for inner in each if isinstance(inner, dict | list)]


def _json(content: str) -> Any:  # noqa: ANN401  JSON is of any type
    """JSON-LD as pages hold it: line ends inside strings and what hides it from old browsers are passed over."""
    text = re.sub(r"\A\s*(?://)?\s*(?:<!\[CDATA\[|<!--)|(?://)?\s*(?:\]\]>|-->)\s*\Z", "", content[:_MOST_JSON]).strip()
    try:
        return json.loads(text.rstrip(";"), strict=False)
    except (ValueError, RecursionError):
        return None
