"""Fixtures: where things lie, the recogniser, and a small sound dataset."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from tests_support import HARBOUR, SETTINGS, SUMMIT, TODAY

from corpus_pkg.annotate.article import annotate
from corpus_pkg.annotate.entities.choice import open_recognizer
from corpus_pkg.annotate.entities.finder import EntityFinder
from corpus_pkg.annotate.entities.recognizer import NoRecognizer, Recognizer
from corpus_pkg.annotate.models import Models
from corpus_pkg.convert.build import Options, build
from corpus_pkg.describe.card import card_document
from corpus_pkg.intake.forms.text import plain_article
from corpus_pkg.intake.raw import Given, RawArticle
from corpus_pkg.loading import load
from corpus_pkg.model import Article, Manifest
from corpus_pkg.model.rows import Row, to_row
from corpus_pkg.store.writer import write_dataset

# What a test shows does not depend on how busy the machine is. Fixtures that examples share are folders that each
# example writes anew, and models that hold nothing of an article.
_ALLOWED = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
settings.register_profile("steady", deadline=None, suppress_health_check=_ALLOWED)
settings.load_profile("steady")

# Commands under test keep no work where their user does.
os.environ["CORPUS_CACHE"] = tempfile.mkdtemp(prefix="corpus-cache-")
atexit.register(shutil.rmtree, os.environ["CORPUS_CACHE"], ignore_errors=True)

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"


@pytest.fixture
def shared() -> Path:
    """The folder of gold and user articles, which a checkout alone does not have."""
    if not SHARED.is_dir():
        pytest.skip("../shared is absent: the user's articles and the gold sets are not part of this repository")
    return SHARED


@pytest.fixture(scope="session")
def recognizer() -> Recognizer:
    return open_recognizer()


@pytest.fixture(scope="session")
def finder(recognizer: Recognizer) -> EntityFinder:
    return EntityFinder(recognizer)


@pytest.fixture(scope="session")
def read() -> Callable[[str], Article]:
    """An article from plain text, its names from the gazetteer alone."""

    def article(text: str, given: Given | None = None, names: Recognizer | None = None) -> Article:
        raw = plain_article(text.encode(), "article.txt", given or Given())
        assert isinstance(raw, RawArticle)
        (done,) = annotate([raw], Models(EntityFinder(names or NoRecognizer())), TODAY)
        assert done.article is not None
        return done.article

    return article


@pytest.fixture(scope="session")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small sound dataset, made with the model. Not to be written to."""
    folder = tmp_path_factory.mktemp("sound")
    source = folder / "source"
    source.mkdir()
    (source / "summit.txt").write_text(SUMMIT, "utf-8")
    (source / "harbour.txt").write_text(HARBOUR, "utf-8")
    (source / "corpus.toml").write_text(SETTINGS, "utf-8")
    options = Options(workers=1, documents=(card_document(),), today=TODAY)
    assert build([source], folder / "data", options).manifest is not None
    return folder / "data"


@pytest.fixture(scope="session")
def rewrite(sound: Path) -> Callable[[Path, Callable[[list[Row]], None]], Path]:
    """Writes the sound dataset anew with article rows changed: tables, digests and manifest agree with them."""

    def write(folder: Path, change: Callable[[list[Row]], None]) -> Path:
        corpus = load(sound)
        rows = [to_row(article) for article in corpus]
        change(rows)
        target = folder / "data"
        target.mkdir()
        (target / "rejects.jsonl").write_bytes((sound / "rejects.jsonl").read_bytes())
        draft: Manifest = replace(corpus.manifest, configs=[], files=[])
        write_dataset(target, rows, draft, (card_document(),))
        return target

    return write
