"""What was taken down is in no dataset again, and is counted."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from tests_support import TODAY

from corpus_pkg.convert.build import Options, build
from corpus_pkg.errors import UsageError
from corpus_pkg.model.ids import article_id

_OPTIONS = Options(ner="none", mode="fast", workers=1, today=TODAY)
_TEXTS = {
    "ferry.txt": "The ferry stayed in port on Monday, and left when the river rose again, its owners said.",
    "quay.txt": "The quay was closed on Tuesday after a crane lost its load, the harbour office said.",
}


def _source(folder: Path, tombstones: str) -> Path:
    source = folder / "seeds"
    source.mkdir()
    for name, text in _TEXTS.items():
        (source / name).write_text(text, "utf-8")
    url = "https://www.example.org/crane"
    (source / "line.jsonl").write_text(json.dumps({"text": "The crane is in use again.", "url": url}) + "\n", "utf-8")
    (source / "tombstones.toml").write_text(tombstones, "utf-8")
    return source


def _digest() -> str:
    return hashlib.sha256(_TEXTS["ferry.txt"].encode("utf-8")).hexdigest()


@pytest.mark.parametrize(
    ("by", "path"),
    [
        (f'sha256 = "{_digest()}"', "ferry.txt"),
        (f'id = "{article_id(_digest())}"', "ferry.txt"),
        ('url = "https://www.example.org/crane"', "line.jsonl#L1"),
    ],
)
def test_what_was_taken_down_is_left_out_and_counted(tmp_path: Path, by: str, path: str) -> None:
    source = _source(tmp_path, f'[[takedown]]\n{by}\nreason = "Asked by the author."\n')
    built = build([source], tmp_path / "data", _OPTIONS)
    assert built.manifest is not None
    units = built.manifest.units
    assert (units.read, units.records, units.refused, units.tombstones) == (3, 2, 0, 1)
    (gone,) = built.ledger.rejected
    assert (gone.rule.code, gone.place.file) == ("F033", path)
    assert "Asked by the author." in gone.message
    assert path not in {article["raw_path"] for article in _rows(tmp_path / "data")}
    assert not built.ledger.failed


def _rows(dataset: Path) -> list[dict[str, object]]:
    import pyarrow.dataset as ds

    rows: list[dict[str, object]] = ds.dataset(dataset / "articles").to_table(columns=["raw_path"]).to_pylist()
    return rows


@pytest.mark.parametrize(
    "content",
    [
        "[[takedown]]\nreason = 'x'\n",
        "[[takedown]]\nid = 'a'\nurl = 'b'\n",
        "takedown = 3\n",
        "x = [",
        "[[gone]]\nid = 'a'\n",
    ],
)
def test_a_damaged_list_stops_the_build(tmp_path: Path, content: str) -> None:
    source = _source(tmp_path, content)
    with pytest.raises(UsageError):
        build([source], tmp_path / "data", _OPTIONS)
    assert not (tmp_path / "data").exists()


def test_an_entry_that_meets_nothing_is_told(tmp_path: Path) -> None:
    source = _source(tmp_path, '[[takedown]]\nurl = "https://www.example.org/crane/"\n')
    built = build([source], tmp_path / "out", _OPTIONS)
    assert built.manifest is not None
    assert built.manifest.units.tombstones == 0
    assert [each.rule.code for each in built.ledger.doubted] == ["F044"]


def test_a_digest_in_capitals_is_the_same_and_one_cut_short_is_none(tmp_path: Path) -> None:
    source = _source(tmp_path, f'[[takedown]]\nsha256 = "{_digest().upper()}"\n')
    built = build([source], tmp_path / "out", _OPTIONS)
    assert built.manifest is not None
    assert built.manifest.units.tombstones == 1
    (source / "tombstones.toml").write_text(f'[[takedown]]\nsha256 = "{_digest()[:-1]}"\n', "utf-8")
    with pytest.raises(UsageError, match="is no sha256"):
        build([source], tmp_path / "out", _OPTIONS)


@pytest.mark.parametrize("given", ["seeds", "seeds/*.txt", "seeds/ferry.txt"])
@pytest.mark.parametrize("place", ["", "deep/deeper"])
def test_lists_at_any_depth_and_beside_files_are_honoured(given: str, place: str, tmp_path: Path) -> None:
    source = _source(tmp_path, f'[[takedown]]\nsha256 = "{_digest()}"\n')
    if place and given != "seeds":
        return
    if place:
        (source / place).mkdir(parents=True)
        (source / "tombstones.toml").rename(source / place / "tombstones.toml")
    (source / "other.txt").write_text("The mayor opened the new school on Monday, a week late.\n", "utf-8")
    built = build([tmp_path / given, source / "other.txt"], tmp_path / "out", _OPTIONS)
    assert built.manifest is not None
    assert built.manifest.units.tombstones == 1
