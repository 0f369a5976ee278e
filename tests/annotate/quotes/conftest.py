"""The reading of a text without a recogniser, names from the gazetteer alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from corpus_pkg.annotate.quotes.extract import Quotations, find_quotes
from corpus_pkg.text.paragraphs import paragraphs
from corpus_pkg.text.quotation_marks import quoted_stretches
from corpus_pkg.text.sentences import sentences


@pytest.fixture(scope="session")
def find() -> Callable[[str], Quotations]:
    """The quotations of a text that has no entities."""

    def quotations(text: str) -> Quotations:
        blocks = paragraphs(text)
        stretches = quoted_stretches(text, blocks)
        return find_quotes("a" * 17, text, blocks, sentences(text, blocks, stretches), stretches, [])

    return quotations
