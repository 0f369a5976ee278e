"""Who states a number by a verb of evidence, and when the number holds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from claim_support import claims

from corpus_pkg.annotate.dates import find_dates
from corpus_pkg.annotate.stating.evidence import find_asserter
from corpus_pkg.annotate.stating.holding import holds_when
from corpus_pkg.model import Article
from corpus_pkg.model.annotations import Entity, Mention, Span


def _entity(text: str, name: str, kind: str = "ORG") -> Entity:
    start = text.index(name)
    mention = Mention(start=start, end=start + len(name), text=name, kind="name", provenance="rule")
    return Entity(id="e" + "0" * 16, key="org:x", name=name, type=kind, subtype=None, aliases=[], roles=[],
                  country=None, wikidata=None, metonym_of=None, mentions=[mention], review="auto")  # type: ignore[arg-type]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words", "names"),
    [
        (
            "Meanwhile, previous Ruritanian reports suggest that 60% of parts came by sea.",
            "previous Ruritanian reports",
            False,
        ),
        ("A survey by Norrland Rail found that 40 percent were late.", "A survey by Norrland Rail", True),
        ("Data from Norrland Rail show exports rose 5 percent.", "Data from Norrland Rail", True),
        ("Inflation rose to 5 percent in May, official data showed on Friday.", "official data", False),
        ("The study, published in March, shows 20 percent of birds died.", "The study", False),
        ("Norrland Rail forecast growth of 3 percent.", "Norrland Rail", True),
        ("Police put the crowd at 3,000.", "Police", False),
        ("Norrland Rail runs 40 trains.", None, False),
        ("It fell to 80 percent, fewer than analysts had expected.", None, False),
        ("She found 40 coins.", None, False),
        ("The spot features a Courier report from June that 40 firms paid nothing.", None, False),
    ],
)
def test_the_subject_of_a_verb_of_evidence_states_a_number(text: str, words: str | None, *, names: bool) -> None:
    (claim, *_) = claims(text)
    entities = [_entity(text, "Norrland Rail")] if "Norrland Rail" in text else []
    found = find_asserter(text, Span(start=0, end=len(text)), (claim.start, claim.end), entities)
    assert (found.words.text if found else None) == words
    assert (found is not None and found.entity is not None) == names
    if found is not None:
        assert text[found.words.start : found.words.end] == found.words.text


def test_a_speaker_goes_before_a_source(read: Callable[..., Article]) -> None:
    article = read("“We lost 40 trains,” said Ada Lorne.\n\nThe report found that 30 were late.")
    assert [each.asserter and each.asserter.text for each in article.claims] == ["Ada Lorne", "The report"]
    assert article.claims[0].quote_id == article.quotes[0].id


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Output was 40 tonnes in 2024.", "2024"),
        ("In March, output was 40 tonnes.", "2025-03"),
        ("The fund held $40 million at the end of June 2024.", "2024-06"),
        ("He made 12 copies, of which the first was drawn in 1773.", None),
        ("Output was 40 tonnes in 2024 and 50 tonnes in 2025.", None),
        ("He was jailed for six years in 2019.", None),
        ("Output was 40 tonnes.", None),
        ("Turnout was 61%, up from 57% in 2021.", None),
        ("Rents fell from 7% in January to 6%.", "2025-01"),
        ("In 2021, turnout was 57%.", "2021"),
        ("In 2021, turnout was low, and it is 57% now.", None),
    ],
)
def test_a_number_holds_when_the_one_date_beside_it_says_so(text: str, value: str | None) -> None:
    dates = find_dates(text, dt.date(2025, 4, 1))
    (claim, *_) = claims(text, tuple((each.start, each.end) for each in dates if each.type == "DATE"))
    assert holds_when(claim, text, dates) == value


def test_a_date_is_not_that_of_the_number_behind_it() -> None:
    text = "Rents fell from 7% in January to 6%."
    dates = find_dates(text, dt.date(2025, 4, 1))
    assert [holds_when(each, text, dates) for each in claims(text)] == ["2025-01", None]
