"""The peers: which run on which sets, saying so where one is not installed, the baseline, and textacy."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest
from gold_support import SAID, at, quote_record, write_set

from corpus_pkg.evaluate.peers import baseline
from corpus_pkg.evaluate.peers.run import measure_peers, missing, open_peers
from corpus_pkg.evaluate.peers.textacy_quotes import TextacyQuotes


@pytest.mark.parametrize(
    ("text", "content", "speaker", "cue"),
    [
        (SAID, "The ferry leaves at six,", "Anna Lindholm", "said"),
        ('The tide turned. Peter Okoro told Karl Berg: "It is late."', "It is late.", "Peter Okoro", "told"),
        ("Nobody stirred.\n“It is late.”\nKarl Berg said so.", "It is late.", None, None),
        ("He called it “a farce”.", "a farce", "He", "called"),
    ],
)  # fmt: skip
def test_the_baseline_takes_the_nearest_name_beside_the_nearest_verb(
    text: str, content: str, speaker: str | None, cue: str | None
) -> None:
    (found,) = baseline.find_reported(text)
    assert (found.quoted, found.speaker and found.speaker.text, found.cue) == ((at(text, content),), speaker, cue)


def test_the_baseline_is_linear_in_odd_text() -> None:
    assert baseline.find_reported("Said " * 20_000 + "“A” " * 2_000)


def test_a_peer_that_is_not_installed_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "textacy.extract.triples", None)
    sets = {"quotes/own": write_set(tmp_path, "own", quote_record()), "entities/own": tmp_path}
    peers = open_peers(sets)
    assert list(peers) == ["quotes"]
    assert peers["quotes"]["textacy"] is None
    assert missing(peers) == ["textacy is not installed: pip install 'corpus-pkg[eval]'"]
    told: list[str] = []
    outcomes = measure_peers(sets, peers, told.append)
    assert list(outcomes) == ["quotes/own"]
    assert outcomes["quotes/own"]["textacy"] is None
    regex = outcomes["quotes/own"]["regex"]
    assert regex is not None
    assert regex.figures["end_to_end_f1"] == 100
    assert told == ["quotes/own by regex", "quotes/own by textacy"]


def test_each_task_has_its_peers_and_a_missing_one_is_told_once(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("quantulum3.parser", "recognizers_number", "recognizers_date_time", "dateparser.date"):
        monkeypatch.setitem(sys.modules, module, None)
    peers = open_peers(["times/own", "times/other", "quantities/own"])
    assert peers == {
        "quantities": {"quantulum3": None, "recognizers-text": None},
        "times": {"recognizers-text": None, "dateparser": None},
    }
    assert [each.split()[0] for each in missing(peers)] == ["quantulum3", "recognizers-text", "dateparser"]


@pytest.mark.skipif(importlib.util.find_spec("textacy") is None, reason="the extra `eval` is not installed")
def test_textacy_gives_quotations_by_paragraph() -> None:
    text = "An odd mark “ stands here.\n\n" + SAID
    (found,) = TextacyQuotes().find_reported(text)
    assert found.speaker is not None
    assert (found.quoted, found.speaker.text, found.cue) == (
        (at(text, "“The ferry leaves at six,”"),), "Anna Lindholm", "said",
    )  # fmt: skip
