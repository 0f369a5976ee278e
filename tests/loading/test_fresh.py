"""`load_dataset` on a directory gives what is in it now, whatever it cached of that name before."""

from __future__ import annotations

from pathlib import Path

from datasets import load_dataset

from corpus_pkg.convert.build import Options, build
from corpus_pkg.describe.card import card_document


def _built(source: Path, target: Path, articles: int) -> str:
    source.mkdir(exist_ok=True)
    for each in source.iterdir():
        each.unlink()
    for number in range(articles):
        text = f"Ferry {number} stayed in port on Monday, its owners said on the quay.\n"
        (source / f"{number}.txt").write_text(text, "utf-8")
    build([source], target, Options(ner="none", mode="fast", workers=1, documents=(card_document(),)))
    return str(target)


def test_a_dataset_built_anew_and_one_of_the_same_name_are_not_taken_for_another(tmp_path: Path) -> None:
    cache = str(tmp_path / "cache")
    for articles, place in ((3, "one"), (2, "one"), (4, "two")):
        (tmp_path / place).mkdir(exist_ok=True)
        folder = _built(tmp_path / "raw", tmp_path / place / "news", articles)
        for config in ("articles", "quotes"):
            assert len(load_dataset(folder, config, split="train", cache_dir=cache)) == articles
