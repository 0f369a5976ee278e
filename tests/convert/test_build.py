"""Sources in, a dataset out: the same bytes always, everything that was not converted listed."""

from __future__ import annotations

import filecmp
import json
import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from tests_support import HARBOUR, SUMMIT, TODAY

from corpus_pkg.convert import work
from corpus_pkg.convert.build import Options, build
from corpus_pkg.describe.card import card_document
from corpus_pkg.errors import ModelError, UsageError
from corpus_pkg.loading import load


def _source(folder: Path, **files: str | bytes) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        path = folder / name.replace("__", "/")
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def _options(**changes: object) -> Options:
    return Options(
        **({"ner": "none", "mode": "fast", "workers": 1, "documents": (card_document(),), "today": TODAY} | changes)
    )


def _tree(folder: Path) -> dict[str, bytes]:
    return {str(each.relative_to(folder)): each.read_bytes() for each in sorted(folder.rglob("*")) if each.is_file()}


def test_the_same_bytes_whatever_the_workers_the_order_and_the_place(tmp_path: Path) -> None:
    articles = {f"a{number:02d}.txt": SUMMIT.replace("40%", f"{number}%") for number in range(40)}
    source = _source(tmp_path / "one" / "articles", **articles)
    twin = _source(tmp_path / "two" / "articles", **dict(reversed(articles.items())))
    trees = []
    for index, (place, changes) in enumerate(
        [(source, {}), (twin, {"workers": 2}), (source, {"executor": ThreadPoolExecutor(3), "workers": None})]
    ):
        assert build([place], tmp_path / f"data{index}", _options(**changes)).manifest is not None
        trees.append(_tree(tmp_path / f"data{index}"))
    assert trees[0] == trees[1] == trees[2]
    assert set(trees[0]) >= {"README.md", "manifest.json", "rejects.jsonl", "articles/train-00000-of-00001.parquet"}


def test_everything_that_cannot_be_converted_is_listed_and_the_rest_converted(tmp_path: Path) -> None:
    source = _source(
        tmp_path / "in", **{"good.txt": SUMMIT, "twin.txt": SUMMIT, "empty.txt": "",
                            "binary.txt": bytes(range(256)) * 9,
                            "ff.txt": b"\xff" * 50, "page.pdf": b"%PDF", "head.txt": "Date: 2 September 2022\n",
                            "lines.jsonl": '{"text": "One is said."}\n{"text": 3}\nnonsense\n', "secret.txt": "x"},
    )  # fmt: skip
    (source / "loop").symlink_to(source)
    (source / "secret.txt").chmod(0)
    built = build([source], tmp_path / "out", _options())
    listed = [json.loads(line) for line in (tmp_path / "out" / "rejects.jsonl").read_text().splitlines()]
    assert [(each["file"], each["line"], each["code"]) for each in listed] == [
        ("binary.txt", None, "F002"), ("empty.txt", None, "F001"), ("ff.txt", None, "F003"), ("head.txt", None, "F014"),
        ("lines.jsonl", 2, "F008"), ("lines.jsonl", 3, "F007"), ("loop", None, "F004"), ("page.pdf", None, "F006"),
        ("secret.txt", None, "F005"), ("twin.txt", None, "F009"),
    ]  # fmt: skip
    assert all(each["reason"] and each["mend"] for each in listed)
    assert built.ledger.failed
    assert {each.raw_path for each in load(tmp_path / "out")} == {"good.txt", "lines.jsonl#L1"}
    assert built.manifest is not None
    assert {each.code: each.count for each in built.manifest.rejected}["F009"] == 1


def test_an_article_that_defeats_the_annotator_is_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = work.annotate

    def fails(raws: object, names: object, today: object) -> object:
        if raws[0].path == "bad.txt":
            raise ZeroDivisionError("planted")
        return whole(raws, names, today)

    monkeypatch.setattr(work, "annotate", fails)
    source = _source(tmp_path / "in", **{"bad.txt": SUMMIT, "good.txt": HARBOUR})
    built = build([source], tmp_path / "out", _options())
    assert [(each.place.file, each.rule.code) for each in built.ledger.rejected] == [("bad.txt", "F016")]
    assert "ZeroDivisionError: planted" in built.ledger.rejected[0].message
    assert [each.raw_path for each in load(tmp_path / "out")] == ["good.txt"]


def test_repairs_and_doubts_are_counted_in_the_manifest(tmp_path: Path) -> None:
    text = "Date: 4 March 2025\r\nLAGOS, March 3 (AP) - The port\u00a0opened, officials said. Ships left at noon.\r\n"
    built = build([_source(tmp_path / "in", **{"a.txt": text})], tmp_path / "out", _options())
    assert built.manifest is not None
    assert {each.code: each.count for each in built.manifest.noted} == {"M002": 1, "T004": 1, "T005": 2}


def test_two_articles_at_one_address_are_kept_and_told(tmp_path: Path) -> None:
    lines = [
        {"text": f"It rained {each}.", "url": "https://www.example.org/rain", "date": f"2025-03-0{each}"}
        for each in (5, 4)
    ]
    source = _source(tmp_path / "in", **{"a.jsonl": "".join(json.dumps(each) + "\n" for each in lines)})
    built = build([source], tmp_path / "out", _options())
    (found,) = [each for each in built.ledger.doubted if each.rule.code == "M037"]
    assert (found.place.file, found.values) == ("a.jsonl#L2", {"other": "a.jsonl#L1"})
    assert "a.jsonl#L1 is newer" in found.message
    assert len(load(tmp_path / "out")) == 2


def test_nothing_to_write_leaves_what_was_there(tmp_path: Path) -> None:
    build([_source(tmp_path / "in", **{"a.txt": SUMMIT})], tmp_path / "out", _options())
    before = _tree(tmp_path / "out")
    built = build([_source(tmp_path / "empty", **{"b.txt": ""})], tmp_path / "out", _options())
    assert built.manifest is None
    assert _tree(tmp_path / "out") == before


def test_settings_describe_the_corpus(tmp_path: Path) -> None:
    settings = 'name = "n"\nversion = "1.2.3"\nlanguages = ["en"]\nlicense = "CC0-1.0"\n'
    source = _source(tmp_path / "in", **{"a.txt": SUMMIT, "corpus.toml": settings})
    manifest = build([source], tmp_path / "out", _options()).manifest
    assert manifest is not None
    assert (manifest.dataset.name, manifest.dataset.version, manifest.dataset.license) == ("n", "1.2.3", "CC0-1.0")
    assert {each.language for each in load(tmp_path / "out")} == {"en"}
    assert [each.path for each in manifest.sources] == ["a.txt"]


@pytest.mark.parametrize("settings", ["name = ", 'nmae = "typo"', 'version = "1"', 'languages = "en"', 'name = ""'])
def test_damaged_settings_are_wrong_use(tmp_path: Path, settings: str) -> None:
    source = _source(tmp_path / "in", **{"a.txt": SUMMIT, "corpus.toml": settings})
    with pytest.raises(UsageError, match=r"corpus\.toml"):
        build([source], tmp_path / "out", _options())


def test_the_target_may_not_lie_in_a_source_nor_a_model_be_missing(tmp_path: Path) -> None:
    source = _source(tmp_path / "in", **{"a.txt": SUMMIT})
    with pytest.raises(UsageError, match="inside the source"):
        build([source], source / "data", _options())
    with pytest.raises(ModelError):
        build([source], tmp_path / "out", _options(ner="nothing"))
    assert not (tmp_path / "out").exists()


def test_a_build_killed_half_way_leaves_the_former_dataset_loadable(tmp_path: Path) -> None:
    target = tmp_path / "out"
    build([_source(tmp_path / "in", **{"a.txt": SUMMIT})], target, _options())
    before = _tree(target)
    many = _source(tmp_path / "many", **{f"{n}.txt": f"{SUMMIT}{n}" for n in range(3000)})
    command = [
        sys.executable,
        "-m",
        "corpus_pkg",
        "convert",
        str(many),
        "-o",
        str(target),
        "--ner",
        "none",
        "--workers",
        "1",
    ]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while not (tmp_path / ".out.building").exists() and process.poll() is None:
        time.sleep(0.01)
    time.sleep(0.3)
    os.kill(process.pid, signal.SIGKILL)
    assert process.wait() == -signal.SIGKILL
    assert _tree(target) == before
    assert len(load(target)) == 1


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes are told by /proc")
def test_workers_end_with_the_build_that_is_killed(tmp_path: Path) -> None:
    many = _source(tmp_path / "many", **{f"{n}.txt": f"{SUMMIT}{n}" for n in range(3000)})
    command = [
        sys.executable,
        "-m",
        "corpus_pkg",
        "convert",
        str(many),
        "-o",
        str(tmp_path / "out"),
        "--ner",
        "none",
        "--mode",
        "fast",
    ]
    process = subprocess.Popen([*command, "--workers", "2"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    workers: list[int] = []
    while len(workers) < 2 and process.poll() is None:
        workers = _children(process.pid, "spawn_main")
        time.sleep(0.02)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    assert len(workers) == 2
    for _ in range(500):
        if not any(Path(f"/proc/{each}/exe").exists() for each in workers):
            break
        time.sleep(0.02)
    assert [each for each in workers if Path(f"/proc/{each}/exe").exists()] == []


def _children(parent: int, words: str) -> list[int]:
    """The processes that a process started, by what stands in their command line."""
    found = []
    for each in Path("/proc").glob("[0-9]*"):
        try:
            if int((each / "stat").read_text().rpartition(")")[2].split()[1]) == parent:
                found += [int(each.name)] if words in (each / "cmdline").read_text() else []
        except OSError:
            continue  # it ended while we looked
    return found


def test_a_second_build_of_the_same_source_changes_nothing(tmp_path: Path) -> None:
    source = _source(tmp_path / "in", **{"a.txt": SUMMIT, "b.txt": HARBOUR})
    build([source], tmp_path / "one", _options())
    build([source], tmp_path / "two", _options())
    assert filecmp.cmpfiles(tmp_path / "one", tmp_path / "two", ["manifest.json", "README.md"], shallow=False)[0]
    assert _tree(tmp_path / "one") == _tree(tmp_path / "two")
