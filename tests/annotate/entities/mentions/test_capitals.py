"""Lines in capitals, written as the other lines are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus_pkg.annotate.entities.mentions.capitals import in_capitals, recase

BODY = "\n\nAnna Lindholm said on Monday that NATO would leave Castleton. She spoke for USDairy in New Zealand."


@pytest.mark.parametrize(
    ("headline", "written"),
    [
        ("LINDHOLM SAYS NATO TO LEAVE CASTLETON", "Lindholm says NATO to leave Castleton"),
        ("LINDHOLM'S PLAN FOR NEW ZEALAND", "Lindholm's plan for New Zealand"),
        ("USDAIRY PROFIT RISES IN 4TH QTR", "USDairy profit rises in 4TH qtr"),
        ("U.S. WANTS TALKS WITH OKORO", "U.S. wants talks with Okoro"),
        ("HARROW <HRW> ACCEPTS BID", "Harrow <HRW> accepts bid"),
        ("EU AND IMF AGREE ON KENYA", "EU and IMF agree on Kenya"),
    ],
)
def test_a_headline_takes_the_forms_of_the_text(headline: str, written: str) -> None:
    assert recase(headline + BODY) == written + BODY


def test_a_text_without_lines_in_capitals_stays() -> None:
    text = "The IMF and the WHO met in Nairobi.\n\nIBM"
    assert recase(text) == text


def test_a_line_with_small_words_is_prose() -> None:
    assert not in_capitals("IBM AND HP and others met")
    assert in_capitals("IBM AND HP MET IN NAIROBI")
    assert not in_capitals("IBM")


def test_the_place_where_copy_was_filed_is_written_as_a_place() -> None:
    assert recase("AL-AIN, March 4 (Agency) - It rained.").startswith("Al-Ain, March 4")


@given(st.text("AEIOUßİſ abc.'’\nN", max_size=80))
def test_a_text_keeps_its_length(text: str) -> None:
    assert len(recase(text)) == len(text)
