"""The scanner of pages: tags with their places, in time linear in whatever it is given."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus_pkg.intake.html.scan import Tag, Words, scan


def _tags(page: str) -> list[tuple[str, bool]]:
    return [(each.name, each.closing) for each in scan(page) if isinstance(each, Tag)]


def test_tags_and_words_stand_where_they_are_said_to_stand() -> None:
    page = '<p CLASS="a>b">One <b>two</b> &amp; three</p>'
    for token in scan(page):
        surface = page[token.start : token.end]
        assert surface.startswith("<") == isinstance(token, Tag)
    first = next(iter(scan(page)))
    assert isinstance(first, Tag)
    assert first.attributes == {"class": "a>b"}
    assert (
        "".join(page[each.start : each.end] for each in scan(page) if isinstance(each, Words)) == "One two &amp; three"
    )


@pytest.mark.parametrize(
    ("written", "attributes"),
    [
        ("<meta name=author content=Anna>", {"name": "author", "content": "Anna"}),
        ("<meta name='a' NAME='b'/>", {"name": "a"}),
        ('<meta content="Q&amp;A" hidden>', {"content": "Q&A", "hidden": ""}),
    ],
)
def test_attributes(written: str, attributes: dict[str, str]) -> None:
    (tag,) = scan(written)
    assert isinstance(tag, Tag)
    assert tag.attributes == attributes


def test_what_is_in_scripts_and_comments_is_no_markup() -> None:
    page = "<!-- <p> --><script>if (a<b) '<p>'</script><?php <p> ?><!doctype html><p>x</p>"
    assert _tags(page) == [("script", False), ("p", False), ("p", True)]
    (script, *_) = scan(page)
    assert isinstance(script, Tag)
    assert script.content == "if (a<b) '<p>'"


def test_what_is_not_closed_ends_with_the_page() -> None:
    assert _tags("<p>a<!-- b") == [("p", False)]
    assert _tags("<p>a<script>b") == [("p", False), ("script", False)]
    assert _tags("<p>a<b") == [("p", False)]


@given(st.text(alphabet="<>!-/abp \"'=s", max_size=80))
def test_every_character_is_passed_once(page: str) -> None:
    position = 0
    for token in scan(page):
        assert token.start >= position
        assert token.end > token.start
        position = token.end
    assert position <= len(page)


@pytest.mark.parametrize("piece", ['<a "', "<a '", "<", "<!--", "<script>", "</", "<a b=", "<p>", "<?", '<a b="c" '])
def test_pages_made_to_be_slow_are_not(piece: str) -> None:
    small, large = (piece * (count // len(piece)) for count in (100_000, 800_000))
    costs = []
    for page in (small, large):
        before = time.process_time()
        assert sum(1 for _ in scan(page)) >= 0
        costs.append(time.process_time() - before)
    # Eight times the length at a quadratic cost would be 64 times the time.
    assert costs[1] < 30 * max(costs[0], 0.05)
