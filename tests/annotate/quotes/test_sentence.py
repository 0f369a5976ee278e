"""Clauses without a parse: word classes, subjects, and the frames that hold a quotation."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from corpus_pkg.annotate.quotes.extract import Quotations
from corpus_pkg.annotate.quotes.sentence import Sentence

Find = Callable[[str], Quotations]


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("She’d said that the mayor left.", "PXVTDnV."),
        ("Kelly responded quietly on Friday.", "NEAIt."),
        ("Alfred Moody replied.", "NNE."),
        ("In that election we hope for rain.", "IDnPVon."),
        ("The Harbour’s 40 boats, sunk; gone — lost", "DN#n,n;n-V"),
    ],
)
def test_word_classes(text: str, tags: str) -> None:
    assert Sentence(text, 0, len(text), ()).tokens.tags == tags


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“It is shut,” barked Okoro.", "Okoro"),
        ("“It is shut,” Okoro shot back.", "Okoro"),
        ("“It is shut!” an angry Okoro retaliated.", "an angry Okoro"),
        ("Okoro shot back, “It is shut.”", "Okoro"),
        ("Okoro, head of the agency, which runs it, said it was “shut for good”.", "Okoro"),
        ("The pilots of the boats that were hurt said it was “a farce in the fog”.", "The pilots of the boats"),
        ("A letter obtained by Nordwire warned that it was “a farce in the fog”.", "A letter"),
        ("Hours later, Okoro returned to the pier, calling it “a farce in the fog”.", "Okoro"),
        ("Okoro attacked Sousa, with whom he had dined, calling it “a farce in the fog”.", "Okoro"),
        ("When Okoro went to the pier, Sousa called it “a farce in the fog”.", "Sousa"),
        ("Sousa spoke at length, with Okoro noting that it was “a farce in the fog”.", "Okoro"),
        ("Okoro said he believes the plan is “a farce in the fog”.", "Okoro"),
        ("Okoro condemned what he called “a farce in the fog”.", "Okoro"),
        ("Okoro said Sousa’s remarks were “a farce in the fog”.", "Okoro"),
        ("A man yelled “Stay there!”", "A man"),
        ("The plan is “a farce in the fog,” as the Courier put it.", "the Courier"),
        ("From the report: “It was shut.”", "the report"),
        ("He listed the terms of the sale of the harbour and its boats: “No cranes at all.”", "He"),
        ("“Buy a second boat.” — Sam Odell, Marrick", "Sam Odell"),
        ("Critics who say the plan is “a farce in the fog” left.", "who"),
        ("“It is shut.” Okoro said.", "Okoro"),
        ("Nordwire quoted a pilot as saying: “It is shut.”", "a pilot"),
        ("“It is shut,” said Okoro, Sousa and Berg.", "Okoro, Sousa and Berg"),
        ("The U.S., Britain and France said it was “a farce in the fog”.", "The U.S., Britain and France"),
        ("“It is shut,” said U.S. officials.", "U.S. officials"),
        ("“It is shut,” said French police on Monday.", "French police"),
        ("Okoro, who has called it a “farce in the fog,” said he would go.", "who"),
    ],
)
def test_who_speaks(find: Find, text: str, speaker: str) -> None:
    found = [each for each in find(text).quotes if each.kind != "indirect"]
    assert [each.speaker and each.speaker.text for each in found] == [speaker]


def test_a_title_in_an_apposition_hides_nobody(find: Find) -> None:
    found = find("“We love this place,” Tom Odell, star of “Harbour Lights,” said.")
    assert [(each.text, each.speaker and each.speaker.text) for each in found.quotes] == [
        ("We love this place,", "Tom Odell")
    ]
    assert [each.kind for each in found.scare] == ["title"]


def test_a_source_beside_the_speaker_is_the_reporter(find: Find) -> None:
    (one,) = find("“It is shut,” Okoro said, according to Nordwire.").quotes
    assert (one.speaker and one.speaker.text, one.reporter and one.reporter.text) == ("Okoro", "Nordwire")
    (two,) = find("The Courier said an official had dismissed it as “a farce in the fog”.").quotes
    assert (two.speaker and two.speaker.text, two.reporter and two.reporter.text) == ("an official", "The Courier")


def test_who_describes_speaks_and_the_clause_behind_reports(find: Find) -> None:
    (found,) = find("Okoro called the plan “a farce in the fog”, Sousa said.").quotes
    assert (found.kind, found.speaker and found.speaker.text) == ("partial", "Okoro")
    assert found.reporter
    assert found.reporter.text == "Sousa"


def test_a_fragment_that_words_lead_to_is_partial(find: Find) -> None:
    (found,) = find("The plan will create “thousands of jobs,” the company said.").quotes
    assert (found.kind, found.speaker and found.speaker.text) == ("partial", "the company")


def test_a_quotation_taken_up_behind_a_dash_is_one_utterance(find: Find) -> None:
    found = find("“It is old,” Okoro said, “it is tired” – a long pause – “and it is ours.”").quotes
    assert {each.kind for each in found} == {"direct"}
    assert len({each.group for each in found}) == 1
