"""Copies: edited ones and excerpts are told, news of one form are none, and what is common stands where it is said."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus_pkg.link.copies import LEAST_SHINGLES, SHINGLE, copied, fingerprints, passages, shingled

_STORY = (
    "The ferry between Arholm and the islands will not sail again before the summer, the company said on Monday. "
    "Its only ship, the Selma, ran aground in fog last week with forty people on board, none of whom was hurt. "
    "Divers found a crack of two metres in her hull. The harbour master, Anna Lindholm, asked for a smaller boat "
    "until she is mended, but the council of the district has not answered her letters, and the shops of the "
    "islands begin to run short."
)
_OTHER = (
    "A new school is to open in Vestby next autumn, with room for two hundred children. Its roof is made of "
    "grass, and its walls of clay that was dug where it stands. The architect, Per Strand, grew up in the street "
    "behind it. Parents who saw the rooms on Sunday praised the light, though some thought the stairs too steep "
    "for the youngest pupils."
)
_RESULTS = (
    "{name} said its net profit rose to {profit} million crowns in the third quarter from {before} million "
    "crowns in the same quarter of last year. Sales of the company were {sales} million crowns. The board of the "
    "company proposes to pay a dividend of {dividend} crowns a share, which shareholders are to decide on at the "
    "meeting in {month}."
)
_WORDS = st.lists(
    st.sampled_from("ash birch cedar elm fir holly ivy larch maple oak pine rowan yew".split()), max_size=40
)


def test_a_copy_is_one_whatever_its_paragraphs_and_marks() -> None:
    again = _STORY.replace(". ", ".\n\n").replace("Monday", "MONDAY").replace(",", " -")
    assert copied(shingled(_STORY), shingled(again)) == 1.0


def test_an_edited_copy_and_an_excerpt_are_copies() -> None:
    edited = _STORY.replace("ran aground in fog last week", "hit a rock a week ago").replace("asked for", "wants")
    assert 0.5 < (copied(shingled(_STORY), shingled(edited)) or 0) < 0.9
    excerpt = f"{_OTHER} {_STORY[:260]} {_OTHER[:100]}"
    assert (copied(shingled(_STORY[:260]), shingled(excerpt)) or 0) == 1.0


def test_other_stories_and_short_notices_are_none() -> None:
    assert copied(shingled(_STORY), shingled(_OTHER)) is None
    notice = "The office is closed on Monday and opens again on Tuesday at nine in the morning."
    assert copied(shingled(notice), shingled(notice)) is None
    assert copied(shingled(""), shingled(_STORY)) is None


def test_news_of_one_form_with_other_names_and_numbers_are_none() -> None:
    one, two = (
        _RESULTS.format(name="Arholm Shipping", profit="13.5", before="11.2", sales="95", dividend="2", month="April"),
        _RESULTS.format(name="Vestby Paper", profit="40.1", before="52.7", sales="310", dividend="1", month="May"),
    )  # fmt: skip
    plain = [shingled(each) for each in (one, two)]
    share = len(np.intersect1d(plain[0].shingles, plain[1].shingles)) / min(len(each.shingles) for each in plain)
    assert share > 0.5, "most of their words are the same"
    assert copied(*plain) is None
    assert copied(plain[0], shingled(one.replace("The board of the company", "Its board"))) is not None


@given(_WORDS, _WORDS, _WORDS)
def test_it_does_not_matter_which_comes_first(one: list[str], two: list[str], common: list[str]) -> None:
    first, second = shingled(" ".join(one + common)), shingled(" ".join(common + two))
    assert copied(first, second) == copied(second, first)


@given(_WORDS, _WORDS, st.lists(st.text("abcdefgh", min_size=1, max_size=6), min_size=12, max_size=20))
def test_twelve_words_in_common_are_a_fingerprint_in_common(one: list[str], two: list[str], common: list[str]) -> None:
    first, second = (fingerprints(shingled(" ".join(each)).shingles) for each in (one + common, common + two))
    assert np.intersect1d(first, second).size


@given(_WORDS, _WORDS)
def test_passages_are_the_same_words_and_stand_there_once(one: list[str], two: list[str]) -> None:
    left, right = " ".join(one), " ".join(two)
    found = passages(shingled(left), shingled(right))
    for each in found:
        assert left[slice(*each.one)] == right[slice(*each.two)]
        assert len(left[slice(*each.one)].split()) >= SHINGLE
    assert all(before.one[1] < after.one[0] for before, after in pairwise(found))
    shared = set(map(tuple, np.lib.stride_tricks.sliding_window_view(one, SHINGLE))) & set(
        map(tuple, np.lib.stride_tricks.sliding_window_view(two, SHINGLE))
    ) if min(len(one), len(two)) >= SHINGLE else set()  # fmt: skip
    assert bool(found) == bool(shared)


def test_what_is_common_is_found_with_its_place() -> None:
    excerpt = f"{_OTHER} {_STORY[:200]}"
    (found,) = passages(shingled(_STORY), shingled(excerpt))
    assert _STORY[slice(*found.one)].startswith("The ferry between Arholm")
    assert excerpt[slice(*found.two)] == _STORY[slice(*found.one)]


@pytest.mark.parametrize("count", [0, 1, 4, 5, 6, 12, 13])
def test_short_texts_have_what_they_can_have(count: int) -> None:
    text = shingled(" ".join(map(str, range(count))))
    assert len(text.shingles) == max(0, count - SHINGLE + 1)
    assert len(fingerprints(text.shingles)) >= (count >= SHINGLE)
    assert LEAST_SHINGLES > 12
