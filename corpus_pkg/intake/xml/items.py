"""The units of an XML file as small trees, with the bytes that each stands in; entities and endless depths are refused.

What is read is bounded before it is kept: the depth, the elements of an item, the bytes of the whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from html.entities import name2codepoint
from typing import NoReturn
from xml.parsers import expat

from corpus_pkg.findings import Rule

_MOST_DEPTH, _MOST_ITEMS, _MOST_ELEMENTS, _MOST_ABOUT = 200, 100_000, 100_000, 10_000
_PIECE = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """What kind of XML a file is.

    Attributes:
        named: the name of an element or attribute by what expat calls it: its namespace, a blank, its local name.
        items: the elements that are units.
        about: elements outside of items whose children state something of all of them.
        damaged: the rule that a file breaks which cannot be read to its end.
        entities: the rule that a file breaks which declares entities.
    """

    named: Callable[[str], str]
    items: frozenset[str]
    about: frozenset[str] = frozenset()
    damaged: Rule
    entities: Rule


@dataclass(slots=True)
class Element:
    """An element.

    Attributes:
        name: its name, as the dialect has it.
        attributes: by names of the same kind.
        children: elements and characters, in their order.
    """

    name: str
    attributes: Mapping[str, str]
    children: list[Element | str] = field(default_factory=list)

    def all(self, name: str) -> list[Element]:
        """Its children of a name."""
        return [each for each in self.elements if each.name == name]

    @property
    def elements(self) -> list[Element]:
        """Its children that are elements."""
        return [each for each in self.children if isinstance(each, Element)]

    def within(self, *names: str) -> Iterator[Element]:
        """The elements of these names in it, at any depth, in their order; those inside of one of them too."""
        for each in self.elements:
            if each.name in names:
                yield each
            yield from each.within(*names)

    def first(self, *path: str) -> Element | None:
        """The first element at the end of a path of names, from child to child."""
        if not path:
            return self
        return next((end for each in self.all(path[0]) if (end := each.first(*path[1:])) is not None), None)

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


class XmlError(ValueError):
    """Why a file is not read to its end.

    Attributes:
        rule: what it breaks.
        line: where.
        column: the same.
    """

    def __init__(self, rule: Rule, reason: str, line: int, column: int) -> None:
        super().__init__(reason)
        self.rule, self.line, self.column = rule, line, column


class XmlItems:
    """Reads the bytes of a file.

    Args:
        raw: the bytes.
        dialect: what kind of XML they are.
        encoding: what the contributor states; it counts more than the declaration.

    Attributes:
        channel: what stands about the file as a whole, as far as it was read.
        encoding: what the file declares; None if nothing.
    """

    def __init__(self, raw: bytes, dialect: Dialect, encoding: str | None = None) -> None:
        self._raw, self._dialect = raw, dialect
        self.channel = Element("", {})
        self.encoding = encoding
        self._path: list[Element] = []
        self._item: Item | None = None
        # Levels above the item; elements in it, and about the file as a whole; items.
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
            XmlError: it is damaged, or asks for what is refused; what stands before was given.
        """
        for at in range(0, len(self._raw) + 1, _PIECE):
            fault = self._parse(at)
            yield from self._done
            self._done = []
            if fault:
                raise fault

    def _parse(self, at: int) -> XmlError | None:
        try:
            self._parser.Parse(self._raw[at : at + _PIECE], at + _PIECE > len(self._raw))
        except expat.ExpatError as error:
            return XmlError(self._dialect.damaged, expat.ErrorString(error.code), error.lineno, error.offset + 1)
        except XmlError as error:
            return error
        except (LookupError, ValueError) as error:
            return self._fault(self._dialect.damaged, f"its encoding: {error}")
        return None

    def _declared(self, _version: str, encoding: str | None, _standalone: int) -> None:
        self.encoding = self.encoding or encoding

    def _entity(self, name: str, *_: object) -> NoReturn:
        raise self._fault(self._dialect.entities, f"it declares the entity {name[:40]!r}")

    def _skipped(self, name: str, parameter: object) -> None:
        """Characters by name, as the document type of RSS 0.91 has them, which nobody fetches."""
        if parameter:
            return
        if name not in name2codepoint:
            raise self._fault(self._dialect.damaged, f"the entity {name[:40]!r} is not known")
        self._characters(chr(name2codepoint[name]))

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if len(self._path) >= _MOST_DEPTH:
            raise self._fault(self._dialect.damaged, f"it is nested more than {_MOST_DEPTH} levels deep")
        named = self._dialect.named
        element = Element(
            named(name), {named(each) if " " in each else each: value for each, value in attributes.items()}
        )
        if self._item is None and element.name in self._dialect.items:
            self._items += 1
            if self._items > _MOST_ITEMS:
                raise self._fault(self._dialect.damaged, f"it has more than {_MOST_ITEMS:,} items; split it")
            place = self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1
            self._item = Item(element, self._parser.CurrentByteIndex, 0, *place)
            self._above, self._elements = len(self._path), 0
        elif self._item is None and element.name in self._dialect.about:
            element.children, element.attributes = self.channel.children, self.channel.attributes or element.attributes
            self.channel = element
        elif self._kept():
            self._path[-1].children.append(element)
        self._path.append(element)

    def _kept(self) -> bool:
        """Whether what comes now is part of something: of an item of moderate size, or of the file as a whole."""
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

    def _fault(self, rule: Rule, reason: str) -> XmlError:
        return XmlError(rule, reason, self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1)
