"""Keys: one thing, one key, in every article; what the name leaves open has a key of its article."""

from __future__ import annotations

import pytest
from entity_support import marked

from corpus_pkg.annotate.entities.extract import find_entities
from corpus_pkg.annotate.gazetteer import Entry, Gazetteer, shipped

ARTICLE = "a0123456789abcdef"


def _keys(text: str, gazetteer: Gazetteer | None = None) -> list[str]:
    plain, labels = marked(text)
    return [each.key for each in find_entities(ARTICLE, plain, labels, gazetteer=gazetteer)]


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("[Anna Lindholm|PERSON]", ["person:anna-lindholm"]),
        ("Minister [Anna Lindholm|PERSON]", ["person:anna-lindholm"]),
        ("[Lindholm|PERSON] spoke", [f"local:{ARTICLE}:lindholm"]),
        ("[Volodymyr Zelenskyy|PERSON]", ["person:volodymyr-zelensky"]),
        ("the [Harrow Institute|ORG]", ["org:harrow-institute"]),
        ("the [Supreme Court|ORG]", [f"local:{ARTICLE}:supreme-court"]),
        ("Uganda's [Supreme Court|ORG]", ["country:UG", "org:ug-supreme-court"]),
        ("the Kenyan [Ministry of Defence|ORG]", ["people:KE", "org:ke-ministry-of-defence"]),
        ("the [University of Harrow|ORG]", ["org:university-of-harrow"]),
        ("[Kiev|GPE]", ["place:kyiv"]),
        ("[Bombay|GPE]", ["place:mumbai"]),
        ("[Norwood|GPE]", ["place:norwood"]),
        ("the [Soviet Union|GPE] and [West Germany|GPE]", ["country:SU", "country:DE"]),
        ("[AFP|ORG] and [Agence France-Presse|ORG]", ["org:agence-france-presse"]),
        ("the [World Cup|EVENT]", ["misc:world-cup"]),
    ],
)
def test_keys(text: str, keys: list[str]) -> None:
    assert _keys(text) == keys


def test_a_user_s_names_have_the_user_s_facts() -> None:
    own = Gazetteer([Entry("Harrow Institute", "ORG", "own", "GB", None, ("HI",), "country:GB"), *shipped()])
    plain, labels = marked("The HI met in Norwood. The [Harrow Institute|LOC] paid.")
    (institute,) = find_entities(ARTICLE, plain, labels, gazetteer=own)
    assert (institute.key, institute.type, institute.country, institute.metonym_of) == (
        "org:harrow-institute", "ORG", "GB", "country:GB",
    )  # fmt: skip
    assert [(each.text, each.provenance) for each in institute.mentions] == [
        ("HI", "gazetteer"), ("Harrow Institute", "gazetteer"),
    ]  # fmt: skip
