"""What pages state of their articles."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus_pkg.intake.html.statements import page_statements


def _stated(page: str) -> list[tuple[str, str, str]]:
    return [(each.field, each.where, each.value) for each in page_statements(page)]


def _linked(value: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


_ARTICLE = {
    "@type": "NewsArticle", "headline": "Ferry sails &amp; returns", "datePublished": "2025-03-04T10:00:00+02:00",
    "dateModified": "2025-03-05", "author": [{"@type": "Person", "name": "Anna Moor"}, "Jon Reed"],
    "publisher": {"name": "The Quay Post"}, "inLanguage": "en-GB", "license": "https://example.org/licence",
}  # fmt: skip


@pytest.mark.parametrize(
    "wrapped", [_ARTICLE, [_ARTICLE], {"@graph": [{"@type": "WebPage"}, _ARTICLE]}, {"x": {"y": _ARTICLE}}]
)
def test_json_ld_is_read_wherever_the_article_lies_in_it(wrapped: object) -> None:
    assert _stated(_linked(wrapped)) == [
        ("title", "json-ld headline", "Ferry sails & returns"),
        ("date", "json-ld datePublished", "2025-03-04T10:00:00+02:00"),
        ("modified", "json-ld dateModified", "2025-03-05"),
        ("language", "json-ld inLanguage", "en-GB"),
        ("rights", "json-ld license", "https://example.org/licence"),
        ("authors", "json-ld author", "Anna Moor"),
        ("authors", "json-ld author", "Jon Reed"),
        ("source", "json-ld publisher", "The Quay Post"),
    ]


def test_teasers_beside_the_article_are_not_the_article() -> None:
    teaser = {"@type": "NewsArticle", "headline": "Another story"}
    assert ("title", "json-ld headline", "Ferry sails & returns") in _stated(_linked([teaser, _ARTICLE]))
    assert all(value != "Another story" for _, _, value in _stated(_linked([teaser, _ARTICLE])))
    assert _stated(_linked({"@type": "WebSite", "name": "The Quay Post", "datePublished": "2020-01-01"})) == []


@pytest.mark.parametrize(
    "content", ["{", "", "[" * 5000, "null", '{"@type": 3}', '{"@type": "NewsArticle", "author": {"name": {}}}']
)
def test_damaged_json_ld_states_nothing(content: str) -> None:
    assert _stated(f'<script type="application/ld+json">{content}</script>') == []


@pytest.mark.parametrize("name", ["article:published_time", "Article.Published.Time", "article:published:time"])
@pytest.mark.parametrize("key", ["property", "name", "itemprop"])
def test_meta_in_its_spellings(key: str, name: str) -> None:
    assert _stated(f'<meta {key}="{name}" content=" 2025-03-04 ">') == [("date", f"meta {name}", "2025-03-04")]


def test_the_rest_of_the_markup() -> None:
    page = (
        '<html lang="en-GB"><head><title>Ferry sails | The Quay Post</title>'
        '<link rel="canonical" href="https://example.org/ferry"></head><body><h1>Ferry <i>sails</i></h1>'
        '<a rel="author" href="/moor">Anna Moor</a><time datetime="2025-03-04">4 March</time>'
        '<time itemprop="datePublished" datetime="2025-03-04T08:00Z">today</time>'
    )
    assert _stated(page) == [
        ("language", "html lang", "en-GB"),
        ("title", "title", "Ferry sails | The Quay Post"),
        ("url", "link canonical", "https://example.org/ferry"),
        ("title", "h1", "Ferry sails"),
        ("authors", "a rel=author", "Anna Moor"),
        ("date", "time", "2025-03-04"),
        ("date", "time datePublished", "2025-03-04T08:00Z"),
    ]


def test_authors_linked_far_below_are_of_other_stories() -> None:
    page = '<a rel="author">Anna Moor</a>' + "<p>x</p>" * 300 + '<a rel="author">Jon Reed</a>'
    assert _stated(page) == [("authors", "a rel=author", "Anna Moor")]


@given(st.text(max_size=200))
def test_whatever_stands_in_a_page_is_read_to_its_end(text: str) -> None:
    for page in (text, f'<script type="application/ld+json">{text}</script>', f"<meta name={text}><h1>{text}"):
        for each in page_statements(page):
            assert each.value == " ".join(each.value.split()) != ""
            assert each.start is None or 0 <= each.start < len(page)
