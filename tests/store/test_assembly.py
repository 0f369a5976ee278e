"""Shards put together: what is digested and counted is what lies there, however many are read at a time."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus_pkg.loading import load
from corpus_pkg.store import assembly
from corpus_pkg.store.assembly import Assembly, Digests

DATA = Path(__file__).parents[2] / "data"


@pytest.mark.parametrize(("files", "size"), [(1, 1 << 30), (3, 1 << 30), (8, 1), (8, 1 << 30)])
def test_digests_and_counts_do_not_depend_on_how_shards_are_read(
    files: int, size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(assembly, "_FILES", files)
    monkeypatch.setattr(assembly, "_BYTES", size)
    corpus = load(DATA)
    for each in corpus.manifest.configs:
        digests, shards = Digests(), corpus.shards(each.name) * 5
        counts = list(digests.read(each.name, shards))
        one = Digests()
        for path in shards:
            one.add(each.name, path.read_bytes())
        assert digests.entries() == one.entries()
        assert sum(counts) == 5 * each.rows
        assert len(counts) == len(shards)


def test_a_dataset_is_named_and_counted_in_order(tmp_path: Path) -> None:
    corpus, made = load(DATA), Assembly(tmp_path)
    for each in corpus.manifest.configs:
        for path in corpus.shards(each.name):
            made.add(each.name, path.read_bytes())
    configs, files = made.close()
    assert configs == corpus.manifest.configs
    shards = [each for each in corpus.manifest.files if each.rows is not None]
    assert sorted(files, key=lambda each: each.path) == shards
    assert all((tmp_path / each.path).is_file() for each in files)
