"""Quantities: sentences, expressions of time and numeric claims, in the order in which an article's are read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from corpus_pkg.annotate.claims import ClaimSpan, find_claims, refine, times_without_claims, wants_parse
from corpus_pkg.annotate.dates import find_dates
from corpus_pkg.annotate.parsing import SentenceParser
from corpus_pkg.evaluate.gold.quantities import Quantity, read_quantities
from corpus_pkg.evaluate.outcome import Outcome, Tools
from corpus_pkg.evaluate.score.quantities import QuantityScore
from corpus_pkg.evaluate.stopwatch import Stopwatch, count_words
from corpus_pkg.evaluate.tasks.claim_names import as_quantities
from corpus_pkg.evaluate.tasks.structure import structure

System = Callable[[str], list[Quantity]]
"""What finds the quantities of a text."""


def find_quantities(text: str, parser: SentenceParser | None = None) -> list[Quantity]:
    """The numeric claims of a text as quantities.

    Args:
        text: the text.
        parser: parses sentences; None in the fast mode.
    """
    taken = times_without_claims(text, find_dates(text, None))
    spans = find_claims(text, structure(text).sentences, taken)
    if parser is not None:
        spans = refine_all(text, spans, parser)
    return as_quantities(spans)


def find_refined(texts: Sequence[str], parser: SentenceParser) -> None:
    """Finds the claims of texts in the full mode, parsed together as the articles of a batch are."""
    found = [(text, find_claims(text, structure(text).sentences, times_without_claims(text, find_dates(text, None))))
             for text in texts]  # fmt: skip
    wanted = [text[each.sentence_start : each.sentence_end] for text, spans in found for each in spans
              if wants_parse(each)]  # fmt: skip
    parser.parse(wanted)
    for text, spans in found:
        refine_all(text, spans, parser)


def refine_all(text: str, spans: Sequence[ClaimSpan], parser: SentenceParser) -> list[ClaimSpan]:
    """The claims of a text, read anew with the parses of those sentences in which it pays."""
    trees = parser.parse([text[each.sentence_start : each.sentence_end] for each in spans if wants_parse(each)])
    parsed = [(each, trees.get(text[each.sentence_start : each.sentence_end])) for each in spans]
    return [refine(each, tree) if tree is not None else each for each, tree in parsed]


def measure_system(path: Path, system: System) -> Outcome:
    """Runs a system on a set of quantities.

    Args:
        path: the set.
        system: what finds the quantities of a text.

    Raises:
        UsageError: the set is not in its form.
    """
    documents = read_quantities(path)
    watch, score = Stopwatch(), QuantityScore()
    for document in documents:
        with watch:
            found = system(document.text)
        score.add(document, found)
    return Outcome(score.figures(), count_words([each.text for each in documents]), watch.seconds, score.mistakes)


def measure(path: Path, tools: Tools) -> Outcome:
    """Runs the pipeline on a set of quantities.

    Raises:
        UsageError: the set is not in its form.
    """
    parser = tools.parser() if tools.parser else None
    return measure_system(path, lambda text: find_quantities(text, parser))
