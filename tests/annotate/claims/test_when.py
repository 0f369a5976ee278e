"""Which expressions of time hold no claim."""

from __future__ import annotations

import datetime as dt

import pytest

from corpus_pkg.annotate.claims import times_without_claims
from corpus_pkg.annotate.dates import find_dates


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("They were trapped for three hours after the lift stopped.", []),
        ("It lasted 12 days before the thaw.", []),
        ("The siege took nine days.", []),
        ("Three hours after the lift stopped, it rained.", ["Three hours"]),
        ("It rained over the past three days.", ["the past three days"]),
        ("They will decide within 48 hours.", ["48 hours"]),
        ("Yields are near a five-year high.", ["five-year"]),
        ("She met him three years ago.", ["three years ago"]),
        ("The boat is five years old.", []),
        ("It opened on 13 February 2025.", ["13 February 2025"]),
    ],
)
def test_what_says_when_holds_no_claim_and_what_says_how_long_does(text: str, held: list[str]) -> None:
    dates = find_dates(text, dt.date(2025, 2, 13))
    assert [text[start:end] for start, end in times_without_claims(text, dates)] == held
