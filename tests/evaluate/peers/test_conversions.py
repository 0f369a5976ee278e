"""The conversions of peers: the steps that they take, whatever is installed."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pyarrow.parquet as pq
import pytest
from spacy.tokens import Doc
from typer.testing import CliRunner

from corpus_pkg.evaluate import beside
from corpus_pkg.evaluate.command import app
from corpus_pkg.evaluate.generated import write
from corpus_pkg.evaluate.peers.conversions import Chain, by_datatrove, by_script

_TEXTS = ["Anna Lindholm said “Yes” to 20 people in Paris.", "Odd “marks.", "Nothing."]


@pytest.fixture
def chain(monkeypatch: pytest.MonkeyPatch) -> Chain:
    """The chain with stand-ins for the two libraries: the first word is quoted, and a 2 is a quantity."""

    def quotations(doc: Doc) -> list[Any]:
        if "Odd" in doc.text:
            raise ValueError("an odd number of marks")
        return [SimpleNamespace(content=doc[:1], speaker=[doc[1]])] if "said" in doc.text else []

    def parse(text: str) -> list[Any]:
        at = text.find("2")
        return [SimpleNamespace(span=(at, at + 2), value=20.0, unit=SimpleNamespace(name="one"))] if at >= 0 else []

    for name, members in (("quantulum3.parser", {"parse": parse}),
                          ("textacy.extract.triples", {"direct_quotations": quotations})):  # fmt: skip
        module = ModuleType(name)
        module.__dict__.update(members)
        parent = name.partition(".")[0]
        monkeypatch.setitem(sys.modules, parent, ModuleType(parent))
        monkeypatch.setitem(sys.modules, name.rpartition(".")[0], ModuleType(name.rpartition(".")[0]))
        monkeypatch.setitem(sys.modules, name, module)
    return Chain()


def _source(folder: Path) -> Path:
    path = folder / "articles.jsonl"
    path.write_text("".join(json.dumps({"text": each}) + "\n" for each in _TEXTS), "utf-8")
    return path


def test_a_script_writes_what_was_found_of_each_article(chain: Chain, tmp_path: Path) -> None:
    by_script(chain, _source(tmp_path), tmp_path / "out")
    rows = pq.read_table(tmp_path / "out" / "articles.parquet").to_pylist()
    assert [each["text"] for each in rows] == _TEXTS
    assert [json.loads(each["quotes"]) for each in rows] == [[[0, 4, "Lindholm"]], [], []]
    assert json.loads(rows[0]["quantities"]) == [[28, 30, "20.0", "one"]]
    assert [0, 13, "PERSON"] in json.loads(rows[0]["entities"])


def test_datatrove_takes_the_same_steps(chain: Chain, tmp_path: Path) -> None:
    pytest.importorskip("datatrove")
    by_datatrove(chain, _source(tmp_path), tmp_path / "out")
    (path,) = (tmp_path / "out").glob("*.parquet")
    rows = pq.read_table(path).to_pylist()
    assert [each["text"] for each in rows] == _TEXTS
    assert json.loads(rows[0]["metadata"]["quotes"]) == [[0, 4, "Lindholm"]]


def test_paces_are_compared_round_by_round(chain: Chain, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beside, "Chain", lambda: chain)
    monkeypatch.setattr(beside, "_PEERS", {"a script": by_script})
    told: list[str] = []
    found = beside.measure(3, 2, told.append)
    assert told[:2] == ["corpus convert, round 1 of 2", "a script, round 1 of 2"]
    assert found.gain["a script"].rounds == 2
    ours, theirs = found.pace["corpus convert"], found.pace["a script"]
    assert ours.least / theirs.most <= found.gain["a script"].median <= ours.most / theirs.least


def test_a_peer_that_is_not_installed_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "quantulum3", None)
    monkeypatch.setitem(sys.modules, "quantulum3.parser", None)
    assert write(tmp_path / "in.jsonl", 1).is_file()
    result = CliRunner().invoke(app, ["beside", "--articles", "10", "--rounds", "1"])
    assert result.exit_code == 2
    assert "is not installed: pip install 'corpus-pkg[eval]'" in result.output
