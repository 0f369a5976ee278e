"""What an extractor loses of a body is put back, where the page itself shows that it belongs there."""

from __future__ import annotations

from corpus_pkg.intake.html import body
from corpus_pkg.intake.html.blocks import outline

SENTENCES = [f"Sentence number {number} of the story is as long as those in newspapers are." for number in range(6)]


def _page(*classes: str) -> str:
    parts = (f'<div class="{name}"><p>{words}</p></div>' for name, words in zip(classes, SENTENCES, strict=True))
    return f"<html><body><main>{''.join(parts)}</main></body></html>"


def _restored(kept: list[int], *classes: str) -> tuple[list[str], int]:
    blocks = outline(_page(*classes)).blocks
    found, count = body._restored([SENTENCES[each] for each in kept], blocks)  # noqa: SLF001  the page decides, no library
    return [each.text for each in found], count


def test_paragraphs_of_one_row_with_those_kept_are_put_back_in_their_places() -> None:
    assert _restored([1, 3], *["story"] * 6) == (SENTENCES, 4)


def test_those_of_another_row_are_not() -> None:
    assert _restored([0, 1], "story", "story", "teaser", "teaser", "story", "story") == (
        [SENTENCES[each] for each in (0, 1, 4, 5)], 2,
    )  # fmt: skip
    assert _restored([0, 1], "story", "story", *["teaser"] * 4) == (SENTENCES[:2], 0)


def test_one_alone_is_a_note_more_often_than_not() -> None:
    assert _restored([0, 1, 2, 3, 4], *["story"] * 6) == (SENTENCES[:5], 0)


def test_one_that_was_kept_makes_no_row() -> None:
    assert _restored([0], "story", *["story"] * 5) == (SENTENCES[:1], 0)
