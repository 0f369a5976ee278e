"""The tags and texts of a page with their places: a light scanner, linear in the length of whatever it is given.

It follows the tokenisation of HTML (WHATWG, HTML Living Standard, 13.2.5) as far as metadata and visible text need it:
quoted attributes, comments, raw text elements. It builds no tree, so that no nesting is too deep for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from html import unescape

# Bounded, so that a tag which never ends costs little; an image in an attribute may be longer, and is passed over.
_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]{0,60}+)((?:[^>\"']{1,5000}+|\"[^\"]{0,50000}+\"|'[^']{0,50000}+'){0,300}+)>")
_BEGINS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ/")
_ATTRIBUTE = re.compile(r"([^\s=>\"'/]{1,100}+)(?:\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"'>]++)))?")
RAW = frozenset({"script", "style", "textarea", "title", "noscript", "template", "iframe", "xmp", "noembed"})
"""Elements whose content is no markup; the scanner gives each as one tag, its end included."""
_ENDS = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in RAW}


@dataclass(frozen=True)
class Tag:
    """One tag.

    Attributes:
        name: in lower case.
        closing: whether it ends an element.
        start, end: where it stands in the page.
        content: what is in a raw text element, such as a script, as it is written; else empty.
    """

    name: str
    closing: bool
    start: int
    end: int
    written: str
    content: str = ""

    @cached_property
    def attributes(self) -> dict[str, str]:
        """The attributes, names in lower case, values unescaped; of two of one name the first holds."""
        found: dict[str, str] = {}
        for match in _ATTRIBUTE.finditer(self.written):
            value = next((each for each in match.groups()[1:] if each is not None), "")
            found.setdefault(match[1].lower(), unescape(value))
        return found


@dataclass(frozen=True, slots=True)
class Words:
    """Characters between two tags, as they are written."""

    start: int
    end: int


def scan(page: str) -> Iterator[Tag | Words]:
    """The tags and the characters between them, in order; comments and declarations are left out.

    Args:
        page: the decoded page.
    """
    position = 0
    while position < len(page):
        opening = page.find("<", position)
        if opening < 0:
            yield Words(position, len(page))
            return
        if opening > position:
            yield Words(position, opening)
        after = _passed_over(page, opening)
        match = _TAG.match(page, opening) if after < 0 else None
        if after >= 0:
            position = after
        elif match is None and page[opening + 1 : opening + 2] not in _BEGINS:
            yield Words(opening, opening + 1)
            position = opening + 1
        elif match is None:
            # A tag that is none is dropped, as browsers drop one that the page ends in.
            position = page.find(">", opening) + 1 or len(page)
        else:
            tag = _tag(page, match)
            yield tag
            position = tag.end


def _passed_over(page: str, opening: int) -> int:
    """Where a comment, declaration or instruction ends; -1 if none begins here."""
    mark = page[opening + 1 : opening + 2]
    if mark not in {"!", "?"}:
        return -1
    closing = "-->" if page.startswith("<!--", opening) else ">"
    end = page.find(closing, opening)
    return len(page) if end < 0 else end + len(closing)


def _tag(page: str, match: re.Match[str]) -> Tag:
    name, end = match[2].lower(), match.end()
    if name not in RAW or match[1]:
        return Tag(name, bool(match[1]), match.start(), end, match[3])
    closing = _ENDS[name].search(page, end)
    stop = closing.start() if closing else len(page)
    after = page.find(">", stop) + 1 if closing else len(page)
    return Tag(
        name, closing=False, start=match.start(), end=after or len(page), written=match[3], content=page[end:stop]
    )
