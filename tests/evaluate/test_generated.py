"""News of our own making: the same for a seed, of the lengths and with the records that news has."""

from __future__ import annotations

import json
from pathlib import Path
from statistics import median

from corpus_pkg.convert.build import Options, build
from corpus_pkg.evaluate.generated import article, articles, write
from corpus_pkg.loading import load


def test_a_seed_gives_the_same_articles_and_another_gives_others(tmp_path: Path) -> None:
    one, two = write(tmp_path / "one.jsonl", 30), write(tmp_path / "two.jsonl", 30)
    assert one.read_bytes() == two.read_bytes()
    assert [json.loads(line) for line in one.read_text("utf-8").splitlines()] == list(articles(30))
    assert article(7, 1) != article(7)
    assert len({each["text"] for each in articles(200)}) == 200


def test_lengths_and_records_are_those_of_news(tmp_path: Path) -> None:
    source = write(tmp_path / "in.jsonl", 80)
    build([source], tmp_path / "out", Options(ner="none", mode="fast", workers=1))
    rows = list(load(tmp_path / "out"))
    lengths = [len(each.text.split()) for each in rows]
    words = sum(lengths) / 1000
    assert 250 < median(lengths) < 500
    assert 12 < sum(len(each.quotes) for each in rows) / words < 30
    assert 10 < sum(len(each.claims) for each in rows) / words < 30
    assert 10 < sum(len(each.dates) for each in rows) / words < 30
    assert all(each.date and each.title and each.agency for each in rows)


def test_some_paragraphs_are_sent_again() -> None:
    paragraphs = [each for one in articles(900) for each in one["text"].split("\n\n")]
    twice = len(paragraphs) - len(set(paragraphs))
    assert 0 < twice < len(paragraphs) / 30
