"""`python -m corpus_pkg.evaluate quality`: what it prints, writes and exits with."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from gold_support import SAID, quote_record, write_set

from corpus_pkg.errors import UsageError
from corpus_pkg.evaluate import command
from corpus_pkg.evaluate.quality import find_sets

TIMED = {"id": "one", "text": "It sank on 7 May 2024.",
         "times": [{"start": 11, "end": 21, "value": "2024-05-07"}]}  # fmt: skip


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """A gold folder of two tasks that need no model."""
    wrong = quote_record(speaker="She") | {"id": "wrong"}
    write_set(tmp_path / "gold", "quotes/own", quote_record(), wrong)
    write_set(tmp_path / "gold", "times/own", TIMED)
    return tmp_path / "gold"


def _run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *arguments: str | Path
) -> tuple[int, str, str]:
    monkeypatch.setattr(sys, "argv", ["bench", *map(str, arguments)])
    with pytest.raises(SystemExit) as caught:
        command.main()
    printed = capsys.readouterr()
    assert isinstance(caught.value.code, int)
    return caught.value.code, printed.out, printed.err


def test_the_command_runs_by_itself(gold: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "corpus_pkg.evaluate", "quality", "--gold", str(gold), "--json"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    figures = json.loads(done.stdout)
    assert done.stderr == ""
    assert list(figures) == ["quotes/own", "times/own"]
    assert (figures["quotes/own"]["stretch_f1"], figures["quotes/own"]["end_to_end_f1"]) == (100, 50)
    assert figures["times/own"]["value_f1"] == 100


def test_the_table_has_a_row_a_set(
    gold: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, _ = _run(monkeypatch, capsys, "quality", "--gold", gold, "--sets", "quotes/own")
    assert code == 0
    assert "end_to_end 50.0" in out
    assert "records by confidence" in out
    assert "times/own" not in out


def test_errors_are_written_as_json_lines(
    gold: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "errors.jsonl"
    assert _run(monkeypatch, capsys, "quality", "--gold", gold, "--errors", path)[0] == 0
    (error,) = map(json.loads, path.read_text("utf-8").splitlines())
    assert error == {"set": "quotes/own", "document": "wrong", "kind": "speaker", "gold": "She",
                     "predicted": "Anna Lindholm", "context": SAID}  # fmt: skip
    code, _, err = _run(monkeypatch, capsys, "quality", "--gold", gold, "--errors", tmp_path / "no" / "errors")
    assert (code, "cannot be written" in err) == (2, True)


def test_floors_are_pinned_and_held(
    gold: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "floors.json"
    call = ("quality", "--gold", gold)
    assert _run(monkeypatch, capsys, *call, "--pin", path, "--sets", "quotes/own")[0] == 0
    assert list(json.loads(path.read_text("utf-8"))) == ["quotes/own"]
    assert _run(monkeypatch, capsys, *call, "--floors", path)[0] == 0

    write_set(gold, "quotes/own", quote_record(), quote_record(content="ferry leaves at six") | {"id": "two"})
    code, out, err = _run(monkeypatch, capsys, *call, "--floors", path)
    assert code == 1
    assert "stretch 50.0" in out
    assert "quotes/own stretch_f1: 50.0 is below its floor 100.0" in err
    before = path.read_bytes()
    code, _, err = _run(monkeypatch, capsys, *call, "--pin", path)
    assert (code, "--lower" in err, path.read_bytes() == before) == (2, True, True)
    assert _run(monkeypatch, capsys, *call, "--pin", path, "--lower")[0] == 0
    assert json.loads(path.read_text("utf-8"))["quotes/own"]["stretch_f1"] == 50.0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--gold", "absent"), "absent: no such folder"),
        (("--gold", "."), "holds no set"),
        (("--gold", "gold", "--sets", "quotes/none"), "no such set: quotes/none. There are quotes/own, times/own"),
        (("--gold", "gold", "--floors", "none.json"), "none.json: cannot be read"),
        (("--gold", "gold", "--floors", "lost.json"), "its sets are not in the gold folder: quotes/lost"),
    ],
)
def test_wrong_use_is_one_clear_message(  # noqa: PLR0913, PLR0917  fixtures
    gold: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
    arguments: tuple[str, ...], message: str,
) -> None:  # fmt: skip
    assert gold.is_dir()
    (tmp_path / "lost.json").write_text('{"quotes/lost": {"stretch_f1": 1.0}}')
    monkeypatch.chdir(tmp_path)
    code, out, err = _run(monkeypatch, capsys, "quality", *arguments)
    assert (code, out) == (2, "")
    assert err.startswith("bench: ")
    assert message in err
    assert err.count("\n") == 1


def test_a_malformed_set_is_named_with_its_line(
    gold: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with (gold / "times" / "own.jsonl").open("a") as stream:
        stream.write("{\n")
    code, _, err = _run(monkeypatch, capsys, "quality", "--gold", gold)
    assert code == 2
    assert "own.jsonl:2: the line is not JSON" in err


def test_a_peer_that_is_not_installed_is_said_plainly(
    gold: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "textacy.extract.triples", None)
    code, out, err = _run(monkeypatch, capsys, "quality", "--gold", gold, "--peers")
    assert code == 0
    assert re.search(r"textacy is not installed: pip install", err)
    assert "quotes/own by regex" in out


def test_sets_come_in_a_fixed_order_and_folders_may_be_absent(gold: Path) -> None:
    assert list(find_sets(gold)) == ["quotes/own", "times/own"]
    assert list(find_sets(gold, ["times/own"])) == ["times/own"]
    with pytest.raises(UsageError, match=r"quotes/\*\.jsonl"):
        find_sets(gold / "quotes")
