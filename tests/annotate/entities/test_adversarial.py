"""Names that mislead, with the model that the package comes with."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from corpus_pkg.annotate.entities.finder import EntityFinder
from corpus_pkg.model import Entity
from corpus_pkg.model.ids import article_id
from corpus_pkg.text.paragraphs import paragraphs

Find = Callable[[str], list[Entity]]
OWN = article_id("0" * 64)


@pytest.fixture(scope="module")
def find(finder: EntityFinder) -> Find:
    def found(text: str) -> list[Entity]:
        (labelled,) = finder.read([(text, paragraphs(text))])
        entities = finder.find(OWN, text, labelled)
        for entity in entities:
            assert all(text[each.start : each.end] == each.text for each in entity.mentions)
        return entities

    return found


def _named(entities: list[Entity], kind: str) -> dict[str, list[str]]:
    return {each.name: [mention.text for mention in each.mentions] for each in entities if each.type == kind}


def test_two_people_with_one_surname(find: Find) -> None:
    found = find(
        "Helen Marsh won the seat in Castleton on Monday. Marsh said she was glad.\n\nHer brother, Peter Marsh, lost "
        "in Norwood. Mr. Marsh blamed the rain, and Mrs. Marsh thanked her voters. Marsh left early."
    )
    persons = _named(found, "PERSON")
    assert persons["Helen Marsh"] == ["Helen Marsh", "Marsh", "Marsh"]
    assert persons["Peter Marsh"] == ["Peter Marsh", "Marsh"]
    left = next(each for each in found if each.name == "Marsh")
    assert left.key == f"local:{OWN}:marsh"
    assert len(left.mentions) == 1


@pytest.mark.parametrize(
    ("text", "person", "place"),
    [
        (
            "Denise Washington, a union leader, flew in from Washington on Monday. “We agreed,” Washington said.",
            ["Denise Washington", "Washington"],
            "Washington",
        ),
        (
            "Carl Lincoln opened the new bridge in Lincoln on Friday. Lincoln said it had cost too much.",
            ["Carl Lincoln", "Lincoln"],
            "Lincoln",
        ),
        (
            "Police in Sydney arrested Mark Sydney on Tuesday. Sydney told the court that he was innocent.",
            ["Mark Sydney", "Sydney"],
            "Sydney",
        ),
    ],
)
def test_a_person_and_a_place_with_one_name(find: Find, text: str, person: list[str], place: str) -> None:
    found = find(text)
    assert _named(found, "PERSON")[person[0]] == person
    assert _named(found, "LOC")[place] == [place]


def test_a_company_named_for_a_person(find: Find) -> None:
    found = find(
        "Harland Engines Ltd cut 400 jobs on Monday. Harland shares fell. The company was founded by Thomas Harland in "
        "1921; Mr. Harland died in 1960."
    )
    assert _named(found, "ORG")["Harland Engines Ltd"][0] == "Harland Engines Ltd"
    assert _named(found, "PERSON")["Thomas Harland"] == ["Thomas Harland", "Harland"]
    keys = {each.key for each in found if each.type in ("ORG", "PERSON")}
    assert {"org:harland-engines-ltd", "person:thomas-harland"} <= keys


def test_a_bare_surname_before_the_full_name(find: Find) -> None:
    found = find("Trump met senators on Monday.\n\nDonald Trump said the talks went well, and Trump left.")
    assert _named(found, "PERSON") == {"Donald Trump": ["Trump", "Donald Trump", "Trump"]}


def test_a_bare_surname_that_one_leader_alone_has(find: Find) -> None:
    (person,) = [each for each in find("Trump met senators in Ohio on Monday, aides said.") if each.type == "PERSON"]
    assert (person.key, person.wikidata) == ("person:donald-trump", "Q22686")


def test_a_relative_of_a_leader_is_not_the_leader(find: Find) -> None:
    found = find("Ivanka Trump opened a hotel in Ohio on Monday. Trump thanked the builders.")
    assert [each.key for each in found if each.type == "PERSON"] == ["person:ivanka-trump"]


def test_georgia_is_a_state_and_a_country_and_sometimes_nobody_can_say(find: Find) -> None:
    def georgia(text: str) -> tuple[str, str | None]:
        return next((each.key, each.wikidata) for each in find(text) if each.name == "Georgia" and each.type == "LOC")

    state = "Storms killed two people in Georgia on Monday, police in Atlanta said. Florida was spared."
    country = "Georgia recalled its envoy on Monday, the foreign ministry in Tbilisi said."
    neither = "He visited Georgia on Monday."
    assert georgia(state) == ("place:georgia-us", "Q1428")
    assert georgia(country) == ("country:GE", "Q230")
    assert georgia(neither) == (f"local:{OWN}:georgia", None)


def test_an_initialism_that_is_another_body_here(find: Find) -> None:
    found = find(
        "The Welsh Hill Orchards (WHO) sold 4 tonnes of apples. WHO said prices fell in Cardiff. The union was pleased."
    )
    orchards = next(each for each in found if each.name == "Welsh Hill Orchards")
    assert [each.text for each in orchards.mentions] == ["Welsh Hill Orchards", "WHO", "WHO"]
    assert (orchards.key, orchards.wikidata) == ("org:welsh-hill-orchards", None)
    health = find("The WHO said on Monday that the outbreak in Kenya was over.")
    assert "Q7817" in {each.wikidata for each in health}


def test_austria_is_not_australia(find: Find) -> None:
    found = find("Austria played Australia in Vienna. Australian fans sang; Austrian ones did not.")
    assert {each.key for each in found} >= {"country:AT", "country:AU", "people:AT", "people:AU"}


def test_spellings_of_one_name_are_one_person(find: Find) -> None:
    found = find("Muammar Gadhafi spoke in Tripoli on Monday. State radio in Cairo spells him Moammar Gaddafi.")
    assert len([each for each in found if each.type == "PERSON"]) == 1


def test_a_headline_in_capitals_names_what_the_text_names(find: Find) -> None:
    found = find(
        "LINDHOLM WARNS KENYA OVER HARBOUR STRIKE\n\nAnna Lindholm warned Kenya on Monday that a strike in the harbour "
        "of Mombasa would cost jobs. Lindholm spoke in Nairobi."
    )
    assert _named(found, "PERSON") == {"Anna Lindholm": ["LINDHOLM", "Anna Lindholm", "Lindholm"]}
    assert _named(found, "LOC")["Kenya"] == ["KENYA", "Kenya"]


def test_a_city_is_a_club_only_where_it_plays(find: Find) -> None:
    match = find(
        "Striker Paul Denny scored twice as Leeds beat Derby 2-1 in the league on Saturday. The Leeds goalkeeper saved "
        "a penalty, and coach Alan Cook praised the team after the match."
    )
    assert {"Leeds", "Derby"} <= set(_named(match, "ORG"))
    council = find("The council in Leeds agreed on Saturday to beat Derby to the new railway line, officials said.")
    assert "Leeds" in _named(council, "LOC")
    national = find(
        "England beat Georgia 2-1 in the World Cup in Tbilisi. The coach praised his striker, who scored two goals in "
        "the match, and the goalkeeper."
    )
    assert "England" in _named(national, "LOC")


def test_what_stands_for_a_government_is_never_the_country(find: Find) -> None:
    found = {
        each.name: each
        for each in find("The Kremlin rejected the plan on Monday, Russia’s envoy told the White House.")
    }
    assert (found["Kremlin"].metonym_of, found["White House"].metonym_of) == ("country:RU", "country:US")
    assert found["Russia"].key == "country:RU"


def test_a_noun_stands_for_a_body_only_where_no_other_can_be_meant(find: Find) -> None:
    one = find("Harland Engines Ltd cut 400 jobs on Monday. The company said trade was slow.")
    assert [(each.text, each.kind) for each in one[0].mentions] == [
        ("Harland Engines Ltd", "name"),
        ("company", "nominal"),
    ]
    two = find("Harland Engines Ltd bought Norwood Steel Plc on Monday. The company said trade was slow.")
    assert {mention.kind for each in two for mention in each.mentions} == {"name"}
