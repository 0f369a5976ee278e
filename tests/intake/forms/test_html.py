"""Pages: their body with its places, what they state, and why some are no articles."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from intake_support import TODAY, articles, codes, findings, read_bytes, read_path

from corpus_pkg.annotate.article import annotate
from corpus_pkg.annotate.entities.finder import EntityFinder
from corpus_pkg.annotate.entities.recognizer import NoRecognizer
from corpus_pkg.annotate.models import Models
from corpus_pkg.intake.raw import RawArticle
from corpus_pkg.model.article import Article

pytest.importorskip("trafilatura", reason="the extra `html` is not installed")

_REFRAIN = "“We sail when the river lets us,” the owners repeated to whoever asked them on the quay."
_PARAGRAPHS = (
    "The ferry between the two towns stayed in port on Monday after the river had fallen below its lowest mark.",
    _REFRAIN,
    "About 300 passengers waited in the hall, and were brought tea by the keeper of the station and her sister.",
    _REFRAIN,
    "It left a day later, when rain in the hills had raised the water by half a metre, and arrived before noon.",
)
_HEAD = (
    '<meta property="og:title" content="Ferry stays in port | The Quay Post">'
    '<meta property="og:site_name" content="The Quay Post">'
    '<meta property="article:published_time" content="2025-03-04T23:30:00+02:00">'
    '<meta name="author" content="By Anna Moor and Jon Reed">'
    '<link rel="canonical" href="https://www.example.org/2025/03/04/ferry">'
)


def _page(paragraphs: tuple[str, ...] = _PARAGRAPHS, head: str = _HEAD) -> str:
    body = "".join(f"<p>{each}</p>" for each in paragraphs)
    return (
        f'<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8">{head}</head><body>'
        '<nav><a href="/">Home</a><a href="/sport">Sport</a></nav>'
        f"<article><h1>Ferry stays in port</h1>{body}</article><footer><p>© The Quay Post</p></footer></body></html>"
    )


def _read(page: str | bytes, name: str = "ferry.html") -> RawArticle:
    (article,) = articles(read_bytes(page.encode("utf-8") if isinstance(page, str) else page, name))
    return article


def _annotated(raw: RawArticle) -> Article:
    (done,) = annotate([raw], Models(EntityFinder(NoRecognizer())), TODAY)
    assert done.article is not None
    return done.article


def test_the_body_of_a_page_with_its_places() -> None:
    page = _page()
    raw = _read(page)
    assert raw.media_type == "text/html"
    assert raw.extraction is not None
    assert raw.extraction.extractor == "trafilatura"
    assert 0.7 < raw.extraction.share <= 1
    for each in raw.extraction.alignment:
        surface = raw.characters[each.start : each.end]
        assert each.page_start is not None
        assert page[each.page_start : each.page_end] == surface


def test_paragraphs_that_stand_twice_are_kept_twice() -> None:
    raw = _read(_page())
    assert raw.characters.count(_REFRAIN) == 2
    assert [each for each in raw.characters.split("\n\n") if each in _PARAGRAPHS] == list(_PARAGRAPHS)


def test_what_a_page_states_becomes_metadata_with_its_evidence() -> None:
    article = _annotated(_read(_page()))
    assert (article.title, article.source, article.source_provenance) == (
        "Ferry stays in port",
        "The Quay Post",
        "markup",
    )
    assert article.authors == ["Anna Moor", "Jon Reed"]
    assert (article.language, article.url) == ("en-GB", "https://www.example.org/2025/03/04/ferry")
    assert (article.date, article.date_provenance, article.date_agreement) == (dt.date(2025, 3, 4), "markup", 2)
    assert article.published_at == dt.datetime(2025, 3, 4, 21, 30, tzinfo=dt.UTC)
    assert [(each.provenance, each.where, each.verdict) for each in article.date_proposals] == [
        ("markup", "meta article:published_time", "taken"),
        ("url", None, "agrees"),
    ]
    assert article.text.startswith("The ferry between")
    assert article.extraction is not None


def test_a_sidecar_comes_before_the_markup(tmp_path: Path) -> None:
    (tmp_path / "ferry.html").write_text(_page(), "utf-8")
    (tmp_path / "ferry.meta.toml").write_text('title = "Ferry delayed"\nauthors = ["A. Keeper"]\ndate = 2025-03-05\n')
    (raw,) = articles(read_path(tmp_path / "ferry.html"))
    article = _annotated(raw)
    assert (article.title, article.authors, article.date) == ("Ferry delayed", ["A. Keeper"], dt.date(2025, 3, 5))


@pytest.mark.parametrize("name", ["ferry.html", "ferry.txt", "ferry"])
def test_a_page_is_a_page_under_any_name(name: str) -> None:
    found = read_bytes(_page().encode(), name)
    assert articles(found)[0].media_type == "text/html"
    assert ("F027" in codes(found)) == (name == "ferry.txt")


def test_text_that_is_called_a_page_is_text() -> None:
    found = read_bytes(b"The ferry stayed in port on Monday, its owners said.", "ferry.html")
    assert codes(found) == ["F027"]
    assert articles(found)[0].media_type == "text/plain"


@pytest.mark.parametrize(
    ("page", "code", "why"),
    [
        ('<html><body><div id="root"></div><script>start()</script></body></html>', "F070", "scripts"),
        (
            "<html><body><h1>We value your privacy</h1><p>Accept all cookies?</p><button>Yes</button></body></html>",
            "F070",
            "consent",
        ),
        ("<html><body><p>Page not found</p></body></html>", "F070", "not there"),
        ("<!doctype html>", "F070", "no tags"),
        ("<html><body><p>Home Sport Weather</p></body></html>", "F070", "no prose"),
        ("<html><body>" + "<div>" * 3000 + "x" + "</div>" * 3000, "F071", "3,002"),
        ("<html><body>" + "<b></b>" * 200_000, "F071", "400,002"),
    ],
)
def test_pages_that_are_no_articles_say_why(page: str, code: str, why: str) -> None:
    (finding,) = findings(read_bytes(page.encode(), "page.html"))
    assert finding.rule.code == code
    assert why in finding.message


def test_a_page_of_twenty_megabytes_is_read_and_a_larger_one_refused() -> None:
    large = _page().replace("</head>", f"<script>{'x = 1;' * 3_400_000}</script></head>")
    assert len(large) > 20_000_000
    assert _REFRAIN in _read(large).characters
    assert codes(read_bytes(large.encode() * 2, "page.html")) == ["F013"]


def test_lost_bytes_are_told() -> None:
    raw = _page().encode().replace("©".encode(), b"\xa9")
    found = read_bytes(raw, "page.html")
    assert codes(found) == ["F072"]
    assert codes(read_bytes(_page().encode(), "page.html")) in ([], ["F073"])


def test_without_the_extra_a_page_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    (finding,) = findings(read_bytes(_page().encode(), "page.html"))
    assert finding.rule.code == "F037"
    assert "html" in finding.message


@given(st.text(alphabet="<>p/ab \"'=&;!-", max_size=120))
def test_any_page_is_an_article_or_says_why_not(text: str) -> None:
    assert read_bytes(f"<html>{text}".encode(), "page.html")
