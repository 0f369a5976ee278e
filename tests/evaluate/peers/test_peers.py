"""The peers: the baseline, textacy where it is installed, and saying so where it is not."""

from __future__ import annotations

import datetime as dt
import importlib.util
import sys
from pathlib import Path

import pytest
from gold_support import SAID, at, quote_record, write_set

from corpus_pkg.evaluate.peers import baseline
from corpus_pkg.evaluate.peers.dateparser_times import DateparserTimes
from corpus_pkg.evaluate.peers.quantulum_quantities import QuantulumQuantities
from corpus_pkg.evaluate.peers.recognizers import RecognizersQuantities, RecognizersTimes
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
    for module in (
        "textacy.extract.triples",
        "quantulum3",
        "recognizers_number",
        "recognizers_date_time",
        "dateparser.search",
    ):
        monkeypatch.setitem(sys.modules, module, None)
    peers = open_peers()
    assert missing(peers) == ["dateparser", "quantulum3", "recognizers-text", "textacy"]
    sets = {"quotes/own": write_set(tmp_path, "own", quote_record()), "speakers/own": tmp_path}
    told: list[str] = []
    outcomes = measure_peers(sets, peers, told.append)
    assert list(outcomes) == ["quotes/own"]
    assert outcomes["quotes/own"]["textacy"] is None
    regex = outcomes["quotes/own"]["regex"]
    assert regex is not None
    assert regex.figures["end_to_end_f1"] == 100
    assert told == ["quotes/own by regex", "quotes/own by textacy"]


def _needs(module: str) -> pytest.MarkDecorator:
    absent = importlib.util.find_spec(module) is None
    return pytest.mark.skipif(absent, reason="the extra `eval` is not installed")


@_needs("textacy")
def test_textacy_gives_quotations_by_paragraph() -> None:
    text = "An odd mark “ stands here.\n\n" + SAID
    (found,) = TextacyQuotes().find_reported(text)
    assert found.speaker is not None
    assert (found.quoted, found.speaker.text, found.cue) == (
        (at(text, "“The ferry leaves at six,”"),), "Anna Lindholm", "said",
    )  # fmt: skip


COUNTED = "The ferry cost 3 million euros and carries 6 to 7 percent more."


@_needs("quantulum3")
def test_quantulum_gives_ranges_by_their_ends_and_places() -> None:
    money, share = QuantulumQuantities().find_quantities(COUNTED)
    assert (money.stretch, money.value, money.unit) == (at(COUNTED, "3 million euros"), 3e6, "euro")
    assert (share.value, share.low, share.high, share.unit) == (None, 6, 7, "percentage")


@_needs("recognizers_number_with_unit")
def test_recognizers_give_units_before_bare_numbers_and_places() -> None:
    found = RecognizersQuantities().find_quantities(COUNTED)
    assert [(each.stretch, each.value, each.unit) for each in found if each.unit == "euro"] == [
        (at(COUNTED, "3 million euros"), 3e6, "euro")
    ]
    text = "The ferry sank on Thursday and was raised in May 2020."
    times = RecognizersTimes().find_times(text, dt.date(2025, 2, 14))
    assert [(each.stretch, each.value) for each in times] == [
        (at(text, "Thursday"), "2025-02-13"), (at(text, "May 2020"), "2020-05"),
    ]  # fmt: skip


@_needs("dateparser")
def test_dateparser_gives_places_in_order() -> None:
    text = "It sank on 13 February 2025 and again on 13 February 2025."
    found = DateparserTimes().find_times(text, dt.date(2025, 3, 1))
    assert [each.value for each in found] == ["2025-02-13", "2025-02-13"]
    assert found[0].stretch[1] <= found[1].stretch[0]
