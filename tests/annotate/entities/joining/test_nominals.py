"""Nouns that stand for a body, where one body alone can be meant."""

from __future__ import annotations

import pytest
from entity_support import marked

from corpus_pkg.annotate.entities.extract import find_entities
from corpus_pkg.annotate.entities.joining.nominals import add_nominals
from corpus_pkg.annotate.gazetteer import default_gazetteer

ARTICLE = "a0123456789abcdef"


def _nominals(text: str) -> list[tuple[str, str]]:
    plain, labels = marked(text)
    entities = add_nominals(plain, find_entities(ARTICLE, plain, labels), default_gazetteer())
    for entity in entities:
        assert all(plain[each.start : each.end] == each.text for each in entity.mentions)
        assert entity.mentions == sorted(entity.mentions, key=lambda each: each.start)
    return [(entity.name, each.text) for entity in entities for each in entity.mentions if each.kind == "nominal"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The [Wall Street Journal|ORG] said so. The US daily added more.", [("Wall Street Journal", "daily")]),
        ("The [Wall Street Journal|ORG] said so. The French daily added more.", []),
        ("Kenya's [Finance Ministry|ORG] paid. The ministry said so.", [("Finance Ministry", "ministry")]),
        ("The ministry said so. Kenya's [Finance Ministry|ORG] paid.", []),
        ("Kenya's [Finance Ministry|ORG] paid. The ministry spokesman left.", []),
        ("[Harland Engines Ltd|ORG] grew. The company’s board met.", [("Harland Engines Ltd", "company")]),
        ("[NATO|ORG] met. The company said so.", []),
        ("[Boeing|ORG] grew. The company said so.", [("Boeing", "company")]),
        ("[Boeing|ORG] and [Airbus|ORG] grew. The company said so.", []),
    ],
)
def test_nominals(text: str, found: list[tuple[str, str]]) -> None:
    assert _nominals(text) == found
