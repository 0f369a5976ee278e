"""`corpus cache`: what is kept, and how it is pruned."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from typer.testing import CliRunner

from corpus_pkg.cli import app
from corpus_pkg.convert.cache import default_cache, opened, prune, survey
from corpus_pkg.convert.keys import code_digest
from corpus_pkg.errors import CorpusError, UsageError


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    """Three pieces of this code, one of them damaged, and one of another."""
    with opened(tmp_path / "cache") as blobs:
        for number in range(3):
            blobs.put(f"aa{number}", b"x" * 1000)
    damaged = tmp_path / "cache" / code_digest() / "aa" / "aa1"
    damaged.write_bytes(damaged.read_bytes()[:-1])
    other = tmp_path / "cache" / "0.0.1-000000000000" / "aa"
    other.mkdir(parents=True)
    (other / "aa9").write_bytes(b"x")
    return tmp_path / "cache"


def _said(*arguments: str | Path) -> str:
    result = CliRunner().invoke(app, ["cache", *map(str, arguments)])
    assert result.exit_code == 0, result.output
    return result.stdout


def test_it_shows_what_is_kept(cache: Path) -> None:
    assert json.loads(_said("--cache", cache, "--json")) == {
        "place": str(cache), "pieces": 4, "size": 3 * 1016 - 1 + 1, "current": 3, "damaged": 1,
    }  # fmt: skip
    said = _said("--cache", cache)
    assert "4 pieces" in said
    assert "of others: 1" in said
    assert "damaged: 1" in said


def test_pruning_removes_the_work_of_other_code(cache: Path) -> None:
    assert _said("prune", "--cache", cache).startswith("removed 1 pieces")
    assert survey(cache).pieces == survey(cache).current == 3
    assert sorted(each.name for each in cache.iterdir()) == [".lock", code_digest()]


def test_pruning_by_age_by_size_and_all(cache: Path) -> None:
    old = time.time() - 10 * 86_400
    for number in (0, 1):
        os.utime(cache / code_digest() / "aa" / f"aa{number}", (old - number, old - number))
    assert prune(cache, 11, None, everything=False)[0] == 1
    assert prune(cache, None, 1100, everything=False)[0] == 2
    assert (cache / code_digest() / "aa" / "aa2").exists(), "the newest stays"
    assert prune(cache, 9, None, everything=False)[0] == 0
    assert prune(cache, None, None, everything=True)[0] == 1
    assert survey(cache).pieces == 0
    assert prune(cache / "none", None, None, everything=True) == (0, 0)


def test_a_build_and_pruning_do_not_meet(cache: Path) -> None:
    with opened(cache), opened(cache), pytest.raises(CorpusError, match="a build is using it"):
        prune(cache, None, None, everything=True)


@pytest.mark.parametrize(("size", "kept"), [("0", 0), ("1.1k", 1), ("2500B", 2), ("1M", 3), (" 1 GB ", 3)])
def test_sizes(cache: Path, size: str, kept: int) -> None:
    _said("prune", "--cache", cache, "--max-size", size)
    assert survey(cache).pieces == kept


@pytest.mark.parametrize("size", ["", "lots", "5X", "nan", "inf"])
def test_what_is_no_size_is_wrong_use(cache: Path, size: str) -> None:
    result = CliRunner().invoke(app, ["cache", "prune", "--cache", str(cache), "--max-size", size or " "])
    assert isinstance(result.exception, UsageError)
    assert "is no size" in str(result.exception)


def test_where_it_is(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("CORPUS_CACHE", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert default_cache() == tmp_path / "corpus-pkg"
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert default_cache() == tmp_path / ".cache" / "corpus-pkg"
    monkeypatch.setenv("CORPUS_CACHE", "s3://bucket/kept")
    assert default_cache() == "s3://bucket/kept"
    with pytest.raises(UsageError, match="lies elsewhere"):
        survey(default_cache())


def test_a_place_that_cannot_be_one_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(CorpusError, match="--no-cache"), opened(tmp_path / "file"):
        pass


@pytest.mark.parametrize("address", ["s3://bucket/kept", "nonsense://kept"])
def test_an_address_that_nothing_reads_is_wrong_use(address: str) -> None:
    with pytest.raises(UsageError, match="work cannot be kept there"), opened(address):
        pass


def test_a_home_that_cannot_be_written_to_stops_no_build(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("It rained in Leeds on Friday.")
    (tmp_path / "home").write_text("no folder")
    line = [sys.executable, "-m", "corpus_pkg", "convert", tmp_path / "a.txt", "-o", tmp_path / "out", "--ner", "none"]
    home = {name: value for name, value in os.environ.items() if name != "CORPUS_CACHE"}
    home["XDG_CACHE_HOME"] = str(tmp_path / "home")
    done = subprocess.run(line, env=home, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr.count("\n")) == (0, 1)
    assert "nothing is kept for the next build" in done.stderr
    done = subprocess.run(
        line, env=home | {"CORPUS_CACHE": str(tmp_path / "home")}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 3, "a place that was named must do"
