"""The figures that the pipeline reached on gold that may ship do not fall again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from corpus_pkg.annotate.entities.finder import EntityFinder
from corpus_pkg.annotate.quotes.extract import find_quotes
from corpus_pkg.describe.quality import figures
from corpus_pkg.evaluate.floors import below, read_floors
from corpus_pkg.evaluate.gold.claims import read_claims
from corpus_pkg.evaluate.quality import find_sets, measure_sets, tools_for
from corpus_pkg.evaluate.tasks.entities import find_in
from corpus_pkg.evaluate.tasks.structure import ANY_ARTICLE, structure
from corpus_pkg.model.vocabulary import Mode

GOLD = Path(__file__).parent / "gold"
FLOORS = read_floors(GOLD / "floors.json")
OWN, CLAIMS = "quotes/own", "claims/own"
ITEMS = [json.loads(line) for line in (GOLD / "quotes" / "own.jsonl").read_text("utf-8").splitlines()]


def test_our_own_items_are_sound() -> None:
    assert len(ITEMS) >= 40
    assert len({each["phenomenon"] for each in ITEMS}) == len(ITEMS)
    for item in ITEMS:
        for quote in item["quotes"]:
            for start, end in quote["quoted_spans"] or quote["content_spans"]:
                assert 0 <= start < end <= len(item["text"])
            if quote["speaker_text"]:
                assert item["text"][quote["speaker_start"] : quote["speaker_end"]] == quote["speaker_text"]


def test_our_own_items_come_out_whole() -> None:
    outcome = measure_sets(find_sets(GOLD, [OWN]), lambda _name: None)[OWN]
    assert [each for each in outcome.mistakes if each.kind != "cue"] == []
    assert below({OWN: outcome}, FLOORS) == []


def test_speakers_of_our_own_items_are_resolved(finder: EntityFinder) -> None:
    right, wrong = 0, []
    for item in ITEMS:
        text, parts = item["text"], structure(item["text"])
        entities = find_in(text, finder)
        found = find_quotes(ANY_ARTICLE, text, parts.paragraphs, parts.sentences, parts.stretches, entities).quotes
        for quote in item["quotes"]:
            own = next(each for each in found if each.start < quote["end"] and quote["start"] < each.end)
            right += own.speaker_name == quote["speaker_resolved"]
            # A name that is not gold's may be a shorter form of it, or unknown: never somebody else's.
            if own.speaker_name and own.speaker_name not in (quote["speaker_resolved"] or ""):
                wrong.append((item["id"], own.speaker_name, quote["speaker_resolved"]))
    assert wrong == []
    assert right >= 73


def test_our_own_claims_are_sound() -> None:
    texts = read_claims(GOLD / "claims" / "own.jsonl")
    assert len(texts) >= 150
    assert sum(not each.claims for each in texts) >= 40
    for text in texts:
        for claim in text.claims:
            (start, end), (first, last) = claim.stretch, claim.number
            assert 0 <= start <= first < last <= end <= len(text.text), text.id
            value, low, high = claim.values
            assert (value is None) == (low is not None) == (high is not None), text.id
            for phrase in (claim.measured, claim.of, claim.asserted_by):
                assert phrase is None or phrase in text.text, text.id


@pytest.mark.parametrize("mode", ["full", "fast"])
def test_our_own_claims_hold_their_floors(mode: Mode) -> None:
    outcome = measure_sets(find_sets(GOLD, [CLAIMS]), lambda _name: None, tools_for(mode))[CLAIMS]
    # In the fast mode what is measured is told by the words around a number alone.
    least = (
        FLOORS[CLAIMS]
        if mode == "full"
        else {**FLOORS[CLAIMS], "measured_f1": 50.0, "unit_f1": 90.0, "phrase_f1": 97.0}
    )
    assert below({CLAIMS: outcome}, {CLAIMS: least}) == []


@pytest.mark.parametrize("name", sorted(set(FLOORS) - {OWN, CLAIMS}))
def test_sets_that_may_ship_hold_their_floors(shared: Path, name: str) -> None:
    outcomes = measure_sets(find_sets(shared / "gold", [name]), lambda _name: None)
    assert below(outcomes, FLOORS) == []


def test_only_sets_that_may_ship_are_pinned() -> None:
    measured_only = ("polnear", "pronoun50", "newsquant", "rtext", "timebank")
    assert not [name for name in FLOORS if any(each in name for each in measured_only)]


def test_the_figures_of_the_card_are_those_that_are_held(shared: Path) -> None:
    stated = figures()
    for name in set(stated) & set(FLOORS):
        assert all(stated[name][key] >= floor for key, floor in FLOORS[name].items()), name
    others = sorted(set(stated) - set(FLOORS))
    outcomes = measure_sets(find_sets(shared / "gold", others), lambda _name: None)
    assert below(outcomes, {name: stated[name] for name in others}) == []
    # Nor does a card promise more, or less, than is reached.
    for name in others:
        assert {key: int(round(outcomes[name].figures[key] * 10, 6)) / 10 for key in stated[name]} == stated[name]
