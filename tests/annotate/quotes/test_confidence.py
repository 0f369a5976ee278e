"""Every rule that may attribute a record has a confidence."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from corpus_pkg.annotate.quotes import confidence as module
from corpus_pkg.annotate.quotes.confidence import confidence

SOURCES = Path(module.__file__).parent
# Rules that are renamed on the way: what a carried quotation is carried from.
INNER = {"report", "label"}
CARRIED = {"carried-report", "carried-label"}


def test_every_rule_of_the_code_has_a_figure_and_every_figure_a_rule() -> None:
    named = set()
    for path in SOURCES.glob("*.py"):
        if path.stem != "confidence":
            text = path.read_text("utf-8")
            named |= set(re.findall(r'"((?:indirect|behind|before|inside|carried)-[a-z-]*[a-z])"', text))
            named |= set(re.findall(r'rule="([a-z-]+)"', text))
    named = (named | CARRIED) - INNER
    known = set(module._RULES)  # noqa: SLF001  the table is what is tested
    assert named <= known
    plain = {"closing", "inside", "turn", "split", "parallel", "subject", "unattributed", "unclosed", "according-to",
             "continued", "alternating", "before-colon", "before-comma"}  # fmt: skip
    assert known - named <= plain


def test_a_missing_mark_makes_less_sure() -> None:
    assert confidence("behind-plain", 6, sure=False) < confidence("behind-plain", 6)
    assert all(0 <= value <= 1 for pair in module._RULES.values() for value in pair)  # noqa: SLF001


def test_an_unknown_rule_is_refused() -> None:
    with pytest.raises(KeyError):
        confidence("guess", 3)
