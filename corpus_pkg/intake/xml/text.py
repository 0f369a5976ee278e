"""Markup within XML files as text: tags are taken away, paragraphs stay; no word that a reader would see is lost."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from corpus_pkg.intake.xml.items import Element

_BLOCKS = frozenset(
    """
    address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1
    h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul
    """.split()
)
# What no reader sees.
_UNSEEN = frozenset(["script", "style", "template", "noscript", "iframe", "object", "svg", "head", "title"])
_TAG = re.compile(r"""<(/?)([A-Za-z][^\s/>]*)(?:[^>=]++|=\s*+"[^"]*+"|=\s*+'[^']*+'|=)*+>""")
_OPENS = re.compile(r"/?[A-Za-z]")
_BREAK = "\n"
_SPACE, _SPACES = re.compile(r"[ \t\r\n\f]+"), re.compile(" {2,}")


class CutError(ValueError):
    """Content that ends in the middle of its markup."""


class _Flow:
    """Words as they come, in paragraphs."""

    def __init__(self) -> None:
        self._paragraphs: list[str] = []
        self._words: list[str] = []

    def add(self, words: str) -> None:
        self._words.append(_SPACE.sub(" ", words))

    def tag(self, name: str) -> None:
        if name == "br":
            self._words.append(_BREAK)
        elif name in _BLOCKS:
            self.end()

    def end(self) -> None:
        lines = (_SPACES.sub(" ", each).strip(" ") for each in "".join(self._words).split(_BREAK))
        self._words = []
        # Two breaks one behind the other are how many feeds write a paragraph.
        self._paragraphs += [each.strip(_BREAK) for each in re.split(r"\n{2,}", _BREAK.join(lines))]

    def text(self) -> str:
        self.end()
        return "\n\n".join(each for each in self._paragraphs if each.strip())


def html_text(content: str) -> str:
    """The text of a piece of HTML.

    Raises:
        CutError: it ends within a tag, a comment, or an element that nobody sees.
    """
    flow, at = _Flow(), 0
    while (start := content.find("<", at)) >= 0:
        flow.add(html.unescape(content[at:start]))
        following = content[start + 1 : start + 3]
        if following[:1] in {"!", "?"}:
            at = _behind(content, "-->" if content.startswith("<!--", start) else ">", start)
        elif _OPENS.match(following):
            at = _tag(content, start, flow)
        else:
            flow.add("<")
            at = start + 1
    flow.add(html.unescape(content[at:]))
    return flow.text()


def _tag(content: str, start: int, flow: _Flow) -> int:
    match = _TAG.match(content, start)
    if not match:
        raise CutError(f"it ends within the tag {content[start : start + 20]!r}")
    name = match[2].lower()
    if name in _UNSEEN and not match[1] and not match[0].endswith("/>"):
        closing = re.compile(rf"</{re.escape(name)}\s*>", re.IGNORECASE).search(content, match.end())
        if closing is None:
            raise CutError(f"it ends within <{name}>")
        return closing.end()
    flow.tag(name)
    return match.end()


def _behind(content: str, end: str, start: int) -> int:
    at = content.find(end, start)
    if at < 0:
        raise CutError(f"it ends within {content[start : start + 10]!r}")
    return at + len(end)


@dataclass(frozen=True, slots=True)
class Style:
    """How elements are shown, by their local names in lower case.

    Attributes:
        blocks: those that stand in lines of their own.
        unseen: those that no reader of the article sees.
        breaks: those that end a line.
        either: those of whose children one alone is shown, the first of the names that is there.
    """

    blocks: frozenset[str]
    unseen: frozenset[str]
    breaks: frozenset[str] = frozenset({"br"})
    either: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


XHTML = Style(_BLOCKS, _UNSEEN)


def element_text(element: Element, style: Style = XHTML) -> str:
    """The text of an element.

    Args:
        element: the element.
        style: how those in it are shown.
    """
    flow = _Flow()
    _walk(element, flow, style)
    return flow.text()


def _walk(element: Element, flow: _Flow, style: Style) -> None:
    for each in element.children:
        if isinstance(each, str):
            flow.add(each)
            continue
        name = _local(each)
        if name in style.breaks:
            flow.tag("br")
        elif name not in style.unseen:
            block = "p" if name in style.blocks else ""
            flow.tag(block)
            _walk(_chosen(each, style.either.get(name, ())), flow, style)
            flow.tag(block)


def _local(element: Element) -> str:
    return element.name.rpartition(" ")[2].lower()


def _chosen(element: Element, names: tuple[str, ...]) -> Element:
    """An element with the one of its children that is shown."""
    shown = next((each for name in names for each in element.elements if _local(each) == name), None)
    return element if shown is None else replace(element, children=[shown])
