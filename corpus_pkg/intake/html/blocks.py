"""The visible text of a page in its blocks, each with its place; and how the paragraphs of a body lie among them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from html import unescape

from corpus_pkg.intake.html.scan import RAW, Words, scan

_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark q s samp small span strike strong sub "
    "sup time tt u var wbr".split()
)
_HIDDEN = frozenset("svg select head".split())
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_NO_WORD = re.compile(r"\W+")


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of visible text without a break.

    Attributes:
        start, end: from its first character to its last in the decoded page, tags in it included.
        text: what a reader sees, white space collapsed.
        key: its letters and digits alone, by which stretches are compared.
        element: the element whose tag stands before it.
    """

    start: int
    end: int
    text: str
    key: str
    element: str


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
    found = Outline()
    depth, hidden = 0, 0
    pieces: list[Words] = []
    element = ""
    for token in scan(page):
        if isinstance(token, Words):
            if not hidden:
                pieces.append(token)
            continue
        found.tags += 1
        alone = token.name in RAW or token.name in _VOID or token.written.endswith("/")
        if token.name in _HIDDEN and not alone:
            hidden = max(0, hidden - 1) if token.closing else hidden + 1
        if not alone:
            depth = max(0, depth - 1) if token.closing else depth + 1
            found.depth = max(found.depth, depth)
        if token.name not in _INLINE:
            _close(page, pieces, element, found)
            element = token.name
            hidden = 0 if token.name == "body" else hidden
    _close(page, pieces, element, found)
    return found


def _close(page: str, pieces: list[Words], element: str, found: Outline) -> None:
    if not pieces:
        return
    text = " ".join(unescape("".join(page[each.start : each.end] for each in pieces)).split())
    if text:
        found.blocks.append(Block(pieces[0].start, pieces[-1].end, text, key_of(text), element))
    pieces.clear()


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
        at = next((each for each in places.get(key, ()) if each >= after), None)
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
