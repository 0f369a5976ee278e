"""`corpus new DIR`, as a shell sees it."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

from corpus_pkg.describe.project import project_files


def _new(*arguments: object, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-W", "error", "-m", "corpus_pkg", "new", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=cwd)


def _found(folder: Path) -> dict[str, bytes]:
    return {str(each.relative_to(folder)): each.read_bytes() for each in folder.rglob("*") if each.is_file()}


def test_it_writes_a_project_and_says_what_comes_next(tmp_path: Path) -> None:
    done = _new(tmp_path / "Town News")
    assert (done.returncode, done.stderr) == (0, "")
    assert _found(tmp_path / "Town News") == project_files("town-news")
    assert str(tmp_path / "Town News" / "seeds" / "corpus.toml") in done.stdout.splitlines()
    assert "corpus validate seeds" in done.stdout.splitlines()[-1]


def test_options_are_in_the_settings(tmp_path: Path) -> None:
    done = _new(tmp_path, "--name", "Wire.2", "--license", "CC-BY-4.0", "--title", "The wire")
    assert done.returncode == 0
    settings = tomllib.loads((tmp_path / "seeds" / "corpus.toml").read_text("utf-8"))
    assert (settings["name"], settings["license"], settings["title"]) == ("Wire.2", "CC-BY-4.0", "The wire")


def test_a_clone_of_an_empty_repository_is_an_empty_directory(tmp_path: Path) -> None:
    (tmp_path / "wire" / ".git").mkdir(parents=True)
    assert _new(".", cwd=tmp_path / "wire").returncode == 0
    assert _found(tmp_path / "wire") == project_files("wire")


def test_wrong_use_is_one_clear_message_and_exit_2(tmp_path: Path) -> None:
    (tmp_path / "mine").touch()
    for arguments, message in (
        ((tmp_path,), f"{tmp_path}: is not empty; nothing was written. Name a new or empty directory."),
        ((tmp_path / "x", "--license", "my own"), "is no SPDX identifier"),
        ((tmp_path / "新闻",), "is no name of a dataset. Use letters, digits, hyphens, points: `--name town-news`."),
    ):
        done = _new(*arguments)
        assert (done.returncode, done.stdout) == (2, "")
        assert message in done.stderr
        assert "Traceback" not in done.stderr
    assert [each.name for each in tmp_path.iterdir()] == ["mine"]
