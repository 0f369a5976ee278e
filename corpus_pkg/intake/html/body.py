"""The body of a page: by trafilatura, favouring precision, and what it loses of identical paragraphs put back."""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from importlib.metadata import version
from typing import Any

from corpus_pkg.intake.html.blocks import Block, Outline, aligned, key_of
from corpus_pkg.intake.html.scan import Tag, scan

EXTRACTOR = "trafilatura"
OPTIONS = ("favor_precision, no comments, no tables", "no comments, no tables")
"""The first finds nothing on some pages; the second is asked then."""
_LEAST_REPEATED, _LEAST_ROW, _LEAST_PROSE = 20, 2, 40
_LARGE = 5_000_000
_SCRIPTS = frozenset({"script", "style"})
# Its dates are guesses too often: a bare year is its first of January.
_STATED = ("title", "author", "sitename", "url")
_NO_DATES = {"extensive_search": False}
_STOPS = (".", "!", "?", "”", "“", "»", "«", '"', "’", "。", "」", "…")
_ITEM = re.compile(r"^[-–•*]\s+")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a body, and the block of the page that holds it; None where none does."""

    text: str
    block: int | None


@dataclass(frozen=True, slots=True)
class PageBody:
    """The body of a page.

    Attributes:
        paragraphs: in the order of the page.
        restored: how many of them the extractor had left out, as they are the same as others.
        share: how much of the visible text of the page they are, 0 to 1.
        version: of the extractor.
        options: those that it was asked with.
        stated: what it takes for title, author (parted by semicolons), sitename and url; its dates may be guesses.
    """

    paragraphs: list[Paragraph]
    restored: int
    share: float
    version: str
    options: str
    stated: Mapping[str, str]


class ExtraMissing(Exception):  # noqa: N818  no error of the page
    """The extra `html` is not installed."""


def page_body(page: str, outline: Outline) -> PageBody:
    """The body of a page; without paragraphs where there is none.

    Args:
        page: the decoded page.
        outline: its visible text.

    Raises:
        ExtraMissing: trafilatura is not installed.
    """
    found, options = _extracted(page if len(page) < _LARGE else _without_scripts(page))
    lines = (found["text"] or "").split("\n")
    texts = [_ITEM.sub("", " ".join(each.split())) for each in lines if each.strip()]
    paragraphs, restored = _restored(texts, outline.blocks)
    visible = sum(len(each.text) for each in outline.blocks)
    kept = sum(len(each.text) for each in paragraphs)
    return PageBody(
        paragraphs,
        restored,
        round(min(1.0, kept / visible), 3) if visible else 0.0,
        version(EXTRACTOR),
        options,
        {name: _ITEM.sub("", found[name] or "") for name in _STATED},
    )


def _without_scripts(page: str) -> str:
    """A page without what is in its scripts and styles: the extractor refuses pages of more than 20 million bytes."""
    kept, position = [], 0
    for each in scan(page):
        if isinstance(each, Tag) and each.content and each.name in _SCRIPTS:
            kept.append(page[position : each.start])
            position = each.end
    return "".join([*kept, page[position:]])


def _extracted(page: str) -> tuple[dict[str, Any], str]:
    """What the extractor finds, and the options under which it found something."""
    try:
        from trafilatura import bare_extraction
    except ImportError:
        raise ExtraMissing from None
    options = ""
    for options in OPTIONS:
        # Whatever defeats it: the page has no body then, and that is told.
        with suppress(Exception):
            found: Any = bare_extraction(
                page, favor_precision=options is OPTIONS[0], include_comments=False, include_tables=False,
                with_metadata=True, date_extraction_params=_NO_DATES,
            )  # fmt: skip
            if found is not None and found.text:
                return {name: getattr(found, name) for name in ("text", *_STATED)}, options
    return dict.fromkeys(("text", *_STATED), ""), options


def _is_prose(block: Block) -> bool:
    """Whether a block is a paragraph of sentences: headlines and credits that stand twice are rightly left out."""
    return block.element == "p" and block.text.endswith(_STOPS)


def _restored(texts: Sequence[str], blocks: Sequence[Block]) -> tuple[list[Paragraph], int]:
    """The paragraphs with those that the extractor lost: the same as one that was kept, or of one row with them."""
    places = aligned(texts, blocks)
    taken = {each for each in places if each is not None}
    found = [Paragraph(text, place) for text, place in zip(texts, places, strict=True)]
    if not taken:
        return found, 0
    kept = {key_of(each) for each in texts if len(each) >= _LEAST_REPEATED}
    lost = [index for index in range(min(taken), max(taken))
            if index not in taken and blocks[index].key in kept and _is_prose(blocks[index])]  # fmt: skip
    lost = sorted({*lost, *_of_one_row(taken, kept, blocks)})
    return _merged(found, [Paragraph(blocks[index].text, index) for index in lost]), len(lost)


def _merged(found: list[Paragraph], lost: list[Paragraph]) -> list[Paragraph]:
    """Paragraphs with others in their places among them."""
    merged: list[Paragraph] = []
    waiting = deque(lost)
    for each in found:
        while waiting and each.block is not None and (waiting[0].block or 0) < each.block:
            merged.append(waiting.popleft())
        merged.append(each)
    return [*merged, *waiting]


def _of_one_row(taken: set[int], kept: set[str], blocks: Sequence[Block]) -> Iterator[int]:
    """Paragraphs of sentences that lie in elements of the same names and classes as several that were kept.

    One alone is left out: it is a note on the author or on the text more often than not.
    """
    rows = Counter(blocks[each].around for each in taken if _is_prose(blocks[each]))
    lost: dict[tuple[str, ...], list[int]] = {}
    for index, block in enumerate(blocks):
        new = index not in taken and block.key not in kept and len(block.text) >= _LEAST_PROSE
        if new and rows[block.around] >= _LEAST_ROW and _is_prose(block):
            lost.setdefault(block.around, []).append(index)
    for found in lost.values():
        yield from found if len(found) >= _LEAST_ROW else ()
