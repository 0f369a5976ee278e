"""The table and the JSON."""

from __future__ import annotations

import json

from corpus_pkg.evaluate.outcome import Bin, Mistake, Outcome, around
from corpus_pkg.evaluate.report import as_json, as_text

BINS = [Bin(0.0, 0.5, 0, None, None), Bin(0.5, 1.0, 3, 0.9123, 66.67)]
OURS = {
    "quotes/own": Outcome({"stretch_f1": 91.26, "indirect_f1": None, "cases_right": 1200}, 5000, 0.5, reliability=BINS),
    "times/own": Outcome({"strict_f1": 100.0}, 10, 0.0),
}
PEERS = {"quotes/own": {"regex": Outcome({"stretch_f1": 50.0}, 5000, 0.1), "textacy": None}}


def test_a_row_a_set_and_a_reliability_table() -> None:
    assert as_text(OURS, {}).splitlines() == [
        "set         words/s  figures",
        "quotes/own  10,000   stretch 91.3  indirect -  cases_right 1,200",
        "times/own   -        strict 100.0",
        "",
        "quotes/own: records by confidence",
        "confidence    records  mean   right",
        "0.00 to 0.50  0        -      -",
        "0.50 to 1.00  3        0.912  66.7",
    ]


def test_peers_stand_under_the_set() -> None:
    lines = as_text(OURS, PEERS).splitlines()
    assert [line.split("  ")[0] for line in lines[1:5]] == [
        "quotes/own", "quotes/own by regex", "quotes/own by textacy", "times/own",
    ]  # fmt: skip
    assert lines[3].endswith("not installed")


def test_json_has_every_figure() -> None:
    value = json.loads(as_json(OURS, PEERS))
    assert value["quotes/own"]["words_per_second"] == 10_000
    assert value["quotes/own"]["indirect_f1"] is None
    assert value["quotes/own"]["reliability"][1] == {
        "low": 0.5, "high": 1.0, "records": 3, "confidence": 0.9123, "right": 66.67,
    }  # fmt: skip
    assert value["quotes/own"]["peers"] == {
        "regex": {"stretch_f1": 50.0, "words_per_second": 50_000}, "textacy": None,
    }  # fmt: skip
    assert value["times/own"] == {"strict_f1": 100.0, "words_per_second": None}


def test_an_error_has_its_set_and_some_context() -> None:
    text = "a" * 300
    mistake = Mistake("one", "missed", "x", None, around(text, 200))
    assert len(mistake.context) == 160
    assert mistake.as_json("quotes/own") == {
        "set": "quotes/own", "document": "one", "kind": "missed", "gold": "x", "predicted": None,
        "context": mistake.context,
    }  # fmt: skip
