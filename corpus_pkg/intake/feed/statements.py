"""What feeds state about their articles, as it is written there; what it is worth is weighed later."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress

from corpus_pkg.intake.raw import StatedField, Statement
from corpus_pkg.intake.xml.items import Element
from corpus_pkg.intake.xml.text import CutError, element_text, html_text

_ITEM: dict[str, StatedField] = {
    "rss title": "title", "rss link": "url", "rss pubDate": "date", "rss author": "authors", "rss source": "source",
    "atom title": "title", "atom published": "date", "atom updated": "modified", "atom rights": "rights",
    "dc title": "title", "dc date": "date", "dc creator": "authors", "dc language": "language", "dc rights": "rights",
    "dc publisher": "source", "dcterms issued": "date", "dcterms created": "date", "dcterms modified": "modified",
}  # fmt: skip
_FEED: dict[str, StatedField] = {
    "rss title": "source", "rss language": "language", "rss copyright": "rights",
    "atom title": "source", "atom rights": "rights", "dc language": "language", "dc rights": "rights",
}  # fmt: skip
_ADDRESS = re.compile(r"\S+@\S+ \((.+)\)\Z")
_OTHER_FEED = "atom source title"
# What an item is called by more than one element is stated by the first of them.
_ONCE = ("title", "url", "source", "language", "rights")


def about_item(item: Element) -> tuple[Statement, ...]:
    """What an item states of itself."""
    found = list(_plain(item, _ITEM, ""))
    found += _links(item) + _people(item, "atom author")
    for source in item.all("atom source"):
        found += [_stated("source", words, _OTHER_FEED) for each in source.all("atom title")
                  if (words := _words(each))]  # fmt: skip
    if not any(each.field == "url" for each in found):
        permanent = [each for each in item.all("rss guid") if each.attributes.get("isPermaLink", "true") == "true"]
        found += [_stated("url", each.text, "rss guid") for each in permanent if _words(each).startswith("http")]
    found += _language(item, "atom")
    return tuple(_first(found))


def about_feed(channel: Element, own: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """What the feed states of all its items; an item's own word stands instead.

    Args:
        channel: the feed as a whole.
        own: what the item states itself.
    """
    found = [*_plain(channel, _FEED, "channel "), *_language(channel, "channel")]
    # The authors of a feed are those of its entries, unless an entry comes from another feed (RFC 4287, 4.2.1).
    if not any(each.where == _OTHER_FEED for each in own):
        found += _people(channel, "atom author")
    stated = {each.field for each in own}
    return tuple(_first([each for each in found if each.field not in stated]))


def _plain(element: Element, fields: dict[str, StatedField], of: str) -> Iterator[Statement]:
    for each in element.children:
        if isinstance(each, Element) and each.name in fields and (words := _words(each)):
            prefix, _, local = each.name.partition(" ")
            address = _ADDRESS.match(words) if fields[each.name] == "authors" else None
            yield _stated(fields[each.name], address[1] if address else words, f"{prefix} {of}{local}")


def _links(item: Element) -> list[Statement]:
    links = [each.attributes for each in item.all("atom link") if each.attributes.get("href", "").strip()]
    return [_stated("url", each["href"], "atom link") for each in links if each.get("rel", "alternate") == "alternate"]


def _people(element: Element, name: str) -> list[Statement]:
    return [_stated("authors", words, name) for person in element.all(name) for each in person.all("atom name")
            if (words := _words(each))]  # fmt: skip


def _language(element: Element, of: str) -> list[Statement]:
    stated = element.attributes.get("xml lang", "")
    return [_stated("language", stated, f"{of} xml:lang")] if stated.strip() else []


def _words(element: Element) -> str:
    """The words of an element, in one line."""
    kind, words = element.attributes.get("type", ""), element.text
    # What cannot be read as markup is shown as it is written.
    with suppress(CutError):
        words = html_text(words) if kind == "html" else element_text(element) if kind == "xhtml" else words
    return " ".join(words.split())


def _stated(field: StatedField, value: str, where: str) -> Statement:
    return Statement(field=field, value=" ".join(value.split()), where=where)


def _first(found: list[Statement]) -> Iterator[Statement]:
    seen = set[StatedField]()
    for each in found:
        if each.field not in _ONCE or each.field not in seen:
            yield each
        seen.add(each.field)
