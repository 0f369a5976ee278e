"""Entities: mentions repaired by the document, joined, and given keys."""

from __future__ import annotations

import re
from collections import Counter
from importlib.metadata import EntryPoint

import pytest

from corpus_pkg.annotate.entities.choice import open_recognizer
from corpus_pkg.annotate.entities.extract import find_entities
from corpus_pkg.annotate.entities.names import fold, parts, slug, strip_titles, trim_name
from corpus_pkg.annotate.entities.recognizer import Labelled, NoRecognizer, Recognizer
from corpus_pkg.annotate.entities.roles import role_before
from corpus_pkg.annotate.gazetteer import agencies, bodies, countries, default_gazetteer, demonyms, shipped
from corpus_pkg.errors import ModelError
from corpus_pkg.model import Entity

ARTICLE = "a0123456789abcdef"


def _entities(marked: str, agency: str | None = None) -> dict[str, Entity]:
    """Entities of a text in which `[words|LABEL]` stands for what a model labelled; by name."""
    text, labels, position = "", [], 0
    for match in re.finditer(r"\[([^|\]]+)\|(\w+)\]", marked):
        text += marked[position : match.start()]
        labels.append(Labelled(len(text), len(text) + len(match[1]), match[2]))
        text += match[1]
        position = match.end()
    text += marked[position:]
    found = find_entities(ARTICLE, text, labels, agency)
    for entity in found:
        assert all(text[each.start : each.end] == each.text for each in entity.mentions)
    return {each.name: each for each in found}


def test_a_surname_follows_its_full_name_whatever_the_model_says() -> None:
    found = _entities("[Donald Berg|PERSON] spoke. [Berg|GPE] left, and [Berg|ORG]’s team. Berg returned.")
    assert list(found) == ["Donald Berg"]
    assert [each.provenance for each in found["Donald Berg"].mentions] == ["model", "rule", "rule", "rule"]
    assert found["Donald Berg"].aliases == ["Berg"]


def test_a_family_name_that_comes_first_is_found_where_it_speaks() -> None:
    found = _entities("[Guo Wenli|PERSON] spoke. Guo said so.")
    assert [each.text for each in found["Guo Wenli"].mentions] == ["Guo Wenli", "Guo"]


def test_two_people_with_one_surname_are_not_joined_by_it() -> None:
    found = _entities("[Anna Berg|PERSON] met [Karl Berg|PERSON]. [Berg|PERSON] left.")
    assert set(found) == {"Anna Berg", "Karl Berg", "Berg"}
    assert found["Berg"].key == f"local:{ARTICLE}:berg"


def test_a_surname_may_have_several_words() -> None:
    found = _entities("[Liesbeth Van Craen|PERSON] spoke. [Van Craen|PERSON] left.")
    assert list(found) == ["Liesbeth Van Craen"]


def test_spellings_of_one_name_have_one_key() -> None:
    one = _entities("[Volodymyr Zelensky|PERSON] spoke.")["Volodymyr Zelensky"]
    two = _entities("[Volodymyr Zelenskiy|PERSON] spoke.")["Volodymyr Zelenskiy"]
    assert one.key == two.key == "person:volodymyr-zelensky"


def test_countries_have_codes_and_are_never_one_another() -> None:
    found = _entities("[the United States|GPE], the US and U.S. officials; [Austria|GPE] and [Australia|GPE].")
    assert found["United States"].aliases == ["U.S.", "US"]
    assert (found["United States"].key, found["United States"].country, found["United States"].wikidata) == (
        "country:US", "US", "Q30",
    )  # fmt: skip
    assert {found["Austria"].country, found["Australia"].country} == {"AT", "AU"}


def test_people_and_seats_of_government_are_never_merged_with_the_country() -> None:
    found = _entities("[Russia|GPE] and [Russian|NORP] envoys; the [Kremlin|ORG] in [Moscow|GPE].")
    assert found["Russian"].key == "people:RU"
    assert (found["Kremlin"].key, found["Kremlin"].metonym_of) == ("org:kremlin", "country:RU")
    assert (found["Moscow"].key, found["Moscow"].metonym_of) == ("place:moscow", "country:RU")


def test_a_body_is_known_by_its_acronym_and_its_last_word() -> None:
    found = _entities(
        "[Global Water Works|ORG] ([GWW|ORG]) grew. [GWW|ORG] said. The [Harbour Journal|ORG]; the [Journal|ORG]."
    )
    assert found["Global Water Works"].aliases == ["GWW"]
    assert found["Harbour Journal"].aliases == ["Journal"]


def test_a_ministry_is_its_countrys_or_its_articles() -> None:
    assert _entities("[China|GPE]’s [Foreign Ministry|ORG] spoke.")["Foreign Ministry"].key == "org:cn-foreign-ministry"
    assert _entities("The Chinese [Foreign Ministry|ORG] spoke.")["Foreign Ministry"].key == "org:cn-foreign-ministry"
    assert _entities("The [Foreign Ministry|ORG] spoke.")["Foreign Ministry"].key == f"local:{ARTICLE}:foreign-ministry"


def test_the_supplier_is_an_entity_without_mentions_unless_the_text_names_it() -> None:
    silent = _entities("It rained.", "AFP")["AFP"]
    assert (silent.key, silent.type, silent.roles, silent.mentions) == (
        "org:agence-france-presse",
        "ORG",
        ["agency"],
        [],
    )
    named = _entities("A source told [AFP|ORG] so.", "AFP")
    assert [each.text for each in named["AFP"].mentions] == ["AFP"]


def test_names_stand_without_articles_titles_and_possessives() -> None:
    for surface, name in (("the Wall Street Journal", "Wall Street Journal"), ("Trump’s", "Trump"), ("Ross's", "Ross")):
        start, end = trim_name(surface, 0, len(surface))
        assert surface[start:end] == name
    surface = "President Sousa"
    assert surface[strip_titles(surface, 0, len(surface)) :] == "Sousa"


@pytest.mark.parametrize(
    ("before", "role"),
    [
        ("after US President ", "US President"),
        ("said foreign ministry spokesman ", "foreign ministry spokesman"),
        ("as Chief Executive Officer ", "Chief Executive Officer"),
        ("The president met ", None),
        ("They named a chief executive. ", None),
        ("He thanked Sen. ", "Sen."),
        ("", None),
    ],
)
def test_roles(before: str, role: str | None) -> None:
    assert role_before(before + "Anna Berg", len(before)) == role


def test_folding_unites_accents_and_romanisations() -> None:
    assert fold("Dostoyevskiy") == fold("Dostoyevsky")
    assert parts("José O’Neill Jr.") == ("jose", "oneill")
    assert slug("Agence France-Presse") == "agence-france-presse"


def test_the_gazetteer_is_whole() -> None:
    assert all(re.fullmatch("[A-Z]{2}", each.country or "AA") for each in shipped())
    ids = [each.wikidata for each in shipped() if each.wikidata]
    assert [each for each in ids if ids.count(each) > 1] == []
    assert all(re.fullmatch(r"Q[1-9]\d*", each) for each in ids)
    assert all(name.strip() == name for each in shipped() for name in each.names)
    names = Counter((name, each.type) for each in shipped() for name in each.names)
    assert [name for name, count in names.items() if count > 1] == []
    assert all(each.metonym_of is None or each.metonym_of == f"country:{each.country}" or each.name == "Jerusalem"
               for each in shipped())  # fmt: skip


def test_the_gazetteer_says_what_a_name_means() -> None:
    known = default_gazetteer()
    assert demonyms()["Chinese"].country == "CN"
    assert agencies()["REUTERS"] is bodies()["Reuters"]
    beijing, washington = known.get("Beijing", "LOC"), known.get("Washington, D.C.", "LOC")
    assert (beijing and beijing.metonym_of, washington and washington.wikidata) == ("country:CN", "Q61")
    assert (known.type_of("France"), known.type_of("Reuters"), known.type_of("Beijing")) == ("LOC", "ORG", None)
    assert (known.get("France", "PERSON"), known.all("Nowhere at all")) == (None, [])
    assert not countries().keys() & demonyms().keys()


def test_the_default_model_is_verified_and_says_so(recognizer: Recognizer) -> None:
    (use,) = recognizer.uses
    assert (use.name, use.version, use.verified) == ("en_core_web_md", "3.7.1", True)
    texts = ["Anna Lindholm flew to Lagos.", "Nothing here."]
    found = list(recognizer.recognize(texts))
    assert [texts[0][each.start : each.end] for each in found[0]] == ["Anna Lindholm", "Lagos"]
    assert found[1] == []


def test_a_package_may_offer_a_recognizer(monkeypatch: pytest.MonkeyPatch) -> None:
    offered = EntryPoint("mine", "corpus_pkg.annotate.entities.recognizer:NoRecognizer", "corpus_pkg.ner")
    monkeypatch.setattr(
        "corpus_pkg.annotate.entities.choice.entry_points",
        lambda group, name: [each for each in (offered,) if (each.group, each.name) == (group, name)],
    )
    assert isinstance(open_recognizer("mine"), NoRecognizer)
    with pytest.raises(ModelError):
        open_recognizer("other")


def test_a_changed_model_file_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("corpus_pkg.annotate.pipelines._sha256", lambda _path: "0" * 64)
    with pytest.raises(ModelError, match="not the file that was tested"):
        open_recognizer()


def test_a_recognizer_that_is_not_there_says_how_to_get_one() -> None:
    with pytest.raises(ModelError, match="Install it: pip install no_such_model"):
        open_recognizer("spacy:no_such_model")
    with pytest.raises(ModelError, match="no such recogniser"):
        open_recognizer("nothing")
    assert isinstance(open_recognizer("none"), NoRecognizer)
