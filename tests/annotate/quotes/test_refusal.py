"""What stands in quotation marks and is no quotation is kept, with the reason."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from corpus_pkg.annotate.quotes.extract import Quotations

Find = Callable[[str], Quotations]


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("Her novel “The Long Winter” sold well.", "The Long Winter", "title"),
        ("He spoke on Nordwire’s “Morning Watch.”", "Morning Watch.", "title"),
        ("The so-called “smart” meter stopped.", "smart", "name"),
        ("The word “truce” is absent.", "truce", "name"),
        ("It is a “target area,” which is defined as poor.", "target area,", "name"),
        ("“We lost,” said Peter “Shorty” Okoro.", "Shorty", "nickname"),
        ("The “smart” meter stopped.", "smart", "scare"),
        ("“(Applause.)”\n\nThe hall rose.", "(Applause.)", "aside"),
    ],
)
def test_the_reason(find: Find, text: str, words: str, kind: str) -> None:
    assert [(each.text, each.kind) for each in find(text).scare] == [(words, kind)]
    assert all(each.text != words for each in find(text).quotes)


@pytest.mark.parametrize(
    "text",
    [
        "Okoro called her “Lady Harbour” on Monday.",
        "Okoro cited his references to her as “Lady Harbour”.",
        "Okoro used the phrase “great ice” twice.",
        "Okoro called it “reckless”.",
        "The crowd chanted “Go Home” for an hour.",
    ],
)
def test_a_name_that_somebody_gives_is_quoted(find: Find, text: str) -> None:
    assert find(text).scare == []
    assert len(find(text).quotes) == 1
