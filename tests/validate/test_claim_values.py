"""Value, ends and bound of a claim say one thing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from corpus_pkg.findings import Place
from corpus_pkg.model import Article
from corpus_pkg.validate.article_records import record_findings


@pytest.mark.parametrize(
    ("values", "modifier", "sound"),
    [
        ((5.0, None, None), "equal", True),
        ((None, 4.0, 6.0), "range", True),
        ((None, 4.0, 6.0), "about", True),
        ((5.0, 4.0, 6.0), "range", True),
        ((7.0, 4.0, 6.0), "range", False),
        ((None, 6.0, 4.0), "range", False),
        ((None, 4.0, None), "range", False),
        ((5.0, None, None), "range", False),
        ((None, None, None), "equal", False),
    ],
)
def test_the_parts_of_a_number_agree(
    read: Callable[..., Article], values: tuple[float, float, float], modifier: str, *, sound: bool
) -> None:
    article = read("The rate was 5 percent.")
    value, low, high = values
    claim = replace(article.claims[0], value=value, low=low, high=high, modifier=modifier)  # type: ignore[arg-type]
    found = [each.rule.code for each in record_findings(replace(article, claims=[claim]), Place(file="a"))]
    assert found == ([] if sound else ["C004"])
