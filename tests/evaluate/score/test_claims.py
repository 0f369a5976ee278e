"""Claims by all their fields: found, and each field only where one of two readings states it."""

from __future__ import annotations

from dataclasses import replace

from gold_support import at

from corpus_pkg.evaluate.gold.claims import ClaimedText, StatedClaim
from corpus_pkg.evaluate.score.claims import ClaimScore, noun, plain

TEXT = "The ministry said more than 80% of the voters in Tromburg agreed, up from 70%."
SHARE = StatedClaim(
    stretch=at(TEXT, "more than 80%"), number=at(TEXT, "80"), values=(80, None, None), unit="percent",
    modifier="more_than", change="up", change_kind="to", measured=None, of="the voters in Tromburg", per=None,
    asserted_by="The ministry",
)  # fmt: skip


def _figures(*found: StatedClaim) -> dict[str, object]:
    score = ClaimScore()
    score.add(ClaimedText("one", TEXT, None, [SHARE]), list(found))
    score.add(ClaimedText("two", "On page 3.", None, []), [])
    return dict(score.figures())


def test_a_perfect_answer_scores_a_hundred_and_what_nobody_states_nothing() -> None:
    assert {name: value for name, value in _figures(SHARE).items() if value != 100} == {
        "measured_f1": None,
        "per_f1": None,
    }


def test_each_field_is_counted_for_itself() -> None:
    other = replace(
        SHARE, stretch=at(TEXT, "80%"), modifier="equal", change="none", of="voters", asserted_by="ministry"
    )
    figures = _figures(other)
    assert figures["claim_f1"] == figures["unit_f1"] == figures["asserted_by_f1"] == 100
    assert figures["phrase_f1"] == figures["bound_f1"] == figures["change_f1"] == figures["of_f1"] == 0


def test_another_value_is_another_claim() -> None:
    assert _figures(replace(SHARE, values=(8, None, None)))["claim_f1"] == 0


def test_what_is_found_where_gold_has_nothing_is_heard() -> None:
    score = ClaimScore()
    score.add(ClaimedText("two", TEXT, None, []), [SHARE])
    assert score.figures()["negatives_silent"] == 0
    assert [each.kind for each in score.mistakes] == ["spurious"]


def test_phrases_are_compared_without_articles_and_places() -> None:
    assert plain("The “main” rate") == "“main” rate"
    assert noun("Burglaries in the county") == "burglaries"
    assert noun("the share of flats without heating") == "share of flats"
