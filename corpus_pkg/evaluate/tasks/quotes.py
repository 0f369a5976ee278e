"""Quotations: paragraphs, quotation marks, sentences, attribution; without names."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from corpus_pkg.annotate.quotes.extract import find_quotes
from corpus_pkg.evaluate.gold.conventions import in_terms_of, opening_marks
from corpus_pkg.evaluate.gold.quotes import Mention, Reported, ReportedType, read_quotes
from corpus_pkg.evaluate.outcome import Outcome, Tools
from corpus_pkg.evaluate.score.cases import all_right
from corpus_pkg.evaluate.score.indirect import IndirectScore
from corpus_pkg.evaluate.score.quotations import QuotationScore
from corpus_pkg.evaluate.score.reliability import reliability
from corpus_pkg.evaluate.stopwatch import Stopwatch, count_words
from corpus_pkg.evaluate.tasks.structure import ANY_ARTICLE, structure
from corpus_pkg.model.annotations import Quote
from corpus_pkg.model.vocabulary import QuoteKind

System: TypeAlias = Callable[[str], list[Reported]]
"""Finds the reported speech of a text: ours, or a peer's."""

_UNKNOWN = "{} quoted stretches stand between marks that the set does not annotate; compared as indirect speech"
_TYPES: dict[QuoteKind, ReportedType] = {"direct": "direct", "partial": "mixed", "indirect": "indirect"}


def find_reported(text: str) -> list[Reported]:
    """What the pipeline finds; gold has no quotations inside quotations, so they are left out."""
    parts = structure(text)
    found = find_quotes(ANY_ARTICLE, text, parts.paragraphs, parts.sentences, parts.stretches, [])
    return [_reported(text, each) for each in found.quotes if each.nested_in is None or each.kind == "indirect"]


def _reported(text: str, quote: Quote) -> Reported:
    stretch = (quote.start, quote.end)
    speaker = quote.speaker
    return Reported(
        type=_TYPES[quote.kind], content=(stretch,), quoted=() if quote.kind == "indirect" else (stretch,),
        speaker=Mention(text[speaker.start : speaker.end], ((speaker.start, speaker.end),)) if speaker else None,
        cue=quote.cue.text if quote.cue else None, confidence=quote.confidence, utterance=quote.group,
    )  # fmt: skip


def measure_system(path: Path, system: System) -> Outcome:
    """Runs a system on a set of quotations.

    Args:
        path: the set.
        system: finds the reported speech of a text.

    Raises:
        UsageError: the set is not in its form.
    """
    documents = read_quotes(path)
    watch, quoted, indirect, right, unknown = Stopwatch(), QuotationScore(), IndirectScore(), 0, 0
    marks = opening_marks(documents)
    for document in documents:
        with watch:
            whole = system(document.text)
        found, others = in_terms_of(marks, document.text, whole)
        unknown += others
        quoted.add(document, found)
        indirect.add(document, found)
        right += all_right(document, found)
    judged = [*quoted.judged, *indirect.judged]
    return Outcome(
        figures={**quoted.figures(), **indirect.figures(), "cases_right": right},
        words=count_words([each.text for each in documents]), seconds=watch.seconds,
        mistakes=[*quoted.mistakes, *indirect.mistakes], reliability=reliability(judged) if judged else None,
        notes=[_UNKNOWN.format(unknown)] if unknown else [],
    )  # fmt: skip


def measure(path: Path, _tools: Tools) -> Outcome:
    """Runs the pipeline on a set of quotations."""
    return measure_system(path, find_reported)
