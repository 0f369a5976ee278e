"""One declaration: the published schemas, Arrow, `datasets.Features` and the dictionary follow from it."""

from __future__ import annotations

import json
from dataclasses import dataclass

import jsonschema
import pytest
from datasets import Features

from corpus_pkg.errors import DatasetError
from corpus_pkg.model import SCHEMA_VERSION, TABLES, Article, table
from corpus_pkg.model.arrow import arrow_schema
from corpus_pkg.model.declare import fields_of
from corpus_pkg.model.dictionary import data_dictionary
from corpus_pkg.model.features import features
from corpus_pkg.model.frozen import SUFFIX, dump, frozen_schema, published_versions, schema_folder
from corpus_pkg.model.json_schema import json_schemas


@pytest.mark.parametrize("name", json_schemas())
def test_the_published_schema_is_what_the_records_declare(name: str) -> None:
    published = (schema_folder() / SCHEMA_VERSION / (name + SUFFIX)).read_text("utf-8")
    assert published == dump(json_schemas()[name]), f"corpus schema {name} > schema/{SCHEMA_VERSION}/{name}{SUFFIX}"


def test_no_schema_is_published_that_nothing_declares() -> None:
    files = {each.name.removesuffix(SUFFIX) for each in (schema_folder() / SCHEMA_VERSION).iterdir()}
    assert files == set(json_schemas())
    assert SCHEMA_VERSION in published_versions()


@pytest.mark.parametrize("schema", json_schemas().values(), ids=lambda each: each["title"])
def test_every_schema_is_valid_json_schema(schema: dict[str, object]) -> None:
    jsonschema.Draft202012Validator.check_schema(schema)


def test_an_unknown_schema_version_names_the_known_ones() -> None:
    with pytest.raises(DatasetError, match=SCHEMA_VERSION):
        frozen_schema("9.9.9", "article")


@pytest.mark.parametrize("config", TABLES, ids=lambda each: each.name)
def test_arrow_and_json_schema_have_the_same_columns_and_nullability(config: object) -> None:
    name = "article" if config.name == "articles" else config.name
    declared = json_schemas()[name]["properties"]
    arrow = arrow_schema(config)
    assert arrow.names == list(declared)
    nullable = {key for key, value in declared.items() if {"type": "null"} in value.get("anyOf", [])}
    assert {field.name for field in arrow if field.nullable} == nullable


@pytest.mark.parametrize("config", TABLES, ids=lambda each: each.name)
def test_features_lead_back_to_the_same_columns(config: object) -> None:
    found = features(config)
    assert isinstance(found, Features)
    assert list(found) == arrow_schema(config).names


def test_child_rows_repeat_their_article() -> None:
    names = [each.name for each in table("quotes").fields]
    assert names[:4] == ["id", "article_id", "date", "source"]


def test_the_dictionary_has_every_field_of_every_record() -> None:
    text = data_dictionary()
    for config in TABLES:
        for field in config.fields:
            assert f"| `{field.name}` |" in text
            assert field.declaration.doc in text


def test_a_field_without_declaration_is_refused() -> None:
    @dataclass(frozen=True, slots=True)
    class Bare:
        name: str

    with pytest.raises(TypeError, match=r"Bare\.name is not declared"):
        fields_of(Bare)


def test_the_schema_of_an_article_names_its_vocabularies() -> None:
    schema = json.loads(dump(json_schemas()["article"]))
    assert schema["$defs"]["Quote"]["properties"]["kind"]["enum"] == ["direct", "partial", "indirect"]
    assert len(fields_of(Article)) == len(schema["required"])
