"""The card says how a dataset was made, whose it is and what it cannot do; what people wrote by hand survives."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from corpus_pkg.cli import app
from corpus_pkg.describe.card import card_document, hand_written
from corpus_pkg.describe.quality import SHOWN, figures
from corpus_pkg.errors import UsageError
from corpus_pkg.loading import load
from corpus_pkg.store import manifest as manifest_file

DATA = Path(__file__).parents[2] / "data"


def _files(written: str = "", changes: str = "") -> dict[str, bytes]:
    return dict(card_document(written, changes)(DATA, manifest_file.read(DATA)))


def _card(written: str = "", changes: str = "") -> str:
    return _files(written, changes)["README.md"].decode("utf-8")


def test_what_the_card_says() -> None:
    card, manifest = _card(), json.loads((DATA / "manifest.json").read_text("utf-8"))
    assert f"{manifest['units']['read']} raw units came in: {manifest['units']['records']} are articles" in card
    for each in manifest["noted"]:
        assert f"{each['count']} times {each['code']}" in card
    for heading in ("Use", "Configs", "What is in it", "What is not known", "Annotation", "Quality", "How it was made",
                    "Rights, people, takedown", "Known limits", "Data dictionary", "Citation"):  # fmt: skip
        assert card.count(f"\n## {heading}\n") == 1, heading


def test_the_rates_of_null_are_those_of_the_rows() -> None:
    rates = dict(re.findall(r"^\| `([a-z]+\.[a-z_]+)` \| ([0-9]+ of [0-9]+) \|", _card(), re.MULTILINE))
    corpus = load(DATA)
    for config in corpus.configs:
        rows = corpus.arrow(config).to_pylist()
        for column in ("title", "source", "speaker", "wikidata", "value", "asserter"):
            if column in rows[0] and f"{config}.{column}" in rates:
                assert rates[f"{config}.{column}"] == f"{sum(row[column] is None for row in rows)} of {len(rows)}"
    assert {"articles.title", "quotes.speaker", "entities.wikidata", "claims.value"} < set(rates)


def test_every_picture_of_the_card_is_a_file_beside_it() -> None:
    files = _files()
    shown = re.findall(r"!\[[^]]+\]\(([^)]+)\)", files["README.md"].decode("utf-8"))
    assert sorted(shown) == sorted(set(files) - {"README.md"})
    assert "plots/time.svg" in shown


def test_the_quality_figures_stand_with_their_gold_and_their_conditions() -> None:
    card = _card()
    for name, (what, measures) in SHOWN.items():
        for measure, label in measures.items():
            assert f"| {label} | {what} | {figures()[name][measure]:.1f} |" in card
    assert "for which they do not hold" not in card
    manifest = manifest_file.read(DATA)
    object.__setattr__(manifest, "mode", "fast")
    object.__setattr__(manifest, "models", [])
    other = dict(card_document()(DATA, manifest))["README.md"].decode("utf-8")
    assert "made in the fast mode and without the verified `default` model, for which they do not hold" in other


def test_the_lines_that_load_it_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path))
    (code,) = re.findall(r"```python\n(.*?)```", _card(), re.DOTALL)
    named = code.replace('name = "corpus-pkg-seeds"', f"name = {str(DATA)!r}")
    assert named != code
    names: dict[str, object] = {}
    exec(compile(named, "README.md", "exec"), names)  # noqa: S102  our own lines
    articles, quotes = names["articles"], names["quotes"]
    corpus = load(DATA)
    assert articles["id"] == [each.id for each in corpus]
    assert len(quotes) == sum(len(each.quotes) for each in corpus)
    assert set(next(iter(names["of_one_source"]))) == {"source", "speaker_name", "text"}


def test_a_dataset_at_home_on_the_hub_is_loaded_by_its_name_there() -> None:
    manifest = manifest_file.read(DATA)
    object.__setattr__(manifest.dataset, "homepage", "https://huggingface.co/datasets/town/news")
    assert 'name = "town/news"' in dict(card_document()(DATA, manifest))["README.md"].decode("utf-8")


def test_a_changelog_stands_below_its_heading() -> None:
    card = _card(changes="# Changelog\n\n## 0.2.0\n\n- Ten articles more.\n")
    assert "\n## Changelog\n\n### 0.2.0\n\n- Ten articles more.\n" in card
    assert "\n# Changelog" not in card
    assert "## Changelog" not in _card(changes=" \n")


def test_what_people_wrote_stands_in_it_and_survives_a_build(tmp_path: Path) -> None:
    source = tmp_path / "seeds"
    source.mkdir()
    (source / "ferry.txt").write_text("The ferry stayed in port on Monday, its owners said on the quay.\n", "utf-8")
    (source / "CARD.md").write_text("## Why we made this\n\nBecause nobody had.\n", "utf-8")
    (source / "CHANGELOG.md").write_text("# Changes\n\n## 0.0.1\n\nFirst.\n", "utf-8")
    for _ in range(2):
        done = CliRunner().invoke(
            app, ["convert", str(source), "-o", str(tmp_path / "out"), "--ner", "none", "--mode", "fast"]
        )
        assert done.exit_code == 0, done.output
        assert "croissant.json: not written: corpus.toml does not state description, license" in done.output
        card = (tmp_path / "out" / "README.md").read_text("utf-8")
        assert "\n## Why we made this\n\nBecause nobody had.\n\n## Data" in card
        assert "\n## Changelog\n\n### 0.0.1\n\nFirst.\n" in card
        assert not (tmp_path / "out" / "croissant.json").exists()


def test_nothing_written_is_nothing_and_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    assert hand_written([str(tmp_path)]) == hand_written(["-"]) == hand_written(["a", "b"]) == ""
    (tmp_path / "CARD.md").write_bytes(b"\xff")
    with pytest.raises(UsageError):
        hand_written([str(tmp_path)])
