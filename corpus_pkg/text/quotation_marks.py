"""Quotation marks, paired: curly, straight, ``TeX'', guillemets, low-high, and single marks told from apostrophes.

The pairing works paragraph by paragraph, in one pass and linear time, and holds for any string: a mark that has no
partner does no harm beyond its own paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus_pkg.model.annotations import Span

_DOUBLE = '“”„‟«»"'
_MARK = re.compile(r"``|'{2,3}|[“”„‟«»‹›\"‘’‚']")
_CLOSERS = {"“": "”", "”": "”", "''": "''",
            "„": "“”", "‟": "”", "«": "»", "»": "«", "‹": "›", "›": "‹", '"': '"”', "``": "''\"”",
            "‘": "’", "‚": "‘’", "'": "'’"}  # fmt: skip
_SURE_CLOSER = re.compile(r"(?<=[.,?!…])[’'](?!\w)|(?<=\w)[’'](?=[,.;:?!])")
_SURE_OPENER = re.compile(r"(?:\A|\n|[.?!][”\"’')]*\s)[‘'](?=[A-ZÀ-Ý])")
_SINGLE = frozenset("‘’‚'")
_MOST_OPEN = 8
_INCHES = re.compile(r"\d['’]\d{1,2}\Z")
_BEFORE_OPENING = frozenset("([{—–-/“‘„«‹\"'`…")
_AFTER_CLOSING = frozenset(")]}.,;:!?—–-/”’»›\"'…")
_ELISION = re.compile(r"[’'‘](?:\d\ds\b|em\b|tis\b|twas\b|til\b|cause\b|n[’']\s|round\b|bout\b)", re.IGNORECASE)
_STRONG = frozenset(".,?!…")


@dataclass(frozen=True, slots=True)
class Stretch:
    """What stands between two quotation marks.

    Attributes:
        open: offset of the opening mark.
        start: first code point inside the marks.
        end: one past the last code point inside.
        close: one past the closing mark; equals `end` where there is none.
        closed: a closing mark ends it.
        continues: the next paragraph opens with a mark and goes on (each paragraph opens, only the last closes).
        depth: 0 for an outermost stretch, 1 for one inside another, ...
    """

    open: int
    start: int
    end: int
    close: int
    closed: bool
    continues: bool
    depth: int


def quoted_stretches(text: str, paragraphs: Sequence[Span]) -> list[Stretch]:
    """Every quoted stretch, by its opening mark.

    Args:
        text: normalised text.
        paragraphs: its paragraphs, in order.
    """
    single = _single_style(text)
    following = [*(text[each.start] for each in paragraphs[1:]), ""][: len(paragraphs)]
    found: list[list[Stretch]] = [
        _Pairing(text, each, opens, single=single).run() for each, opens in zip(paragraphs, following, strict=True)
    ]
    result = []
    for index, stretches in enumerate(found):
        behind = paragraphs[index + 1].start if index + 1 < len(found) and found[index + 1] else -1
        opens_next = bool(found[index + 1 : index + 2]) and any(each.open == behind for each in found[index + 1])
        result += [replace(each, continues=not each.closed and opens_next) for each in stretches]
    return [each for each in result if text[each.start : each.end].strip()]


def _single_style(text: str) -> bool:
    """Whether the document quotes with single marks (British style): more of them open than double ones."""
    double = sum(text.count(mark) for mark in _DOUBLE) + 2 * text.count("``")
    opening = len(re.findall(r"(?<![\w’'])[‘'](?=\w)(?!\d\ds\b)", text))
    closing = len(re.findall(r"[.,?!\w][’'](?!\w)", text))
    if min(opening, closing) * 2 > double:
        return True
    # Double marks inside single ones are no fewer: then a sentence or paragraph that opens with one tells.
    return closing > 0 and len(_SURE_OPENER.findall(text)) * 2 >= max(double, 1)


class _Pairing:
    """One paragraph's marks, paired with a stack of open ones."""

    def __init__(self, text: str, paragraph: Span, following: str, *, single: bool) -> None:
        self._text, self._low, self._high = text, paragraph.start, paragraph.end
        self._single, self._following = single, following
        self._stack: list[tuple[int, int, str]] = []
        self._found: list[Stretch] = []
        self._strong_closers = [m.start() for m in _SURE_CLOSER.finditer(text[self._low : self._high])]

    def run(self) -> list[Stretch]:
        for match in _MARK.finditer(self._text, self._low, self._high):
            if match[0] == "'''":
                self._three(match.start())
            else:
                self._mark(match.start(), match[0])
        self._abandon(0)
        return sorted(self._found, key=lambda each: each.open)

    def _three(self, at: int) -> None:
        """Three apostrophes: a single mark beside a double one, the single one on the inner side."""
        before, _ = self._around(at, 3)
        closing = before != "" and not before.isspace()
        for offset, mark in ((0, "'"), (1, "''")) if closing else ((0, "''"), (2, "'")):
            self._mark(at + offset, mark)

    def _mark(self, at: int, mark: str) -> None:
        if mark == '"' and _INCHES.search(self._text, max(self._low, at - 6), at):
            return
        level = self._closes(at, mark)
        if level is not None:
            self._abandon(level + 1)
            self._close(at, len(mark))
        elif self._opens(at, mark):
            if self._stack and self._stack[-1][2] == mark and mark not in _SINGLE:
                self._cut(at)
            if len(self._stack) == _MOST_OPEN:
                del self._stack[0]  # so many are never open at once: the first was a stray
            self._stack.append((at, len(mark), mark))

    def _closes(self, at: int, mark: str) -> int | None:
        """The level of the open mark that this one closes, if it closes one."""
        if mark in _SINGLE and not self._single_closes(at, mark):
            return None
        for level in range(len(self._stack) - 1, -1, -1):
            if self._partner(self._stack[level][2], mark):
                if mark == '"' and not self._straight_closes(at):
                    return None
                if mark == "“" and not self._turned(at):
                    return None
                return level
        return None

    def _partner(self, opening: str, mark: str) -> bool:
        if opening in _SINGLE and mark not in _SINGLE:
            return False
        # A straight mark may close a curly one, and a curly one may be turned the wrong way: typists mix them.
        mixed = (mark == '"' and opening in ("“", "``")) or (mark == "''" and opening == "“")
        return mark in _CLOSERS[opening] or mixed or (opening == mark == "“")

    def _turned(self, at: int) -> bool:
        """Whether an opening curly mark stands where only a closing one can: behind a word, with none behind it."""
        before, after = self._around(at, 1)
        behind = before != "" and not before.isspace() and before not in _BEFORE_OPENING
        return behind and (after == "" or after.isspace() or after in _AFTER_CLOSING)

    def _straight_closes(self, at: int) -> bool:
        before, after = self._around(at, 1)
        if after == "" or after.isspace() or after in _AFTER_CLOSING:
            return before != "" and (not before.isspace() or after == "" or after.isspace())
        return not before.isspace() and before not in _BEFORE_OPENING

    def _single_closes(self, at: int, mark: str) -> bool:
        if mark in "‘‚" or not any(each[2] in _SINGLE for each in self._stack):
            return False
        before, after = self._around(at, 1)
        if after.isalnum() or before.isspace():
            return False
        if before == "s" and after == " ":  # a plural possessive, if a surer closing mark follows
            return not any(at - self._low < each for each in self._strong_closers[-1:])
        return True

    def _opens(self, at: int, mark: str) -> bool:
        before, after = self._around(at, len(mark))
        if mark == "’" or (mark == "»" and self._low < at and not before.isspace()):
            return False
        if mark in ("”", "''"):
            starts = before == "" or before.isspace() or before in _BEFORE_OPENING
            return starts and not self._stack and (after.isalnum() or after in ("'", "[", "$", "…"))
        if mark in _SINGLE:
            inside = any(each[2] not in _SINGLE for each in self._stack)
            starts = before == "" or before.isspace() or before in _BEFORE_OPENING
            return (inside or self._single) and starts and after.isalnum() and not _ELISION.match(self._text, at)
        if mark == '"':
            starts = before == "" or before.isspace() or before in _BEFORE_OPENING
            return starts and after != "" and not after.isspace()
        return mark not in "«‹" or after != ""

    def _around(self, at: int, width: int) -> tuple[str, str]:
        before = self._text[at - 1] if at > self._low else ""
        after = self._text[at + width] if at + width < self._high else ""
        return before, after

    def _close(self, at: int, width: int) -> None:
        start, opening_width, _ = self._stack.pop()
        self._add(start, opening_width, at, at + width, closed=True)

    def _cut(self, at: int) -> None:
        """A second opening mark of the same kind: the one before it never closed."""
        start, width, _ = self._stack.pop()
        self._add(start, width, at, at, closed=False)

    def _abandon(self, level: int) -> None:
        """Marks above the level stay open to the end of the paragraph; single ones were apostrophes.

        A single mark was one only if the next paragraph does not open with another: then the quotation goes on.
        """
        for start, width, mark in self._stack[level:]:
            goes_on = self._single and mark == self._following
            if level == 0 and (mark not in _SINGLE or goes_on):
                self._add(start, width, self._high, self._high, closed=False)
        del self._stack[level:]

    def _add(self, at: int, width: int, end: int, close: int, *, closed: bool) -> None:
        depth = sum(1 for each in self._stack if each[0] < at)
        self._found.append(Stretch(at, at + width, end, close, closed, continues=False, depth=depth))
