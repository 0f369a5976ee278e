"""Our records in the terms of a set that annotates some marks only."""

from __future__ import annotations

from gold_support import at

from corpus_pkg.evaluate.gold.conventions import in_terms_of, opening_marks
from corpus_pkg.evaluate.gold.quotes import QuotedText, Reported, ReportedType

TEXT = "“One,” he said. ''Two,'' he said, ''and three.'' He said four."


def _said(words: str, kind: ReportedType = "direct", utterance: str | None = None) -> Reported:
    stretch = at(TEXT, words)
    return Reported(kind, (stretch,), () if kind == "indirect" else (stretch,), None, None, utterance=utterance)


def test_the_marks_of_a_set_are_those_that_open_its_stretches() -> None:
    assert opening_marks([QuotedText("a", TEXT, [_said("One,")])]) == {"“"}
    assert opening_marks([QuotedText("a", TEXT, [_said("One,"), _said("Two,")])]) == {"“", "''"}
    assert opening_marks([QuotedText("a", TEXT, [_said("“One,”")])]) == {"“"}


def test_what_stands_between_other_marks_is_one_indirect_attribution() -> None:
    found = [_said("One,"), _said("Two,", utterance="u"), _said("and three.", utterance="u"), _said("four", "indirect")]
    kept, others = in_terms_of(frozenset("“"), TEXT, found)
    assert [(each.type, len(each.content), len(each.quoted)) for each in kept] == [
        ("direct", 1, 1),
        ("indirect", 2, 0),
        ("indirect", 1, 0),
    ]
    assert others == 2
    assert in_terms_of(frozenset({"“", "''"}), TEXT, found) == (found, 0)


def test_a_turn_without_marks_stays_direct() -> None:
    (kept,), _ = in_terms_of(frozenset("“"), TEXT, [_said("four")])
    assert (kept.type, kept.quoted) == ("direct", ())
