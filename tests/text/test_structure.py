"""Paragraphs, quotation marks and sentences."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus_pkg.text.paragraphs import paragraphs
from corpus_pkg.text.quotation_marks import Stretch, quoted_stretches
from corpus_pkg.text.sentences import sentences

MARKS = "ab S.?!, \n“”‘’\"'«»‹›„‚`-—…s0"


def _paragraphs(text: str) -> list[str]:
    return [text[each.start : each.end] for each in paragraphs(text)]


def _stretches(text: str) -> list[Stretch]:
    return quoted_stretches(text, paragraphs(text))


def _quoted(text: str) -> list[str]:
    return [text[each.start : each.end] for each in _stretches(text)]


def _sentences(text: str) -> list[str]:
    blocks = paragraphs(text)
    return [text[each.start : each.end] for each in sentences(text, blocks, quoted_stretches(text, blocks))]


@given(st.text(MARKS, max_size=60))
def test_any_text_has_a_sound_structure(text: str) -> None:
    blocks = paragraphs(text)
    stretches = quoted_stretches(text, blocks)
    spans = sentences(text, blocks, stretches)
    for group in (blocks, spans):
        assert all(0 <= each.start < each.end <= len(text) for each in group)
        assert all(one.end <= two.start for one, two in pairwise(group))
    assert all(any(b.start <= s.start and s.end <= b.end for b in blocks) for s in spans)
    # Nothing but white space is left out.
    kept = "".join(text[each.start : each.end] for each in spans)
    assert "".join(kept.split()) == "".join(text.split())
    for each in stretches:
        assert 0 <= each.open < each.start <= each.end <= each.close <= len(text)
        assert any(block.start <= each.open and each.close <= block.end for block in blocks)


def test_a_hundred_thousand_marks_on_one_line_are_survived() -> None:
    for mark in ("“", '"', "'", "‘a’ ", "“‘"):
        assert isinstance(_sentences(mark * 100_000), list)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("One.\n\nTwo.\n \nThree.", ["One.", "Two.", "Three."]),
        ("One is whole.\nTwo is whole.", ["One is whole.", "Two is whole."]),
        (
            "A line of copy set to a fixed width goes\non in the next line and then it\nends here.\n\nNext one.",
            ["A line of copy set to a fixed width goes\non in the next line and then it\nends here.", "Next one."],
        ),
        (
            "Okoro said the bridge over the\nMarrick Canal would open.\n    It was shut in\nMay.\n    Boats passed.",
            ["Okoro said the bridge over the\nMarrick Canal would open.", "It was shut in\nMay.", "Boats passed."],
        ),
        ("Shr 75 cts\n    Net 16 mln\n    Revs 45 mln", ["Shr 75 cts", "Net 16 mln", "Revs 45 mln"]),
        ("One is whole.\n  Two is whole.\nThree is whole.", ["One is whole.", "Two is whole.", "Three is whole."]),
        ("  \n\n ", []),
    ],
)
def test_paragraphs(text: str, wanted: list[str]) -> None:
    assert _paragraphs(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("“Curly,” he said.", ["Curly,"]),
        ('He said "straight" twice: "so".', ["straight", "so"]),
        ("``TeX marks,'' she said.", ["TeX marks,"]),
        ("«Guillemets», said he. „Low-high“, said she.", ["Guillemets", "Low-high"]),
        ("»Reversed«, said he.", ["Reversed"]),
        ("‘We’re British,’ he said. ‘That’s that.’", ["We’re British,", "That’s that."]),
        ("'We're plain, and that's final,' he said.", ["We're plain, and that's final,"]),
        ("“He said ‘no’ to me,” she said.", ["He said ‘no’ to me,", "no"]),
        ("The ministers' wives and the Smiths' dog, in the '90s.", []),
        ("The 6'2\" striker and the 5'9\" keeper left.", []),
        ('“Mismatched," he said.', ["Mismatched,"]),
        ("A stray ” closes nothing. “This” is whole.", ["This"]),
        ("“Empty” marks “” and “ ” hold nothing.", ["Empty"]),
        ("''Two apostrophes,'' he said. ''I said, 'Go,''' he added.", ["Two apostrophes,", "I said, 'Go,'", "Go,"]),
        ("“The 6'2\" striker is ready,” he said.", ["The 6'2\" striker is ready,"]),
        ("It was “turned“ the wrong way, a “mark“.", ["turned", "mark"]),
        ("”Both ways alike,” he said.", ["Both ways alike,"]),
        ("‘The farmers’ fields and the millers’ sheds’, she said.", ["The farmers’ fields and the millers’ sheds"]),
        ("‘She called it “the wet year” then’, he said.", ["She called it “the wet year” then", "the wet year"]),
    ],
)
def test_quotation_marks(text: str, wanted: list[str]) -> None:
    assert _quoted(text) == wanted


def test_a_quotation_over_paragraphs_continues_until_it_closes() -> None:
    stretches = _stretches("“One goes on.\n\n“Two goes on.\n\n“Three ends,” she said.")
    assert [(each.closed, each.continues) for each in stretches] == [(False, True), (False, True), (True, False)]


def test_a_mark_left_open_does_no_harm_beyond_its_paragraph() -> None:
    stretches = _stretches("“Left open, he said.\n\nNext “one” is whole.")
    assert [(each.closed, each.continues) for each in stretches] == [(False, False), (True, False)]


def test_depth_counts_the_marks_around() -> None:
    assert [each.depth for each in _stretches("“He said ‘no’ to me,” she said.")] == [0, 1]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The U.S. envoy left. Mr. Okoro stayed.", ["The U.S. envoy left.", "Mr. Okoro stayed."]),
        ("It rose to 3.5 percent. Then it fell.", ["It rose to 3.5 percent.", "Then it fell."]),
        ("He lives in the U.S. He left.", ["He lives in the U.S.", "He left."]),
        ("John F. Berg spoke on Jan. 5. It rained.", ["John F. Berg spoke on Jan. 5.", "It rained."]),
        ("“One. Two. Three,” he said. It rained.", ["“One. Two. Three,” he said.", "It rained."]),
        ("“Is it so?” Okoro asked. “It is.” She left.", ["“Is it so?” Okoro asked.", "“It is.”", "She left."]),
        ("He said it was “over.” The crowd left.", ["He said it was “over.”", "The crowd left."]),
        ("“It is a start.” — Peter Okoro", ["“It is a start.” — Peter Okoro"]),
        ("“It is a start.” said Okoro.", ["“It is a start.” said Okoro."]),
        ("What? No! Yes.", ["What?", "No!", "Yes."]),
    ],
)
def test_sentences(text: str, wanted: list[str]) -> None:
    assert _sentences(text) == wanted
