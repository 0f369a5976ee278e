"""Sound articles of any number: paragraphs of real ones in new order, converted; nothing may be found in them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from random import Random

from corpus_pkg.convert.build import Options, build
from corpus_pkg.describe.card import card_document
from corpus_pkg.findings import Finding
from corpus_pkg.loading import load
from corpus_pkg.validate.judge import validate

_LEAST, _MOST = 4, 9
_SETTINGS = 'name = "sound"\nlicense = "CC0-1.0"\nlanguages = ["en"]\ncitation = "Made for a test."\n'


def paragraphs(dataset: Path) -> list[str]:
    """The different paragraphs of a dataset's articles."""
    return sorted(
        {
            article.text[each.start : each.end]
            for article in load(dataset)
            if article.text
            for each in article.paragraphs
        }
    )


def made(stock: Sequence[str], count: int, seed: int, target: Path) -> Path:
    """A dataset of as many articles, each of some paragraphs in random order.

    Args:
        stock: the paragraphs.
        count: how many articles.
        seed: of the order.
        target: an empty folder.
    """
    random = Random(seed)  # noqa: S311  order, no secrets
    source = target / "source"
    source.mkdir()
    (source / "corpus.toml").write_text(_SETTINGS, "utf-8")
    with (source / "articles.jsonl").open("w", encoding="utf-8") as stream:
        for number in range(count):
            text = "\n\n".join(random.sample(stock, random.randint(_LEAST, _MOST)))
            article = {"text": text, "title": f"Story number {number}", "date": f"20{number % 25:02d}-03-04"}
            stream.write(json.dumps(article, ensure_ascii=False) + "\n")
    build([source], target / "data", Options(mode="fast", documents=(card_document(),)))
    return target / "data"


def findings(dataset: Path) -> list[Finding]:
    """What the validator finds in a dataset."""
    return validate(dataset)
