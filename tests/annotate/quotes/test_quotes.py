"""Quotations: stretch, kind, cue, speaker, and what is none."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus_pkg.annotate.entities.recognizer import Labelled
from corpus_pkg.annotate.quotes.gender import pronoun_of
from corpus_pkg.annotate.quotes.verbs import LEMMAS
from corpus_pkg.model import Article, ModelUse, Quote

PEOPLE = ("Anna Lindholm", "Peter Okoro", "Maria Sousa", "Karl Berg", "Lindholm", "Okoro", "Sousa", "Berg", "Li Wen")


class _Named:
    """Finds a fixed list of persons, wherever they stand."""

    uses: list[ModelUse] = []  # noqa: RUF012  a test double

    def recognize(self, texts: object) -> object:
        for text in texts:
            found, taken = [], set[int]()
            for name in PEOPLE:
                start = text.find(name)
                while start >= 0:
                    span = set(range(start, start + len(name)))
                    if not span & taken:
                        found.append(Labelled(start, start + len(name), "PERSON"))
                        taken |= span
                    start = text.find(name, start + 1)
            yield sorted(found, key=lambda each: each.start)


@pytest.fixture
def quotes(read: Callable[..., Article]) -> Callable[[str], list[Quote]]:
    return lambda text: read(text, names=_Named()).quotes


def _told(quote: Quote) -> tuple[str, str | None, str | None, str | None]:
    return quote.text, quote.speaker and quote.speaker.text, quote.speaker_name, quote.cue and quote.cue.text


LEAD = "Anna Lindholm met Peter Okoro.\n\n"


@pytest.mark.parametrize(
    ("text", "speaker", "name", "cue"),
    [
        ("“We will sign,” Lindholm said on Monday.", "Lindholm", "Anna Lindholm", "said"),
        ("“We will sign,” said Lindholm, the envoy.", "Lindholm", "Anna Lindholm", "said"),
        ("“We will sign,” said finance ministry aide Li Wen.", "finance ministry aide Li Wen", "Li Wen", "said"),
        ("Lindholm told reporters: “We will sign.”", "Lindholm", "Anna Lindholm", "told"),
        ("Okoro, who joined in 2004, said: “We will sign.”", "Okoro", "Peter Okoro", "said"),
        ("“We will sign,” according to Okoro, the manager.", "Okoro", "Peter Okoro", "according to"),
        ("Lindholm described the offer as “not viable at all”.", "Lindholm", "Anna Lindholm", "described"),
        ("Lindholm welcomed it, adding that it was “long overdue”.", "Lindholm", "Anna Lindholm", "adding"),
        ("The offer would “ease the talks”, but not now, Okoro said.", "Okoro", "Peter Okoro", "said"),
        ("Lindholm said Okoro had dismissed it as “not viable”.", "Okoro", "Peter Okoro", "dismissed"),
        ("“A turning point.” — Peter Okoro", "Peter Okoro", "Peter Okoro", None),
        ("OKORO: “We will sign.”", "OKORO", "Peter Okoro", None),
        ("“We will sign,” Sousa and Okoro said.", "Sousa and Okoro", "Sousa and Peter Okoro", "said"),
        ("“We will sign,” said a senior official in Lagos.", "a senior official in Lagos", None, "said"),
        ("It was described as “the worst flood in a century”.", None, None, "described"),
    ],
)  # fmt: skip
def test_who_says_it(
    quotes: Callable[[str], list[Quote]], text: str, speaker: str | None, name: str | None, cue: str | None
) -> None:
    (found,) = quotes(LEAD + text)
    assert _told(found)[1:] == (speaker, name, cue)
    assert found.attribution == ("explicit" if speaker else "none")


def test_the_parts_of_one_utterance_share_a_group_and_its_speaker_is_carried_on(
    quotes: Callable[[str], list[Quote]],
) -> None:
    first, second, third = quotes(
        LEAD + "“I came,” Peter Okoro said, “because I had to.” He left.\n\n“It is late,” Berg said."
    )
    assert first.group == second.group == first.id
    assert third.group == third.id
    one, two = quotes("“It is a start,” Okoro said. “But it is not enough.”")
    assert (two.attribution, two.speaker, two.group) == ("carried", one.speaker, one.group)


def test_a_quotation_over_paragraphs_is_one_utterance(quotes: Callable[[str], list[Quote]]) -> None:
    text = "“Cases dropped,” Maria Sousa said. “That is clear.\n\n“But they rise.\n\n“We must be careful.”"
    found = quotes(text)
    assert [each.text for each in found] == [
        "Cases dropped,",
        "That is clear.",
        "But they rise.",
        "We must be careful.",
    ]
    assert {each.speaker_name for each in found} == {"Maria Sousa"}
    assert {each.group for each in found} == {found[0].id}


def test_a_nested_quotation_is_a_child_with_its_own_speaker(quotes: Callable[[str], list[Quote]]) -> None:
    outer, inner = quotes("“Okoro told me, ‘Go home,’ and I went,” Maria Sousa said.")
    assert (inner.text, inner.nested_in, outer.nested_in) == ("Go home,", outer.id, None)
    assert (outer.speaker_name, inner.speaker and inner.speaker.text) == ("Maria Sousa", "Okoro")


def test_pronouns_are_resolved_to_who_the_text_is_about(quotes: Callable[[str], list[Quote]]) -> None:
    text = "Maria Sousa met Peter Okoro.\n\n“He listened,” she said. “It helped.”\n\nOkoro agreed. “I did,” he said."
    assert [each.speaker_name for each in quotes(text)] == ["Maria Sousa", "Maria Sousa", "Peter Okoro"]
    assert [each.speaker.kind for each in quotes(text) if each.speaker] == ["pronoun"] * 3


def test_a_pronoun_passes_over_who_takes_another(quotes: Callable[[str], list[Quote]]) -> None:
    text = "Maria Sousa spoke first. “Yes,” said Peter Okoro.\n\n“It helped,” she said. “It did,” he added."
    assert [each.speaker_name for each in quotes(text)] == ["Peter Okoro", "Maria Sousa", "Peter Okoro"]


def test_a_pronoun_without_a_candidate_stays_unknown(quotes: Callable[[str], list[Quote]]) -> None:
    (found,) = quotes("The harbour was empty. “Nobody came,” she said.")
    assert (found.speaker and found.speaker.text, found.speaker_name, found.speaker_entity) == ("she", None, None)


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “smart” meter stopped working.",
        "Her novel “The Long Winter” sold two million copies.",
        "The word “truce” does not appear in the text.",
        "The town motto is “Forward Together” and nobody knows why.",
        "The ministers' wives and the Smiths' dog left.",
    ],
)
def test_what_is_no_quotation(quotes: Callable[[str], list[Quote]], text: str) -> None:
    assert quotes(text) == []


def test_a_nickname_is_part_of_the_speaker(quotes: Callable[[str], list[Quote]]) -> None:
    (found,) = quotes("“We lost everything,” said Peter “Shorty” Okoro.")
    assert found.speaker is not None
    assert found.speaker.text == "Peter “Shorty” Okoro"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“We will sign,” Lindholm said.", "direct"),
        ("Lindholm said: “We will sign.”", "direct"),
        ("Lindholm called it “a farce”.", "partial"),
        ("Lindholm said that “the text is ready and we will sign”.", "partial"),
    ],
)
def test_kinds(quotes: Callable[[str], list[Quote]], text: str, kind: str) -> None:
    (found,) = quotes(text)
    assert found.kind == kind


def test_an_unclosed_quotation_is_less_sure(quotes: Callable[[str], list[Quote]]) -> None:
    (whole,) = quotes("Okoro said: “The road is open.”")
    (cut,) = quotes("Okoro said: “The road is open.")
    assert cut.text == "The road is open."
    assert cut.confidence < whole.confidence


@given(st.text("ab AB.,:;\n“”‘’\"'said Okoro—()", max_size=80))
def test_any_marks_are_survived_and_every_span_is_its_surface(read: Callable[..., Article], text: str) -> None:
    if not any(each.isalnum() for each in text):
        return
    article = read("The boat left the pier at noon.\n\n" + text)
    for each in article.quotes:
        assert article.text[each.start : each.end] == each.text
        for part in (each.cue, each.speaker):
            assert part is None or article.text[part.start : part.end] == part.text


def test_forms_of_verbs_are_derived() -> None:
    assert LEMMAS["quipped"] == "quip"
    assert LEMMAS["replies"] == LEMMAS["replied"] == "reply"
    assert LEMMAS["insisting"] == "insist"
    assert "say" not in LEMMAS


def test_a_title_says_more_than_a_given_name() -> None:
    assert pronoun_of(["Anna Lindholm"], []) == "she"
    assert pronoun_of(["Lindholm"], ["chairwoman"]) == "she"
    assert pronoun_of(["Anna Lindholm"], ["Mr "]) == "he"
    assert pronoun_of(["Anna Lindholm"], ["Mr ", "Mrs "]) is None
    assert pronoun_of(["Lindholm"], []) is None
