"""What a new project holds, and that it is sound as it stands."""

from __future__ import annotations

import datetime as dt
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml
from tests_support import TODAY
from workflow_support import git

from corpus_pkg.convert.build import Options, build
from corpus_pkg.describe.card import card_document
from corpus_pkg.describe.project import project_files, project_name, write_project
from corpus_pkg.errors import UsageError
from corpus_pkg.loading import load
from corpus_pkg.model.version import PIPELINE_VERSION
from corpus_pkg.validate.judge import validate

FILES = project_files("town-news")
WORDS = range(80, 151)


def test_a_project_is_complete_and_no_placeholder_is_left() -> None:
    assert list(FILES) == [
        ".gitattributes", ".github/workflows/corpus.yml", ".gitignore", ".pre-commit-config.yaml", "CONTRIBUTING.md",
        "LICENSE", "README.md", "seeds/CARD.md", "seeds/corpus.toml", "seeds/island-ferry-returns.txt",
        "seeds/library-of-things.meta.toml", "seeds/library-of-things.txt",
    ]  # fmt: skip
    assert not [path for path, content in FILES.items() if b"@@" in content or b"\r" in content]
    assert f"corpus-pkg=={PIPELINE_VERSION}\n".encode() in FILES[".github/workflows/corpus.yml"]


def test_it_converts_without_rejects_or_doubts_and_is_sound(tmp_path: Path) -> None:
    write_project(tmp_path, FILES)
    options = Options(ner="none", workers=1, documents=(card_document(),), today=TODAY)
    built = build([tmp_path / "seeds"], tmp_path / "data", options)
    assert [*built.ledger.rejected, *built.ledger.doubted] == []
    assert list(validate(tmp_path / "data")) == []
    corpus = load(tmp_path / "data", version="0.1.0")
    assert corpus.manifest.dataset.name == "town-news"
    for article in corpus:
        assert len(article.text.split()) in WORDS
        assert article.date
        assert article.source
        assert article.claims
        assert [each.speaker_name or each.speaker for each in article.quotes if each.kind == "direct"]
    assert {each.date_provenance for each in corpus} == {"dateline", "given"}


def test_the_weekday_of_the_sample_is_that_of_its_date() -> None:
    text = FILES["seeds/island-ferry-returns.txt"].decode()
    assert "March 4, 2025" in text
    assert f"said on {dt.date(2025, 3, 4):%A}." in text


@pytest.mark.parametrize("title", ['News of "the town" \\ $HOME @@name ${x}', "Nouvelles d’été", "'''"])
def test_any_title_is_a_sound_one(title: str) -> None:
    files = project_files("town-news", title=title, license_id="CC-BY-4.0")
    settings = tomllib.loads(files["seeds/corpus.toml"].decode())
    assert (settings["name"], settings["title"], settings["license"]) == ("town-news", title, "CC-BY-4.0")
    assert files["README.md"].decode().startswith(f"# {title}\n")


@pytest.mark.parametrize(
    ("name", "title", "license_id", "message"),
    [
        ("", None, "CC0-1.0", "is no name of a dataset"),
        ("a/b", None, "CC0-1.0", "is no name of a dataset"),
        ("-x", None, "CC0-1.0", "is no name of a dataset"),
        ("x\n", None, "CC0-1.0", "is no name of a dataset"),
        ("x", "two\nlines", "CC0-1.0", "is not one line"),
        ("x", " ", "CC0-1.0", "is not one line"),
        ("x", None, "Public domain", "is no SPDX identifier"),
        ("x", None, 'CC0"', "is no SPDX identifier"),
    ],
)
def test_what_is_not_of_the_right_form_is_refused(name: str, title: str | None, license_id: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        project_files(name, title=title, license_id=license_id)


def test_the_folder_suggests_a_name(tmp_path: Path) -> None:
    assert project_name(tmp_path / "Town News_2") == "town-news-2"
    assert project_name(tmp_path / "Новости") == ""


def test_what_is_there_is_never_written_over(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("mine")
    with pytest.raises(UsageError, match="is not empty; nothing was written"):
        write_project(tmp_path, FILES)
    assert [each.name for each in tmp_path.iterdir()] == ["README.md"]
    with pytest.raises(UsageError, match="is a file"):
        write_project(tmp_path / "README.md", FILES)
    with pytest.raises(UsageError, match="cannot be written: Not a directory"):
        write_project(tmp_path / "README.md" / "below", FILES)
    assert (tmp_path / "README.md").read_text() == "mine"


def test_git_keeps_every_byte_of_an_article(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    git(tmp_path, "config", "core.autocrlf", "true")
    write_project(tmp_path, FILES)
    (tmp_path / "seeds" / "crlf.txt").write_bytes(b"one\r\ntwo\n")
    git(tmp_path, "add", "--all")
    git(tmp_path, "commit", "--quiet", "--message=all")
    for path in ("seeds/crlf.txt", "seeds/library-of-things.txt"):
        (tmp_path / path).unlink()
        git(tmp_path, "checkout", "--quiet", "--", path)
    assert (tmp_path / "seeds" / "crlf.txt").read_bytes() == b"one\r\ntwo\n"
    assert (tmp_path / "seeds" / "library-of-things.txt").read_bytes() == FILES["seeds/library-of-things.txt"]


def test_git_passes_over_what_a_stopped_build_leaves(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    write_project(tmp_path, FILES)
    (tmp_path / ".data.building").mkdir()
    (tmp_path / ".data.building" / "x").touch()
    assert ".data.building" not in git(tmp_path, "status", "--porcelain", "--untracked-files=all")


def test_every_command_that_the_documents_name_exists() -> None:
    from corpus_pkg.cli import app

    known = {str(each.callback.__name__) for each in app.registered_commands if each.callback}
    text = b"\n".join(FILES[name] for name in ("README.md", "CONTRIBUTING.md", ".github/workflows/corpus.yml")).decode()
    named = set(
        re.findall(r"(?<![\w-])corpus ([a-z]+)", "\n".join(re.findall(r"`[^`\n]+`|^ {4,}.*$", text, re.MULTILINE)))
    )
    assert {"validate", "convert", "explain"} <= named <= known


def test_the_checks_before_a_commit_are_understood(tmp_path: Path) -> None:
    write_project(tmp_path, FILES)
    command = [sys.executable, "-m", "pre_commit", "validate-config", str(tmp_path / ".pre-commit-config.yaml")]
    assert subprocess.run(command, check=False, capture_output=True).returncode == 0
    (hook,) = yaml.safe_load(FILES[".pre-commit-config.yaml"])["repos"][0]["hooks"]
    judged = [path for path in FILES if re.search(hook["files"], path)]
    assert judged == [path for path in FILES if path.startswith("seeds/") and path != "seeds/CARD.md"]
