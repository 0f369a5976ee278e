"""The content of feeds as text: markup is taken away, paragraphs stay; no word that a reader would see is lost."""

from __future__ import annotations

import html
import re

from corpus_pkg.intake.feed.items import Element

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


def element_text(element: Element) -> str:
    """The text of XHTML that stands in a feed as elements."""
    flow = _Flow()
    _walk(element, flow)
    return flow.text()


def _walk(element: Element, flow: _Flow) -> None:
    for each in element.children:
        if isinstance(each, str):
            flow.add(each)
            continue
        name = each.name.rpartition(" ")[2].lower()
        if name not in _UNSEEN:
            flow.tag(name)
            _walk(each, flow)
            flow.tag("" if name == "br" else name)
