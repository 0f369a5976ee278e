"""Speakers over a whole text: carried on, taken in turn, named by a transcript."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from corpus_pkg.annotate.quotes.extract import Quotations

Find = Callable[[str], Quotations]


def _speakers(found: Quotations) -> list[tuple[str | None, str]]:
    return [(each.speaker.text if each.speaker else None, each.attribution) for each in found.quotes]


def test_a_question_is_answered_by_the_other_of_two(find: Find) -> None:
    text = "“Did you call?” asked Sousa.\n\n“Twice,” Okoro replied.\n\n“And did she answer?” Sousa said.\n\n“No.”"
    assert _speakers(find(text))[-1] == ("Okoro", "carried")
    assert find(text).quotes[-1].rule == "alternating"


def test_turns_go_on_alternating(find: Find) -> None:
    text = "“It moved,” said Sousa.\n\n“It did not,” Okoro replied.\n\n“I saw it.”\n\n“You dreamt it.”"
    assert [each for each, _ in _speakers(find(text))] == ["Sousa", "Okoro", "Sousa", "Okoro"]


def test_a_statement_is_carried_on_by_its_speaker(find: Find) -> None:
    text = "“It is shut,” said Sousa.\n\n“It will stay shut.”\n\nThe rain fell.\n\n“Nobody came back to look.”"
    assert _speakers(find(text)) == [("Sousa", "explicit"), ("Sousa", "carried"), (None, "none")]


def test_a_transcript_names_who_speaks(find: Find) -> None:
    text = "Q: Is it open?\n\nA: No. He said “never” twice.\n\nQ: Why?\n\nA: The ice."
    found = find(text)
    turns = [each for each in found.quotes if each.rule == "turn"]
    assert [(each.speaker and each.speaker.text, each.text) for each in turns] == [
        ("Q", "Is it open?"),
        ("A", "No. He said “never” twice."),
        ("Q", "Why?"),
        ("A", "The ice."),
    ]
    (inner,) = [each for each in found.quotes if each.nested_in]
    assert (inner.text, inner.nested_in) == ("never", turns[1].id)


@pytest.mark.parametrize(
    "text",
    [
        "Name: Peter Okoro\n\nThe bridge is shut.",
        "NOTE: The bridge is shut.\n\nNOTE: The road is open.",
        "Peter Okoro: a life\n\nHe was born in Lagos.",
        "WHAT: A concert\n\nWHERE: The harbour\n\nWHEN: Friday",
    ],
)
def test_a_heading_is_no_turn(find: Find, text: str) -> None:
    assert find(text).quotes == []


def test_who_was_asked_has_no_name_yet(find: Find) -> None:
    assert _speakers(find("“Was it you?” asked Sousa.\n\n“No.”"))[-1] == (None, "none")


def test_a_group_has_one_speaker(find: Find) -> None:
    texts = (
        "“He told me, ‘Go home,’ and I went,” Maria Sousa said. “It was late.”",
        "“It is late,” said Okoro.\n\nSousa said the road was shut. “It will stay shut.”",
        "“It is late,” said Okoro.\n\nSousa said:\n\n“It will stay shut.”",
    )
    for text in texts:
        groups: dict[str, set[str | None]] = {}
        for each in find(text).quotes:
            groups.setdefault(each.group, set()).add(each.speaker.text if each.speaker else None)
        assert all(len(speakers) == 1 for speakers in groups.values())
    (one, two) = find("“First we go.\n\n“Second we stay.”").quotes
    assert one.group == two.group


def test_the_clause_before_a_colon_at_the_end_introduces(find: Find) -> None:
    found = find("After police said the road was shut, Okoro said:\n\n“It is open.”").quotes[-1]
    assert (found.speaker and found.speaker.text, found.rule) == ("Okoro", "carried-label")


def test_british_paragraphs_go_on(find: Find) -> None:
    found = find("Mr Okoro added: ‘We’re sad. We’ll pay.\n\n‘It’s the least we can do.’").quotes
    assert [each.text for each in found] == ["We’re sad. We’ll pay.", "It’s the least we can do."]
    assert {each.speaker and each.speaker.text for each in found} == {"Mr Okoro"}


def test_a_participle_alone_goes_on_for_the_speaker_before(find: Find) -> None:
    found = find("“It is shut,” said Sousa. Adding, “It will stay shut.”").quotes
    assert [each.speaker and each.speaker.text for each in found] == ["Sousa", "Sousa"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“The road is open, Okoro said.\n\nThe weather was fine.", "The road is open"),
        ("“The road is open, the mayor said on Friday.\n\nRain fell.", "The road is open"),
        ("“The road is open for all.\n\nRain fell.", "The road is open for all."),
    ],
)
def test_an_unclosed_quotation_ends_where_its_clause_begins(find: Find, text: str, words: str) -> None:
    (found,) = find(text).quotes
    assert found.text == words
