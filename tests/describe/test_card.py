"""The card says how a dataset was made, whose it is and what it cannot do; what people wrote by hand survives."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from corpus_pkg.cli import app
from corpus_pkg.describe.card import hand_written, render_card
from corpus_pkg.errors import UsageError
from corpus_pkg.store import manifest as manifest_file

DATA = Path(__file__).parents[2] / "data"


def _card(written: str = "") -> str:
    return render_card(manifest_file.read(DATA), written)[1].decode("utf-8")


def test_what_the_card_says() -> None:
    card, manifest = _card(), json.loads((DATA / "manifest.json").read_text("utf-8"))
    assert f"{manifest['units']['read']} raw units came in: {manifest['units']['records']} are articles" in card
    for each in manifest["noted"]:
        assert f"{each['count']} times {each['code']}" in card
    for heading in ("## Use", "## Configs", "## Rights, people, takedown", "## Known limits", "## Data dictionary"):
        assert card.count(f"\n{heading}\n") == 1


def test_what_people_wrote_stands_in_it_and_survives_a_build(tmp_path: Path) -> None:
    source = tmp_path / "seeds"
    source.mkdir()
    (source / "ferry.txt").write_text("The ferry stayed in port on Monday, its owners said on the quay.\n", "utf-8")
    (source / "CARD.md").write_text("## Why we made this\n\nBecause nobody had.\n", "utf-8")
    for _ in range(2):
        done = CliRunner().invoke(
            app, ["convert", str(source), "-o", str(tmp_path / "out"), "--ner", "none", "--mode", "fast"]
        )
        assert done.exit_code == 0, done.output
        assert "\n## Why we made this\n\nBecause nobody had.\n\n## Data" in (tmp_path / "out" / "README.md").read_text(
            "utf-8"
        )


def test_nothing_written_is_nothing_and_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    assert hand_written([str(tmp_path)]) == hand_written(["-"]) == hand_written(["a", "b"]) == ""
    (tmp_path / "CARD.md").write_bytes(b"\xff")
    with pytest.raises(UsageError):
        hand_written([str(tmp_path)])
