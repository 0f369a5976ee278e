"""The models that take part are told alike, loaded or not."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus_pkg.annotate.models import models_used, open_models
from corpus_pkg.errors import ModelError
from corpus_pkg.model.vocabulary import Mode


@pytest.mark.parametrize("ner", ["default", "none"])
@pytest.mark.parametrize("mode", ["full", "fast"])
@pytest.mark.parametrize("own", [True, False])
def test_what_is_told_is_what_is_loaded(ner: str, mode: Mode, own: bool, tmp_path: Path) -> None:  # noqa: FBT001  a parameter
    gazetteer = tmp_path / "names.csv" if own else None
    if gazetteer:
        gazetteer.write_text("name,type\nQuay Trust,ORG\n")
    assert models_used(ner, gazetteer, mode) == open_models(ner, gazetteer, mode).uses


def test_a_model_that_is_not_there_is_told() -> None:
    with pytest.raises(ModelError, match="no such recogniser"):
        models_used("nothing")
