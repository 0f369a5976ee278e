"""Reported clauses: where they begin and end, and who reports them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from corpus_pkg.annotate.quotes.extract import Quotations

Find = Callable[[str], Quotations]


@pytest.mark.parametrize(
    ("text", "content", "speaker", "cue"),
    [
        ("Okoro said that the bridge would reopen in June.", "that the bridge would reopen in June", "Okoro", "said"),
        ("Okoro said the bridge would reopen.", "the bridge would reopen", "Okoro", "said"),
        ("Okoro said on Monday the bridge was shut.", "the bridge was shut", "Okoro", "said"),
        ("Okoro told reporters that it was shut.", "that it was shut", "Okoro", "told"),
        ("Okoro told the Courier he would resign.", "he would resign", "Okoro", "told"),
        ("Okoro asked whether the bridge was open.", "whether the bridge was open", "Okoro", "asked"),
        ("The bridge would reopen, officials said.", "The bridge would reopen", "officials", "said"),
        ("Three boats sank, a port official told Nordwire.", "Three boats sank", "a port official", "told"),
        ("According to Okoro, the bridge is shut.", "the bridge is shut", "Okoro", "According to"),
        ("The bridge is shut, according to the mayor.", "The bridge is shut", "the mayor", "according to"),
        ("As Okoro noted, the bridge is old.", "the bridge is old", "Okoro", "noted"),
        ("Okoro pledged to rebuild the bridge.", "to rebuild the bridge", "Okoro", "pledged"),
        ("Okoro urged residents to stay away.", "to stay away", "Okoro", "urged"),
        ("Okoro called on residents to stay away.", "residents to stay away", "Okoro", "called"),
        ("It was announced that the road would close.", "that the road would close", None, "announced"),
        ("Officials say the road is safe.", "the road is safe", "Officials", "say"),
        ("While Okoro said that it was safe, he left.", "that it was safe", "Okoro", "said"),
        ("LAGOS (Nordwire) - The road is open, Okoro said.", "The road is open", "Okoro", "said"),
        ("He said it was safe, although nobody went.", "it was safe", "He", "said"),
        ("Okoro told Reuters the road was shut.", "the road was shut", "Okoro", "told"),
        ("Okoro told the court two men had left.", "two men had left", "Okoro", "told"),
        ("Okoro told her the road was shut.", "the road was shut", "Okoro", "told"),
        ("Okoro told Reuters oil prices had risen.", "oil prices had risen", "Okoro", "told"),
        ("Okoro told the BBC his son was safe.", "his son was safe", "Okoro", "told"),
        ("Nordwire cited a pilot as saying that it was late.", "that it was late", "a pilot", "saying"),
        ("According to Rosa Winter, the mayor, the road is shut.", "the road is shut", "Rosa Winter", "According to"),
        ("According to Winter, 34, the road is shut.", "the road is shut", "Winter", "According to"),
        ("Okoro said he cannot go.", "he cannot go", "Okoro", "said"),
        ("Powell said rates would fall.", "rates would fall", "Powell", "said"),
        ("Okoro said turnout was 40%.", "turnout was 40%", "Okoro", "said"),
        ("$4 billion was lost, officials said.", "$4 billion was lost", "officials", "said"),
        ("Adding that it was late, Okoro left.", "that it was late", "Okoro", "Adding"),
        ("Okoro said it went to the U.S.", "it went to the U.S.", "Okoro", "said"),
    ],
)
def test_a_reported_clause(find: Find, text: str, content: str, speaker: str | None, cue: str) -> None:
    (found,) = find(text).quotes
    assert (found.kind, found.text) == ("indirect", content)
    assert (found.speaker and found.speaker.text, found.cue and found.cue.text) == (speaker, cue)


def test_the_clause_around_its_source_has_two_parts_in_one_group(find: Find) -> None:
    first, second = find("The bridge, Okoro said, would reopen in June.").quotes
    assert (first.text, second.text) == ("The bridge", "would reopen in June")
    assert first.group == second.group == first.id


def test_a_second_report_begins_where_the_first_ends(find: Find) -> None:
    text = "Okoro said that the road was shut and warned that it would stay so."
    assert [each.text for each in find(text).quotes] == ["that the road was shut", "that it would stay so"]
    text = "Okoro said the road was shut, adding that it would stay so."
    assert [each.text for each in find(text).quotes] == ["the road was shut", "that it would stay so"]


def test_who_reports_what_another_said_is_its_reporter(find: Find) -> None:
    outer, inner = find("The Courier reported that Okoro said the road was shut.").quotes
    assert (outer.speaker and outer.speaker.text, outer.reporter) == ("The Courier", None)
    assert (inner.speaker and inner.speaker.text, inner.reporter and inner.reporter.text) == ("Okoro", "The Courier")
    assert inner.nested_in == outer.id


def test_clauses_nest_and_never_cross(find: Find) -> None:
    outer, inner = find("Okoro said the road was shut, the Courier reported.").quotes
    assert (outer.text, outer.speaker and outer.speaker.text) == ("Okoro said the road was shut", "the Courier")
    assert (inner.text, inner.nested_in) == ("the road was shut", outer.id)
    assert inner.reporter
    assert inner.reporter.text == "the Courier"


def test_nobody_reports_himself(find: Find) -> None:
    found = find("Okoro said he had warned that Okoro noted that it was late.").quotes
    assert all(not each.reporter or each.reporter.text != (each.speaker and each.speaker.text) for each in found)


def test_the_clause_around_may_have_a_time_or_an_addressee(find: Find) -> None:
    for said in ("Okoro said on Tuesday", "Okoro told reporters", "Okoro said"):
        assert [each.text for each in find(f"The road, {said}, is shut.").quotes] == ["The road", "is shut"]
    first, second = find("The three were killed, Okoro said, adding they were young.").quotes
    assert (first.text, second.text) == ("The three were killed", "they were young")


@pytest.mark.parametrize(
    "text",
    [
        "Okoro said so.",
        "The claims of the mayor were false.",
        "The report said nothing.",
        "Okoro praised the plan.",
        "Okoro asked not to be named.",
        "A plan announced on Monday failed.",
        "The statement from the notes of the clerk remains.",
        "Okoro called her to say goodbye.",
    ],
)
def test_what_reports_no_clause(find: Find, text: str) -> None:
    assert find(text).quotes == []


def test_a_clause_with_a_quotation_in_it_is_that_quotation(find: Find) -> None:
    (found,) = find("Okoro said that the plan was “dead on arrival” and would not return.").quotes
    assert (found.kind, found.text) == ("partial", "dead on arrival")
