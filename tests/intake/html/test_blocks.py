"""Visible text in its blocks, and how paragraphs are found among them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from corpus_pkg.intake.html.blocks import aligned, outline


def test_blocks_are_what_a_reader_sees() -> None:
    page = (
        "<head><title>T</title></head><body><p>One <b>bold</b>&nbsp;word.</p><script>x</script><div>Two<br>lines</div>"
    )
    found = outline(page)
    assert [each.text for each in found.blocks] == ["One bold word.", "Two", "lines"]
    assert [each.element for each in found.blocks] == ["p", "div", "br"]
    assert page[found.blocks[0].start : found.blocks[0].end] == "One <b>bold</b>&nbsp;word."


def test_depth_and_tags_are_counted() -> None:
    found = outline("<div>" * 700 + "x" + "</div>" * 700)
    assert (found.depth, found.tags) == (700, 1400)


def test_paragraphs_are_aligned_in_order() -> None:
    blocks = outline("<p>Refrain.</p><p>A long first verse of it all.</p><p>Refrain.</p><p>Second.</p>").blocks
    assert aligned(["Refrain.", "A long first verse of it all.", "Refrain.", "Second."], blocks) == [0, 1, 2, 3]
    assert aligned(["A long first verse of it all. Refrain.", "Nowhere", "Second."], blocks) == [1, None, 3]


@given(st.lists(st.text(alphabet="abc <>&;/p", max_size=12), max_size=8))
def test_blocks_lie_in_the_page_one_behind_the_other(pieces: list[str]) -> None:
    page = "<p>".join(pieces)
    position = 0
    for each in outline(page).blocks:
        assert position <= each.start < each.end <= len(page)
        assert each.text == " ".join(each.text.split()) != ""
        position = each.end
