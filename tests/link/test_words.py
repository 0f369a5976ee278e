"""Words by their stems, and the table of how few articles have them."""

from __future__ import annotations

from importlib.resources import files
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus_pkg.evaluate.background import table
from corpus_pkg.link.words import TABLE, background, stem_of, words_of


@pytest.mark.parametrize(
    ("forms", "stem"),
    [
        (("Talks", "talk", "talked", "talking"), "talk"), (("Lindholm's", "Lindholm’s", "Lindholm"), "lindholm"),
        (("gas", "was"), None), (("1,200",), "1,200"), (("Straße",), "strasse"),
    ],
)  # fmt: skip
def test_forms_of_a_word_come_together_and_short_ones_stay(forms: tuple[str, ...], stem: str | None) -> None:
    assert {stem_of(each) for each in forms} == ({stem} if stem else set(forms))


@given(st.text())
def test_each_word_stands_where_it_says(text: str) -> None:
    found = words_of(text)
    assert all(stem_of(text[each.start : each.end]) == each.stem for each in found)
    assert all(one.end <= two.start for one, two in pairwise(found))


def test_numbers_and_names_are_words() -> None:
    found = [(each.stem, each.capital) for each in words_of("The U.S. paid $1,200.50 to O’Neill’s 3rd-best friend.")]
    assert found == [("the", True), ("u", True), ("s", True), ("paid", False), ("1,200.50", False), ("to", False),
                     ("o'neill", True), ("3", False), ("rd", False), ("best", False), ("friend", False)]  # fmt: skip


def test_a_word_of_all_articles_weighs_nothing_and_one_of_none_most() -> None:
    known = background()
    assert known.rarity("the") < 0.1 < known.rarity("government") < known.rarity("zygote")
    assert known.rarity("zygote") == max(map(known.rarity, [*known.counts, "zygote"]))


def test_the_table_is_what_is_counted(shared: Path) -> None:
    assert table(shared / "gold") == (files("corpus_pkg.link") / TABLE).read_text("utf-8")
