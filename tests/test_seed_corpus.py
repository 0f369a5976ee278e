"""The committed dataset is exactly what a fresh build of `seeds/` gives, and sound."""

from __future__ import annotations

from pathlib import Path

from corpus_pkg.convert.build import Options, build
from corpus_pkg.describe.card import card_document, hand_written
from corpus_pkg.describe.croissant import croissant_document
from corpus_pkg.findings import Severity
from corpus_pkg.intake.files import CHANGELOG
from corpus_pkg.loading import load
from corpus_pkg.validate.judge import validate

ROOT = Path(__file__).parents[1]
LEAST_ARTICLES, WORDS = 12, range(150, 601)


def test_the_committed_dataset_is_in_sync_with_its_seeds(tmp_path: Path) -> None:
    seeds = [str(ROOT / "seeds")]
    documents = (card_document(hand_written(seeds), hand_written(seeds, CHANGELOG)), croissant_document)
    built = build(seeds, tmp_path / "data", Options(workers=1, documents=documents))
    assert list(built.ledger.rejected) == []
    fresh, committed = (
        {str(each.relative_to(folder)): each.read_bytes() for each in sorted(folder.rglob("*")) if each.is_file()}
        for folder in (tmp_path / "data", ROOT / "data")
    )
    assert fresh.keys() == committed.keys()
    assert [name for name in fresh if fresh[name] != committed[name]] == [], "run scripts/build and commit data/"


def test_the_committed_dataset_is_sound() -> None:
    assert [each for each in validate(ROOT / "data", ROOT / "seeds") if each.severity is not Severity.INFO] == []


def test_the_seeds_have_the_shapes_that_the_converter_reads() -> None:
    articles = list(load(ROOT / "data"))
    assert len(articles) >= LEAST_ARTICLES
    assert all(len(each.text.split()) in WORDS for each in articles)
    roles = {region.role for each in articles for region in each.regions}
    assert roles >= {"header", "title", "byline", "dateline", "tail"}
    assert {each.raw_encoding for each in articles} >= {"utf-8", "cp1252"}
    assert {each.raw_media_type for each in articles} == {
        "text/plain", "application/jsonl", "text/csv", "text/html", "application/rss+xml", "application/xml",
    }  # fmt: skip
    assert any(each.date is None and each.source is None for each in articles)
    assert any(all(quote.kind == "indirect" for quote in each.quotes) for each in articles)
    quotes = [quote for each in articles for quote in each.quotes]
    assert {each.kind for each in quotes} == {"direct", "partial", "indirect"}
    assert any(each.scare for each in articles)
    assert any(each.nested_in for each in quotes)
    assert {each.speaker.kind for each in quotes if each.speaker} == {"name", "nominal", "pronoun"}
    assert {each.attribution for each in quotes} == {"explicit", "carried", "none"}
    kinds = {claim.kind for each in articles for claim in each.claims}
    assert kinds >= {"money", "percent", "fraction", "measure", "count", "age"}
    assert any(claim.modifier == "range" for each in articles for claim in each.claims)
