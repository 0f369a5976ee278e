"""A dataset goes out without the texts that may not be passed on, and gets them back, proved, from who holds them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from corpus_pkg.cli import app
from corpus_pkg.convert.build import Options, build
from corpus_pkg.convert.rehydrate import rehydrate
from corpus_pkg.describe.card import card_document
from corpus_pkg.errors import UsageError
from corpus_pkg.findings import Severity
from corpus_pkg.loading import load
from corpus_pkg.model.rows import to_row
from corpus_pkg.model.withheld import LONGEST, fill, withhold
from corpus_pkg.store import manifest as manifest_file
from corpus_pkg.validate.judge import validate

ROOT = Path(__file__).parents[2]
CARD = (card_document(),)


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The seeds, of one of which alone `corpus.toml` and sidecar say that it may be passed on."""
    folder = tmp_path_factory.mktemp("raw") / "seeds"
    shutil.copytree(ROOT / "seeds", folder)
    for each in ("bled-rental-cap.annotations.json", "falmouth-quayside-auction.meta.toml", "corpus.toml"):
        (folder / each).unlink()
    (folder / "corpus.toml").write_text('name = "closed"\nlanguages = ["en"]\n', "utf-8")
    (folder / "gdansk-deepwater-quay.meta.toml").write_text('rights = "CC0-1.0"\n', "utf-8")
    return folder


@pytest.fixture(scope="module")
def built(seeds: Path) -> tuple[Path, Path]:
    """The dataset whole, and without texts."""
    whole, without = seeds.parent / "whole", seeds.parent / "without"
    for target, withheld in ((whole, False), (without, True)):
        build([seeds], target, Options(ner="none", mode="fast", workers=1, documents=CARD, withhold=withheld))
    return whole, without


def _files(folder: Path) -> dict[str, bytes]:
    return {str(each.relative_to(folder)): each.read_bytes() for each in sorted(folder.rglob("*")) if each.is_file()}


def test_what_may_not_be_passed_on_is_not_there(built: tuple[Path, Path]) -> None:
    whole, without = built
    shown = [each for each in load(without) if each.text is not None]
    assert [each.raw_path for each in shown if "gdansk" in each.raw_path] == ["gdansk-deepwater-quay.txt"]
    assert len(shown) < len(load(without)) / 2
    texts = {each.id: each.text for each in load(whole)}
    everything = b"".join(
        path.read_bytes() for path in without.rglob("*") if path.is_file() and path.suffix != ".parquet"
    )
    for article in load(without):
        if article.text is None:
            row = json.dumps(to_row(article) | {"title": None, "candidates": []}, default=str, ensure_ascii=False)
            words = (texts[article.id] or "").split()
            # No run of more words than may stay, outside of the headline.
            for start in range(len(words) - LONGEST - 1):
                run = " ".join(words[start : start + LONGEST + 1])
                assert json.dumps(run, ensure_ascii=False)[1:-1] not in row
                assert run.encode() not in everything


def test_it_is_sound_and_loads_in_its_tables(built: tuple[Path, Path]) -> None:
    whole, without = built
    assert [each for each in validate(without) if each.severity is Severity.ERROR] == []
    for config in load(whole).configs:
        ours, theirs = load(without).pandas(config), load(whole).pandas(config)
        assert list(ours["id"]) == list(theirs["id"])
        assert list(ours.columns) == list(theirs.columns)
    assert load(without).pandas("quotes")["text"].isna().sum() > 50
    assert load(without).datasets("quotes")["start"] == load(whole).datasets("quotes")["start"]
    card = (without / "README.md").read_text("utf-8")
    for each in manifest_file.read(whole).configs:
        assert f"| `{each.name}` | {each.rows:,} | `{each.content_sha256}` |" in card
    assert manifest_file.read(without).complete == manifest_file.read(whole).configs
    assert manifest_file.read(whole).complete == []


def test_whoever_holds_the_articles_has_the_very_dataset(built: tuple[Path, Path], seeds: Path, tmp_path: Path) -> None:
    whole, without = built
    done = rehydrate(without, [seeds], tmp_path / "out", CARD)
    assert (done.whole, done.missing, done.other) == (True, [], [])
    assert _files(tmp_path / "out") == _files(whole)


def test_what_is_missing_or_other_stays_withheld_and_is_named(
    built: tuple[Path, Path], seeds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, without = built
    some = Path(shutil.copytree(seeds, tmp_path / "some"))
    (some / "trieste-mayoral-runoff.txt").unlink()
    changed = some / "arctic-kelp-northward-spread.txt"
    changed.write_text(changed.read_text("utf-8") + "One sentence more.\n", "utf-8")
    done = CliRunner().invoke(app, ["rehydrate", str(without), str(some), "-o", str(tmp_path / "out")])
    assert (done.exit_code, "2 still withheld" in done.output) == (1, True), done.output
    assert done.output.count("no source has its raw bytes") == 2
    assert [each for each in validate(tmp_path / "out") if each.severity is Severity.ERROR] == []
    left = {each.raw_path for each in load(tmp_path / "out") if each.text is None}
    assert left == {"trieste-mayoral-runoff.txt", "arctic-kelp-northward-spread.txt"}
    # What was put back in part is put back in full from what was written then.
    again = rehydrate(tmp_path / "out", [seeds], tmp_path / "all", CARD)
    assert (again.whole, len(again.restored)) == (True, 2)
    from corpus_pkg.convert import rehydrate as module

    monkeypatch.setattr(module, "text_sha256", lambda _: "0" * 64)
    other = rehydrate(without, [seeds], tmp_path / "other", CARD)
    assert (other.whole, other.restored, other.missing) == (False, [], [])
    assert len(other.other) > 10


def test_nothing_to_put_back_is_said(built: tuple[Path, Path], seeds: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="withholds no text"):
        rehydrate(built[0], [seeds], tmp_path / "out", CARD)
    assert not (tmp_path / "out").exists()


@given(st.data())
def test_what_was_withheld_is_filled_again(data: st.DataObject) -> None:
    row = to_row(data.draw(st.sampled_from(list(load(ROOT / "data")))))
    without = withhold(row)
    assert row["text"] is not None
    kept = {name: row[name] for name in ("edits", "regions")}
    assert fill(without, row["text"]) | kept == row
    assert all(each["text"] is None for name in ("quotes", "scare", "regions") for each in without[name])
