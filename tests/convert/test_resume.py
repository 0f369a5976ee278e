"""Work is kept: what was done is not done again, whatever ended the build; the bytes are those of a quiet one."""

from __future__ import annotations

import datetime as dt
import json
import os
import shutil
import signal
from pathlib import Path

import pytest
from conversion_support import children, command, run, source, started, tree, wait_for
from tests_support import SUMMIT, TODAY

from corpus_pkg.convert import work
from corpus_pkg.convert.build import Options, build
from corpus_pkg.convert.progress import Progress
from corpus_pkg.evaluate.generated import article


def _options(cache: Path | str | None, **changes: object) -> Options:
    given = {"ner": "none", "mode": "fast", "workers": 1, "today": TODAY, "cache": cache}
    return Options(**(given | changes))


@pytest.fixture
def annotated(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of the articles that are annotated, as they are."""
    whole, paths = work.annotate_batch, list[str]()

    def counted(raws: list[object], *rest: object) -> object:
        paths.extend(each.path for each in raws)
        return whole(raws, *rest)

    monkeypatch.setattr(work, "annotate_batch", counted)
    return paths


@pytest.mark.parametrize("place", ["folder", "address"])
def test_a_second_build_annotates_what_is_new_and_no_more(place: str, tmp_path: Path, annotated: list[str]) -> None:
    given, cache = source(tmp_path, 40), tmp_path / "cache" if place == "folder" else f"memory://{tmp_path}"
    build([given], tmp_path / "out", _options(cache))
    assert len(annotated) == 40
    build([given], tmp_path / "again", _options(cache))
    assert len(annotated) == 40
    with given.open("a", encoding="utf-8") as stream:
        stream.write(json.dumps(article(40)) + "\n")
    build([given], tmp_path / "more", _options(cache))
    assert annotated[40:] == ["news.jsonl#L41"]
    build([given], tmp_path / "fresh", _options(None))
    assert tree(tmp_path / "more") == tree(tmp_path / "fresh")
    assert tree(tmp_path / "again") == tree(tmp_path / "out")


@pytest.mark.parametrize("change", [{"mode": "full"}, {"scores": True}])
def test_other_options_are_other_work(change: dict[str, object], tmp_path: Path, annotated: list[str]) -> None:
    given = source(tmp_path, 3)
    build([given], tmp_path / "out", _options(tmp_path / "cache"))
    build([given], tmp_path / "out", _options(tmp_path / "cache", **change))
    assert len(annotated) == 6


def test_damaged_work_is_noticed_and_made_anew(tmp_path: Path, annotated: list[str]) -> None:
    given, cache = source(tmp_path, 30), tmp_path / "cache"
    build([given], tmp_path / "out", _options(cache))
    pieces = sorted(each for each in cache.rglob("*") if each.is_file() and each.name != ".lock")
    assert len(pieces) > 30
    for number, piece in enumerate(pieces):
        content = piece.read_bytes()
        piece.write_bytes((content[:-1], b"", content[:-1] + b"\0", content[:20] + b"?" + content[21:])[number % 4])
    build([given], tmp_path / "again", _options(cache))
    assert tree(tmp_path / "again") == tree(tmp_path / "out")
    assert len(annotated) >= 59, "a last byte may be a zero byte already"


@pytest.mark.parametrize("workers", [1, 2])
def test_work_that_is_gone_is_made_anew_with_what_hangs_on_it(tmp_path: Path, workers: int) -> None:
    given, cache = source(tmp_path, 5 * workers), tmp_path / "cache"
    build([given], tmp_path / "out", _options(cache))
    largest = sorted((each for each in cache.rglob("??/*")), key=lambda each: -each.stat().st_size)
    for number, piece in enumerate(largest):
        content = piece.read_bytes()
        piece.write_bytes(content[:40] + b"?" + content[41:]) if number % 2 else piece.unlink()
        if workers == 1 or number % 7 == 0:
            build([given], tmp_path / "again", _options(cache, version=f"1.{number}.0", workers=workers))
            build([given], tmp_path / "fresh", _options(None, version=f"1.{number}.0"))
            assert tree(tmp_path / "again") == tree(tmp_path / "fresh")


def test_a_date_to_come_is_looked_at_again_when_it_has_come(tmp_path: Path, annotated: list[str]) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "ahead.txt").write_text("Date: 4 March 2026\n\nThe ferry will leave.\n")
    (tmp_path / "in" / "past.txt").write_text("Date: 4 March 2024\n\nThe ferry has left.\n")
    days = (dt.date(2025, 1, 1), dt.date(2026, 1, 1), dt.date(2026, 6, 1), dt.date(2023, 1, 1))
    for day in days:
        build([tmp_path / "in"], tmp_path / "out", _options(tmp_path / "cache", today=day))
        build([tmp_path / "in"], tmp_path / "fresh", _options(None, today=day))
        assert tree(tmp_path / "out") == tree(tmp_path / "fresh")
    fresh = len(days)
    assert annotated.count("ahead.txt") == fresh + 4, "each day may make another record of it"
    assert annotated.count("past.txt") == fresh + 2, "made once, and once more for a day before it"


def test_a_failure_is_tried_again(tmp_path: Path, annotated: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(SUMMIT)
    with monkeypatch.context() as patched:
        patched.setattr(work, "annotate", lambda *_: 1 / 0)
        assert build([tmp_path / "in"], tmp_path / "out", _options(tmp_path / "cache")).manifest is None
    assert build([tmp_path / "in"], tmp_path / "out", _options(tmp_path / "cache")).manifest is not None
    assert annotated == ["a.txt", "a.txt"]


def test_progress_tells_phases_words_and_what_was_kept(tmp_path: Path) -> None:
    told: list[Progress] = []
    given = source(tmp_path, 20)
    build([given], tmp_path / "out", _options(tmp_path / "cache", progress=told.append))
    assert [each.done for each in told if each.phase == "reading"] == list(range(1, 21))
    last = [each for each in told if each.phase == "annotating"][-1]
    assert (last.done, last.total, last.fresh) == (20, 20, last.words)
    assert told[-1].phase == "writing"
    assert told[-1].done == told[-1].total == 20
    told.clear()
    build([given], tmp_path / "out", _options(tmp_path / "cache", progress=told.append))
    assert {each.fresh for each in told} == {0}


def test_a_killed_build_is_continued_to_the_same_bytes(
    tmp_path: Path, undisturbed: tuple[Path, dict[str, bytes]]
) -> None:
    (given, expected), cache = undisturbed, tmp_path / "cache"
    build([source(tmp_path / "former", 3)], tmp_path / "out", _options(None))
    before = tree(tmp_path / "out")
    with started(command(given, tmp_path / "out", "--workers", "2", "--cache", str(cache))) as process:
        assert wait_for(lambda: sum(1 for _ in cache.rglob("??/*")) > 10)
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
    assert tree(tmp_path / "out") == before
    assert run(given, tmp_path / "out", "--workers", "2", "--cache", str(cache)).returncode == 0
    assert tree(tmp_path / "out") == expected


def test_an_interrupt_ends_it_in_two_seconds_and_what_was_done_is_kept(tmp_path: Path) -> None:
    given, cache = source(tmp_path, 2000), tmp_path / "cache"
    with started(command(given, tmp_path / "out", "--workers", "2", "--cache", str(cache))) as process:
        assert wait_for(lambda: sum(1 for _ in cache.rglob("??/*")) > 10)
        workers = children(process.pid)
        process.send_signal(signal.SIGINT)
        assert wait_for(lambda: process.poll() is not None, 2)
        assert process.returncode == 3
        assert process.stderr is not None
        assert process.stderr.read() == (
            "corpus: stopped: the former dataset is untouched. "
            "As for this build, what was done is kept: run it again, and it goes on.\n"
        )
    assert len(workers) == 2
    assert wait_for(lambda: not any(Path(f"/proc/{each}/exe").exists() for each in workers), 5)
    assert not (tmp_path / "out").exists()
    assert not (tmp_path / ".out.building").exists()


def test_workers_that_are_killed_cost_nothing(tmp_path: Path, undisturbed: tuple[Path, dict[str, bytes]]) -> None:
    (given, expected), cache = undisturbed, tmp_path / "cache"
    with started(command(given, tmp_path / "out", "--workers", "2", "--cache", str(cache))) as process:
        assert wait_for(lambda: sum(1 for _ in cache.rglob("??/*")) > 10)
        for each in children(process.pid):
            os.kill(each, signal.SIGKILL)
        assert process.wait(timeout=120) == 0
    assert tree(tmp_path / "out") == expected


_POISON = """
import os, signal, sys
from corpus_pkg.convert import work
whole = work.annotate
def deadly(raws, *rest):
    if any("#L7" == each.path[-3:] for each in raws):
        os.kill(os.getpid(), signal.SIGKILL)
    return whole(raws, *rest)
work.annotate = deadly
"""


def test_the_article_that_ends_each_worker_is_rejected_and_no_other(tmp_path: Path) -> None:
    given = source(tmp_path, 20)
    (tmp_path / "poison").mkdir()
    # A worker imports it before anything else, as it would meet an article that takes all memory.
    (tmp_path / "poison" / "sitecustomize.py").write_text(_POISON)
    line = command(given, tmp_path / "out", "--workers", "2", "--no-cache", "--json")
    paths = os.pathsep.join([str(tmp_path / "poison"), str(Path(__file__).parents[2])])
    with started([each for each in line if each not in ("-W", "error")], PYTHONPATH=paths) as process:
        assert process.stdout is not None
        told = json.loads(process.stdout.read())
        assert process.wait() == 1
    assert [(each["code"], each["place"]["file"]) for each in told["rejected"]] == [("F077", "news.jsonl#L7")]
    assert told["units"]["records"] == 19


def test_a_build_may_be_moved_to_another_folder(tmp_path: Path, annotated: list[str]) -> None:
    given = source(tmp_path / "one", 5)
    build([given], tmp_path / "out", _options(tmp_path / "cache"))
    (tmp_path / "two").mkdir()
    shutil.move(given, tmp_path / "two" / given.name)
    build([tmp_path / "two" / given.name], tmp_path / "out", _options(tmp_path / "cache"))
    assert len(annotated) == 5
