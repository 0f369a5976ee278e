"""Sources that lie elsewhere: read as those that lie here, with what stands beside them and their takedown list."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import fsspec
import pytest
from tests_support import TODAY

from corpus_pkg.convert.build import Built, Options, build
from corpus_pkg.errors import UsageError
from corpus_pkg.findings import Finding
from corpus_pkg.intake.files import RawFile
from corpus_pkg.intake.remote import find_remote, is_remote

_FILES = {
    "a.txt": b"The ferry stayed in port on Monday, its owners said on the quay.\n",
    "a.meta.toml": b'title = "Ferry stays"\n',
    "sub/b.jsonl": b'{"text": "The crane is in use again.", "url": "https://www.example.org/crane"}\n'
    b'{"text": "The quay was closed on Tuesday after a crane lost its load."}\n',
    "corpus.toml": b'name = "remote"\nlicense = "CC0-1.0"\n',
    "tombstones.toml": b'[[takedown]]\nurl = "https://www.example.org/crane"\n',
    ".hidden": b"x",
}


@pytest.fixture
def address() -> Iterator[str]:
    system = fsspec.filesystem("memory")
    for name, content in _FILES.items():
        system.pipe(f"/articles/{name}", content)
    yield "memory://articles"
    system.rm("/articles", recursive=True)


def _built(sources: list[str | Path], folder: Path) -> Built:
    return build(sources, folder / "out", Options(ner="none", mode="fast", workers=1, today=TODAY))


def test_a_folder_elsewhere_gives_what_the_same_folder_gives_here(address: str, tmp_path: Path) -> None:
    for name, content in _FILES.items():
        (tmp_path / "here" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "here" / name).write_bytes(content)
    here, there = _built([tmp_path / "here"], tmp_path / "1"), _built([address], tmp_path / "2")
    assert here.manifest is not None
    assert there.manifest == here.manifest
    assert there.manifest is not None
    assert (there.manifest.dataset.name, there.manifest.units.tombstones) == ("remote", 1)
    assert [each.as_json() for each in there.ledger.rejected] == [each.as_json() for each in here.ledger.rejected]


def test_files_and_globs(address: str) -> None:
    def names(url: str) -> list[str]:
        return [each.name for each in find_remote(url) if isinstance(each, RawFile)]

    assert names(f"{address}/sub/b.jsonl") == ["b.jsonl"]
    assert names(f"{address}/sub/*.jsonl") == ["b.jsonl"]
    assert names(address) == ["a.meta.toml", "a.txt", "sub/b.jsonl"]
    assert [each.rule.code for each in find_remote(address) if isinstance(each, Finding)] == ["F012"]


def test_a_takedown_list_of_one_source_of_several_is_honoured(address: str, tmp_path: Path) -> None:
    (tmp_path / "c.txt").write_text("The harbour office has a new clock on its tower since Friday.\n", "utf-8")
    built = _built([tmp_path / "c.txt", address], tmp_path)
    assert built.manifest is not None
    assert (built.manifest.units.records, built.manifest.units.tombstones) == (3, 1)


@pytest.mark.parametrize("url", ["memory://nowhere", "klingon://a"])
def test_addresses_of_nothing(url: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        _built([url], tmp_path)


def test_a_file_that_cannot_be_fetched_is_told(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise TimeoutError("no answer")

    monkeypatch.setattr(type(fsspec.filesystem("memory")), "get_file", fail)
    found = [each for each in find_remote(address) if isinstance(each, Finding)]
    assert [each.rule.code for each in found] == ["F012", "F005", "F005", "F005"]


def test_paths_are_no_addresses() -> None:
    assert not any(map(is_remote, ("a.txt", "C:/a.txt", Path("memory://a"), "-", "a://b"[1:])))
    assert all(map(is_remote, ("s3://a/b", "https://a.b/c", "simplecache::s3://a")))
