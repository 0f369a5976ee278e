"""The mentions of a text while rules change them."""

from __future__ import annotations

from itertools import pairwise

from entity_support import draft
from hypothesis import given
from hypothesis import strategies as st

from corpus_pkg.annotate.entities.mentions.draft import Named


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 8), st.booleans()), max_size=20))
def test_mentions_never_overlap_and_stay_in_order(steps: list[tuple[int, int, bool]]) -> None:
    drafted = draft("x" * 40)
    for start, length, free in steps:
        named = Named(start, start + length, "ORG", None, "rule")
        met = drafted.meeting(start, start + length)
        if free:
            assert drafted.put_if_free(named) == (not met)
        else:
            drafted.put(named)
            assert drafted.at(start, start + length) == named
        found = list(drafted)
        assert all(one.end <= two.start for one, two in pairwise(found))


def test_a_capital_at_the_start_of_a_sentence_says_nothing() -> None:
    text = "Harrow fell. “Norwood rose,” said Okoro: Castleton stood.\nHale"
    opens = {name: draft(text).opens_sentence(text.index(name)) for name in
             ("Harrow", "Norwood", "Okoro", "Castleton", "Hale")}  # fmt: skip
    assert opens == {"Harrow": True, "Norwood": True, "Okoro": False, "Castleton": True, "Hale": True}


def test_a_name_over_a_line_end_reads_as_one_line() -> None:
    drafted = draft("Harrow\nInstitute")
    named = Named(0, 16, "ORG", None, "model")
    drafted.put(named)
    assert drafted.by_surface() == {"Harrow Institute": [named]}
