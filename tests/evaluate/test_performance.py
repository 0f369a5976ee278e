"""The benches of speed, growth and crashes: they run what they say, and see what is wrong."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from corpus_pkg.evaluate import crashes, increments, memory, scaling, throughput
from corpus_pkg.evaluate.command import app
from corpus_pkg.evaluate.conversions import Run, convert, machine, spread
from corpus_pkg.evaluate.generated import write


def _quiet(_name: str) -> None:
    """Nobody looks."""


def test_a_run_is_measured(tmp_path: Path) -> None:
    options = ("--ner", "none", "--mode", "fast", "--no-cache", "--workers", "2")
    run = convert(write(tmp_path / "in.jsonl", 5), tmp_path / "out", *options)
    assert run.code == 0
    assert run.cpu > 0
    assert run.seconds > 0
    assert 30 < run.parent < 2000
    assert len(run.workers) == 2
    assert convert(tmp_path / "none", tmp_path / "out").code == 2
    assert "cores" in machine()
    assert (spread([3, 1, 2]).median, spread([3, 1, 2]).least, spread([3, 1, 2]).most) == (2, 1, 3)


def test_increments_compare_one_more_with_all() -> None:
    found = increments.measure(10, 1, "none", _quiet)
    assert found.shards == 1
    assert found.share.median == found.one.median / found.whole


def test_crashes_are_made_and_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    whole, looks = crashes.tree, iter(range(1, 99))

    def seen(folder: Path) -> dict[str, bytes]:
        # The seventh look is at what became of the second trial.
        return whole(folder) | ({"x": b"other"} if next(looks) == 7 else {})

    monkeypatch.setattr(crashes, "tree", seen)
    parents, workers = crashes.measure(20, 1, 0, _quiet)
    assert (parents.same, parents.whole, parents.wrong) == (1, 1, [])
    assert (workers.same, workers.wrong) == (0, ["trial 2: exit 0, x"])


def _run(monkeypatch: pytest.MonkeyPatch) -> None:
    def fake(_source: Path, _target: Path, *options: str) -> Run:
        seconds = 10.0 if "1" in options else 5.0 if "--workers" in options else 6.0
        return Run(code=0, seconds=seconds, cpu=1, parent=100, workers=[200, 300])

    for module in (scaling, memory):
        monkeypatch.setattr(module, "convert", fake)


def test_scaling_and_memory_say_what_runs_say(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    _run(monkeypatch)
    found = scaling.measure(5, 2, "none", _quiet, dask=True)
    assert (found.gain.median, found.gain.rounds) == (2, 2)
    assert found.beside is not None
    assert found.beside.median == 1.2
    assert scaling.measure(5, 1, "none", _quiet, dask=False).dask is None
    kept = tmp_path / "figures.json"
    kept.write_text('{"other": 1}')
    result = CliRunner().invoke(app, ["memory", "--sizes", "5,6", "--keep", str(kept)])
    assert result.exit_code == 0, result.output
    assert "5, parent" in result.stdout
    stored = json.loads(kept.read_text())
    assert stored["other"] == 1
    assert stored["memory"]["6"]["worker"] == 300
    assert stored["memory"]["machine"] == machine()


def test_throughput_compares_with_the_bare_pipelines() -> None:
    found = throughput.measure(3, 1, _quiet)
    assert set(found.ratio) == {"--ner none --mode fast", "--mode fast", "--mode full"}
    assert found.pace["--ner none --mode fast"].median > found.pace["--mode fast"].median
    assert found.ratio["--mode fast"].median == pytest.approx(
        found.pace["bare: ner"].median / found.pace["--mode fast"].median
    )
