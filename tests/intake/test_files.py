"""Files, folders and globs, in an order that no file system decides."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus_pkg.errors import UsageError
from corpus_pkg.findings import Finding
from corpus_pkg.intake.files import RawFile, find


def _names(*sources: Path) -> list[str]:
    return [each.name for each in find(sources) if isinstance(each, RawFile)]


def _codes(*sources: Path) -> dict[str, str]:
    return {each.place.file: each.rule.code for each in find(sources) if isinstance(each, Finding)}


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.txt", "sub/c.txt", "sub/deep/d.txt", "corpus.toml"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    return tmp_path


def test_a_folder_is_walked_in_order_and_settings_are_passed_over(tree: Path) -> None:
    assert _names(tree) == ["a.txt", "b.txt", "sub/c.txt", "sub/deep/d.txt"]


def test_a_single_file_and_a_glob(tree: Path) -> None:
    assert _names(tree / "b.txt") == ["b.txt"]
    assert [each.rpartition("/")[2] for each in _names(tree / "*.txt")] == ["a.txt", "b.txt"]


def test_several_sources_keep_their_names_apart(tree: Path) -> None:
    assert _names(tree / "sub" / "deep", tree / "sub") == ["deep/d.txt", "sub/c.txt", "sub/deep/d.txt"]


def test_a_missing_source_is_wrong_use(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such file"):
        list(find([tmp_path / "nothing"]))


def test_links_that_loop_or_dangle_are_found_and_others_followed(tree: Path) -> None:
    (tree / "sub" / "loop").symlink_to(tree)
    (tree / "dangling.txt").symlink_to(tree / "nowhere.txt")
    (tree / "linked.txt").symlink_to(tree / "sub" / "c.txt")
    assert _codes(tree) == {"sub/loop": "F004", "dangling.txt": "F004"}
    assert "linked.txt" in _names(tree)


def test_hidden_files_are_passed_over_with_a_word(tree: Path) -> None:
    (tree / ".hidden.txt").write_text("x")
    assert _codes(tree) == {".hidden.txt": "F012"}


def test_names_that_no_record_can_hold_are_refused(tree: Path) -> None:
    for name in (b"bad\xff.txt", b"new\nline.txt"):
        (Path(os.fsdecode(os.fsencode(tree) + b"/" + name))).write_text("x")
    (tree / os.fsdecode(b"folder\xfe")).mkdir()
    assert _codes(tree) == {"bad\\udcff.txt": "F017", "new\\nline.txt": "F017", "folder\\udcfe": "F017"}
    assert _names(tree) == ["a.txt", "b.txt", "sub/c.txt", "sub/deep/d.txt"]


def test_permission_decides_whoever_runs(tree: Path) -> None:
    (tree / "a.txt").chmod(0o000)
    (tree / "sub" / "deep").chmod(0o000)
    try:
        assert _codes(tree) == {"a.txt": "F005", "sub/deep": "F005"}
        assert _names(tree) == ["b.txt", "sub/c.txt"]
    finally:
        (tree / "sub" / "deep").chmod(0o755)


@given(st.sets(st.text("ab.-0/", min_size=1, max_size=6), max_size=12))
def test_files_come_in_the_order_of_their_paths(names: set[str]) -> None:
    with tempfile.TemporaryDirectory() as place:
        for name in names:
            parts = [part for part in name.split("/") if part.strip(".")]
            path = Path(place, *parts) if parts else Path(place, "x")
            if not path.exists() and not any(each.is_file() for each in path.parents):
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text("It rained.")
        found = [each.name for each in find([Path(place)]) if isinstance(each, RawFile)]
        assert found == sorted(found)
        hidden = [each for each in Path(place).rglob("*") if "/." in str(each)]
        assert len(found) == len([each for each in Path(place).rglob("*") if each.is_file() and each not in hidden])
