"""For every rule something that breaks it alone, found at its place, and the sound twin that has no finding."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from corpus_pkg.evaluate.faults.damage import DAMAGES, Damage
from corpus_pkg.evaluate.faults.files import FILE_DAMAGES, FileDamage
from corpus_pkg.evaluate.faults.run import at_its_place, damaged, judge, prepared
from corpus_pkg.evaluate.faults.run_files import Grounds
from corpus_pkg.evaluate.faults.run_files import at_its_place as file_at_its_place
from corpus_pkg.evaluate.faults.run_files import judge as judge_files
from corpus_pkg.findings import Level
from corpus_pkg.findings.registry import RULES, rule
from corpus_pkg.loading import load
from corpus_pkg.model.rows import Row, to_row

DATA = Path(__file__).parents[3] / "data"
ELSEWHERE = {
    "D013": "test_other_faults.py",
    "D014": "test_other_faults.py",
    "D015": "test_other_faults.py",
    "F016": "test_other_faults.py",
    "F033": "tests/convert/test_tombstones.py",
    "F037": "tests/intake/forms/test_html.py",
    "F042": "tests/intake/test_archive.py",
    "F044": "tests/convert/test_tombstones.py",
    "F073": "tests/intake/forms/test_html.py",
    "F077": "tests/convert/test_resume.py",
    "M037": "tests/convert/test_build.py",
    "T001": "tests/text/test_normalize.py",
    "T002": "tests/text/test_normalize.py",
    "T003": "tests/text/test_normalize.py",
    "T004": "tests/text/test_normalize.py",
    "T005": "tests/text/test_normalize.py",
    "T006": "tests/text/test_normalize.py",
}
# What cannot but break besides.
ALONG = {
    "C001": {"C015", "C017"},  # a sentence beyond the text is none of the article; a long number holds the next
    "C002": {"C019"},  # a claim that ends earlier may end before its number
    "E001": {"E003"},  # a mention that goes on for ever lies over others
    "M010": {"M013"},  # without a provenance no proposal is the one that was taken
    "Q002": {"Q013"},  # what is planted over a quotation stands in no marks
    "Q006": {"Q014", "Q017"},  # another speaker than the group's first part has; a reference without a name
    "Q017": {"Q007"},  # no name is not the entity's name
    "T022": {"C015", "E013"},  # what stood in the sentence or paragraph stands in none
    "T026": {"T027"},  # an odd value may look like a resolved day
}


def _random(name: str) -> Random:
    return Random(name)  # noqa: S311  places, no secrets


@pytest.fixture(scope="session")
def stock() -> list[Row]:
    return prepared([to_row(article) for article in load(DATA)])


@pytest.fixture(scope="session")
def grounds(tmp_path_factory: pytest.TempPathFactory) -> Grounds:
    return Grounds(DATA, tmp_path_factory.mktemp("grounds"))


def test_the_sound_twins_of_articles_have_no_findings(stock: list[Row]) -> None:
    for row in stock:
        assert judge(row, [], _random("0"))[1] == []


@pytest.mark.parametrize("ground", ["dataset", "records", "contribution"])
def test_the_sound_twins_of_files_have_no_findings(grounds: Grounds, ground: str) -> None:
    assert judge_files(grounds.fresh(ground), ground) == []


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda each: f"{each.code}: {each.name}")
def test_a_damaged_article_is_found_at_its_place(damage: Damage, stock: list[Row]) -> None:
    random = _random(damage.name)
    made = damaged(damage, stock, random)
    assert made, "no article has anything to damage"
    at, found = judge(made[0], stock[:2], random)
    assert any(at_its_place(each, damage, made[1], at) for each in found), found
    assert {each.place.row for each in found} == {at}
    assert {each.rule.code for each in found} - {damage.code} <= ALONG.get(damage.code, set())


@pytest.mark.parametrize("damage", FILE_DAMAGES, ids=lambda each: f"{each.code}: {each.name}")
def test_a_damaged_file_is_found_at_its_place(damage: FileDamage, grounds: Grounds) -> None:
    spot, found = grounds.judged(damage, _random(damage.name))
    assert any(file_at_its_place(each, damage, spot) for each in found), found
    assert {each.rule.code for each in found} - {damage.code} <= damage.along


def test_every_rule_has_something_that_breaks_it() -> None:
    broken = {each.code for each in DAMAGES} | {each.code for each in FILE_DAMAGES}
    assert set(RULES) == broken | ELSEWHERE.keys()
    assert not broken & ELSEWHERE.keys()


def test_every_rule_is_whole_and_found_by_code_and_name() -> None:
    assert len({each.name for each in RULES.values()}) == len(RULES)
    for code, each in RULES.items():
        assert code == each.code
        assert code[0] in set(Level)
        assert all(words.endswith(".") for words in (each.what, each.why))
        assert all((each.mend, each.bad, each.good))
        assert each.bad != each.good
        assert rule(code.lower()) is each
        assert rule(each.name) is each
    assert rule("Z999") is None
