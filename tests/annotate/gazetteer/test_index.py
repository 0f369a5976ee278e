"""Names found in a text by their first word."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from corpus_pkg.annotate.gazetteer import NameIndex, default_gazetteer


def _found(text: str, *names: str) -> list[str]:
    return [text[start:end] for start, end in NameIndex(names).occurrences(text)]


def test_the_longest_name_at_a_place_is_found() -> None:
    assert _found("New York and New York City; York.", "New York", "New York City", "York") == [
        "New York", "New York City", "York",
    ]  # fmt: skip


def test_names_stand_whole() -> None:
    text = "Oman’s Omani envoys, Oman-based firms and Romans met in Oman."
    assert _found(text, "Oman") == ["Oman", "Oman"]
    assert _found("He said Oman’re was no word.", "Oman") == []


def test_names_may_begin_with_a_digit_and_hold_full_stops() -> None:
    assert _found("The U.S. unit of 3M, U.S.-led.", "U.S.", "3M") == ["U.S.", "3M"]


@given(st.lists(st.text("abAB c", min_size=1, max_size=5), max_size=6), st.text("abAB c.-’", max_size=60))
def test_what_is_found_is_a_name_and_nothing_overlaps(names: list[str], text: str) -> None:
    last = 0
    for start, end in NameIndex(names).occurrences(text):
        assert last <= start < end
        assert text[start:end] in names
        assert not re.match(r"\w", text[end:])
        last = end


def test_acronyms_that_are_spoken_as_words_are_known_as_words() -> None:
    known = default_gazetteer()
    assert known.get("Nato", "ORG") is known.get("NATO", "ORG") is not None
    assert known.get("Bbc", "ORG") is None
