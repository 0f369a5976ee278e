"""Mechanical fixes: only the replaced characters change, and what is in doubt is left."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus_pkg.findings import Finding, Place
from corpus_pkg.findings.finding import Fix
from corpus_pkg.findings.rules.card import SETTINGS
from corpus_pkg.validate.contribution.fixing import apply_fixes


def _findings(path: Path, *fixes: Fix | None) -> list[Finding]:
    return [Finding(SETTINGS, Place(file=str(path)), "wrong", {}, each) for each in fixes]


def _fix(text: str, old: str, new: str) -> Fix:
    start = text.index(old)
    return Fix(start, start + len(old), old, new)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028"])
def test_only_the_replaced_characters_change(tmp_path: Path, end: str) -> None:
    path, text = tmp_path / "a.toml", f"nmae = 'ü \U0001f600'{end}licens = 1{end}{end}"
    path.write_bytes(text.encode())
    assert apply_fixes(_findings(path, _fix(text, "licens", "license"), None, _fix(text, "nmae", "name"))) == 2
    assert path.read_bytes() == text.replace("nmae", "name").replace("licens", "license").encode()


def test_a_byte_order_mark_can_be_taken_out_and_is_else_kept(tmp_path: Path) -> None:
    path, text = tmp_path / "a.toml", "\ufeffnmae = 1\r\n"
    path.write_bytes(text.encode())
    assert apply_fixes(_findings(path, _fix(text, "nmae", "name"))) == 1
    assert path.read_bytes() == "\ufeffname = 1\r\n".encode()
    assert apply_fixes(_findings(path, Fix(0, 1, "\ufeff", ""))) == 1
    assert path.read_bytes() == b"name = 1\r\n"


def test_a_fix_that_is_found_twice_is_applied_once(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_text("aa")
    assert apply_fixes(_findings(path, Fix(0, 1, "a", "b"), Fix(0, 1, "a", "b"))) == 1
    assert path.read_text() == "ba"


def test_of_fixes_that_overlap_one_is_applied(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_text("abcdef")
    assert apply_fixes(_findings(path, Fix(0, 3, "abc", "x"), Fix(2, 5, "cde", "y"))) == 1
    assert path.read_text() == "abyf"
    path.write_text("abcdef")
    assert apply_fixes(_findings(path, Fix(0, 3, "abc", "x"), Fix(3, 6, "def", "y"))) == 2
    assert path.read_text() == "xy"


@pytest.mark.parametrize("fix", [Fix(0, 1, "x", "y"), Fix(5, 9, "", "y"), Fix(0, 9, "abc", "y"), Fix(2, 1, "b", "y")])
def test_a_file_that_has_changed_since_is_left(tmp_path: Path, fix: Fix) -> None:
    path = tmp_path / "a"
    path.write_text("abc")
    before = path.stat().st_mtime_ns
    assert apply_fixes(_findings(path, fix)) == 0
    assert (path.read_text(), path.stat().st_mtime_ns) == ("abc", before)


def test_files_are_mended_each_for_itself(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    one.write_text("a")
    two.write_text("a")
    assert apply_fixes([*_findings(one, Fix(0, 1, "a", "b")), *_findings(two, Fix(0, 1, "a", "c"))]) == 2
    assert (one.read_text(), two.read_text()) == ("b", "c")
    assert apply_fixes([]) == apply_fixes(_findings(one, None)) == 0


@pytest.mark.parametrize("content", [None, b"\xff"])
def test_a_file_that_can_no_longer_be_read_is_left(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "a"
    if content:
        path.write_bytes(content)
    assert apply_fixes(_findings(path, Fix(0, 1, "a", "b"))) == 0


_TEXT = st.text(st.sampled_from("ab\r\né\U0001f600"), max_size=12)


@given(_TEXT, st.lists(st.tuples(st.integers(0, 12), st.integers(0, 4), st.text("xy\r\n", max_size=3)), max_size=6))
def test_what_no_fix_replaces_stays(tmp_path: Path, text: str, wanted: list[tuple[int, int, str]]) -> None:
    path = tmp_path / "a"
    path.write_bytes(text.encode())
    fixes = [
        Fix(start, start + length, text[start : start + length], new)
        for start, length, new in wanted
        if start <= len(text)
    ]
    fixes = [each for each in fixes if each.end <= len(text)]
    done = apply_fixes(_findings(path, *fixes))
    assert done <= len(set(fixes))
    assert bool(done) == bool(fixes)
    touched = {place for each in fixes for place in range(each.start, each.end)}
    kept = "".join(letter for place, letter in enumerate(text) if place not in touched)
    found = iter(path.read_bytes().decode())
    assert all(letter in found for letter in kept)
