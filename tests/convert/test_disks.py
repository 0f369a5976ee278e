"""Places that cannot be written to: a clear error, and the former dataset whole."""

from __future__ import annotations

import os
import sqlite3
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from conversion_support import run, source, tree

from corpus_pkg.convert.build import Options, build
from corpus_pkg.convert.heads import Heads
from corpus_pkg.convert.rejects import FindingLog
from corpus_pkg.errors import CorpusError
from corpus_pkg.store.directory import BuildDirectory


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """A disk of 1 MB."""
    yield from _mounted(tmp_path / "small", "size=1m")


def _mounted(place: Path, options: str) -> Iterator[Path]:
    place.mkdir()
    if os.geteuid() != 0 or subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", place], capture_output=True,  # noqa: S607
                                           check=False).returncode:  # fmt: skip
        pytest.skip("a small disk needs the right to mount one")
    yield place
    subprocess.run(["umount", place], check=True)  # noqa: S607


def test_a_full_disk_leaves_the_former_dataset_whole(tmp_path: Path, small: Path) -> None:
    assert run(source(tmp_path / "few", 5), small / "out", "--workers", "1", "--no-cache").returncode == 0
    before = tree(small / "out")
    done = run(source(tmp_path / "many", 300), small / "out", "--workers", "1", "--no-cache")
    assert (done.returncode, done.stdout) == (3, "")
    assert "No space left on device" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert tree(small / "out") == before
    assert [each.name for each in small.iterdir()] == ["out"]


def test_a_full_disk_of_kept_work_is_told(tmp_path: Path, small: Path) -> None:
    done = run(source(tmp_path, 300), tmp_path / "out", "--workers", "2", "--cache", str(small))
    assert done.returncode == 3
    assert "work cannot be kept there: No space left on device" in done.stderr
    assert "--cache DIR" in done.stderr
    assert not (tmp_path / "out").exists()


def test_a_target_that_may_not_be_written_is_told(tmp_path: Path, small: Path) -> None:
    given = source(tmp_path, 5)
    assert run(given, small / "out", "--workers", "1", "--no-cache").returncode == 0
    before = tree(small / "out")
    subprocess.run(["mount", "-o", "remount,ro", small], check=True)  # noqa: S607
    done = run(given, small / "out", "--workers", "1", "--no-cache")
    assert done.returncode in {2, 3}
    assert "Read-only file system" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert tree(small / "out") == before


def test_two_builds_of_one_dataset_do_not_meet(tmp_path: Path) -> None:
    with BuildDirectory(tmp_path / "out") as other:
        done = run(source(tmp_path, 2), tmp_path / "out", "--workers", "1", "--no-cache")
        assert (done.returncode, done.stdout) == (3, "")
        assert "another build of it is running" in done.stderr
        assert other.path.is_dir()
    assert run(source(tmp_path, 2), tmp_path / "out", "--workers", "1", "--no-cache").returncode == 0


@pytest.mark.parametrize("where", [Heads, FindingLog])
def test_a_full_disk_of_the_database_is_told(where: type, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("It rained in Leeds on Friday.")
    (tmp_path / "in" / "b.txt").write_text("")
    monkeypatch.setattr(where, "add" if where is Heads else "append", full)
    with pytest.raises(CorpusError, match="database or disk is full"):
        build([tmp_path / "in"], tmp_path / "out", Options(ner="none", mode="fast", workers=1))
    assert sorted(each.name for each in tmp_path.iterdir()) == ["in"]
