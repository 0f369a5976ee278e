"""The peers: the baseline, textacy where it is installed, and saying so where it is not."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest
from gold_support import SAID, at, quote_record, write_set

from corpus_pkg.evaluate.peers import baseline
from corpus_pkg.evaluate.peers.run import measure_peers, open_peers
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
    peers = open_peers()
    assert peers["textacy"] is None
    sets = {"quotes/own": write_set(tmp_path, "own", quote_record()), "times/own": tmp_path}
    told: list[str] = []
    outcomes = measure_peers(sets, peers, told.append)
    assert list(outcomes) == ["quotes/own"]
    assert outcomes["quotes/own"]["textacy"] is None
    regex = outcomes["quotes/own"]["regex"]
    assert regex is not None
    assert regex.figures["end_to_end_f1"] == 100
    assert told == ["quotes/own by regex", "quotes/own by textacy"]


@pytest.mark.skipif(importlib.util.find_spec("textacy") is None, reason="the extra `eval` is not installed")
def test_textacy_gives_quotations_by_paragraph() -> None:
    text = "An odd mark “ stands here.\n\n" + SAID
    (found,) = TextacyQuotes().find_reported(text)
    assert found.speaker is not None
    assert (found.quoted, found.speaker.text, found.cue) == (
        (at(text, "“The ferry leaves at six,”"),), "Anna Lindholm", "said",
    )  # fmt: skip
