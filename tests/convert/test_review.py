"""Reviewed annotations in a build: they survive it, stand in every table, and never make a dataset unsound."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from review_support import document
from tests_support import SETTINGS, SUMMIT, TODAY

from corpus_pkg.convert.build import Built, Options, build
from corpus_pkg.describe.card import card_document
from corpus_pkg.loading import load
from corpus_pkg.model.article import Article
from corpus_pkg.validate.columns.row import corrected_findings
from corpus_pkg.validate.judge import validate

_UNSOUND = {"set": {"attribution": "none"}}


def _source(folder: Path, *corrections: dict[str, Any]) -> Path:
    folder.mkdir()
    (folder / "summit.txt").write_text(SUMMIT, "utf-8")
    (folder / "corpus.toml").write_text(SETTINGS, "utf-8")
    (folder / "summit.annotations.json").write_text(document(*corrections), "utf-8")
    return folder


def _build(source: Path, target: Path, **changes: object) -> Built:
    given = {
        "ner": "none",
        "mode": "fast",
        "workers": 1,
        "documents": (card_document(),),
        "today": TODAY,
        "judge": corrected_findings,
    }
    return build([source], target, Options(**(given | changes)))


def _plain(folder: Path) -> Article:
    """The article without corrections."""
    source = folder / "plain"
    source.mkdir()
    (source / "summit.txt").write_text(SUMMIT, "utf-8")
    _build(source, folder / "plain-data")
    (found,) = load(folder / "plain-data")
    return found


def _stated(text: str, action: str, config: str, words: str, **fields: object) -> dict[str, Any]:
    start = text.index(words)
    return {"action": action, "config": config, "start": start, "end": start + len(words), "text": words, "by": "Ada",
            "on": "2025-06-01"} | fields  # fmt: skip


def _tree(folder: Path) -> dict[str, bytes]:
    return {str(each.relative_to(folder)): each.read_bytes() for each in sorted(folder.rglob("*")) if each.is_file()}


def _rejects(folder: Path) -> list[tuple[str, str]]:
    lines = (folder / "rejects.jsonl").read_text("utf-8").splitlines()
    return [(each["file"], each["code"]) for each in map(json.loads, lines)]


def test_reviewed_records_survive_a_rebuild(tmp_path: Path) -> None:
    text = _plain(tmp_path).text
    source = _source(
        tmp_path / "in",
        _stated(text, "confirm", "quotes", "a farce"),
        _stated(text, "change", "claims", "about 40%", set={"of": "ships"}),
        _stated(text, "add", "entities", "Peter Okoro", set={"type": "PERSON", "name": "Peter Okoro"}),
    )
    trees = []
    for name, workers in (("one", 1), ("two", 1), ("three", 2)):
        ledger = _build(source, tmp_path / name, workers=workers).ledger
        assert [*ledger.rejected, *ledger.doubted] == []
        trees.append(_tree(tmp_path / name))
    assert trees[0] == trees[1] == trees[2]
    (found,) = load(tmp_path / "one")
    assert [each.config for each in found.corrections] == ["quotes", "claims", "entities"]
    assert {each.text for each in found.quotes if each.review == "reviewed"} == {"a farce"}
    assert found.review == "auto"
    for name, words, column in (
        ("quotes", "a farce", "text"),
        ("claims", "about 40%", "text"),
        ("entities", "Peter Okoro", "name"),
    ):
        flat = [each for path in (tmp_path / "one" / name).iterdir() for each in pq.read_table(path).to_pylist()]
        assert {each[column] for each in flat if each["review"] == "reviewed"} == {words}
    assert validate(tmp_path / "one") == []


def test_an_unsound_correction_keeps_the_automatic_article(tmp_path: Path) -> None:
    plain = _plain(tmp_path)
    source = _source(tmp_path / "in", _stated(plain.text, "change", "quotes", "a farce", **_UNSOUND),
                     _stated(plain.text, "confirm", "quotes", "go home"))  # fmt: skip
    built = _build(source, tmp_path / "out")
    (found,) = load(tmp_path / "out")
    assert (found.quotes, found.corrections) == (plain.quotes, [])
    assert built.ledger.failed
    assert _rejects(tmp_path / "out") == [("summit.annotations.json", "R007")]
    assert "Q009" in built.ledger.rejected[0].message


def test_without_a_judge_corrections_are_taken_as_they_are(tmp_path: Path) -> None:
    correction = _stated(_plain(tmp_path).text, "change", "quotes", "a farce", **_UNSOUND)
    _build(_source(tmp_path / "in", correction), tmp_path / "out", judge=None)
    (found,) = load(tmp_path / "out")
    assert [each.attribution for each in found.quotes if each.text == "a farce"] == ["none"]


def test_corrections_that_cannot_be_applied_are_rejected_and_the_others_hold(tmp_path: Path) -> None:
    text = _plain(tmp_path).text
    stale = _stated(text, "confirm", "quotes", "a farce") | {"start": 0, "end": 7}
    source = _source(tmp_path / "in", stale, _stated(text, "confirm", "quotes", "go home"), {"action": "add"})
    built = _build(source, tmp_path / "out")
    (found,) = load(tmp_path / "out")
    assert [each.text for each in found.corrections] == ["go home"]
    assert {code for _, code in _rejects(tmp_path / "out")} == {"R002", "S002"}
    assert built.manifest is not None
    assert {each.code for each in built.manifest.rejected} == {"R002", "S002"}


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff", b'{"schema_version": "9.9.9", "corrections": []}'])
def test_a_damaged_file_of_corrections_costs_no_article(tmp_path: Path, content: bytes) -> None:
    source = _source(tmp_path / "in")
    (source / "summit.annotations.json").write_bytes(content)
    assert _build(source, tmp_path / "out").ledger.failed
    assert len(load(tmp_path / "out")) == 1


def test_an_edited_article_gives_up_the_corrections_of_other_words(tmp_path: Path) -> None:
    source = _source(tmp_path / "in", _stated(_plain(tmp_path).text, "confirm", "quotes", "a farce"))
    (source / "summit.txt").write_text(SUMMIT.replace("a farce", "a comedy"), "utf-8")
    _build(source, tmp_path / "out")
    assert _rejects(tmp_path / "out") == [("summit.annotations.json", "R002")]


@pytest.mark.parametrize(("config", "setting"), [("claims", {"value": 3}), ("dates", {"value": "2025"})])
def test_an_added_record_that_is_not_whole_stops_no_build(tmp_path: Path, config: str, setting: dict[str, Any]) -> None:
    source = _source(tmp_path / "in", _stated(_plain(tmp_path).text, "add", config, "reporters", set=setting))
    assert _build(source, tmp_path / "out").manifest is not None


@pytest.mark.parametrize("setting", [{"value": 2**60 + 1}, {"number": {"start": 0, "end": 1e300}}])
def test_a_number_that_no_column_holds_stops_no_build(tmp_path: Path, setting: dict[str, Any]) -> None:
    source = _source(tmp_path / "in", _stated(_plain(tmp_path).text, "change", "claims", "about 40%", set=setting))
    assert _build(source, tmp_path / "out").manifest is not None


def test_a_correction_that_raises_costs_no_article(tmp_path: Path) -> None:
    correction = _stated(_plain(tmp_path).text, "confirm", "quotes", "a farce")
    source = _source(tmp_path / "in", correction | {"start": float(correction["start"])})
    assert _build(source, tmp_path / "out").manifest is not None


@pytest.mark.parametrize("changes", [{"on": "2199-01-01"}, {"start": 0, "end": 7}])
def test_findings_about_corrections_come_back_from_workers(tmp_path: Path, changes: dict[str, Any]) -> None:
    text = _plain(tmp_path).text
    source = _source(
        tmp_path / "in",
        _stated(text, "confirm", "quotes", "a farce") | changes,
        _stated(text, "confirm", "quotes", "go home"),
    )
    assert _build(source, tmp_path / "out", workers=2).manifest is not None
