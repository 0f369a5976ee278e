"""A frozen dataset of every schema version that was released loads, is sound, and is lifted without loss."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from typer.testing import CliRunner

from corpus_pkg.cli import app
from corpus_pkg.convert.migrate import migrate
from corpus_pkg.describe.card import card_document
from corpus_pkg.errors import CorpusError, DatasetError
from corpus_pkg.findings import Severity
from corpus_pkg.loading import load
from corpus_pkg.model.frozen import published_versions
from corpus_pkg.model.ids import text_sha256
from corpus_pkg.model.version import SCHEMA_VERSION
from corpus_pkg.validate.judge import validate

FROZEN = Path(__file__).parents[1] / "frozen"
OLDER = [each for each in published_versions() if each != SCHEMA_VERSION]


def test_there_is_a_frozen_dataset_of_every_older_version() -> None:
    assert OLDER
    assert sorted(each.name for each in FROZEN.iterdir()) == OLDER
    for version in OLDER:
        assert load(FROZEN / version).manifest.schema_version == version


@pytest.fixture(params=OLDER)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return Path(shutil.copytree(FROZEN / request.param, tmp_path / "old"))


def test_it_is_judged_by_its_own_version(old: Path) -> None:
    assert [each for each in validate(old) if each.severity is not Severity.INFO] == []


def test_a_wrong_offset_in_it_is_found(old: Path) -> None:
    (path,) = (old / "quotes").glob("*.parquet")
    rows = pq.read_table(path)
    changed = rows.set_column(rows.schema.get_field_index("start"), rows.schema.field("start"), [[0] * len(rows)])
    pq.write_table(changed, path, compression="zstd", write_page_index=True)
    assert "D007" in {each.rule.code for each in validate(old)}


def test_its_records_are_those_of_this_package(old: Path) -> None:
    corpus = load(old)
    articles = list(corpus)
    assert len(articles) == len(corpus) > 10
    for each in articles:
        assert (each.text_length, each.text_sha256) == (len(each.text), text_sha256(each.text))
        assert each.schema_version == SCHEMA_VERSION
    assert corpus.article(articles[3].id) == articles[3]
    assert sum(1 for _ in corpus.records("quotes")) == sum(len(each.quotes) for each in articles)


def test_it_is_lifted_without_loss(old: Path) -> None:
    before = {name: load(old).arrow(name).to_pylist() for name in load(old).configs}
    articles, rejects = list(load(old)), (old / "rejects.jsonl").read_bytes()
    done = CliRunner().invoke(app, ["migrate", str(old)])
    assert (done.exit_code, "every config has the rows it had" in done.output) == (0, True), done.output
    lifted = load(old)
    assert lifted.manifest.schema_version == SCHEMA_VERSION
    assert [each for each in validate(old) if each.severity is not Severity.INFO] == []
    assert list(lifted) == articles
    assert (old / "rejects.jsonl").read_bytes() == rejects
    for name, rows in before.items():
        columns = rows[0].keys() - {"schema_version"}
        after = [{key: row[key] for key in columns} for row in lifted.arrow(name).to_pylist()]
        assert after == [{key: row[key] for key in columns} for row in rows]
    done = CliRunner().invoke(app, ["migrate", str(old)])
    assert (done.exit_code, "nothing to do" in done.output) == (0, True)


def test_what_people_wrote_in_its_card_stays(old: Path) -> None:
    own, changes = "## Why\n\nBecause nobody had.\n\n### And how\n\n- So.", "## 0.1.0\n\n- First."
    corpus = load(old)
    card = dict(card_document(own, f"# Changelog\n\n{changes}\n")(old, corpus.manifest))["README.md"]
    (old / "README.md").write_bytes(card)
    assert CliRunner().invoke(app, ["migrate", str(old)]).exit_code == 0
    lifted = (old / "README.md").read_text("utf-8")
    assert f"\n\n{own}\n\n## Data dictionary\n" in lifted
    assert "\n## Changelog\n\n### 0.1.0\n\n- First.\n" in lifted


def test_rows_that_are_not_those_of_the_manifest_are_not_lifted(old: Path) -> None:
    manifest = json.loads((old / "manifest.json").read_text("utf-8"))
    manifest["configs"][1]["content_sha256"] = "0" * 64
    (old / "manifest.json").write_text(json.dumps(manifest), "utf-8")
    files = {each: each.read_bytes() for each in old.rglob("*") if each.is_file()}
    with pytest.raises(DatasetError, match=r"not what its manifest states.*nothing was changed"):
        migrate(old, ())
    assert {each: each.read_bytes() for each in old.rglob("*") if each.is_file()} == files


def test_a_shard_that_cannot_be_read_is_told(old: Path) -> None:
    (path,) = (old / "articles").glob("*.parquet")
    path.write_bytes(path.read_bytes()[:-100])
    done = CliRunner().invoke(app, ["migrate", str(old)])
    assert isinstance(done.exception, DatasetError)


def test_what_cannot_be_lifted_is_told(old: Path) -> None:
    manifest = (old / "manifest.json").read_text("utf-8")
    for name, content in (
        ("manifest.json", manifest.replace('"schema_version": "0.1.0"', '"schema_version": "9.0.0"').encode()),
        ("manifest.json", b"[]"),
        ("README.md", b"\xff"),
        ("rejects.jsonl", None),
    ):
        before = (old / name).read_bytes()
        (old / name).unlink()
        if content is not None:
            (old / name).write_bytes(content)
        done = CliRunner().invoke(app, ["migrate", str(old)])
        assert isinstance(done.exception, CorpusError), (name, done.exception)
        (old / name).write_bytes(before)
    assert CliRunner().invoke(app, ["migrate", str(old)]).exit_code == 0
