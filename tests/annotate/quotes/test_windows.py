"""Texts of no natural shape: bounded work, no exception, every span its surface."""

from __future__ import annotations

import random
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus_pkg.annotate.quotes.extract import Quotations
from corpus_pkg.annotate.quotes.windows import windows
from corpus_pkg.model.annotations import Span
from corpus_pkg.text.paragraphs import paragraphs
from corpus_pkg.text.quotation_marks import quoted_stretches

Find = Callable[[str], Quotations]
LONG = 100_000
_MARKS = "“”‘’\"'«»‹›„‟‚`—- ab,."
_RANDOM = random.Random(1)  # noqa: S311  the same text in every run
TEXTS = {
    "marks": "".join(_RANDOM.choices(_MARKS, k=LONG)),
    "any": "".join(chr(_RANDOM.choice((_RANDOM.randrange(32, 0xD7FF), _RANDOM.randrange(0xE000, 0x110000))))
                   for _ in range(LONG)),
    "opening": "«‹“‘„" * (LONG // 5),
    "cues": "he said that she says they told him to say and warned, adding, " * (LONG // 62),
    "quoting": "“a b” said Okoro and " * (LONG // 21),
    "nested": "“" + "he said that he ‘x y’ " * (LONG // 22),
    "commas": "a, " * (LONG // 3) + "said",
    "turns": "Q: what “x” now\n\nA: it said so\n\n" * (LONG // 34),
}  # fmt: skip


@pytest.mark.parametrize("name", TEXTS)
def test_a_hundred_thousand_characters_on_a_line(find: Find, name: str) -> None:
    text = TEXTS[name]
    found = find(text)
    by_id = {each.id: each for each in found.quotes}
    assert len(by_id) == len(found.quotes)
    for each in found.quotes:
        assert each.text
        assert each.text == text[each.start : each.end]
        assert each.group in by_id
        outer = by_id[each.nested_in] if each.nested_in else None
        assert outer is None or (outer.start <= each.start and each.end <= outer.end)
    for scare in found.scare:
        assert scare.text
        assert scare.text == text[scare.start : scare.end]


def test_windows_cut_what_is_long() -> None:
    text = "He said “a b” and left, " * 400
    stretches = quoted_stretches(text, [Span(start=0, end=len(text))])
    assert len(list(windows(text, Span(start=0, end=len(text)), stretches))) > 4


@given(st.text("ab “”‘’\"'.,", min_size=1, max_size=60), st.integers(40, 400))
@settings(max_examples=60)
def test_windows_hold_every_stretch_once_and_cut_none(text: str, times: int) -> None:
    whole = text * times
    for block in paragraphs(whole):
        stretches = quoted_stretches(whole, [block])
        parts = list(windows(whole, Span(start=block.start, end=block.end), stretches))
        assert [each for _, marked in parts for each in marked] == stretches
        assert parts[0][0].start == block.start
        assert parts[-1][0].end == block.end
        assert all(one.end == two.start for (one, _), (two, _) in pairwise(parts))
        assert all(span.start <= each.open and each.close <= span.end for span, marked in parts for each in marked)
