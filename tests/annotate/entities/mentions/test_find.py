"""What each rule does to the names of a text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from entity_support import mentions
from hypothesis import given
from hypothesis import strategies as st

from corpus_pkg.annotate.entities.mentions.capitals import recase
from corpus_pkg.annotate.entities.mentions.find import find_mentions
from corpus_pkg.annotate.entities.recognizer import Labelled
from corpus_pkg.annotate.gazetteer import default_gazetteer


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # acronyms
        ("The Harrow Water Board (HWB) met. HWB paid.",
         [("Harrow Water Board", "ORG"), ("HWB", "ORG"), ("HWB", "ORG")]),
        ("The [Kestrel Point|LOC] (KP) lighthouse.", [("Kestrel Point", "LOC"), ("KP", "LOC")]),
        ("The board (HWB) met in an office (IT).", []),
        # titles and speech
        ("Mr. Okoro left. Dr Rosa van der Hale stayed.", [("Okoro", "PERSON"), ("Rosa van der Hale", "PERSON")]),
        ("The clerk, Mr [Okoro|ORG], left.", [("Okoro", "PERSON")]),
        ("“No,” said Tarlo. The rest agreed.", [("Tarlo", "PERSON")]),
        ("Clerks wrote and Tarlo said so.", [("Tarlo", "PERSON")]),
        ("Officials said so. She said so.", []),
        # companies
        ("Shares in Harland Engines Ltd fell; Harland paid.", [("Harland Engines Ltd", "ORG"), ("Harland", "ORG")]),
        ("[Harland|PERSON] Plc rose. [Harland|LOC] fell.", [("Harland Plc", "ORG"), ("Harland", "ORG")]),
        ("[Norwood Steel|LOC], Inc. grew.", [("Norwood Steel, Inc.", "ORG")]),
        # ordinary words
        ("[Iron|ORG] is dear. They sell iron.", []),
        ("[The|PERSON] show began.", []),
        ("[Harrow|ORG] <[HRW|ORG]> rose.", [("Harrow", "ORG")]),
        ("The [Institute|ORG] paid.", []),
        ("The [Harrow Institute|ORG] met. The [Institute|ORG] paid.",
         [("Harrow Institute", "ORG"), ("Institute", "ORG")]),
        ("He spoke to [Congress|ORG].", [("Congress", "ORG")]),
        # types
        ("the village of [Aisby|PERSON] and the [Kestrel River|ORG]", [("Aisby", "LOC"), ("Kestrel River", "LOC")]),
        ("in [Sandy Hook|PERSON], Connecticut", [("Sandy Hook", "LOC"), ("Connecticut", "LOC")]),
        ("the carmaker [Tarlo|PERSON] and [Peter Okoro|ORG]", [("Tarlo", "ORG"), ("Peter Okoro", "PERSON")]),
        ("[Okoro|ORG], 34, left.", [("Okoro", "PERSON")]),
        ("the University of [Castleton|GPE]", [("University of Castleton", "ORG")]),
        ("the Reserve Bank of [Castleton|GPE]; the Mayor of [Castleton|GPE]",
         [("Reserve Bank of Castleton", "ORG"), ("Castleton", "LOC")]),
        ("[Washington|GPE], [D.C.|GPE], and Pope Francis", [("Washington, D.C.", "LOC"), ("Francis", "PERSON")]),
        ("analysts at [Peel Harrow|PERSON] agreed", [("Peel Harrow", "ORG")]),
        ("the mayor of [Tarlo|ORG]; [Kestrel Space Telescope|PERSON]",
         [("Tarlo", "LOC"), ("Kestrel Space Telescope", "MISC")]),
        ("Rep. [Ann Hale|PERSON] ([R-Ohio|ORG])", [("Ann Hale", "PERSON"), ("Ohio", "LOC")]),
        ("The [Water Authority|ORG] of [Norwood|GPE] (WA) met; WA paid.",
         [("Water Authority of Norwood", "ORG"), ("WA", "ORG"), ("WA", "ORG")]),
        ("[Walt Harland Co|ORG] grew. [Harland|PERSON], run by [Bob Hale|PERSON], paid. [Roy Harland|PERSON] left.",
         [("Walt Harland Co", "ORG"), ("Harland", "ORG"), ("Bob Hale", "PERSON"), ("Roy Harland", "PERSON")]),
        # what the gazetteer knows
        ("Kenya and Russian envoys, Reuters and the Nato chief.",
         [("Russian", "MISC"), ("Reuters", "ORG"), ("Nato", "ORG")]),
        ("the Institute of Lagos; the Lagos Amendment", []),
        # surnames
        ("[Anna Berg|PERSON] left. [Berg|GPE] is ill; in Berg it rains.",
         [("Anna Berg", "PERSON"), ("Berg", "PERSON"), ("Berg", "LOC")]),
        ("[Theresa May|PERSON] left. In [May|PERSON], [May|ORG] said no; by May it rained.",
         [("Theresa May", "PERSON"), ("May", "PERSON")]),
        ("[Ursula|PERSON] von der Hale left. Von der Hale said so.",
         [("Ursula von der Hale", "PERSON"), ("Von der Hale", "PERSON")]),
        ("[Ann Hale|PERSON], D-[N.Y.|ORG], left", [("Ann Hale", "PERSON"), ("N.Y.", "LOC")]),
        ("officials said [Tarlo|GPE] was lost; “No,” said [Norwick|GPE].", [("Tarlo", "LOC"), ("Norwick", "PERSON")]),
        # where copy was filed
        ("TARLO, Kenya, March 4 (Agency) - It rained.", [("TARLO", "LOC"), ("Kenya", "LOC")]),
    ],
)  # fmt: skip
def test_rules(text: str, found: list[tuple[str, str]]) -> None:
    assert mentions(text) == found


RESULTS = """Results of league matches on Saturday:
Norwood 2 Castleton 1
Harrow United 0 St. Albans 0
Standings after the games (team, played, goals, points):
Norwood 16 34 16 34
"""


def test_clubs_in_lists_of_results() -> None:
    assert mentions(RESULTS) == [
        ("Norwood", "ORG"), ("Castleton", "ORG"), ("Harrow United", "ORG"), ("St. Albans", "ORG"), ("Norwood", "ORG"),
    ]  # fmt: skip


def test_players_in_lists_of_results() -> None:
    text = "Results of the tennis tournament, match scores, team games:\nP. Hale (Kenya) beat R. Berg (GBR) 6-4 6-4"
    assert [each for each in mentions(text) if each[1] == "PERSON"] == [("P. Hale", "PERSON"), ("R. Berg", "PERSON")]


@given(
    st.text("abcABC .,’'-()\n1", max_size=80),
    st.lists(
        st.tuples(st.integers(0, 80), st.integers(1, 20), st.sampled_from(["PERSON", "ORG", "GPE", "NORP", "DATE"]))
    ),
)
def test_any_labels_give_mentions_that_lie_in_the_text(text: str, labels: list[tuple[int, int, str]]) -> None:
    labelled = [Labelled(start, min(start + length, len(text)), label) for start, length, label in labels
                if start < len(text)]  # fmt: skip
    found = find_mentions(text, recase(text), labelled, default_gazetteer())
    assert all(0 <= each.start < each.end <= len(text) for each in found)
    assert all(one.end <= two.start for one, two in pairwise(found))


SUMMARY = """Summaries of league matches on Saturday:
Norwood 2 (Hale 51, Berg 72) Castleton 0. Halftime 1-0.
Real Castleton beat Harrow, Tarlo and Kestrel United in the season's games.
"""


def test_scorers_and_clubs_of_a_summary() -> None:
    found = mentions(SUMMARY.replace("Tarlo", "[Tarlo|GPE]"))
    assert [each for each in found if each[1] == "PERSON"] == [("Hale", "PERSON"), ("Berg", "PERSON")]
    assert {"Norwood", "Castleton", "Real Castleton", "Kestrel United"} <= {
        name for name, kind in found if kind == "ORG"
    }


def test_where_copy_was_filed_stays_a_place_though_its_club_plays() -> None:
    text = (
        "NORWOOD, March 4 (Agency) - Norwood beat [Castleton|GPE] 2-1 in the league; the striker scored in the match."
    )
    assert mentions(text) == [("NORWOOD", "LOC"), ("Norwood", "ORG"), ("Castleton", "ORG")]
