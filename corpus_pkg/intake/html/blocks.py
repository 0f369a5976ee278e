"""The visible text of a page in its blocks, each with its place; and how the paragraphs of a body lie among them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from html import unescape

from corpus_pkg.intake.html.scan import RAW, Tag, Words, scan

_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark q s samp small span strike strong sub "
    "sup time tt u var wbr".split()
)
_HIDDEN = frozenset("svg select head".split())
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_ENDED = {"": frozenset({"p"}), "li": frozenset({"li", "p"})}
_AROUND, _MOST_OPEN, _MOST_CLASS = 4, 60, 200
_NO_WORD = re.compile(r"\W+")


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of visible text without a break.

    Attributes:
        start, end: from its first character to its last in the decoded page, tags in it included.
        text: what a reader sees, white space collapsed.
        key: its letters and digits alone, by which stretches are compared.
        element: the element whose tag stands before it.
        around: the elements that it lies in, with their classes, the nearest last; not more than four.
    """

    start: int
    end: int
    text: str
    key: str
    element: str
    around: tuple[str, ...] = ()


@dataclass(slots=True)
class Outline:
    """A page at a glance.

    Attributes:
        blocks: its visible text.
        depth: how many elements lie in one another at most, as far as tags tell.
        tags: how many there are.
    """

    blocks: list[Block] = field(default_factory=list)
    depth: int = 0
    tags: int = 0


def outline(page: str) -> Outline:
    """The visible text of a page: what stands in its body and is no script, style or form.

    Args:
        page: the decoded page.
    """
    found, gatherer = Outline(), _Gatherer(page)
    depth = 0
    for token in scan(page):
        if isinstance(token, Words):
            gatherer.words(token)
            continue
        found.tags += 1
        alone = token.name in RAW or token.name in _VOID or token.written.endswith("/")
        if not alone:
            depth = max(0, depth - 1) if token.closing else depth + 1
            found.depth = max(found.depth, depth)
        gatherer.tag(token, alone=alone)
    gatherer.close()
    found.blocks = gatherer.blocks
    return found


class _Gatherer:
    """Gathers words until a tag breaks them, and knows what they lie in as far as tags tell."""

    def __init__(self, page: str) -> None:
        self.blocks: list[Block] = []
        self._page = page
        self._pieces: list[Words] = []
        self._open: list[str] = []
        self._element, self._hidden = "", 0

    def words(self, words: Words) -> None:
        if not self._hidden:
            self._pieces.append(words)

    def tag(self, tag: Tag, *, alone: bool) -> None:
        if tag.name in _HIDDEN and not alone:
            self._hidden = max(0, self._hidden - 1) if tag.closing else self._hidden + 1
        if tag.name in _INLINE:
            return
        self.close()
        self._element = tag.name
        self._hidden = 0 if tag.name == "body" else self._hidden
        if tag.closing:
            self._leave(tag.name)
        elif not alone:
            # A paragraph or an item of a list ends where the next begins.
            if self._open and self._open[-1].partition(".")[0] in _ENDED.get(tag.name, _ENDED[""]):
                self._open.pop()
            self._open.append(f"{tag.name}.{tag.attributes.get('class', '')[:_MOST_CLASS]}")

    def _leave(self, name: str) -> None:
        for at in range(len(self._open) - 1, max(-1, len(self._open) - _MOST_OPEN), -1):
            if self._open[at].partition(".")[0] == name:
                del self._open[at:]
                return

    def close(self) -> None:
        if not self._pieces:
            return
        first, last = self._pieces[0], self._pieces[-1]
        text = " ".join(unescape("".join(self._page[each.start : each.end] for each in self._pieces)).split())
        if text:
            around = tuple(self._open[-_AROUND - 1 : -1])
            self.blocks.append(Block(first.start, last.end, text, key_of(text), self._element, around))
        self._pieces.clear()


def key_of(text: str) -> str:
    """The letters and digits of a text, by which it is compared."""
    return _NO_WORD.sub("", text).casefold()


def aligned(paragraphs: Sequence[str], blocks: Sequence[Block]) -> list[int | None]:
    """For each paragraph the block that holds it, in the order of the page; None where none does.

    Args:
        paragraphs: the paragraphs of a body.
        blocks: the visible text of its page.
    """
    places: dict[str, list[int]] = {}
    for index, block in enumerate(blocks):
        places.setdefault(block.key, []).append(index)
    found: list[int | None] = []
    after = 0
    for paragraph in paragraphs:
        key = key_of(paragraph)
        same = places.get(key, [])
        first = bisect_left(same, after)
        at = same[first] if first < len(same) else None
        if at is None and key:
            window = range(after, min(len(blocks), after + _WINDOW))
            at = next((each for each in window if key in blocks[each].key or _begins(blocks[each].key, key)), None)
        found.append(at)
        after = after if at is None else at + 1
    return found


_WINDOW, _LEAST = 200, 20


def _begins(block: str, key: str) -> bool:
    """Whether a paragraph begins with the whole of a block: an extractor joined it with those behind."""
    return len(block) >= _LEAST and key.startswith(block)
