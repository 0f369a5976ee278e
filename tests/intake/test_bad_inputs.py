"""Bad inputs: each has its code at its place, loses nothing else, takes bounded time; its twin has no such finding."""

from __future__ import annotations

import sys
import time
from fnmatch import fnmatchcase
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from bad_inputs import CASES, STORY, Case, Content, text_of

from corpus_pkg.convert.build import Built, Options, build
from corpus_pkg.findings import Finding
from corpus_pkg.loading import load
from corpus_pkg.validate.judge import validate

_MOST_SECONDS = 30
_SOUND = "The crane on the quay is in use again, the harbour office said on Tuesday, a week after it lost its load.\n"


def _converted(files: dict[str, Content], folder: Path) -> tuple[list[Finding], Built]:
    """What is said of files, and what was built from them and one sound article."""
    source = folder / "source"
    source.mkdir(parents=True)
    (source / "sound.txt").write_text(_SOUND, "utf-8")
    for name, content in files.items():
        if callable(content):
            content(source)
        else:
            (source / name).write_bytes(text_of(content))
    built = build([source], folder / "out", Options(ner="none", mode="fast", workers=1))
    return [*built.ledger.rejected, *built.ledger.doubted], built


def _said(case: Case, files: dict[str, Content], folder: Path) -> tuple[list[Finding], set[str], int]:
    found, built = _converted(files, folder)
    assert built.manifest is not None
    units = built.manifest.units
    assert units.read == units.records + units.refused + units.tombstones
    if case.by == "validate":
        found = [*found, *validate(folder / "source")]
    return found, set(built.ledger.repairs), units.records - 1


def _brackets(pattern: str) -> str:
    return pattern.replace("[", "[[]")


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_bad_input_is_told_at_its_place_and_loses_nothing_else(case: Case, tmp_path: Path) -> None:
    before = time.monotonic()
    found, repairs, kept = _said(case, case.files, tmp_path)
    assert time.monotonic() - before < _MOST_SECONDS
    assert kept == case.kept, found
    if not case.place:
        assert case.code in repairs | {each.rule.code for each in found}, found
        return
    places = [str(each.place) for each in found if each.rule.code == case.code]
    assert any(fnmatchcase(each, _brackets(case.place)) for each in places), found


@pytest.mark.parametrize("case", CASES, ids=str)
def test_its_sound_twin_has_no_such_finding(case: Case, tmp_path: Path) -> None:
    found, repairs, kept = _said(case, case.twin, tmp_path)
    assert case.code not in repairs | {each.rule.code for each in found}, found
    assert kept >= 1


@pytest.mark.parametrize(
    "line", ["Ferry stays in port", "FERRY STAYS IN PORT", "Ferry stays in port.", "“Ferry” stays in port!"]
)
def test_a_title_again_as_the_first_paragraph_is_a_region(line: str, tmp_path: Path) -> None:
    files: dict[str, Content] = {"a.txt": f"{line}\n\n{STORY}", "a.meta.toml": 'title = "Ferry stays in port"\n'}
    _, built = _converted(files, tmp_path)
    assert built.manifest is not None
    row = next(each for each in load(tmp_path / "out") if each.raw_path == "a.txt")
    assert row.text == STORY.strip()
    assert [(each.role, each.text, each.raw_start) for each in row.regions] == [("title", line, 0)]


def test_there_are_more_than_sixty_of_them() -> None:
    assert len({each.name for each in CASES}) == len(CASES) > 60
