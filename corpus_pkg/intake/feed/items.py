"""The items of a feed as small trees, with the bytes that each stands in; entities and depths without end are refused.

What is read is bounded before it is kept: the depth, the elements of an item, the bytes of the whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.entities import name2codepoint
from typing import NoReturn
from xml.parsers import expat

from corpus_pkg.findings import Rule
from corpus_pkg.findings.rules.web import BAD_FEED, FEED_ENTITIES

_MOST_DEPTH, _MOST_ITEMS, _MOST_ELEMENTS, _MOST_ABOUT = 200, 100_000, 100_000, 10_000
_PIECE = 1 << 20
_PREFIXES = {
    "": "rss",
    "http://purl.org/rss/1.0/": "rss",
    "http://my.netscape.com/rdf/simple/0.9/": "rss",
    "http://backend.userland.com/rss2": "rss",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
    "http://www.w3.org/2005/Atom": "atom",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/terms/": "dcterms",
    "http://purl.org/rss/1.0/modules/content/": "content",
    "http://www.w3.org/1999/xhtml": "xhtml",
    "http://www.w3.org/XML/1998/namespace": "xml",
}
_ITEMS = ("rss item", "atom entry")
_CHANNELS = ("rss channel", "atom feed")


@dataclass(slots=True)
class Element:
    """An element.

    Attributes:
        name: its name behind the usual prefix of its namespace: `rss title`, `atom title`, `dc creator`.
        attributes: by names of the same kind.
        children: elements and characters, in their order.
    """

    name: str
    attributes: Mapping[str, str]
    children: list[Element | str] = field(default_factory=list)

    def all(self, name: str) -> list[Element]:
        """Its children of a name."""
        return [each for each in self.children if isinstance(each, Element) and each.name == name]

    @property
    def text(self) -> str:
        """All characters in it."""
        return "".join(each if isinstance(each, str) else each.text for each in self.children)


@dataclass(slots=True)
class Item:
    """An item or entry.

    Attributes:
        element: its tree; None where it has more elements than are kept.
        start: where its first byte stands.
        end: behind its last.
        line: where it begins.
        column: the same.
    """

    element: Element | None
    start: int
    end: int
    line: int
    column: int


class FeedError(ValueError):
    """Why a feed is not read to its end.

    Attributes:
        rule: what it breaks.
        line: where.
        column: the same.
    """

    def __init__(self, rule: Rule, reason: str, line: int, column: int) -> None:
        super().__init__(reason)
        self.rule, self.line, self.column = rule, line, column


class Feed:
    """Reads the bytes of a feed.

    Args:
        raw: the bytes.
        encoding: what the contributor states; it counts more than the declaration.

    Attributes:
        channel: what stands about the feed as a whole, as far as it was read.
        encoding: what the feed declares; None if nothing.
    """

    def __init__(self, raw: bytes, encoding: str | None = None) -> None:
        self._raw = raw
        self.channel = Element("", {})
        self.encoding = encoding
        self._path: list[Element] = []
        self._item: Item | None = None
        # Levels above the item; elements in it, and about the feed as a whole; items.
        self._above, self._elements, self._about, self._items = 0, 0, 0, 0
        self._done: list[Item] = []
        self._parser = parser = expat.ParserCreate(encoding, " ")
        parser.buffer_text = True
        parser.XmlDeclHandler = self._declared
        parser.EntityDeclHandler = self._entity
        parser.SkippedEntityHandler = self._skipped
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters

    def items(self) -> Iterator[Item]:
        """The items, in their order.

        Raises:
            FeedError: the feed is damaged, or asks for what is refused; what stands before was given.
        """
        for at in range(0, len(self._raw) + 1, _PIECE):
            fault = self._parse(at)
            yield from self._done
            self._done = []
            if fault:
                raise fault

    def _parse(self, at: int) -> FeedError | None:
        try:
            self._parser.Parse(self._raw[at : at + _PIECE], at + _PIECE > len(self._raw))
        except expat.ExpatError as error:
            return FeedError(BAD_FEED, expat.ErrorString(error.code), error.lineno, error.offset + 1)
        except FeedError as error:
            return error
        except (LookupError, ValueError) as error:
            return self._fault(BAD_FEED, f"its encoding: {error}")
        return None

    def _declared(self, _version: str, encoding: str | None, _standalone: int) -> None:
        self.encoding = self.encoding or encoding

    def _entity(self, name: str, *_: object) -> NoReturn:
        raise self._fault(FEED_ENTITIES, f"it declares the entity {name[:40]!r}")

    def _skipped(self, name: str, parameter: object) -> None:
        """Characters by name, as the document type of RSS 0.91 has them, which nobody fetches."""
        if parameter:
            return
        if name not in name2codepoint:
            raise self._fault(BAD_FEED, f"the entity {name[:40]!r} is not known")
        self._characters(chr(name2codepoint[name]))

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if len(self._path) >= _MOST_DEPTH:
            raise self._fault(BAD_FEED, f"it is nested more than {_MOST_DEPTH} levels deep")
        element = Element(_name(name), {_name(each).removeprefix("rss "): value for each, value in attributes.items()})
        if self._item is None and element.name in _ITEMS:
            self._items += 1
            if self._items > _MOST_ITEMS:
                raise self._fault(BAD_FEED, f"it has more than {_MOST_ITEMS:,} items; split it")
            place = self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1
            self._item = Item(element, self._parser.CurrentByteIndex, 0, *place)
            self._above, self._elements = len(self._path), 0
        elif self._item is None and element.name in _CHANNELS:
            element.children, element.attributes = self.channel.children, self.channel.attributes or element.attributes
            self.channel = element
        elif self._kept():
            self._path[-1].children.append(element)
        self._path.append(element)

    def _kept(self) -> bool:
        """Whether what comes now is part of something: of an item of moderate size, or of the feed as a whole."""
        if self._item is None:
            self._about += 1
            return bool(self._path) and self._about <= _MOST_ABOUT
        self._elements += 1
        if self._elements > _MOST_ELEMENTS:
            self._item.element = None
        return self._item.element is not None

    def _end(self, _name: str) -> None:
        self._path.pop()
        if self._item is None or len(self._path) != self._above:
            return
        start = self._parser.CurrentByteIndex
        wide = self._raw[start : start + 2] == b"<\x00"
        self._item.end = self._raw.find(b">", start) + (2 if wide else 1)
        self._done.append(self._item)
        self._item = None

    def _characters(self, content: str) -> None:
        kept = self._about <= _MOST_ABOUT if self._item is None else self._item.element is not None
        if self._path and kept:
            self._path[-1].children.append(content)

    def _fault(self, rule: Rule, reason: str) -> FeedError:
        return FeedError(rule, reason, self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1)


def _name(name: str) -> str:
    """A name of expat (`namespace local`) with a prefix; of a namespace that says nothing here, as it is."""
    space, _, local = name.rpartition(" ")
    return f"{_PREFIXES[space]} {local}" if space in _PREFIXES else name
