"""What is doubtful is told, and what was taken says where it stands."""

from __future__ import annotations

import datetime as dt

import pytest

from corpus_pkg.annotate.article import Annotated, annotate
from corpus_pkg.annotate.entities.finder import EntityFinder
from corpus_pkg.annotate.entities.recognizer import NoRecognizer
from corpus_pkg.annotate.models import Models
from corpus_pkg.intake.raw import Given, RawArticle, StatedField, Statement

TODAY = dt.date(2026, 1, 1)
BODY = "The ferry stayed in port on Monday, its owners said. It left a day later, when the river rose again.\n"


def _done(text: str, *stated: tuple[StatedField, str, str], given: Given | None = None) -> Annotated:
    statements = tuple(Statement(field=field, value=value, where=where, start=7) for field, value, where in stated)
    raw = RawArticle(path="a.txt", sha256="0" * 64, media_type="text/plain", encoding="utf-8",
                     encoding_provenance="utf-8", characters=text, given=given or Given(),
                     statements=statements)  # fmt: skip
    (done,) = annotate([raw], Models(EntityFinder(NoRecognizer())), TODAY)
    return done


def _codes(done: Annotated) -> list[str]:
    return [each.rule.code for each in done.findings]


@pytest.mark.parametrize("words", ["2025-02-31", "03/04/2025", "last week", "13 Smarch 2025"])
def test_a_date_that_cannot_be_read_is_told_and_left_out(words: str) -> None:
    for done in (_done(f"Date: {words}\n\n{BODY}"), _done(BODY, ("date", words, "meta date"))):
        assert _codes(done) == ["M034"]
        assert done.article is not None
        assert (done.article.date, done.article.date_proposals) == (None, [])


@pytest.mark.parametrize(
    "words", ["13/04/2025", "2025-04-13", "Sun, 13 Apr 2025 10:00:00 GMT", "13 April 2025", "20250413"]
)
def test_one_that_can_be_read_in_one_way_only_is_taken_with_its_place(words: str) -> None:
    done = _done(f"Source: Courier\nDate: {words}\n\n{BODY}")
    assert _codes(done) == []
    assert done.article is not None
    assert done.article.date == dt.date(2025, 4, 13)
    assert [(each.provenance, each.start) for each in done.article.date_proposals] == [("header", 16)]


@pytest.mark.parametrize("line", ["(c) 2019 Courier", "© 2019", "Copyright 2019 Courier. All rights reserved."])
def test_a_year_of_copyright_is_no_date(line: str) -> None:
    done = _done(f"{BODY}\n{line}\n")
    assert done.article is not None
    assert (done.article.date, done.article.text) == (None, BODY.strip())


def test_a_year_is_a_year() -> None:
    done = _done(BODY, ("date", "2019", "meta date"))
    assert done.article is not None
    assert (done.article.date, done.article.date_precision) == (dt.date(2019, 1, 1), "year")


@pytest.mark.parametrize(
    ("published", "modified", "told"),
    [
        ("2025-03-04", "2025-03-03", True), ("2025-03-04", "2025-03-04", False), ("2025-03-04", "2025-03", False),
        ("2025-03-04T10:00:00Z", "2025-03-03T09:59:00Z", True),
        ("2025-03-04T10:00:00Z", "2025-03-04T09:59:00Z", False),
        ("2025-03-04T10:00:00Z", "2025-03-04T12:00:00+01:00", False),
    ],
)  # fmt: skip
def test_modified_before_it_was_published(published: str, modified: str, told: bool) -> None:  # noqa: FBT001
    done = _done(BODY, ("date", published, "meta date"), ("modified", modified, "meta lastmod"))
    assert _codes(done) == ["M035"] * told


def test_zones_are_kept() -> None:
    done = _done(BODY, ("date", "2025-03-04T23:30:00-03:30", "json-ld datePublished"))
    assert done.article is not None
    assert (done.article.date, done.article.published_offset) == (dt.date(2025, 3, 4), -210)
    assert done.article.published_at == dt.datetime(2025, 3, 5, 3, 0, tzinfo=dt.UTC)
    assert done.article.date_proposals[0].start == 7


def test_the_year_of_a_dateline_comes_from_a_trusted_neighbour_alone() -> None:
    text = f"LAGOS, March 4 (AP) - {BODY}"
    alone, beside = _done(text), _done(text, given=Given(date=dt.date(2025, 3, 4), date_precision="day"))
    assert alone.article is not None
    assert beside.article is not None
    assert (alone.article.date, [each.verdict for each in alone.article.date_proposals]) == (None, ["incomplete"])
    assert [(each.verdict, each.start) for each in beside.article.date_proposals] == [("taken", None), ("agrees", 0)]


def test_an_agency_that_publishes_itself_supplies_itself() -> None:
    done = _done(f"LISBON (AP) - {BODY}", ("source", "Associated Press", "meta og:site_name"))
    assert done.article is not None
    article = done.article
    assert (article.source, article.source_kind, article.agency) == ("Associated Press", "agency", "Associated Press")


@pytest.mark.parametrize(
    ("given", "printed", "told"),
    [
        (Given(source="Harbour Courier"), "Source: Nordwire", ["source"]),
        (Given(source="Courier"), "Source: Harbour Courier", []),
        (Given(agency="AFP"), "Agency: Agence France-Presse", []),
        (Given(authors=("Ann Lee",)), "Authors: Ben Hall, Ann Lee", []),
        (Given(authors=("Ann Lee",)), "Authors: Ben Hall", ["authors"]),
        (Given(title="Ferry stays in port"), "Title: Crane falls", ["title"]),
        (Given(), "Source: Nordwire", []),
    ],
)
def test_two_kinds_of_evidence_that_say_two_things_are_told(given: Given, printed: str, told: list[str]) -> None:
    done = _done(f"{printed}\n\n{BODY}", given=given)
    assert [(each.rule.code, each.values["field"]) for each in done.findings] == [("M039", field) for field in told]
