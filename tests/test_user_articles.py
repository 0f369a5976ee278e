"""The user's two articles come out as a careful reader would annotate them."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests_support import TODAY

from corpus_pkg.convert.build import Options, build
from corpus_pkg.describe.card import card_document
from corpus_pkg.findings import Severity
from corpus_pkg.loading import load
from corpus_pkg.model import Article, Entity, Quote
from corpus_pkg.validate.judge import validate


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Article]:
    seeds = Path(__file__).parents[2] / "shared" / "seeds"
    if not seeds.is_dir():
        pytest.skip("../shared/seeds is absent: the user's articles are not part of this repository")
    target = tmp_path_factory.mktemp("user") / "data"
    built = build([seeds], target, Options(workers=1, documents=(card_document(),), today=TODAY))
    assert list(built.ledger.rejected) == []
    assert [each for each in validate(target) if each.severity is Severity.ERROR] == []
    return {each.raw_path[:3]: each for each in load(target)}


def _said(article: Article) -> list[tuple[str, str | None]]:
    """First and last word of each quotation in marks, and who speaks: by name, else as printed."""
    found = []
    for quote in article.quotes:
        if quote.kind == "indirect":
            continue
        words = quote.text.split()
        speaker = quote.speaker_name or (quote.speaker.text if quote.speaker else None)
        found.append((words[0] if len(words) == 1 else f"{words[0]} … {words[-1]}", speaker))
    return found


def _named(article: Article, name: str) -> Entity:
    (found,) = [each for each in article.entities if each.name == name]
    return found


def test_the_first_article(articles: dict[str, Article]) -> None:
    article = articles["000"]
    assert (str(article.date), article.date_provenance) == ("2025-02-13", "header")
    assert (article.source, article.source_kind, article.source_provenance, article.agency) == (
        "AFP",
        "agency",
        "tail",
        "AFP",
    )
    assert article.title is None
    assert article.text.startswith("China on Thursday")
    assert article.text.endswith("promoting peace talks”.")
    assert article.claims == []
    assert len(article.paragraphs) == 11


def test_the_quotations_of_the_first_article(articles: dict[str, Article]) -> None:
    assert _said(articles["000"]) == [
        ("happy", "China"),
        ("strengthen … communication", "China"),
        ("lengthy … productive", "Donald Trump"),
        ("immediately", "Donald Trump"),
        ("Russia … issues,", "Guo Jiakun"),
        ("facilitate … truce", "Wall Street Journal"),
        ("not … all", "a White House official"),
        ("China … talks", "Guo Jiakun"),
    ]


def test_the_days_of_the_first_article(articles: dict[str, Article]) -> None:
    days = {each.text: each.value for each in articles["000"].dates if each.text.endswith("day")}
    assert days == {"Thursday": "2025-02-13", "Wednesday": "2025-02-12"}


def test_the_second_article(articles: dict[str, Article]) -> None:
    article = articles["001"]
    assert (article.date, article.date_provenance, article.source, article.source_provenance) == (
        None,
        "none",
        None,
        "none",
    )
    assert (article.title, article.regions, len(article.paragraphs)) == (None, [], 12)
    relative = {
        each.text: each.resolved
        for each in article.dates
        if each.text in ("Thursday", "Wednesday", "February 13", "Last year")
    }
    assert relative == dict.fromkeys(("Thursday", "Wednesday", "February 13", "Last year"), False)


def test_the_quotations_of_the_second_article(articles: dict[str, Article]) -> None:
    assert _said(articles["001"]) == [
        ("no … offer.", "a spokesperson for China’s Foreign Ministry"),
        ("begin … Ukraine.", "Donald Trump"),
        ("probably", "Donald Trump"),
        ("China … issues,", "Guo Jiakun"),
        ("Russia … countries.", "Guo Jiakun"),
        ("China … dialogue,", "Guo Jiakun"),
        ("China … crisis.", "Guo Jiakun"),
        ("at … time,", "China and Brazil"),
        ("equal … Russia.", "China and Brazil"),
    ]


def test_the_claims_of_the_second_article(articles: dict[str, Article]) -> None:
    found = [(each.text, each.value, each.modifier, each.unit, each.of) for each in articles["001"].claims]
    assert found == [
        ("around 80%", 80, "about", "percent", "these components reaching Russia"),
        ("approximately 60%", 60, "about", "percent", "foreign parts found in Russian weapons"),
        ("roughly one-fifth", 0.2, "about", None, "Ukraine"),
    ]
    said = [each.asserter.text if each.asserter else None for each in articles["001"].claims]
    assert said == ["its annual national security report", "previous Ukrainian reports", None]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Donald Trump", "Donald Trump"),
        ("Vladimir Putin", "Vladimir Putin"),
        ("Volodymyr Zelensky", "Volodymyr Zelenskiy"),
        ("Guo Jiakun", "Guo Jiakun"),
    ],
)
def test_a_person_is_one_entity_with_one_key_in_both(articles: dict[str, Article], first: str, second: str) -> None:
    one, two = _named(articles["000"], first), _named(articles["001"], second)
    assert one.type == two.type == "PERSON"
    assert one.key == two.key


def test_places_and_bodies(articles: dict[str, Article]) -> None:
    for article in articles.values():
        for name, code in (("China", "CN"), ("Russia", "RU"), ("Ukraine", "UA"), ("United States", "US")):
            found = _named(article, name)
            assert (found.type, found.country) == ("LOC", code)
        assert _named(article, "Wall Street Journal").type == "ORG"
    assert "Journal" in _named(articles["000"], "Wall Street Journal").aliases
    assert _named(articles["000"], "AFP").type == "ORG"


NAMES = {
    "000": {
        "PERSON": {"Donald Trump", "Vladimir Putin", "Guo Jiakun", "Volodymyr Zelensky"},
        "LOC": {"China", "United States", "Russia", "Ukraine", "Beijing", "Washington", "Moscow"},
        "ORG": {"Wall Street Journal", "White House", "AFP"},
        "MISC": {"Chinese", "Russian", "Ukrainian"},
    },
    "001": {
        "PERSON": {"Donald Trump", "Vladimir Putin", "Guo Jiakun", "Volodymyr Zelenskiy", "Joe Biden"},
        "LOC": {"China", "United States", "Russia", "Ukraine", "Estonia", "Brazil", "Saudi Arabia", "Beijing",
                "Washington", "Moscow", "Kyiv"},
        "ORG": {"Wall Street Journal", "Foreign Ministry", "Kremlin", "NATO"},
        "MISC": {"Chinese", "Russian", "Ukrainian"},
    },
}  # fmt: skip
"""What a careful reader lists."""


@pytest.mark.parametrize("number", sorted(NAMES))
def test_exactly_the_names_that_a_careful_reader_lists(articles: dict[str, Article], number: str) -> None:
    found: dict[str, set[str]] = {}
    for entity in articles[number].entities:
        found.setdefault(entity.type, set()).add(entity.name)
    assert found == NAMES[number]


def test_nouns_that_stand_for_the_newspaper(articles: dict[str, Article]) -> None:
    for number, noun in (("000", "daily"), ("001", "newspaper")):
        journal = _named(articles[number], "Wall Street Journal")
        assert [each.text for each in journal.mentions if each.kind == "nominal"] == [noun]


def test_guo_is_happy_in_both(articles: dict[str, Article]) -> None:
    def happy(article: Article) -> list[Quote]:
        return [
            each for each in article.quotes if "happy to see" in each.text and "strengthen communication" in each.text
        ]

    for article in articles.values():
        (quote,) = happy(article)
        assert quote.speaker_name == "Guo Jiakun"
        assert article.text[quote.start - 1] + article.text[quote.end] == "“”"
