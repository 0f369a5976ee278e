"""A whole article: every span is its surface, and the text leads back to the raw bytes."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests_support import SUMMIT, TODAY

from corpus_pkg.annotate.article import annotate
from corpus_pkg.annotate.entities.finder import EntityFinder
from corpus_pkg.annotate.entities.recognizer import NoRecognizer
from corpus_pkg.annotate.models import Models
from corpus_pkg.findings import Severity
from corpus_pkg.intake.forms.text import plain_article
from corpus_pkg.intake.raw import Given, RawArticle
from corpus_pkg.model import Article
from corpus_pkg.model.rows import to_row
from corpus_pkg.text.edits import restore
from corpus_pkg.validate.columns.row import corrected_findings


def test_the_text_leads_back_to_the_raw_bytes_with_all_that_stood_around(read: Callable[..., Article]) -> None:
    article = read(SUMMIT.replace("\n", "\r\n"))
    raw = restore(article.text, article.edits)
    assert raw == SUMMIT.replace("\n", "\r\n")
    assert hashlib.sha256(raw.encode()).hexdigest() == article.raw_sha256
    assert [(each.role, each.text) for each in article.regions] == [
        ("dateline", "MOMBASA, March 4, 2025 (Reuters) -"),
        ("tail", "(Reporting by Rosa Winter; Editing by Karl Berg)"),
    ]
    assert all(raw[each.raw_start : each.raw_end] == each.text for each in article.regions)


def test_what_a_claim_says_and_who_says_it(read: Callable[..., Article]) -> None:
    article = read(
        "France opened talks. France said 40% of the ships had left. “We lost 12 tonnes,” said France’s envoy."
    )
    percent, tonnes = article.claims
    reported, quote = article.quotes
    names = {each.id: each.name for each in article.entities}
    assert (percent.text, percent.value, percent.unit, percent.of) == ("40%", 40, "percent", "the ships")
    assert names[percent.asserted_by or ""] == "France"
    assert (percent.quote_id, reported.text) == (reported.id, "40% of the ships had left")
    assert (tonnes.quote_id, tonnes.unit, tonnes.kind) == (quote.id, "tonne", "measure")
    assert article.text[percent.sentence.start : percent.sentence.end] == "France said 40% of the ships had left."


def test_an_age_is_a_claim_and_no_date_takes_it(read: Callable[..., Article]) -> None:
    article = read("The boat is five years old. The cook, 61 years of age, left in three weeks.")
    assert [(each.kind, each.value) for each in article.claims] == [("age", 5), ("age", 61), ("measure", 3)]


@pytest.mark.parametrize(
    ("sentence", "as_of"), [("Output was 40 tonnes in 2024.", "2024"), ("On Monday 40 tonnes left.", None)]
)
def test_when_a_claim_holds(read: Callable[..., Article], sentence: str, as_of: str | None) -> None:
    (claim,) = read(sentence).claims
    assert claim.as_of == as_of


@given(st.text("abcdeABC .,\n“”‘’'\"()-—%$0123456789:éÃ©\u00a0\u00ad\r", max_size=200))
@example("Ã—\r00")
@settings(max_examples=200)
def test_any_article_is_sound(text: str) -> None:
    raw = plain_article(text.encode(), "a.txt", Given())
    if not isinstance(raw, RawArticle):
        return
    (done,) = annotate([raw], Models(EntityFinder(NoRecognizer())), TODAY)
    if done.article is None:
        assert [each.rule.code for each in done.findings] == ["F014"]
        return
    found = corrected_findings(to_row(done.article))
    assert [each for each in found if each.severity is Severity.ERROR] == []
