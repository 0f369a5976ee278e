"""The two modes: the same kinds of record, and what a parse adds."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests_support import TODAY

from corpus_pkg.annotate.article import annotate
from corpus_pkg.annotate.entities.finder import EntityFinder
from corpus_pkg.annotate.entities.recognizer import NoRecognizer
from corpus_pkg.annotate.models import Models, open_models
from corpus_pkg.annotate.parsing import open_parser
from corpus_pkg.intake.forms.text import plain_article
from corpus_pkg.intake.raw import Given, RawArticle
from corpus_pkg.model import Article

TEXT = """Exports fell by nearly 5% to €3.1bn, the harbour office said on Thursday.

The bridge is 40 metres long. Ministers approved a $40 million tunnel that will be 1.2 kilometres long.

The town won the final 3-1 after 12 days of rain.
"""


def _read(models: Models) -> Article:
    raw = plain_article(TEXT.encode(), "a.txt", Given())
    assert isinstance(raw, RawArticle)
    (done,) = annotate([raw], models, TODAY)
    assert done.article is not None
    return done.article


@pytest.fixture(scope="module")
def both() -> tuple[Article, Article]:
    fast = Models(EntityFinder(NoRecognizer()))
    return _read(fast), _read(replace(fast, parser=open_parser()))


def test_both_give_the_same_records_but_for_what_only_a_parse_tells(both: tuple[Article, Article]) -> None:
    fast, full = both
    parsed = {"measured", "unit", "unit_text", "rule", "confidence", "end", "text"}
    for one, two in zip(fast.claims, full.claims, strict=True):
        same = [name for name in one.__slots__ if name not in parsed]
        assert [getattr(one, name) for name in same] == [getattr(two, name) for name in same]
    assert (fast.quotes, fast.entities, fast.dates) == (full.quotes, full.entities, full.dates)


def test_what_a_parse_tells(both: tuple[Article, Article]) -> None:
    fast, full = ([each.measured for each in article.claims] for article in both)
    assert full == ["Exports", "Exports", "bridge", "tunnel", "tunnel", "rain"]
    assert fast != full


def test_the_mode_and_its_models_are_recorded(both: tuple[Article, Article]) -> None:
    fast, full = both
    assert (fast.annotator.mode, fast.annotator.models) == ("fast", [])
    assert full.annotator.mode == "full"
    assert [each.verified for each in full.annotator.models] == [True]


def test_one_model_that_names_and_parses_is_recorded_once() -> None:
    assert len(open_models().uses) == 1


def test_scores_are_claims_where_they_are_asked_for() -> None:
    article = _read(Models(EntityFinder(NoRecognizer()), scores=True))
    assert [(each.text, each.low, each.high) for each in article.claims if each.kind == "score"] == [("3-1", 1, 3)]


def test_the_fields_of_a_claim_are_kept_apart(both: tuple[Article, Article]) -> None:
    share, sum_of_money = both[1].claims[:2]
    assert (share.value, share.modifier, share.change, share.change_kind) == (5, "nearly", "down", "by")
    assert (sum_of_money.value, sum_of_money.unit, sum_of_money.change_kind) == (3.1e9, "EUR", "to")
    assert [each.asserter and each.asserter.text for each in (share, sum_of_money)] == ["the harbour office"] * 2
