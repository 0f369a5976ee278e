"""The Croissant file: valid where it is read, and what is read through it is what is in the rows."""

from __future__ import annotations

import json
import warnings
from dataclasses import is_dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from corpus_pkg.describe.croissant import croissant_document, unstated
from corpus_pkg.loading import load
from corpus_pkg.model.rows import json_form
from corpus_pkg.model.tables import TABLES, table
from corpus_pkg.store import manifest as manifest_file
from corpus_pkg.validate.dataset.croissant import NEEDED

ROOT = Path(__file__).parents[2]
DATA = ROOT / "data"
# Of the libraries that mlcroissant stands on.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::FutureWarning", "ignore::UserWarning")


@pytest.fixture(scope="module")
def reader() -> Any:  # noqa: ANN401  it has no types
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import mlcroissant

        return mlcroissant.Dataset(str(DATA / "croissant.json"))


def _text(value: Any) -> Any:  # noqa: ANN401  any value
    """What mlcroissant gives as bytes, numpy's numbers and pandas' times, as a row of ours has it."""
    if isinstance(value, list):
        return [_text(each) for each in value]
    if isinstance(value, bytes):
        return value.decode("utf-8")
    if hasattr(value, "isoformat"):
        return value
    return value.item() if hasattr(value, "item") else value


def test_it_is_valid(reader: Any) -> None:  # noqa: ANN401
    issues = reader.metadata.ctx.issues
    assert issues.errors == set()
    # The day of publication is not known when a dataset is built.
    assert [each for each in issues.warnings if "datePublished" not in each] == []
    assert reader.metadata.ctx.is_v1_1()
    assert reader.metadata.data_limitations
    assert [each.id for each in reader.metadata.record_sets] == load(DATA).configs


@pytest.mark.parametrize("config", ["articles", "quotes", "entities", "claims"])
def test_records_read_through_it_are_the_rows(reader: Any, config: str) -> None:  # noqa: ANN401
    rows = load(DATA).arrow(config).to_pylist()
    read = list(reader.records(config))
    assert len(read) == len(rows)
    flat = [each.name for each in table(config).fields if not is_dataclass(each.shape.base)]
    assert len(flat) > 10
    for record, row in zip(read, rows, strict=True):
        for name in flat:
            found, wanted = _text(record[f"{config}/{name}"]), row[name]
            if hasattr(wanted, "isoformat"):
                found, wanted = found.isoformat()[:19], json_form(wanted)[:19]
                wanted = wanted if len(wanted) > len("2025-01-01") else wanted + "T00:00:00"
            assert found == wanted, (config, name)


def test_records_inside_a_column_are_read_one_by_one(reader: Any) -> None:  # noqa: ANN401
    rows = load(DATA).arrow("articles").to_pylist()
    for record, row in zip(reader.records("articles"), rows, strict=True):
        for inner in ("id", "start", "end", "text", "kind", "confidence"):
            assert [_text(each[f"articles/quotes/{inner}"]) for each in record["articles/quotes"]] == [
                each[inner] for each in row["quotes"]
            ]


def test_every_field_that_we_ask_for_is_there_and_the_file_is_that_of_the_manifest() -> None:
    manifest = manifest_file.read(DATA)
    ((name, content),) = croissant_document(DATA, manifest)
    assert (DATA / name).read_bytes() == content
    value = json.loads(content)
    assert [each for each in NEEDED if not value.get(each)] == []
    files = {each["contentUrl"]: each["sha256"] for each in value["distribution"] if "sha256" in each}
    assert files == {each.path: each.sha256 for each in manifest.files if each.path.endswith(".parquet")}
    assert all(each["name"] in {one.name for one in TABLES} for each in value["recordSet"])


@pytest.mark.parametrize("name", ["license", "description", "citation"])
def test_no_file_for_a_dataset_that_does_not_say_enough(name: str) -> None:
    manifest = manifest_file.read(DATA)
    silent = replace(manifest, dataset=replace(manifest.dataset, **{name: None}))
    assert len(unstated(silent)) == 1
    assert list(croissant_document(DATA, silent)) == []
