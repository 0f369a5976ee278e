"""Floors: pinned, held, and lowered only when that is meant."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from corpus_pkg.errors import UsageError
from corpus_pkg.evaluate.floors import below, pin, read_floors, refuse_unmeasured
from corpus_pkg.evaluate.outcome import Figure, Outcome


def _reached(**figures: Figure) -> dict[str, Outcome]:
    return {"quotes/own": Outcome(dict(figures), 10, 1.0)}


def test_figures_are_cut_to_one_decimal_and_counts_stay(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    pin(path, _reached(a=91.29, b=91.3, c=100.0, count=45, absent=None), extend=False, lower=False)
    assert json.loads(path.read_text("utf-8")) == {"quotes/own": {"a": 91.2, "b": 91.3, "c": 100.0, "count": 45}}


@pytest.mark.parametrize("figure", [0.1, 0.29, 0.57, 1.1, 4.35, 8.2, 16.4, 33.33, 64.1, 92.45, 99.99])
def test_a_figure_is_never_below_the_floor_that_it_set(tmp_path: Path, figure: float) -> None:
    path = tmp_path / "floors.json"
    pin(path, _reached(a=figure), extend=False, lower=False)
    floors = read_floors(path)
    assert below(_reached(a=figure), floors) == []
    assert floors["quotes/own"]["a"] == int(figure * 10 + 1e-6) / 10


def test_each_figure_below_its_floor_is_named() -> None:
    floors = {"quotes/own": {"a": 91.2, "b": 50.0, "c": 10.0}, "quotes/other": {"a": 99.0}}
    assert below(_reached(a=91.19, b=50.0), floors) == [
        "quotes/own a: 91.19 is below its floor 91.2", "quotes/own c: no figure is below its floor 10.0",
    ]  # fmt: skip


def test_floors_rise_freely_and_fall_only_when_told(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    pin(path, _reached(a=50.0), extend=False, lower=False)
    pin(path, _reached(a=60.0), extend=False, lower=False)
    before = path.read_bytes()
    with pytest.raises(UsageError, match=r"quotes/own a: 59\.9 is below its floor 60.*--lower"):
        pin(path, _reached(a=59.9), extend=False, lower=False)
    assert path.read_bytes() == before
    pin(path, _reached(a=59.9), extend=False, lower=True)
    assert read_floors(path) == {"quotes/own": {"a": 59.9}}


def test_the_file_says_which_sets_are_pinned(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    path.write_text('{"quotes/kept": {"a": 1.0}, "quotes/own": {"a": 1.0}}')
    other = {"quotes/secret": Outcome({"a": 5.0}, 10, 1.0)}
    pin(path, _reached(a=2.0) | other, extend=False, lower=False)
    assert read_floors(path) == {"quotes/kept": {"a": 1.0}, "quotes/own": {"a": 2.0}}
    pin(path, other, extend=True, lower=False)
    assert list(read_floors(path)) == ["quotes/kept", "quotes/own", "quotes/secret"]


@pytest.mark.parametrize("content", ["", "[]", '{"quotes/own": 5}', '{"quotes/own": {"a": "5"}}', "\xff"])
def test_a_damaged_file_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "floors.json"
    path.write_bytes(content.encode("latin-1"))
    with pytest.raises(UsageError, match=r"floors\.json.*Floors look like"):
        read_floors(path)


def test_a_file_that_cannot_be_read_or_written_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        read_floors(tmp_path / "absent.json")
    with pytest.raises(UsageError, match="cannot be written"):
        pin(tmp_path / "absent" / "floors.json", _reached(a=1.0), extend=False, lower=False)


def test_floors_that_nothing_measures_are_refused(tmp_path: Path) -> None:
    floors = {"quotes/own": {"a": 1.0}, "quotes/lost": {"a": 1.0}}
    refuse_unmeasured(tmp_path, floors, ["quotes/own", "quotes/lost", "times/own"])
    with pytest.raises(UsageError, match="quotes/lost"):
        refuse_unmeasured(tmp_path, floors, ["quotes/own"])
