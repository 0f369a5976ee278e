"""Damages of the card."""

from __future__ import annotations

from pathlib import Path
from random import Random

from corpus_pkg.evaluate.faults.datasets import agree
from corpus_pkg.evaluate.faults.files import FileSpot, damages

_CARD = "README.md"


def _card(code: str, name: str, old: str, *new: str, along: str = "") -> None:
    """Replaces words of the card by one of some others; the manifest agrees with the file."""

    @damages("dataset", code, name, along)
    def _apply(folder: Path, random: Random) -> FileSpot:
        card = folder / _CARD
        text = card.read_text("utf-8")
        card.write_text(text.replace(old, random.choice(new), 1), "utf-8")
        agree(folder)
        return FileSpot(_CARD)


_card("P001", "no YAML", "---\n", "", "--\n")
_card("P001", "YAML of no form", "configs:", "configs: [", "configs: {a", "configs: ]")
_card("P002", "config of another name", "config_name: claims", "config_name: numbers", along="P008")
_card("P003", "alias", "configs:", "a: &x [1, 2]\nb: [*x, *x]\nconfigs:")
_card("P004", "features", "configs:", "dataset_info: {features: [{name: id, dtype: string}]}\nconfigs:")
_card("P005", "counts", "configs:", "dataset_info: {splits: [{name: train, num_examples: 8}]}\nconfigs:")
_card("P006", "another licence", "license: cc0-1.0", "license: mit", "license: other")
_card("P007", "path that leads out", "path: claims/train-*.parquet", "path: ../claims/train-*.parquet", "path: /etc/*",
      "path: hf://datasets/x/y/*.parquet")  # fmt: skip
_card("P008", "split without shards", "split: train", "split: test", "split: validation")
_card("P010", "another language", "language:\n- en", "language:\n- de", "language:\n- en\n- fr")
_card("P011", "no default", "default: true", "default: false")
_card("P015", "old form of features", "configs:", "dataset_info: {features: [{name: a, sequence: string}]}\nconfigs:")
