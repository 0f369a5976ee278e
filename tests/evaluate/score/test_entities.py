"""Named entities: strict, but for articles and possessives."""

from __future__ import annotations

import pytest
from gold_support import at

from corpus_pkg.evaluate.gold.names import Name, NamedText
from corpus_pkg.evaluate.score.entities import EntityScore, bare

TEXT = "The Harbour Board’s envoy Anna Lindholm left Lagos on the Meridian."


def _name(words: str, label: str, *, optional: bool = False) -> Name:
    return Name(at(TEXT, words), label, optional=optional)


def _figures(gold: list[Name], found: list[Name]) -> EntityScore:
    score = EntityScore()
    score.add(NamedText("one", TEXT, gold), found)
    return score


@pytest.mark.parametrize(
    ("words", "rest"),
    [("The Harbour Board’s", "Harbour Board"), ("Lagos", "Lagos"), ("The", "The"), ("the Meridian", "Meridian")],
)
def test_articles_and_possessives_do_not_count(words: str, rest: str) -> None:
    start, end = bare(TEXT, at(TEXT, words))
    assert TEXT[start:end] == rest


def test_stretch_and_type_must_both_be_right() -> None:
    gold = [_name("The Harbour Board’s", "ORG"), _name("Anna Lindholm", "PERSON"), _name("Lagos", "LOC")]
    found = [_name("Harbour Board", "ORG"), _name("Lindholm", "PERSON"), _name("Lagos", "ORG")]
    score = _figures(gold, found)
    assert score.figures() == {"f1": 33.33, "person_f1": 0, "org_f1": 66.67, "loc_f1": 0}
    assert [(each.kind, each.gold or each.predicted) for each in score.mistakes] == [
        ("missed", "Anna Lindholm PERSON"), ("missed", "Lagos LOC"),
        ("spurious", "Lindholm PERSON"), ("spurious", "Lagos ORG"),
    ]  # fmt: skip


def test_optional_names_and_other_types_do_not_count() -> None:
    gold = [_name("Lagos", "LOC"), _name("Harbour Board", "ORG", optional=True), _name("Meridian", "MISC")]
    found = [_name("Lagos", "LOC"), _name("Harbour Board", "ORG")]
    assert _figures(gold, found).figures() == {"f1": 100, "person_f1": None, "org_f1": None, "loc_f1": 100}
    assert _figures(gold, found[:1]).figures()["f1"] == 100
