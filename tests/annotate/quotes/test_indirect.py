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
