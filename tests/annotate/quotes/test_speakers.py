"""Mentions of speakers resolved to entities: descriptions, labels, bodies, names that nobody recognised."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

import pytest

from corpus_pkg.annotate.entities.recognizer import Labelled
from corpus_pkg.model import Article, ModelUse

Read = Callable[..., Article]


class _Named:
    """Labels every place where the names stand."""

    uses: list[ModelUse] = []  # noqa: RUF012  a test double

    def __init__(self, labels: dict[str, str]) -> None:
        self._labels = labels

    def recognize(self, texts: Iterable[str]) -> Iterator[Sequence[Labelled]]:
        for text in texts:
            found = [
                Labelled(start, start + len(name), label)
                for name, label in self._labels.items()
                for start in range(len(text))
                if text.startswith(name, start)
            ]
            yield sorted(found, key=lambda each: each.start)


def _names(read: Read, text: str, **labels: str) -> list[str | None]:
    article = read(text, names=_Named({name.replace("_", " "): label for name, label in labels.items()}))
    return [each.speaker_name for each in article.quotes]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Transport minister Rosa Winter came with Peter Okoro. “It is late,” the minister said.", "Rosa Winter"),
        ("Rosa Winter, the mayor, came with Peter Okoro. “It is late,” the mayor said.", "Rosa Winter"),
        ("Minister Rosa Winter met Minister Peter Okoro. “It is late,” the minister said.", None),
        ("Rosa Winter came with Peter Okoro. “It is late,” the pilot said.", None),
    ],
)
def test_a_role_is_the_one_person_who_has_it(read: Read, text: str, name: str | None) -> None:
    assert _names(read, text, Rosa_Winter="PERSON", Peter_Okoro="PERSON") == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Veltrane Motors recalled its vans. “Park outdoors,” the company said.", "Veltrane Motors"),
        ("Veltrane Motors met Orrell Works. “Park outdoors,” the company said.", None),
        ("The Fisheries Ministry met Orrell Works. “No boats,” the ministry said.", "Fisheries Ministry"),
        ("The Fisheries Ministry closed the north. “No boats may sail,” they said.", "Fisheries Ministry"),
    ],
)
def test_a_body_is_known_by_its_kind(read: Read, text: str, name: str | None) -> None:
    labels = {"Veltrane_Motors": "ORG", "Orrell_Works": "ORG", "Fisheries_Ministry": "ORG"}
    assert _names(read, text, **labels) == [name]


@pytest.mark.parametrize(
    ("speaker", "name"),
    [
        ("Ruth Hargrove", "Ruth Hargrove"),
        ("Judge Ruth Hargrove of Lagos", "Ruth Hargrove"),
        ("Ruth Hargrove’s lawyer", None),
        ("a spokesman for Ruth Hargrove", None),
        ("the Ruth Hargrove campaign", None),
        ("Ruth Hargrove and Ms. Rosa Winter", "Ruth Hargrove and Rosa Winter"),
        ("Ruth Hargrove and his friend Rosa Winter", None),
    ],
)
def test_whose_words_they_are(read: Read, speaker: str, name: str | None) -> None:
    assert _names(read, f"“It is late,” {speaker} said.", Ruth_Hargrove="PERSON", Rosa_Winter="PERSON") == [name]


def test_a_label_in_capitals_is_the_person_of_that_surname(read: Read) -> None:
    text = "Ruth Hargrove met Milo Teller.\n\nHARGROVE: Did you sign it?\n\nTELLER: I signed it.\n\nHARGROVE: Why?"
    names = _names(read, text, Ruth_Hargrove="PERSON", Milo_Teller="PERSON")
    assert names == ["Ruth Hargrove", "Milo Teller", "Ruth Hargrove"]


def test_who_is_the_name_before_it(read: Read) -> None:
    text = "Ruth Hargrove, who said it was “a farce in the fog”, left. “It is late,” she said."
    assert _names(read, text, Ruth_Hargrove="PERSON") == ["Ruth Hargrove", "Ruth Hargrove"]


def test_a_name_that_nobody_recognised_is_given_as_printed(read: Read) -> None:
    article = read("“It is late,” said Adel Nefzi.\n\n“It is dark,” he added.")
    assert [(each.speaker_name, each.speaker_entity) for each in article.quotes] == [("Adel Nefzi", None)] * 2


def test_a_capital_at_the_beginning_is_no_name(read: Read) -> None:
    (found,) = read("Police said it was “a farce in the fog”.").quotes
    assert (found.speaker and found.speaker.text, found.speaker_name) == ("Police", None)


def test_a_pronoun_prefers_who_spoke_to_who_is_described(read: Read) -> None:
    text = "“I wrote,” said Ruth Hargrove. The warden was Rosa Winter, who has left. “Nobody answered,” she said."
    names = _names(read, text, Ruth_Hargrove="PERSON", Rosa_Winter="PERSON")
    assert names == ["Ruth Hargrove", "Ruth Hargrove"]
