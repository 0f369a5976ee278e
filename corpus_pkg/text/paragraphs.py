"""Paragraphs: parted by blank lines, or by every line end where the text has no blank lines or only whole lines.

Wire copy comes in four shapes: blank lines between paragraphs; one line end between paragraphs, each line a whole
paragraph; hard-wrapped lines with blank lines between; and hard-wrapped lines, the first of each paragraph indented.
Wrapped lines are told by their ends in mid-sentence.
"""

from __future__ import annotations

import re
from itertools import pairwise

from corpus_pkg.model.annotations import Span

_BLANK = re.compile(r"\n[ \t]*\n\s*")
_LINE = re.compile(r"\n\s*")
_INDENT = re.compile(r"\n(?=[ \t]{2})\s*")
_STOPS = '.!?:;”"’)'
_WRAPPED = re.compile(r"[^\s.!?:;”\"'’)\]…—–-][ \t]*\n[ \t]*[a-z]")
_MOST_WRAPPED_LINE = 100


def paragraphs(text: str) -> list[Span]:
    """The paragraphs of a text, without the white space around them.

    Args:
        text: normalised text, lines ended by U+000A.
    """
    blocks = _split(text, 0, len(text), _BLANK)
    result = []
    for block in blocks:
        body = text[block.start : block.end]
        if "\n" not in body:
            result.append(block)
        elif _indented(body):
            result += _split(text, block.start, block.end, _INDENT)
        else:
            result += [block] if _hard_wrapped(body) else _split(text, block.start, block.end, _LINE)
    return result


def _split(text: str, start: int, end: int, pattern: re.Pattern[str]) -> list[Span]:
    spans, position = [], start
    for match in pattern.finditer(text, start, end):
        spans.append(trimmed(text, position, match.start()))
        position = match.end()
    spans.append(trimmed(text, position, end))
    return [each for each in spans if each.start < each.end]


def _indented(block: str) -> bool:
    """Whether some lines are indented, and the others mostly go on with a sentence of the line before."""
    lines = block.split("\n")
    if max(map(len, lines)) > _MOST_WRAPPED_LINE or not any(line.startswith(("  ", "\t")) for line in lines[1:]):
        return False
    joined = [one for one, two in pairwise(lines) if two[:1].strip()]
    open_ended = sum(1 for line in joined if line.rstrip()[-1:] not in _STOPS)
    return 2 * open_ended > len(joined)


def _hard_wrapped(block: str) -> bool:
    """Whether lines end in the middle of sentences, as in copy set to a fixed width."""
    lines = block.split("\n")
    if len(lines) == 1 or max(map(len, lines)) > _MOST_WRAPPED_LINE:
        return False
    return 2 * len(_WRAPPED.findall(block)) >= len(lines) - 1


def trimmed(text: str, start: int, end: int) -> Span:
    """The stretch without the white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start=start, end=end)
