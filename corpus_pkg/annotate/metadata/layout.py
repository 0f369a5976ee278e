"""What stands around the body: headers, headline, byline and dateline above it, the agency's tail below."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from corpus_pkg.annotate.metadata.boilerplate import block_role
from corpus_pkg.annotate.metadata.bylines import Byline, read_byline
from corpus_pkg.annotate.metadata.datelines import Dateline, read_dateline
from corpus_pkg.annotate.metadata.headers import Header, read_header
from corpus_pkg.annotate.metadata.tails import Tail, read_tail
from corpus_pkg.model.vocabulary import RegionRole

_MOST_TITLE_WORDS = 30
_MOST_TITLE = 220
_MOST_HEADER_LINES = 20
# No tail and no notice is longer; a body is not searched for its beginning at each line that is taken from its end.
_LONGEST_BELOW = 2_000
_SENTENCE_END = re.compile(r"[.;,:…][”\"'’)\]]*\Z")
_ABBREVIATED = re.compile(r"(?:[A-Z]\.){2,}\Z")


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the whole text that is not body."""

    role: RegionRole
    start: int
    end: int


@dataclass(slots=True)
class Layout:
    """The parts of a text around its body, and what they state."""

    body_start: int
    body_end: int
    parts: list[Part] = field(default_factory=list)
    title: str | None = None
    headers: list[Header] = field(default_factory=list)
    bylines: list[Byline] = field(default_factory=list)
    dateline: Dateline | None = None
    tails: list[Tail] = field(default_factory=list)


def lay_out(text: str, title: str | None, repeated: frozenset[bytes] = frozenset()) -> Layout:
    """Finds the body of a text.

    Args:
        text: the whole normalised text.
        title: the headline, where it is known from elsewhere: a first line is one only if it repeats it.
        repeated: digests of blocks that its source prints beside many articles.
    """
    layout = Layout(0, len(text))
    for _ in range(_MOST_HEADER_LINES):
        layout.body_start = _skip(text, layout.body_start)
        if not _line_above(text, layout) and not _head(text, layout, title, repeated):
            break
    layout.body_end = len(text.rstrip())
    while _tail(text, layout) or _block_below(text, layout, repeated):
        layout.body_end = _stripped(text, layout.body_end)
    layout.parts.sort(key=lambda part: part.start)
    return layout


def _line_above(text: str, layout: Layout) -> bool:
    """Takes a line from the top that is no part of any article."""
    start = layout.body_start
    end = _line_end(text, start)
    role = None if layout.dateline else block_role(text[start:end].strip())
    return role is not None and bool(text[end:].strip()) and _take(layout, role, start, end)


def _block_below(text: str, layout: Layout, repeated: frozenset[bytes]) -> bool:
    """Takes a last paragraph, or a last line, that is no part of the article."""
    end = layout.body_end
    for separator in ("\n\n", "\n"):
        start = text.rfind(separator, max(layout.body_start, end - _LONGEST_BELOW), end)
        role = block_role(text[start:end].strip(), repeated) if start > layout.body_start else None
        if role is not None:
            layout.parts.append(Part(role, _skip(text, start), end))
            layout.body_end = start
            return True
    return False


def _stripped(text: str, end: int) -> int:
    """Where a text ends before a place, without white space."""
    while end and text[end - 1].isspace():
        end -= 1
    return end


def _skip(text: str, position: int) -> int:
    while position < len(text) and text[position].isspace():
        position += 1
    return position


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end


def _head(text: str, layout: Layout, title: str | None, repeated: frozenset[bytes]) -> bool:
    """Takes one part from the top; False when the body is reached."""
    start = layout.body_start
    end = _line_end(text, start)
    line = text[start:end].strip()
    if not line or layout.dateline:
        return False
    header = read_header(text, start, end)
    if header:
        layout.headers.append(header)
        return _take(layout, "header", start, header.end)
    byline = read_byline(line)
    if byline:
        layout.bylines.append(byline)
        return _take(layout, "byline", start, end)
    layout.dateline = read_dateline(text, start, end)
    if layout.dateline:
        return _take(layout, "dateline", start, layout.dateline.end)
    return _headline(text, layout, (start, end), title, repeated)


def _headline(text: str, layout: Layout, where: tuple[int, int], title: str | None, repeated: frozenset[bytes]) -> bool:
    """Takes the headline from the top, or a line that the source prints above many articles."""
    start, end = where
    line = text[start:end].strip()
    if repeated and block_role(line, repeated) and text[end:].strip():
        return _take(layout, "boilerplate", start, end)
    same = title is not None and _letters(line) == _letters(title) and bool(text[end:].strip())
    told = same or (title is None and _is_title(text, start, end))
    if layout.title is None and told and not layout.bylines:
        layout.title = " ".join(line.split())
        return _take(layout, "title", start, end)
    return False


def _letters(words: str) -> str:
    """What two printings of a headline have in common."""
    return "".join(each for each in words.casefold() if each.isalnum())


def _take(layout: Layout, role: RegionRole, start: int, end: int) -> bool:
    layout.parts.append(Part(role, start, end))
    layout.body_start = end
    return True


def _is_title(text: str, start: int, end: int) -> bool:
    """Whether the line is a headline: short, not closed as a sentence is, with a body of sentences below."""
    line, rest = text[start:end].strip(), text[end:].lstrip()
    if len(line) > _MOST_TITLE or len(line.split()) > _MOST_TITLE_WORDS or not rest:
        return False
    if _SENTENCE_END.search(line) and not _ABBREVIATED.search(line):
        return False
    # A line that goes on in the next is hard-wrapped prose, not a headline.
    goes_on = rest[0].islower() or (not text[end : end + 2].isspace() and line[-1] in ",-–—")
    return not goes_on and len(rest) > len(line)


def _tail(text: str, layout: Layout) -> bool:
    """Takes one part from the bottom; False when the body is reached."""
    end = layout.body_end
    for separator in ("\n\n", "\n"):
        start = text.rfind(separator, max(layout.body_start, end - _LONGEST_BELOW), end)
        start = start + len(separator) if start >= 0 else -1
        if start > layout.body_start:
            tail = read_tail(text[start:end])
            if tail:
                layout.tails.append(tail)
                layout.parts.append(Part("tail", _skip(text, start), end))
                layout.body_end = start
                return True
    return False
